//! Every booklet says that being listed is no recommendation.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::model::{PagePlace, PageRole};

pub(super) const RULE: Rule = Rule {
    name: "no-endorsement-page",
    level: Level::Error,
    fixed: false,
    explain: include_str!("no_endorsement_page.md"),
    check: Check::All(check),
};

/// Reports a project that has no such page, or has it on the website only.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut pages = whole.draft.pages.iter().filter(|page| page.role.as_ref().is_some_and(|role| role.value == PageRole::NoEndorsement));
    let title = "no page of the booklet says that being listed is not a recommendation";
    let Some(first) = pages.next() else {
        let help = "write content/pages/what-being-listed-means.md, with role = \"no-endorsement\" and place = \"back\" in its head";
        found.push(RULE.at(whole.top, title).help(help));
        return;
    };
    let on_site_only = |page: &crate::load::draft::PageDraft| page.place.as_ref().is_some_and(|place| place.value == PagePlace::Site);
    if on_site_only(first) && pages.all(on_site_only) {
        let span = first.place.as_ref().map_or(crate::source::Span::top(first.source), |place| place.span);
        found.push(RULE.at(span, title).label("this page is on the website only").help("write place = \"back\" or place = \"front\""));
    }
}
