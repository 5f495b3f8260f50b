//! The month at a glance: a grid of weeks as on a wall calendar, and what is different in it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::shown::Shown;
use super::words::{self, typeset};
use crate::model::{Calendar, Closure, Date, Month, Venue, Weekday, Word};

/// The month as a wall calendar.
#[derive(Debug, Clone, Serialize)]
pub struct MonthView {
    /// "Mon" to "Sun", the heads of the columns.
    pub weekdays: Vec<String>,
    /// Its weeks, each of seven days; none for a day of another month.
    pub weeks: Vec<Vec<Option<MonthDayView>>>,
    /// What is different: "Friday 25 December: bank holiday, Christmas Day".
    pub notes: Vec<String>,
}

/// A day of the wall calendar.
#[derive(Debug, Clone, Serialize)]
pub struct MonthDayView {
    /// "25".
    pub number: String,
    /// "Friday 25 December".
    pub name: String,
    /// "31 on", or nothing when nothing is.
    pub count: String,
    /// What the whole day is, in a word or two: "bank holiday", "closed".
    pub mark: Option<&'static str>,
}

/// The month of an issue, with how much of what is shown is on each day.
pub(super) fn month(shown: &Shown<'_, '_>) -> MonthView {
    let (month, calendar) = (shown.issue.month(), &shown.issue.catalogue().content().calendar);
    let mut counts: BTreeMap<Date, usize> = BTreeMap::new();
    for when in shown.all().into_iter().flat_map(|at| shown.issue.dates(at)) {
        *counts.entry(when.date).or_default() += 1;
    }
    let days: Vec<Date> = month.days().collect();
    let weeks = days.chunk_by(|_, next| Weekday::of(*next) != Weekday::Monday).map(|week| {
        let before = week.first().map_or(0, |first| column(*first));
        let mut cells: Vec<Option<MonthDayView>> = std::iter::repeat_with(|| None).take(before).collect();
        cells.extend(week.iter().map(|date| Some(day(*date, calendar, counts.get(date).copied().unwrap_or_default()))));
        cells.resize_with(Weekday::ALL.len(), || None);
        cells
    });
    let weekdays = Weekday::ALL.iter().map(|day| day.name()[..3].to_owned()).collect();
    MonthView { weekdays, weeks: weeks.collect(), notes: notes(shown) }
}

/// 0 for a Monday.
fn column(date: Date) -> usize {
    Weekday::ALL.iter().position(|day| *day == Weekday::of(date)).unwrap_or_default()
}

fn day(date: Date, calendar: &Calendar, count: usize) -> MonthDayView {
    let holiday = calendar.holiday(date).map(|_| "bank holiday");
    MonthDayView {
        number: date.day().to_string(),
        name: words::weekday_date(date),
        count: if count == 0 { String::new() } else { format!("{count} on") },
        mark: holiday.or(calendar.closure(date, None).map(|_| "closed")),
    }
}

/// What is different in the month, in the order of its days: bank holidays, closures, school holidays.
pub(super) fn notes(shown: &Shown<'_, '_>) -> Vec<String> {
    let (month, calendar) = (shown.issue.month(), &shown.issue.catalogue().content().calendar);
    let holidays = month.days().filter_map(|date| calendar.holiday(date));
    let mut notes: Vec<(Date, String)> =
        holidays.map(|holiday| (holiday.date, format!("{}: {}", words::weekday_date(holiday.date), typeset(&holiday.reason())))).collect();
    notes.extend(closures(shown, month, calendar));
    let listings = shown.issue.catalogue().listings();
    let mut sessions = shown.all().into_iter().flat_map(|at| &listings[at].sessions);
    if sessions.any(|session| session.term_time_only) {
        notes.extend(school_holidays(month, calendar));
    }
    // Stable: on one day, bank holidays come before closures.
    notes.sort_by_key(|(date, _)| *date);
    notes.into_iter().map(|(_, note)| note).collect()
}

/// Closures of everything and of venues that are shown; those with the same days and reason share a line.
fn closures(shown: &Shown<'_, '_>, month: Month, calendar: &Calendar) -> Vec<(Date, String)> {
    let listings = shown.issue.catalogue().listings();
    let venues = shown.all().into_iter().flat_map(|at| &listings[at].venues);
    let names: BTreeSet<&str> =
        venues.filter_map(|venue| if let Venue::Public { name, .. } = venue { Some(name.as_str()) } else { None }).collect();
    let known = |closure: &&Closure| closure.venue.as_deref().is_none_or(|venue| names.contains(venue));
    let mut lines: Vec<(&Closure, Vec<String>)> = Vec::new();
    let here = calendar.closures.iter().filter(|closure| closure.from <= month.last() && closure.to >= month.first());
    for closure in here.filter(known) {
        let same = |(one, _): &&mut (&Closure, Vec<String>)| {
            (one.from, one.to, &one.reason, one.venue.is_none()) == (closure.from, closure.to, &closure.reason, closure.venue.is_none())
        };
        let venue = closure.venue.as_deref().map(typeset);
        match lines.iter_mut().find(same) {
            Some((_, venues)) => venues.extend(venue),
            None => lines.push((closure, venue.into_iter().collect())),
        }
    }
    lines
        .into_iter()
        .map(|(closure, venues)| {
            let (days, reason) = (stretch(closure.from, closure.to), typeset(&closure.reason));
            let note =
                if venues.is_empty() { format!("everything is closed, {reason}") } else { format!("{reason} ({})", words::list(&venues)) };
            (closure.from, format!("{days}: {note}"))
        })
        .collect()
}

/// "Friday 4 December"; "24 December to 1 January".
fn stretch(from: Date, to: Date) -> String {
    if from == to { words::weekday_date(from) } else { format!("{} to {}", words::day_month(from), words::day_month(to)) }
}

/// School holidays that have a day in the month.
fn school_holidays(month: Month, calendar: &Calendar) -> Vec<(Date, String)> {
    let here = calendar.school_holidays().filter(|(from, to)| *from <= month.last() && *to >= month.first());
    here.map(|(from, to)| (from, format!("{}: school holidays", stretch(from, to)))).collect()
}
