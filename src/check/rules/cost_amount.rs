//! A price is an amount of pounds and whole pence.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::MoneyFault;

pub(super) const RULE: Rule =
    Rule { name: "cost-amount", level: Level::Error, fixed: false, explain: include_str!("cost_amount.md"), check: Check::Each(check) };

/// Reports amounts that are no price.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for amount in subject.listing.costs.iter().filter_map(|cost| cost.amount.as_ref()) {
        let Err(fault) = &amount.value else { continue };
        let (title, help) = match fault {
            MoneyFault::Negative => ("a price cannot be less than nothing", "write it without the minus sign"),
            MoneyFault::FractionOfPenny => {
                ("a price has at most two figures after the point", "write pounds and whole pence, such as 7.50")
            }
            MoneyFault::OutOfRange => ("this is no price", "write pounds and pence between 0 and 100000, such as 7.50"),
        };
        found.push(RULE.at(amount.span, title).help(help));
    }
}
