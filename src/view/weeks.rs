//! What is on, week by week: a page for each week of the month, as far as it lies in it.

use serde::Serialize;

use super::days::{DayRow, Diary, INDEX, date_href};
use super::gathered::Pages;
use super::listing::LinkView;
use super::site::PageBody;
use super::words;
use crate::model::{Date, Month};

/// Above how many sessions a week is told by counts alone: nobody reads a page that long, and its days have pages of
/// their own.
const MOST: usize = 300;

/// `week.html`: a week, day by day.
#[derive(Debug, Clone, Serialize)]
pub struct WeekView {
    /// "What is on: 7 to 13 December".
    pub heading: String,
    /// "142 sessions".
    pub count: String,
    /// Its days.
    pub days: Vec<WeekDayView>,
    /// The week before.
    pub previous: Option<LinkView>,
    /// The week after.
    pub next: Option<LinkView>,
}

/// A day of a week.
#[derive(Debug, Clone, Serialize)]
pub struct WeekDayView {
    /// "Tuesday 8 December".
    pub name: String,
    /// Its own page, from the root.
    pub href: String,
    /// "31 sessions"; "Nothing is on".
    pub count: String,
    /// What is special about it: "Bank holiday: Christmas Day".
    pub notes: Vec<String>,
    /// The sessions, earliest first; empty in a week with very many.
    pub rows: Vec<DayRow>,
}

/// A link to a week's page: "Week of 7 to 13 December".
pub(super) fn link(week: &[Date]) -> Option<LinkView> {
    Some(LinkView { name: format!("Week of {}", name(week)?), href: href(week)? })
}

/// Adds the page of each week.
pub(super) fn add(diary: &Diary<'_>, weeks: &[&[Date]], pages: &mut Pages<'_>) {
    for (at, week) in weeks.iter().enumerate() {
        let (Some(name), Some(href)) = (name(week), href(week)) else { continue };
        let sessions: usize = week.iter().map(|date| diary.sessions(*date)).sum();
        let heading = format!("What is on: {name}");
        let description = format!("{} from {name}.", words::count(sessions, "session", "sessions"));
        let view = WeekView {
            heading: heading.clone(),
            count: words::count(sessions, "session", "sessions"),
            days: week.iter().map(|date| day(diary, *date, sessions <= MOST)).collect(),
            previous: at.checked_sub(1).and_then(|before| link(weeks[before])),
            next: weeks.get(at + 1).and_then(|after| link(after)),
        };
        let trail = [LinkView { name: "What is on".to_owned(), href: INDEX.to_owned() }];
        pages.add(&href, &heading, description, "day", &trail, PageBody::Week(view));
    }
}

fn day(diary: &Diary<'_>, date: Date, in_full: bool) -> WeekDayView {
    let link = diary.date_link(date);
    let rows = if in_full { diary.rows(date) } else { Vec::new() };
    WeekDayView { name: link.name, href: date_href(date), count: link.count, notes: link.notes, rows }
}

/// "7 to 13 December"; of a week with one day in the month, "1 November".
fn name(week: &[Date]) -> Option<String> {
    let (first, last) = (week.first()?, week.last()?);
    let month = Month::of(*last).name();
    Some(if first == last { words::day_month(*last) } else { format!("{} to {} {month}", first.day(), last.day()) })
}

fn href(week: &[Date]) -> Option<String> {
    Some(format!("day/week-{}.html", week.first()?))
}
