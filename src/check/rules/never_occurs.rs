//! A session happens some day.

use jiff::ToSpan;

use super::session_over::is_over;
use super::{Check, Rule};
use crate::check::{Subject, accept};
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{ListingDraft, SessionDraft};
use crate::model::Occurrence;

pub(super) const RULE: Rule =
    Rule { name: "never-occurs", level: Level::Error, fixed: false, explain: include_str!("never_occurs.md"), check: Check::Each(check) };

/// How far to look ahead: a year, and a month for those who moved their yearly date.
const AHEAD: i64 = 400;
/// A run whose last date was this short a time ago has not gone wrong, it is just over.
const BEHIND: i64 = 92;

/// Reports sessions of live listings for which no date can be found.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    if !subject.listing.is_live() {
        return;
    }
    let today = subject.whole.today;
    for draft in &subject.listing.sessions {
        let Some(session) = accept::session(draft) else { continue };
        let first = session.starting.map_or(today, |starting| starting.max(today));
        let undated = session.has_no_pattern() || (session.every > 1 && session.starting.is_none());
        let no_term = session.term_time_only && !subject.whole.calendar.terms.iter().any(|term| term.to >= today);
        // Each of these has a rule of its own.
        if undated || no_term || is_over(draft, today) || session.from >= session.to {
            continue;
        }
        let venue = venue_of(subject.listing, draft);
        let held = |days: i64| {
            let date = first.saturating_add(days.days());
            matches!(session.on(date, &subject.whole.calendar, venue), Occurrence::Happens | Occurrence::Check(_))
        };
        if !(0..=AHEAD).any(held) && !(-BEHIND..0).any(held) {
            let finding = RULE.at(draft.span, "no date can be found on which this session is held");
            found.push(
                finding
                    .label(format!("looked from {first} to {}", first.saturating_add(AHEAD.days())))
                    .help("look at its days, weeks and dates together, and at closures and terms in content/closures.toml"),
            );
        }
    }
}

/// The name of the venue at which a session is held, as closures name it.
pub(super) fn venue_of<'l>(listing: &'l ListingDraft, session: &'l SessionDraft) -> Option<&'l str> {
    let first = listing.venues.first().filter(|venue| !venue.is_masked()).and_then(|venue| venue.name.as_ref());
    session.venue.as_ref().or(first).map(|name| name.value.as_str())
}
