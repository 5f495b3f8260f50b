//! What is on, day by day: the sessions of the month by the day of the week.

use super::build::Views;
use super::lists::{CalendarDay, CalendarEntry};
use super::shown::Shown;
use super::words;
use crate::issue::When;
use crate::model::{Date, Weekday, Word};

/// The days of the week on which something happens this month, Monday first.
pub(super) fn days(shown: &Shown<'_, '_>, views: &Views) -> Vec<CalendarDay> {
    let month = shown.issue.month();
    Weekday::ALL
        .iter()
        .map(|day| {
            let all: Vec<Date> = month.days().filter(|date| Weekday::of(*date) == *day).collect();
            CalendarDay { name: format!("{}s", day.name()), entries: entries(shown, views, &all) }
        })
        .filter(|day| !day.entries.is_empty())
        .collect()
}

/// Sessions on some dates, earliest in the day first.
fn entries(shown: &Shown<'_, '_>, views: &Views, all: &[Date]) -> Vec<CalendarEntry> {
    let mut entries = Vec::new();
    for at in shown.all() {
        let dates = shown.issue.dates(at);
        let mut sessions: Vec<(&When, Vec<Date>)> = Vec::new();
        for when in dates.iter().filter(|when| all.contains(&when.date)) {
            match sessions.iter_mut().find(|(first, _)| (first.session, first.from, first.to) == (when.session, when.from, when.to)) {
                Some((_, dates)) => dates.push(when.date),
                None => sessions.push((when, vec![when.date])),
            }
        }
        for (first, dates) in sessions {
            let view = &views.listings[at];
            let only: Vec<String> = dates.iter().map(|date| date.day().to_string()).collect();
            let entry = CalendarEntry {
                times: words::times(first.from, first.to),
                id: view.id.clone(),
                name: view.name.clone(),
                place: view.venues.first().map(|venue| venue.town.clone()).unwrap_or_default(),
                only: (dates.len() < all.len()).then(|| words::list(&only)),
            };
            entries.push(((first.from, first.to, at), entry));
        }
    }
    entries.sort_by_key(|(key, _)| *key);
    entries.into_iter().map(|(_, entry)| entry).collect()
}
