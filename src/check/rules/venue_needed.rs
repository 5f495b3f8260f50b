//! Who meets readers at a venue says where.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Delivery;

pub(super) const RULE: Rule =
    Rule { name: "venue-needed", level: Level::Error, fixed: false, explain: include_str!("venue_needed.md"), check: Check::Each(check) };

/// Reports delivery at a venue without a venue.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(delivery) = subject.listing.delivery.iter().find(|delivery| delivery.value == Delivery::Venue) else { return };
    if subject.listing.venues.is_empty() {
        let finding = RULE.at(delivery.span, "the listing is held at a venue, but does not say where").label("no [[venue]] follows");
        found.push(
            finding
                .help("add the place: [[venue]], name = \"...\", town = \"...\", postcode = \"...\"; or take \"venue\" out of `delivery`"),
        );
    }
}
