//! A listing says where it helps.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "no-locality", level: Level::Error, fixed: false, explain: include_str!("no_locality.md"), check: Check::Each(check) };

/// Reports a listing that names no place and does not cover the whole area either.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let area_wide = listing.area_wide.as_ref().is_some_and(|flag| flag.value);
    if listing.localities.is_empty() && !area_wide {
        let span = listing.area_wide.as_ref().map_or(listing.top(), |flag| flag.span);
        let finding = RULE.at(span, "the listing does not say where it helps");
        found.push(finding.help("name the places, such as localities = [\"tilbury\"], or write area_wide = true"));
    }
}
