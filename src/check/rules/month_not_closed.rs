//! What has changed is counted from the issue before, and not from one still longer ago.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "month-not-closed",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("month_not_closed.md"),
    check: Check::All(check),
};

/// Reports the issue before when it was not closed, though an older one was.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let issues = whole.draft.issues.iter().filter_map(|issue| Some((issue.month?, issue.source)));
    let Some((before, source)) = issues.filter(|(month, _)| *month < whole.month).max_by_key(|(month, _)| *month) else { return };
    let closed = whole.draft.records.iter().filter_map(|record| record.month).filter(|month| *month < whole.month).max();
    let Some(closed) = closed.filter(|closed| *closed < before) else { return };
    let title = format!("{} was not closed, so what is new is counted from {}", before.title(), closed.title());
    let finding = RULE.at(Span::top(source), title);
    found.push(finding.help(format!("if {} has gone out: fingerpost close {before}", before.title())));
}
