//! A listing's id must be fit for a file name and a web address.

use super::{Check, Rule, slugs};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "listing-id", level: Level::Error, fixed: false, explain: include_str!("listing_id.md"), check: Check::Each(check) };

/// Reports ids that are none.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let finding = listing.id.as_ref().and_then(|id| slugs::finding(&RULE, id, listing.name.as_ref()));
    finding.into_iter().for_each(|finding| found.push(finding));
}
