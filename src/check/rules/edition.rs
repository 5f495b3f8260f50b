//! Editions are of a paper, a size and a choice of listings and pages that there are.

use std::collections::{BTreeSet, HashMap};

use super::{Check, Rule};
use crate::check::Whole;
use crate::check::editions::{PAGES, TEXT_PT, amount, count};
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{EditionDraft, Text};
use crate::load::{nearest, shortened};
use crate::model::{Form, POCKET_PAGES, Paper};

pub(super) const RULE: Rule =
    Rule { name: "edition", level: Level::Error, fixed: false, explain: include_str!("edition.md"), check: Check::All(check) };

/// Reports editions that cannot be made, and a project without any.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(project) = &whole.draft.project else { return };
    if project.editions.is_empty() {
        let finding = RULE.at(whole.top, "nothing says what the booklet looks like");
        found.push(
            finding.help("add an edition to booklet.toml: [[edition]], id = \"a5\", title = \"Booklet\", paper = \"a5\", text_size = 12"),
        );
    }
    let mut ids = HashMap::new();
    for edition in &project.editions {
        if let Some(id) = &edition.id {
            let earlier = *ids.entry(id.text.as_str()).or_insert(id.span);
            if earlier != id.span {
                let finding = RULE.at(id.span, "two editions have the same id").label("this id is taken");
                found.push(
                    finding.also(earlier, "it was first used here").help("give one of them another id, such as id = \"large-print\""),
                );
            }
        }
        sizes(edition, found);
        counts(edition, found);
        choices(edition, whole, found);
        pocket(edition, found);
    }
}

fn sizes(edition: &EditionDraft, found: &mut Diagnostics) {
    if let Some(paper) = edition.paper.as_ref().filter(|paper| Paper::parse(&paper.value).is_none()) {
        let known: Vec<String> = Paper::NAMED.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let finding = RULE.at(paper.span, format!("\"{}\" is not a paper that can be used", shortened(&paper.value)));
        found.push(finding.help(format!("choose one of: {}; or width and height in millimetres, such as \"170x240\"", known.join(", "))));
    }
    if let Some(size) = edition.text_size.as_ref().filter(|size| amount(size, &TEXT_PT).is_none()) {
        let finding = RULE.at(size.span, "this text size cannot be used").label("from 12 to 36 points");
        found.push(finding.help("write text_size = 12 for a booklet, or text_size = 18 for large print"));
    }
}

fn counts(edition: &EditionDraft, found: &mut Diagnostics) {
    for number in edition.budget.iter().chain(&edition.volume_pages).filter(|number| count(number, &PAGES).is_none()) {
        let finding = RULE.at(number.span, "no booklet has this many pages").label(format!("from {} to {}", PAGES.start(), PAGES.end()));
        found.push(finding.help("write a number of pages in this range, or take the line out"));
    }
}

/// Categories, places and pages that an edition chooses.
fn choices(edition: &EditionDraft, whole: &Whole<'_>, found: &mut Diagnostics) {
    let written = whole.draft.pages.iter().filter_map(|page| page.id.as_ref()).map(|id| id.text.as_str());
    // The month's letter is no page of its own, but stands among them.
    let pages: BTreeSet<&str> = written.chain(["letter"]).collect();
    let categories: BTreeSet<&str> = whole.categories.keys().copied().collect();
    let localities: BTreeSet<&str> = whole.localities.keys().copied().collect();
    unknown(&edition.categories, "category", &categories, found);
    unknown(&edition.localities, "place", &localities, found);
    for list in edition.front.iter().chain(&edition.back) {
        unknown(list, "page", &pages, found);
    }
}

/// Reports ids that are not among those that there are.
pub(super) fn unknown(ids: &[Text], what: &str, known: &BTreeSet<&str>, found: &mut Diagnostics) {
    for id in ids.iter().filter(|id| !known.contains(id.value.as_str())) {
        let help = match nearest(&id.value.to_lowercase(), known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if known.is_empty() => format!("there is no {what} at all yet"),
            None => format!("choose from: {}", shortened(&known.iter().copied().collect::<Vec<_>>().join(", "))),
        };
        found.push(RULE.at(id.span, format!("there is no {what} with the id \"{}\"", shortened(&id.value))).help(help));
    }
}

/// A folded sheet has the panels it has.
fn pocket(edition: &EditionDraft, found: &mut Diagnostics) {
    if edition.form.as_ref().is_none_or(|form| form.value != Form::Pocket) {
        return;
    }
    if let Some(paper) = edition.paper.as_ref().filter(|paper| paper.value != "dl" && Paper::parse(&paper.value).is_some()) {
        let finding = RULE.at(paper.span, "a pocket edition is a sheet of A4 folded to a third");
        found.push(finding.help("write paper = \"dl\""));
    }
    if let Some(volumes) = &edition.volume_pages {
        let finding = RULE.at(volumes.span, "a pocket edition has no volumes").label(format!("it has {POCKET_PAGES} pages"));
        found.push(finding.help("take this line out"));
    }
}
