//! A closure is of a venue that somebody uses.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::nearest;

pub(super) const RULE: Rule = Rule {
    name: "unknown-venue",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("unknown_venue.md"),
    check: Check::All(check),
};

/// Reports closures of venues that no listing has.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let venues = whole.draft.listings.iter().flat_map(|listing| &listing.venues).filter(|venue| !venue.is_masked());
    let names: BTreeSet<&str> = venues.filter_map(|venue| venue.name.as_ref()).map(|name| name.value.as_str()).collect();
    for venue in whole.draft.calendar.closures.iter().filter_map(|closure| closure.venue.as_ref()) {
        if names.contains(venue.value.as_str()) {
            continue;
        }
        let finding = RULE.at(venue.span, "no listing has a public venue of this name").label("the closure concerns nothing");
        found.push(match nearest(&venue.value, names.iter().copied()) {
            Some(near) => finding.help(format!("did you mean \"{near}\"?")),
            None => finding.help("write the name just as the listings do"),
        });
    }
}
