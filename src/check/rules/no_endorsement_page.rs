//! Every booklet says that being listed is no recommendation.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{EditionDraft, PageDraft, Text};
use crate::model::{Form, PagePlace, PageRole};

pub(super) const RULE: Rule = Rule {
    name: "no-endorsement-page",
    level: Level::Error,
    fixed: false,
    explain: include_str!("no_endorsement_page.md"),
    check: Check::All(check),
};

/// Reports a project that has no such page or has it on the website only, and editions that leave it out.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    project(whole, found);
    for edition in whole.draft.project.iter().flat_map(|project| &project.editions) {
        left_out(edition, whole, found);
    }
}

/// A pocket edition has the sentence of `no_endorsement` instead.
fn left_out(edition: &EditionDraft, whole: &Whole<'_>, found: &mut Diagnostics) {
    let named = edition.front.as_ref().or(edition.back.as_ref()).and_then(|list| list.first());
    let is_pocket = edition.form.as_ref().is_some_and(|form| form.value == Form::Pocket);
    let (Some(id), false, true) = (&edition.id, is_pocket, edition.front.is_some() || edition.back.is_some()) else { return };
    let has = |page: &PageDraft| {
        let names = |list: &Option<Vec<Text>>, place: PagePlace| match list {
            Some(ids) => page.id.as_ref().is_some_and(|id| ids.iter().any(|named| named.value == id.text)),
            None => page.place.as_ref().is_some_and(|own| own.value == place),
        };
        names(&edition.front, PagePlace::Front) || names(&edition.back, PagePlace::Back)
    };
    let mut pages = whole.draft.pages.iter().filter(|page| is_no_endorsement(page)).peekable();
    if pages.peek().is_some() && !pages.any(has) {
        let title = "this edition does not say that being listed is not a recommendation";
        let finding = RULE.at(named.map_or(id.span, |named| named.span), title);
        found.push(finding.help("add the id of the page with role = \"no-endorsement\" to its front or back"));
    }
}

fn is_no_endorsement(page: &PageDraft) -> bool {
    page.role.as_ref().is_some_and(|role| role.value == PageRole::NoEndorsement)
}

fn project(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut pages = whole.draft.pages.iter().filter(|page| is_no_endorsement(page));
    let title = "no page of the booklet says that being listed is not a recommendation";
    let Some(first) = pages.next() else {
        let help = "write content/pages/what-being-listed-means.md, with role = \"no-endorsement\" and place = \"back\" in its head";
        found.push(RULE.at(whole.top, title).help(help));
        return;
    };
    let on_site_only = |page: &PageDraft| page.place.as_ref().is_some_and(|place| place.value == PagePlace::Site);
    if on_site_only(first) && pages.all(on_site_only) {
        let span = first.place.as_ref().map_or(crate::source::Span::top(first.source), |place| place.span);
        found.push(RULE.at(span, title).label("this page is on the website only").help("write place = \"back\" or place = \"front\""));
    }
}
