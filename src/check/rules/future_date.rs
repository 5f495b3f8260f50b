//! What has been done was done in the past.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ListingDraft;
use crate::model::Date;
use crate::source::Spanned;

pub(super) const RULE: Rule =
    Rule { name: "future-date", level: Level::Error, fixed: false, explain: include_str!("future_date.md"), check: Check::Each(check) };

/// Reports dates of things done that lie after the newest issue's month.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    // One listing serves several issues, so it may know more than an older one.
    let newest = subject.whole.draft.issues.iter().filter_map(|issue| issue.month).max().unwrap_or(subject.whole.month);
    for (what, date) in done(subject.listing).into_iter().filter(|(_, date)| date.value > newest.last()) {
        let finding = RULE.at(date.span, format!("{what} on a day that has not come yet"));
        found.push(finding.help("correct the date; look at the year too"));
    }
}

/// What was done, and when.
fn done(listing: &ListingDraft) -> Vec<(&'static str, &Spanned<Date>)> {
    let safety = &listing.safety;
    let dates = [
        ("the entry was checked", listing.checks.confirmed.as_ref()),
        ("consent was given", listing.consent.as_ref().and_then(|consent| consent.given.as_ref())),
        ("the certificate was issued", safety.dbs.as_ref().and_then(|dbs| dbs.issued.as_ref())),
        ("the certificate was seen", safety.dbs.as_ref().and_then(|dbs| dbs.seen.as_ref())),
        ("the insurance was seen", safety.insurance.as_ref().and_then(|insurance| insurance.seen.as_ref())),
        ("the kitchen was rated", safety.food.as_ref().and_then(|food| food.rated.as_ref())),
    ];
    dates.into_iter().filter_map(|(what, date)| Some((what, date?))).collect()
}
