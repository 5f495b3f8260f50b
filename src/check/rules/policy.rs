//! The numbers of `[policy]` can be meant.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "policy", level: Level::Error, fixed: false, explain: include_str!("policy.md"), check: Check::All(check) };

/// Ten years.
const MOST_DAYS: i64 = 3_650;
const MOST_LISTINGS: i64 = 10_000;

/// Reports numbers out of range, and an end before its warning.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(policy) = whole.draft.project.as_ref().map(|project| &project.policy) else { return };
    let days = [&policy.warn_after_days, &policy.stop_after_days, &policy.numbers_after_days, &policy.paused_after_days];
    let days = days.map(|number| (number, MOST_DAYS));
    let mut in_range = true;
    for (number, most) in days.into_iter().chain([(&policy.crowded, MOST_LISTINGS)]) {
        if let Some(number) = number.as_ref().filter(|number| !(1..=most).contains(&number.value)) {
            in_range = false;
            let finding = RULE.at(number.span, "this number cannot be used").label(format!("from 1 to {most}"));
            found.push(finding.help("write a number in this range, or take the line out for the usual one"));
        }
    }
    let (warn, stop) = (whole.policy.warn_after_days, whole.policy.stop_after_days);
    if in_range && stop < warn {
        let span = policy.stop_after_days.as_ref().or(policy.warn_after_days.as_ref()).map_or(whole.top, |number| number.span);
        let finding = RULE.at(span, "entries would be stopped before they are warned of");
        let label = format!("the warning comes after {warn} days, the end after {stop}");
        found.push(finding.label(label).help("make stop_after_days larger than warn_after_days"));
    }
}
