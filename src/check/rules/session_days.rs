//! A session says on which days it is.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostic, Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "session-days", level: Level::Error, fixed: false, explain: include_str!("session_days.md"), check: Check::Each(check) };

/// Reports sessions without any day or date, and warns of a day named twice.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        if !session.says_days && session.extra.is_empty() {
            let finding = RULE.at(session.span, "this session does not say on which days it is");
            found.push(
                finding
                    .help("add them, such as days = [\"tuesday\"] or days_of_month = [1, 15]; or for single dates, extra = [2026-12-08]"),
            );
        }
        let mut seen = BTreeMap::new();
        for day in &session.days {
            if let Some(first) = seen.insert(day.value, day.span) {
                let finding = RULE.at(day.span, format!("{} is named twice", day.value.name())).also(first, "here already");
                let finding = finding.help("take one of the two out, or correct it if another day was meant");
                found.push(Diagnostic { level: Level::Warning, ..finding });
            }
        }
    }
}
