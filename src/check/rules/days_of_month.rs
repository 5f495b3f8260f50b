//! Days of the month are the 1st to the 31st, or the last.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::SessionDraft;
use crate::model::MonthDay;
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "days-of-month", level: Level::Error, fixed: false, explain: include_str!("days_of_month.md"), check: Check::Each(check) };

/// Reports days that no month has, days named twice, and days of the month together with days of the week.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        let mut seen = BTreeMap::new();
        for day in &session.month_days {
            if MonthDay::new(day.value).is_none() {
                let finding = RULE.at(day.span, format!("no month has a day {}", day.value));
                found.push(finding.help("write 1 to 31, or -1 for the last day of each month"));
            } else if let Some(first) = seen.insert(day.value, day.span) {
                let finding = RULE.at(day.span, "this day of the month is named twice").also(first, "here already");
                found.push(finding.help("take one of the two out"));
            }
        }
        if let (Some(day), Some((key, other))) = (session.month_days.first(), other_pattern(session)) {
            let finding = RULE.at(day.span, format!("a session goes by days of the month or by `{key}`, not both"));
            found.push(finding.also(other, "the other is here").help("take one of the two out; two kinds of days are two sessions"));
        }
    }
}

/// The first key of a session that counts weeks or their days, and where it stands.
fn other_pattern(session: &SessionDraft) -> Option<(&'static str, Span)> {
    let days = session.days.first().map(|day| ("days", day.span));
    let weeks = session.weeks.first().map(|week| ("week", week.span));
    days.or(weeks).or(session.every.as_ref().map(|every| ("every", every.span)))
}
