//! Printer profiles can be followed: numbers in range, and nothing that excludes something else.

use std::collections::{BTreeSet, HashMap};

use super::{Check, Rule};
use crate::check::Whole;
use crate::check::editions::{BLEED, DPI, PAGES, RULE_PT, SAFE, SHEETS, SPARE, THICKNESS, WEIGHT, amount, count};
use crate::diag::{Diagnostics, Level};
use crate::load::draft::PrinterDraft;
use crate::load::{nearest, shortened};
use crate::model::{Arrangement, Cover, Inks, Standard};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "printer", level: Level::Error, fixed: false, explain: include_str!("printer.md"), check: Check::All(check) };

/// Reports printers that cannot be served.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(project) = &whole.draft.project else { return };
    if let Some(spare) = project.spare_percent.as_ref().filter(|spare| !SPARE.contains(&spare.value)) {
        let finding = RULE.at(spare.span, "this share of spare copies cannot be used").label("from 0 to 100 per cent");
        found.push(finding.help("write spare_percent = 5 for one spare copy in twenty"));
    }
    let editions: BTreeSet<&str> = project.editions.iter().filter_map(|edition| edition.id.as_ref()).map(|id| id.text.as_str()).collect();
    let mut ids = HashMap::new();
    for printer in &project.printers {
        if let Some(id) = &printer.id {
            let earlier = *ids.entry(id.text.as_str()).or_insert(id.span);
            if earlier != id.span {
                let finding = RULE.at(id.span, "two printers have the same id").label("this id is taken");
                found.push(finding.also(earlier, "it was first used here").help("give one of them another id"));
            }
        }
        for edition in printer.editions.iter().filter(|edition| !editions.contains(edition.value.as_str())) {
            let help = match nearest(&edition.value.to_lowercase(), editions.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "name an edition of this file by its id".to_owned(),
            };
            let title = format!("there is no edition with the id \"{}\"", shortened(&edition.value));
            found.push(RULE.at(edition.span, title).help(help));
        }
        numbers(printer, found);
        contradictions(printer, found);
    }
}

fn out_of_range(span: Span, range: &str, found: &mut Diagnostics) {
    let finding = RULE.at(span, "this number cannot be used").label(format!("from {range}"));
    found.push(finding.help("write a number in this range, or take the line out for the usual one"));
}

fn numbers(printer: &PrinterDraft, found: &mut Diagnostics) {
    let amounts = [
        (&printer.paper_thickness, &THICKNESS, "millimetres"),
        (&printer.paper_weight, &WEIGHT, "grams a square metre"),
        (&printer.bleed, &BLEED, "millimetres"),
        (&printer.safe, &SAFE, "millimetres"),
        (&printer.rule, &RULE_PT, "points"),
        (&printer.image_dpi, &DPI, "pixels an inch"),
    ];
    for (written, range, unit) in amounts {
        if let Some(written) = written.as_ref().filter(|written| amount(written, range).is_none()) {
            out_of_range(written.span, &format!("{} to {} {unit}", range.start(), range.end()), found);
        }
    }
    for (written, range, unit) in [(&printer.signature, &SHEETS, "sheets"), (&printer.most_pages, &PAGES, "pages")] {
        if let Some(written) = written.as_ref().filter(|written| count(written, range).is_none()) {
            out_of_range(written.span, &format!("{} to {} {unit}", range.start(), range.end()), found);
        }
    }
}

/// What excludes something else that the same printer asks for.
fn contradictions(printer: &PrinterDraft, found: &mut Diagnostics) {
    let imposed = printer.pages.as_ref().filter(|pages| pages.value == Arrangement::Imposed);
    let mut clash = |span: Span, other: Span, title: &str, help: &str| {
        found.push(RULE.at(span, title).also(other, "it does not go with this").help(help.to_owned()));
    };
    if let Some(imposed) = imposed {
        let bleed = printer.bleed.as_ref().filter(|bleed| amount(bleed, &BLEED).is_some_and(|bleed| bleed > 0.0));
        if let Some(bleed) = bleed {
            clash(
                bleed.span,
                imposed.span,
                "imposed sheets are not trimmed, so they have no bleed",
                "take the line out, or write pages = \"single\"",
            );
        }
        if let Some(cover) = printer.cover.as_ref().filter(|cover| cover.value == Cover::Separate) {
            clash(cover.span, imposed.span, "imposed sheets have their cover in one file", "write cover = \"self\", or pages = \"single\"");
        }
    } else {
        let pages = printer.pages.as_ref().map_or(printer.span, |pages| pages.span);
        for span in printer.signature.iter().map(|number| number.span).chain(printer.flip.iter().map(|flip| flip.span)) {
            clash(span, pages, "only imposed pages are folded and turned", "write pages = \"imposed\", or take this line out");
        }
    }
    let (inks, standard) = (&printer.inks, &printer.standard);
    if let (Some(inks), Some(standard)) = (inks, standard)
        && (inks.value, standard.value) == (Inks::Cmyk, Standard::A2b)
    {
        clash(
            inks.span,
            standard.span,
            "PDF/A wants a colour profile for process colours, and there is none",
            "write standard = \"1.7\", or inks = \"black\"",
        );
    }
}
