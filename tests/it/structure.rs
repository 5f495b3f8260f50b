//! What a screen reader is told: the tree of tags of every booklet, put to the promises about it.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::Object;
use rayon::prelude::*;

use crate::pdf_text::{Element, Kid, Pdf, Target, sample, squeezed};

/// Puts a question to every booklet of the sample; it answers with what is wrong.
fn each(question: impl Fn(&str, &Pdf) -> Vec<String> + Sync) {
    assert!(sample().len() > 5);
    let ask =
        |(path, pdf): &(&str, Pdf)| -> Vec<String> { question(path, pdf).into_iter().map(|fault| format!("{path}: {fault}")).collect() };
    let faults: Vec<String> = sample().par_iter().flat_map(ask).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// What an element may have directly below it, where that is not free.
fn may_hold(role: &str) -> Option<&'static [&'static str]> {
    Some(match role {
        "L" => &["LI", "L", "Caption"],
        "LI" => &["Lbl", "LBody"],
        "TOC" => &["TOCI", "TOC", "Caption"],
        "TOCI" => &["Reference", "Lbl", "P", "NonStruct", "TOC", "Link"],
        "Table" => &["TR", "THead", "TBody", "TFoot", "Caption"],
        "THead" | "TBody" | "TFoot" => &["TR"],
        "TR" => &["TH", "TD"],
        _ => return None,
    })
}

fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.kids.iter().filter_map(|kid| if let Kid::Element(element) = kid { Some(element) } else { None })
}

/// Elements, links and pictures, in one walk for all books.
#[test]
fn tags_say_what_things_are() {
    each(|path, pdf| {
        let mut faults = Vec::new();
        let mut level = 0;
        for element in pdf.elements() {
            let text = pdf.lines(element);
            let short: String = text.chars().take(40).collect();
            if let Some(own) = element.level() {
                if own > level + 1 {
                    faults.push(format!("the heading {short:?} is of level {own} after one of level {level}"));
                }
                if squeezed(&text).is_empty() {
                    faults.push("a heading without words".to_owned());
                }
                level = own;
            }
            if let Some(known) = may_hold(&element.role) {
                let inside: Vec<&str> = children(element).map(|kid| kid.role.as_str()).collect();
                if inside.is_empty() || inside.iter().any(|kid| !known.contains(kid)) {
                    faults.push(format!("{} has {inside:?}", element.role));
                }
            }
            if element.role == "Figure" && element.alt.as_deref().unwrap_or_default().trim().is_empty() {
                faults.push("a picture without words".to_owned());
            }
            if element.role == "Link" && (squeezed(&text).is_empty() || pdf.targets(element).is_empty()) {
                faults.push(format!("a link without words or without an address: {short:?} {:?}", pdf.targets(element)));
            }
        }
        let has = |role: &str| pdf.elements().iter().any(|element| element.role == role);
        if !path.contains("pocket") {
            faults.extend(["H1", "H2", "P", "Link", "TOC"].iter().filter(|role| !has(role)).map(|role| format!("it has no {role}")));
        }
        faults
    });
}

/// What is painted is part of the tree, once and in the order of the page, or is said to be decoration.
#[test]
fn everything_painted_is_read_out_once_or_is_decoration() {
    each(|_, pdf| {
        let mut faults = Vec::new();
        let mut read: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        let mut contents: Vec<(usize, i64)> = Vec::new();
        for element in pdf.elements() {
            contents
                .extend(element.kids.iter().filter_map(|kid| if let Kid::Content(page, mark) = kid { Some((*page, *mark)) } else { None }));
        }
        contents.iter().for_each(|(page, mark)| read.entry(*page).or_default().push(*mark));
        for (at, page) in pdf.pages.iter().enumerate() {
            let mut painted: Vec<i64> = page.marked.iter().flatten().copied().collect();
            let mut told = read.remove(&at).unwrap_or_default();
            painted.sort_unstable();
            told.sort_unstable();
            if painted != told {
                faults.push(format!("page {}: painted are {painted:?}, in the tree are {told:?}", at + 1));
            }
            if page.unmarked > 0 {
                faults.push(format!("page {}: {} things are neither in the tree nor decoration", at + 1, page.unmarked));
            }
            for piece in page.pieces.iter().filter(|piece| piece.mark.is_some()) {
                if piece.turned {
                    faults.push(format!("page {}: the word of the tab is read out: {}", at + 1, piece.text));
                }
            }
        }
        faults
    });
}

/// The tree goes through the pages from front to back, and down each page and column.
#[test]
fn the_reading_order_is_that_of_the_page() {
    each(|_, pdf| {
        let mut faults = Vec::new();
        let mut before = (0, 0.0, 0.0);
        for block in pdf.elements().into_iter().filter(|element| matches!(element.role.as_str(), "P" | "H1" | "H2" | "H3" | "LI" | "TOCI"))
        {
            let Some(first) = pdf.pieces(block).first().copied() else { continue };
            let (page, left, base) = before;
            // A second column begins further up and to the right.
            let goes_on = first.page > page || base < 0.1 || first.base > base - first.size || first.left > left + 100.0;
            if first.page < page || !goes_on {
                faults.push(format!("page {}: \"{}\" is read after what stands below it", first.page + 1, first.text));
            }
            before = (first.page, first.left, first.base);
        }
        faults
    });
}

/// Running heads carry name and number; none of them is read out again on each page.
#[test]
fn running_heads_are_decoration() {
    each(|path, pdf| {
        let headed = pdf.pages.iter().filter(|page| page.pieces.iter().any(|piece| piece.artifact == "Header")).count();
        let wrong = !path.contains("pocket") && headed + 2 != pdf.pages.len();
        wrong.then(|| format!("{headed} of {} pages have a running head", pdf.pages.len())).into_iter().collect()
    });
}

/// Every category can be jumped to, at the page where it begins.
#[test]
fn bookmarks_lead_to_the_headings() {
    each(|path, pdf| {
        let mut faults = Vec::new();
        let mut heads: BTreeMap<(String, usize), usize> = BTreeMap::new();
        for element in pdf.elements().into_iter().filter(|element| element.level().is_some()) {
            let page = pdf.pieces(element).first().map_or(0, |piece| piece.page);
            heads.insert((squeezed(&pdf.lines(element)), page), element.level().unwrap_or_default());
        }
        for (_, title, page) in &pdf.bookmarks {
            if !heads.contains_key(&(squeezed(title), *page)) {
                faults.push(format!("the bookmark \"{title}\" leads to page {}, where no such heading stands", page + 1));
            }
        }
        let marked: BTreeSet<(String, usize)> = pdf.bookmarks.iter().map(|(_, title, page)| (squeezed(title), *page)).collect();
        let contents = squeezed("Contents");
        for ((title, page), _) in heads.iter().filter(|((title, _), level)| **level == 1 && *title != contents) {
            if !marked.contains(&(title.clone(), *page)) && !path.contains("pocket") {
                faults.push(format!("{title} on page {} has no bookmark", page + 1));
            }
        }
        faults
    });
}

/// Title, language, and that a reader's window shows the title and not the file's name.
#[test]
fn the_document_says_what_it_is() {
    each(|_, pdf| {
        let catalogue = pdf.document.catalog().expect("a catalogue");
        let text = |key: &[u8]| catalogue.get_deref(key, &pdf.document).and_then(lopdf::decode_text_string).unwrap_or_default();
        let shown = catalogue.get_deref(b"ViewerPreferences", &pdf.document).and_then(Object::as_dict).expect("preferences");
        let marked = catalogue.get_deref(b"MarkInfo", &pdf.document).and_then(Object::as_dict).expect("marks");
        let info = pdf.document.trailer.get_deref(b"Info", &pdf.document).and_then(Object::as_dict).expect("metadata");
        let title = info.get(b"Title").and_then(lopdf::decode_text_string).unwrap_or_default();
        let mut faults = Vec::new();
        let mut must = |holds: bool, what: &str| {
            if !holds {
                faults.push(what.to_owned())
            }
        };
        must(text(b"Lang") == "en-GB", "its language is not said");
        must(title == "Local help near you, December 2026", &format!("its title is {title:?}"));
        must(matches!(shown.get(b"DisplayDocTitle"), Ok(Object::Boolean(true))), "its title is not shown");
        must(matches!(marked.get(b"Marked"), Ok(Object::Boolean(true))), "it is not marked as tagged");
        faults
    });
}

/// Links out go where a reader may go.
#[test]
fn links_lead_to_the_web_letters_and_telephones() {
    each(|_, pdf| {
        let wrong = |target: &&Target| match target {
            Target::Web(address) => !["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme)),
            Target::Page(..) => false,
        };
        pdf.elements().into_iter().flat_map(|element| pdf.targets(element)).filter(wrong).map(|target| format!("{target:?}")).collect()
    });
}
