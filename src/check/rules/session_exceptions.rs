//! Exceptions are about days that would be otherwise.

use super::never_occurs::venue_of;
use super::{Check, Rule};
use crate::check::{Subject, accept};
use crate::diag::{Diagnostics, Level};
use crate::model::{Occurrence, Session, Weekday};

pub(super) const RULE: Rule = Rule {
    name: "session-exceptions",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("session_exceptions.md"),
    check: Check::Each(check),
};

/// Reports `not_on` dates on which nothing would be, and `extra` dates on which the session is anyway.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    // Past exceptions are left in by many, and do no harm.
    let first = subject.whole.month.first();
    for draft in &subject.listing.sessions {
        let Some(session) = accept::session(draft) else { continue };
        let usual = Session { not_on: Vec::new(), extra: Vec::new(), ..session.clone() };
        for date in draft.not_on.iter().filter(|date| date.value >= first) {
            if session.extra.binary_search(&date.value).is_ok() {
                let finding = RULE.at(date.span, "this date is under both `not_on` and `extra`").label("as it stands, the session is held");
                found.push(finding.help("take it out of one of the two"));
            } else if !usual.is_regular(date.value) {
                let title = format!("{} {} is no day of this session anyway", Weekday::of(date.value).name(), date.value);
                found.push(RULE.at(date.span, title).help("correct the date, or take it out of `not_on`"));
            }
        }
        let venue = venue_of(subject.listing, draft);
        for date in draft.extra.iter().filter(|date| date.value >= first) {
            let kept = session.not_on.binary_search(&date.value).is_err();
            if kept && usual.on(date.value, &subject.whole.calendar, venue) == Occurrence::Happens {
                let title = format!("the session is held on {} {} anyway", Weekday::of(date.value).name(), date.value);
                found.push(RULE.at(date.span, title).help("correct the date, or take it out of `extra`"));
            }
        }
    }
}
