//! Two listings of different people have one telephone number.

use std::collections::HashMap;

use super::near_duplicate::{are_kin, numbers, postcodes};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ListingDraft;
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "shared-phone", level: Level::Warning, fixed: false, explain: include_str!("shared_phone.md"), check: Check::All(check) };

/// Reports the later of two published listings with one number; `near-duplicate` reports those with one postcode too.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut first: HashMap<&str, (&ListingDraft, Span)> = HashMap::new();
    for listing in whole.draft.listings.iter().filter(|listing| listing.is_live()) {
        for (digits, span) in numbers(listing) {
            let (earlier, there) = *first.entry(digits).or_insert((listing, span));
            let neighbours = postcodes(earlier).any(|postcode| postcodes(listing).any(|other| other == postcode));
            if are_kin(earlier, listing) || neighbours {
                continue;
            }
            let finding = RULE.at(span, "two listings have the same telephone number").label("whose number is this?");
            let help = "ring the number to check it; if one organisation runs both services, name it under [organisation] in both";
            found.push(finding.also(there, "this listing has it too").help(help));
        }
    }
}
