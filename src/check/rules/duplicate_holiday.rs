//! A bank holiday is named once.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-holiday",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("duplicate_holiday.md"),
    check: Check::All(check),
};

/// Reports a day that is named as a bank holiday twice.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut seen = BTreeMap::new();
    for date in whole.draft.calendar.holidays.iter().filter_map(|holiday| holiday.date.as_ref()) {
        if let Some(first) = seen.insert(date.value, date.span) {
            let finding = RULE.at(date.span, "this day stands here as a bank holiday twice").also(first, "here already");
            found.push(finding.help("correct the date, or take one of the two out"));
        }
    }
}
