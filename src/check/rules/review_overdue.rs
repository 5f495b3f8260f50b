//! An entry that nobody checks is not published.

use super::review_due::unchecked;
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "review-overdue",
    level: Level::Error,
    fixed: false,
    explain: include_str!("review_overdue.md"),
    check: Check::Each(check),
};

/// Reports live listings that have not been checked for too long.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let limit = i64::from(subject.whole.policy.stop_after_days);
    if let Some((confirmed, days)) = unchecked(subject).filter(|(_, days)| *days > limit) {
        let finding = RULE.at(confirmed.span, format!("nobody has checked this entry for {days} days"));
        let finding = finding.label(format!("{limit} days are the most"));
        found.push(
            finding.help("ask the provider whether all is still right, then write the day; if nobody answers, write status = \"closed\""),
        );
    }
}
