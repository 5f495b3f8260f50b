//! Weeks of the month are the first to the fifth, or the last.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::WeekOfMonth;

pub(super) const RULE: Rule =
    Rule { name: "nth-week", level: Level::Error, fixed: false, explain: include_str!("nth_week.md"), check: Check::Each(check) };

/// Reports weeks that no month has, weeks named twice, and weeks together with `every`.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        let mut seen = BTreeMap::new();
        for week in &session.weeks {
            if WeekOfMonth::new(week.value).is_none() {
                let finding = RULE.at(week.span, format!("no month has a week {}", week.value));
                found.push(finding.help("write 1 to 5 for the first to the fifth of the month, or -1 for the last"));
            } else if let Some(first) = seen.insert(week.value, week.span) {
                let finding = RULE.at(week.span, "this week of the month is named twice").also(first, "here already");
                found.push(finding.help("take one of the two out"));
            }
        }
        if let (Some(week), Some(every)) = (session.weeks.first(), session.every.as_ref().filter(|every| every.value > 1)) {
            let finding = RULE.at(every.span, "a session goes by weeks of the month or by every so many weeks, not both");
            found.push(finding.also(week.span, "weeks of the month are named here").help("take one of the two out"));
        }
    }
}
