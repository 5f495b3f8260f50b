//! Every second week is counted from a first date.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Weekday;

pub(super) const RULE: Rule = Rule {
    name: "every-needs-starting",
    level: Level::Error,
    fixed: false,
    explain: include_str!("every_needs_starting.md"),
    check: Check::Each(check),
};

/// Reports `every` without a first date or out of bounds, and a first date on another weekday.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        if let Some(every) = &session.every {
            if !(1..=52).contains(&every.value) {
                let finding = RULE.at(every.span, "a session can be every 1 to 52 weeks");
                found.push(finding.help("write every = 2 for every second week; leave it out for every week"));
            } else if every.value > 1 && session.starting.is_none() {
                let finding = RULE.at(every.span, format!("every {} weeks, but counted from when?", every.value));
                found.push(finding.help("add the date of any one session, such as starting = 2026-09-01"));
            }
        }
        if let Some(starting) = &session.starting {
            let day = Weekday::of(starting.value);
            if let Some(first) = session.days.first().filter(|_| !session.days.iter().any(|known| known.value == day)) {
                let finding =
                    RULE.at(starting.span, format!("{} is a {}, which is none of this session's days", starting.value, day.name()));
                found.push(finding.also(first.span, "its days are named here").help("write the date of its first session"));
            }
        }
    }
}
