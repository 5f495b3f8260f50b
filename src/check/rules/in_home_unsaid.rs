//! Who comes to readers' homes says whether they work inside.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Delivery;

pub(super) const RULE: Rule = Rule {
    name: "in-home-unsaid",
    level: Level::Note,
    fixed: false,
    explain: include_str!("in_home_unsaid.md"),
    check: Check::Each(check),
};

/// Reports services at home that do not say whether anybody works inside.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let at_home = listing.delivery.iter().find(|delivery| delivery.value == Delivery::AtHome);
    if let Some(delivery) = at_home.filter(|_| listing.safety.in_home.is_none()) {
        let finding = RULE.at(delivery.span, "the service comes to readers' homes, but does not say whether anybody works inside");
        found.push(finding.help("ask, and write in_home = true or in_home = false under [safety]"));
    }
}
