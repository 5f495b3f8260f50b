//! A run that is over is no longer shown.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::SessionDraft;
use crate::model::Date;

pub(super) const RULE: Rule =
    Rule { name: "session-over", level: Level::Warning, fixed: false, explain: include_str!("session_over.md"), check: Check::Each(check) };

/// Reports sessions of live listings with no date left.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    if !subject.listing.is_live() {
        return;
    }
    for session in &subject.listing.sessions {
        if is_over(session, subject.whole.today) {
            let span = session.last().map_or(session.span, |last| last.span);
            let finding = RULE.at(span, "this session is over and is not shown any more").label("its last date is before the issue date");
            found.push(finding.help("ask the provider whether it goes on: then correct the dates, or take the session out"));
        }
    }
}

/// Whether the last date of a session lies before the issue date.
pub(super) fn is_over(session: &SessionDraft, today: Date) -> bool {
    let ended = session.last().is_some_and(|last| last.value < today);
    let only_dates = session.pattern().is_none() && !session.extra.is_empty();
    (ended || only_dates) && session.extra.iter().all(|extra| extra.value < today)
}
