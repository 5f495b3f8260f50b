//! Numbers that are set later say what numbers would say that Typst was asked for.

use typst::foundations::{Bytes, Dict, IntoValue};
use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::model::{Destination, LinkMarker, OutlineEntry};
use typst::pdf::PdfMarkerTag;
use typst_layout::PagedDocument;

use super::super::compile;
use super::super::world::{BookletWorld, Fonts};
use super::{Codes, INPUT, finish};
use crate::theme::Theme;

/// Twelve pages with a number in each head, and a list that leads to the first, the ninth and the last.
const BOOK: &str = r#"
#set page(width: 80mm, height: 60mm, header: {
  place(bottom, [#block(text(lang: "qac", "000") + [ left])<left-hand>])
  place(bottom, [#block([right ] + text(lang: "qab", "000"))<right-hand>])
})
#set text(font: "Atkinson Hyperlegible Next", lang: "en")
#let to(anchor) = par(link("page-of:" + anchor, [Part #anchor] + h(1fr) + text(lang: "qaa", "000")))
#to("1") #to("9") #to("12")
#for n in range(1, 13) [#if n > 1 { pagebreak() } #heading[Part #n]#label(str(n))]
"#;

fn laid(main: &str) -> PagedDocument {
    let theme = Theme::builtin().expect("the theme is right");
    let fonts = Fonts::new(&theme);
    let told: Dict = [(INPUT.0.into(), INPUT.1.into_value())].into_iter().collect();
    let files = vec![("/main.typ".to_owned(), Bytes::new(main.to_owned()))];
    let world = BookletWorld::told(told, &theme, files, &fonts, "/main.typ").expect("a world");
    compile(&world).expect("it can be laid out")
}

fn finished(document: PagedDocument) -> Option<PagedDocument> {
    finish(document, &Codes::default())
}

/// What a frame holds, in order, from the page's corner.
fn walk(frame: &Frame, at: Point, see: &mut impl FnMut(Point, &FrameItem)) {
    for (place, item) in frame.items() {
        see(at + *place, item);
        if let FrameItem::Group(group) = item {
            walk(&group.frame, at + *place + Point::new(group.transform.tx, group.transform.ty), see);
        }
    }
}

/// The texts of a page with where they begin and end.
fn texts(document: &PagedDocument, page: usize) -> Vec<(String, Abs, Abs)> {
    let mut found = Vec::new();
    walk(&document.pages()[page - 1].frame, Point::zero(), &mut |at, item| {
        if let FrameItem::Text(text) = item {
            assert_eq!(text.lang.as_str(), "en", "a place was left open, or keeps its mark");
            found.push((text.text.to_string(), at.x, at.x + text.width()));
        }
    });
    found
}

#[test]
fn lists_name_the_pages_and_lead_there() {
    let document = finished(laid(BOOK)).expect("every number can be set");
    let (mut alternatives, mut leads) = (Vec::new(), Vec::new());
    walk(&document.pages()[0].frame, Point::zero(), &mut |_, item| match item {
        FrameItem::Tag(Tag::Start(element, _)) => {
            alternatives.extend(element.to_packed::<LinkMarker>().and_then(|marker| marker.alt.clone()))
        }
        FrameItem::Link(Destination::Location(to), _) => leads.extend(document.introspector().position(*to).map(|at| at.page.get())),
        FrameItem::Link(other, _) => panic!("a link was left open: {other:?}"),
        _ => {}
    });
    leads.dedup();
    assert_eq!(alternatives, ["Part 1, page 1", "Part 9, page 9", "Part 12, page 12"]);
    assert_eq!(leads, [1, 9, 12]);
    let numbers: Vec<_> = texts(&document, 1).into_iter().filter(|(text, ..)| text.parse::<usize>().is_ok()).take(4).collect();
    let said: Vec<&str> = numbers.iter().map(|(text, ..)| text.as_str()).collect();
    assert_eq!(said, ["1", "1", "9", "12"], "the page's own, then the list");
    let edges: Vec<f64> = numbers[1..].iter().map(|(_, _, end)| end.to_pt()).collect();
    assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 0.01), "the list ends in one line: {edges:?}");
}

#[test]
fn a_list_of_contents_is_told_as_one() {
    let lines = "[#block[#block[#to(\"1\")]<contents-line> #block[#to(\"9\")]<contents-line>]<contents-lines>]";
    let document = finished(laid(&BOOK.replace("#to(\"1\")", &format!("#{lines}")))).expect("every number can be set");
    let mut told = Vec::new();
    walk(&document.pages()[0].frame, Point::zero(), &mut |_, item| match item {
        FrameItem::Tag(Tag::Start(element, flags)) if element.is::<OutlineEntry>() => told.push(("line", flags.tagged)),
        FrameItem::Tag(Tag::Start(element, flags)) if element.is::<PdfMarkerTag>() => told.push(("list", flags.tagged)),
        _ => {}
    });
    assert_eq!(told, [("list", true), ("line", true), ("line", true)]);
    let options = typst_pdf::PdfOptions { pretty: true, ..Default::default() };
    let pdf = typst_pdf::pdf(&document, &options).expect("it can be exported");
    let pdf = String::from_utf8_lossy(&pdf);
    assert_eq!((pdf.matches("/S /TOC\n").count(), pdf.matches("/S /TOCI\n").count()), (1, 2), "as many as begin also end");
}

#[test]
fn a_link_may_go_on_over_a_page() {
    let long = "#to(\"1\")\n#par(link(\"page-of:12\", lorem(200) + text(lang: \"qaa\", \"000\")))";
    let document = finished(laid(&BOOK.replace("#to(\"1\")", long))).expect("every number can be set");
    let pages = document.pages().len();
    assert!(pages > 13, "the paragraph is longer than a page");
    let numbers = (1..pages).flat_map(|page| texts(&document, page)).filter(|(text, ..)| *text == pages.to_string());
    assert_eq!(numbers.count(), 2, "once at the end of the long link, once in the list");
}

#[test]
fn every_page_has_the_head_of_its_side() {
    let document = finished(laid(BOOK)).expect("every number can be set");
    for page in 1..=12 {
        let said: Vec<String> = texts(&document, page).into_iter().take(2).map(|(text, ..)| text.trim().to_owned()).collect();
        let wanted = if page % 2 == 1 { ["right".to_owned(), page.to_string()] } else { [page.to_string(), "left".to_owned()] };
        assert_eq!(said, wanted);
    }
    // A number at the left begins where its place began, however many figures it has.
    let begins = |page| texts(&document, page)[0].1;
    assert_eq!(begins(2), begins(12));
}

#[test]
fn an_anchor_that_is_nowhere_sets_nothing() {
    assert!(finished(laid(&BOOK.replace("#to(\"9\")", "#to(\"90\")"))).is_none());
}

#[test]
fn a_book_without_places_stays_as_it_is() {
    let plain = "= One\n#link(\"https://example.org/\")[Elsewhere] 000";
    let (before, after) = (laid(plain), finished(laid(plain)).expect("nothing is to be set"));
    assert_eq!(typst::utils::hash128(&before), typst::utils::hash128(&after));
}
