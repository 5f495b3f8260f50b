//! The month's highlights are listings of that month.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ListingDraft;
use crate::load::{nearest, shortened};

pub(super) const RULE: Rule = Rule {
    name: "unknown-highlight",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_highlight.md"),
    check: Check::All(check),
};

/// Reports highlights of the month to be published that name nothing in it; those of older months may have gone since.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(issue) = whole.draft.issues.iter().find(|issue| issue.month == Some(whole.month)) else { return };
    if issue.highlights.is_empty() {
        return;
    }
    let listings = whole.draft.listings.iter().filter_map(|listing| Some((listing.id.as_ref()?.text.as_str(), listing)));
    let listings: HashMap<&str, &ListingDraft> = listings.collect();
    for highlight in &issue.highlights {
        let id = highlight.value.as_str();
        let (title, help) = match listings.get(id) {
            Some(listing) if is_published(listing, whole) => continue,
            Some(_) => (
                format!("the listing \"{}\" is not published this month", shortened(id)),
                "take it out of the list, or name another listing".to_owned(),
            ),
            None => {
                let near = nearest(&id.to_lowercase(), listings.keys().copied());
                let help = near.map_or("write the id of a listing, or take it out".to_owned(), |near| format!("did you mean \"{near}\"?"));
                (format!("there is no listing with the id \"{}\"", shortened(id)), help)
            }
        };
        found.push(RULE.at(highlight.span, title).help(help));
    }
}

fn is_published(listing: &ListingDraft, whole: &Whole<'_>) -> bool {
    listing.is_live() && listing.added.as_ref().is_none_or(|added| added.value <= whole.month.closes())
}
