//! Ages are years of a life, the younger first.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "ages", level: Level::Error, fixed: false, explain: include_str!("ages.md"), check: Check::Each(check) };

/// The oldest age that makes sense in a listing.
const OLDEST: i64 = 120;

/// Reports ages nobody has, and a youngest age above the oldest.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let audience = &subject.listing.audience;
    for age in audience.min_age.iter().chain(&audience.max_age).filter(|age| !(0..=OLDEST).contains(&age.value)) {
        found.push(RULE.at(age.span, format!("nobody is {} years old", age.value)).help("write an age between 0 and 120, or take it out"));
    }
    if let (Some(youngest), Some(oldest)) = (&audience.min_age, &audience.max_age)
        && youngest.value > oldest.value
    {
        let finding = RULE.at(youngest.span, "the youngest age is above the oldest").also(oldest.span, "the oldest age");
        found.push(finding.help("change the two round, or correct one of them"));
    }
}
