//! A public venue can be found.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "venue-address", level: Level::Error, fixed: false, explain: include_str!("venue_address.md"), check: Check::Each(check) };

/// Reports public venues without a name or postcode.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for venue in subject.listing.venues.iter().filter(|venue| !venue.is_masked()) {
        let (missing, help) = match (&venue.name, &venue.postcode) {
            (None, _) => ("name", "say what the place is called: name = \"Quayside Hall\""),
            (Some(_), None) => ("postcode", "look the postcode up and add it: postcode = \"RM18 0ZZ\""),
            (Some(_), Some(_)) => continue,
        };
        let finding = RULE.at(venue.span, format!("this venue has no {missing}")).help(help);
        found.push(finding.help("if it is somebody's home, write mask_address = true: then only the town is published"));
    }
}
