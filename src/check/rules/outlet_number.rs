//! Rounds and copies are numbers that can be counted.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "outlet-number", level: Level::Error, fixed: false, explain: include_str!("outlet_number.md"), check: Check::All(check) };

/// No outlet takes more copies than this, and no list has more rounds.
const MOST: i64 = 100_000;

/// Reports rounds and returned copies that cannot be, and more copies than anybody prints.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for outlet in &whole.draft.outlets {
        let numbers = outlet.round.iter().chain(&outlet.returned).filter(|number| !(0..=MOST).contains(&number.value));
        let copies = outlet.copies.iter().map(|(_, number)| number).filter(|number| number.value > MOST);
        for number in numbers.chain(copies) {
            found.push(RULE.at(number.span, format!("{} cannot be right here", number.value)).help("write a number between 0 and 100000"));
        }
    }
}
