//! A county is a county.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "county", level: Level::Error, fixed: false, explain: include_str!("county.md"), check: Check::All(check) };

/// Reports counties that are a postcode, an abbreviation or the town again.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let project = whole.draft.project.iter().filter_map(|project| Some((project.county.as_ref()?, None)));
    let venues = whole.draft.listings.iter().flat_map(|listing| &listing.venues);
    let venues = venues.filter_map(|venue| Some((venue.county.as_ref()?, venue.town.as_ref())));
    for (county, town) in project.chain(venues) {
        let label = if county.value.contains(|c: char| c.is_numeric()) {
            "it has a digit in it"
        } else if county.value.chars().filter(|c| c.is_alphabetic()).count() < 3 {
            "it is too short"
        } else if town.is_some_and(|town| town.value.to_lowercase() == county.value.to_lowercase()) {
            "it is the town again"
        } else {
            continue;
        };
        let finding = RULE.at(county.span, "this is not a county").label(label);
        found.push(finding.help(
            "write the county's name in full, such as county = \"Essex\"; a venue without it gets the county of content/booklet.toml",
        ));
    }
}
