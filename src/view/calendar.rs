//! What is on, day by day: the sessions of the month by the day of the week.

use super::build::Views;
use super::lists::{LineGroup, LineView};
use super::said::tied;
use super::shown::Shown;
use super::words;
use crate::issue::When;
use crate::model::{Date, Weekday, Word};

/// The days of the week on which something happens this month, Monday first.
pub(super) fn days(shown: &Shown<'_, '_>, views: &Views) -> Vec<LineGroup> {
    let month = shown.issue.month();
    Weekday::ALL
        .iter()
        .map(|day| {
            let all: Vec<Date> = month.days().filter(|date| Weekday::of(*date) == *day).collect();
            LineGroup { name: format!("{}s", day.name()), lines: lines(shown, views, &all) }
        })
        .filter(|day| !day.lines.is_empty())
        .collect()
}

/// Sessions on some dates, earliest in the day first.
fn lines(shown: &Shown<'_, '_>, views: &Views, all: &[Date]) -> Vec<LineView> {
    let mut lines = Vec::new();
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
            let mut said = format!(" {}", view.name);
            if let Some(venue) = view.venues.first().filter(|venue| !venue.town.is_empty()) {
                said.push_str(&format!(", {}", venue.town));
            }
            if dates.len() < all.len() {
                let only: Vec<String> = dates.iter().map(|date| date.day().to_string()).collect();
                said.push_str(&format!(" ({})", tied(&words::list(&only))));
            }
            let strong = Some(tied(&words::times(first.from, first.to)));
            lines.push(((first.from, first.to, at), LineView { anchor: view.id.clone(), strong, said }));
        }
    }
    lines.sort_by_key(|(key, _)| *key);
    lines.into_iter().map(|(_, line)| line).collect()
}
