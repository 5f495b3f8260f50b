//! A listing says what it costs, or that it is free.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "cost-needed", level: Level::Error, fixed: false, explain: include_str!("cost_needed.md"), check: Check::Each(check) };

/// Reports listings that say neither.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let free = listing.free.as_ref().is_some_and(|free| free.value);
    if listing.costs.is_empty() && !free {
        let span = listing.free.as_ref().map_or(listing.top(), |free| free.span);
        let finding = RULE.at(span, "the listing does not say what it costs");
        found.push(finding.help("add the price: [[cost]], amount = 5.00, per = \"session\"; or write free = true"));
    }
}
