//! A run of sessions ends after it starts.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "session-run", level: Level::Error, fixed: false, explain: include_str!("session_run.md"), check: Check::Each(check) };

/// Reports runs whose last date comes before their first.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        let (Some(starting), Some(until)) = (&session.starting, session.last()) else { continue };
        if until.value < starting.value {
            let finding = RULE.at(until.span, "this run of sessions ends before it starts").also(starting.span, "it starts here");
            found.push(finding.help("correct one of the two dates; look at the year too"));
        }
    }
}
