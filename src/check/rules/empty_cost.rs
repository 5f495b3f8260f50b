//! A price says something.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "empty-cost", level: Level::Error, fixed: false, explain: include_str!("empty_cost.md"), check: Check::Each(check) };

/// Reports costs with neither an amount nor words.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for cost in subject.listing.costs.iter().filter(|cost| !cost.says_amount && cost.text.is_none()) {
        let finding = RULE.at(cost.span, "this cost says no price");
        found.push(finding.help("add an amount, such as amount = 5.00, or words, such as text = \"Ask for a price\""));
    }
}
