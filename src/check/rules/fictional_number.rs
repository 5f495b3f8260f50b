//! Numbers that Ofcom keeps for drama reach nobody.

use super::phone_number::{in_listing, outside_listings};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "fictional-number",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("fictional_number.md"),
    check: Check::All(check),
};

/// Reports invented numbers in anything that is live.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let live = whole.draft.listings.iter().filter(|listing| listing.is_live());
    let numbers = live.flat_map(in_listing).chain(outside_listings(whole.draft));
    for phone in numbers.filter(|phone| phone.ok().is_some_and(crate::model::Phone::is_fictional)) {
        let finding = RULE.at(phone.span, "this telephone number was made up for films and examples");
        found.push(finding.label("nobody answers it").help("put the real number in its place"));
    }
}
