//! A service is not in the same place twice at once.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::{Subject, accept};
use crate::diag::{Diagnostics, Level};
use crate::load::draft::SessionDraft;
use crate::model::{Session, TimeOfDay, Weekday};

pub(super) const RULE: Rule = Rule {
    name: "overlapping-sessions",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("overlapping_sessions.md"),
    check: Check::Each(check),
};

/// Of more sessions at one time than this, not every pair is named.
const CROWD: usize = 20;

/// Reports weekly sessions of a listing that overlap on a weekday at the same venue.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let right = subject.listing.sessions.iter().filter_map(|draft| Some((draft, accept::session(draft)?)));
    let weekly: Vec<(&SessionDraft, Session)> =
        right.filter(|(_, session)| session.every == 1 && session.weeks.is_empty() && session.from < session.to).collect();
    let mut slots: Vec<(Option<&str>, Weekday, TimeOfDay, usize)> = Vec::new();
    for (at, (_, session)) in weekly.iter().enumerate() {
        slots.extend(session.days.iter().map(|day| (session.venue.as_deref(), *day, session.from, at)));
    }
    slots.sort_unstable();
    let mut said = BTreeSet::new();
    for (place, &(venue, day, _, one)) in slots.iter().enumerate() {
        for &(other_venue, other_day, from, other) in slots[place + 1..].iter().take(CROWD) {
            let ((one_draft, one_session), (other_draft, other_session)) = (&weekly[one], &weekly[other]);
            if other_venue != venue || other_day != day || from >= one_session.to {
                break;
            }
            if share_dates(one_session, other_session) && said.insert((one.min(other), one.max(other))) {
                let (first, second) = if one < other { (one_draft, other_draft) } else { (other_draft, one_draft) };
                let finding = RULE.at(second.span, format!("two sessions are held at the same time on {}", day.name()));
                found.push(
                    finding
                        .also(first.span, "the other one")
                        .help("correct the times; or if both are right, say at which venue each one is"),
                );
            }
        }
    }
}

/// Whether the runs of two sessions have days in common.
fn share_dates(one: &Session, other: &Session) -> bool {
    let ends_before = |one: &Session, other: &Session| one.until.zip(other.starting).is_some_and(|(until, starting)| until < starting);
    !ends_before(one, other) && !ends_before(other, one)
}
