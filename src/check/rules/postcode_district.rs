//! A venue lies in a district that one of the places has.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "postcode-district",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("postcode_district.md"),
    check: Check::All(check),
};

/// Reports public venues outside every district that `localities.toml` names.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let written = whole.draft.localities.iter().flat_map(|locality| &locality.postcodes);
    let districts: BTreeSet<String> = written.map(|district| district.value.to_uppercase()).collect();
    if districts.is_empty() {
        return;
    }
    let live = whole.draft.listings.iter().filter(|listing| listing.is_live());
    for venue in live.flat_map(|listing| &listing.venues).filter(|venue| !venue.is_masked()) {
        let Some(postcode) = &venue.postcode else { continue };
        if let Some(good) = postcode.ok().filter(|good| !districts.contains(good.outward())) {
            let title = format!("no place of this directory has postcodes that begin with {}", good.outward());
            let finding = RULE.at(postcode.span, title).label("is this the venue's postcode?");
            found.push(finding.help("correct it; or if it is right, add the district to a place's `postcodes` in content/localities.toml"));
        }
    }
}
