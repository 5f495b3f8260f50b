//! An entry is checked every few months.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Date;
use crate::source::Spanned;

pub(super) const RULE: Rule =
    Rule { name: "review-due", level: Level::Warning, fixed: false, explain: include_str!("review_due.md"), check: Check::Each(check) };

/// Reports live listings that nobody has checked for a while.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let policy = &subject.whole.policy;
    if let Some((confirmed, days)) = unchecked(subject).filter(|(_, days)| *days <= i64::from(policy.stop_after_days)) {
        if days <= i64::from(policy.warn_after_days) {
            return;
        }
        let finding = RULE.at(confirmed.span, format!("nobody has checked this entry for {days} days"));
        let finding = finding.label(format!("after {} days it is not published", policy.stop_after_days));
        found.push(finding.help("ask the provider whether all is still right, then write the day"));
    }
}

/// When a live listing was last checked, and how many days before the issue date that was.
pub(super) fn unchecked<'a>(subject: &Subject<'a>) -> Option<(&'a Spanned<Date>, i64)> {
    let confirmed = subject.listing.checks.confirmed.as_ref().filter(|_| subject.listing.is_live())?;
    Some((confirmed, subject.whole.today.duration_since(confirmed.value).as_hours() / 24))
}
