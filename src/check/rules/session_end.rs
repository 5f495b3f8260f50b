//! A session ends after it begins.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "session-end", level: Level::Error, fixed: false, explain: include_str!("session_end.md"), check: Check::Each(check) };

/// Reports sessions that end when or before they begin.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        let (Some(from), Some(to)) = (&session.from, &session.to) else { continue };
        let (Some(begins), Some(ends)) = (from.ok(), to.ok()) else { continue };
        if ends > begins {
            continue;
        }
        let finding = RULE.at(to.span, "this session ends before it has begun").also(from.span, "it begins here");
        let finding = if ends.minutes() < 12 * 60 && ends.minutes() + 12 * 60 > begins.minutes() {
            finding.help(format!(
                "did you mean \"{:02}:{:02}\"? Afternoon hours are written 13 to 23",
                ends.minutes() / 60 + 12,
                ends.minutes() % 60
            ))
        } else {
            finding.help("correct one of the two times; a session that goes past midnight ends at \"24:00\"")
        };
        found.push(finding);
    }
}
