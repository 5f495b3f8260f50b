//! What is free has no price.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "free-and-cost", level: Level::Error, fixed: false, explain: include_str!("free_and_cost.md"), check: Check::Each(check) };

/// Reports free listings with an amount above nothing.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(free) = subject.listing.free.as_ref().filter(|free| free.value) else { return };
    for amount in subject.listing.costs.iter().filter_map(|cost| cost.amount.as_ref()) {
        if amount.ok().is_some_and(|money| money.pence() > 0) {
            let finding = RULE.at(amount.span, "the listing is free, but has a price").also(free.span, "it says here that it is free");
            found.push(finding.help("take one of the two out"));
        }
    }
}
