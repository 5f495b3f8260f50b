//! What is on, by the day: the month, each day of the week, each date, with what does not happen and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::build::Views;
use super::gathered::Pages;
use super::listing::LinkView;
use super::paging::{Head, ROWS, within};
use super::shown::Shown;
use super::site::PageBody;
use super::words::{self, typeset};
use super::{glance, weeks};
use crate::catalogue::At;
use crate::issue::When;
use crate::model::{Calendar, Date, Month, TimeOfDay, Weekday, Word, is_bank_holiday};

/// `days.html`: the month by the day of the week and by date.
#[derive(Debug, Clone, Serialize)]
pub struct DaysView {
    /// "What is on in December 2026".
    pub heading: String,
    /// Monday to Sunday.
    pub weekdays: Vec<DayLink>,
    /// What is different in the month: "Friday 25 December: bank holiday, Christmas Day".
    pub different: Vec<String>,
    /// The dates of the month, by the week.
    pub weeks: Vec<WeekLinks>,
}

/// A week with its dates.
#[derive(Debug, Clone, Serialize)]
pub struct WeekLinks {
    /// "Week of 7 to 13 December".
    pub link: LinkView,
    /// Its dates, as far as they are in the month.
    pub days: Vec<DayLink>,
}

/// A day with how much is on.
#[derive(Debug, Clone, Serialize)]
pub struct DayLink {
    /// "Tuesdays", "Tuesday 8 December".
    pub name: String,
    /// The page, from the root.
    pub href: String,
    /// "31 sessions"; "Nothing is on".
    pub count: String,
    /// What is special about it: "Bank holiday: Christmas Day".
    pub notes: Vec<String>,
}

/// `day.html`: a day of the week, or a date.
#[derive(Debug, Clone, Serialize)]
pub struct DayView {
    /// "What is on: Tuesday 8 December".
    pub heading: String,
    /// "31 sessions".
    pub count: String,
    /// What is special about it: "Bank holiday: Christmas Day".
    pub notes: Vec<String>,
    /// Sessions by the part of the day.
    pub parts: Vec<DayPart>,
    /// What would be on but is not.
    pub not_on: Vec<NotOnView>,
    /// The heading of `others`: "Dates", "Other days".
    pub others_heading: String,
    /// Dates of this day of the week; or this day of the week.
    pub others: Vec<LinkView>,
    /// The day before.
    pub previous: Option<LinkView>,
    /// The day after.
    pub next: Option<LinkView>,
}

/// A part of the day.
#[derive(Debug, Clone, Serialize)]
pub struct DayPart {
    /// "Morning".
    pub name: &'static str,
    /// The sessions, earliest first.
    pub rows: Vec<DayRow>,
}

/// A session on a day.
#[derive(Debug, Clone, Serialize)]
pub struct DayRow {
    /// "midday to 2pm".
    pub times: String,
    /// The listing's name.
    pub name: String,
    /// Its page, from the root.
    pub href: String,
    /// The town, or the area it serves.
    pub place: String,
    /// On a day of the week: "Only on 8 and 22 December", when it is not every week.
    pub only: Option<String>,
    /// "Ask first: Christmas Day", where the provider has not decided.
    pub ask: Option<String>,
}

/// Something that would be on, but is not.
#[derive(Debug, Clone, Serialize)]
pub struct NotOnView {
    /// The listing's name.
    pub name: String,
    /// Its page, from the root.
    pub href: String,
    /// "bank holiday, Christmas Day"; empty where nobody says.
    pub reason: String,
}

/// The page that leads to all days.
pub(super) const INDEX: &str = "day/index.html";

/// Sessions of the month in the order of the day: from, to, the listing, the session.
type Key = (TimeOfDay, TimeOfDay, At, usize);

/// What is on and what is not, for each date.
pub(super) struct Diary<'d> {
    shown: &'d Shown<'d, 'd>,
    views: &'d Views,
    on: BTreeMap<Date, BTreeMap<Key, &'d When>>,
    off: BTreeMap<Date, Vec<(At, &'d str)>>,
}

/// Adds the pages of all days.
pub(super) fn days<'v>(shown: &'v Shown<'v, 'v>, views: &'v Views, pages: &mut Pages<'v>) {
    let diary = Arc::new(Diary::new(shown, views));
    let month = shown.issue.month();
    let heading = format!("What is on in {}", month.title());
    let dates: Vec<Date> = month.days().collect();
    let weekdays = Weekday::ALL.iter().map(|day| diary.weekday_link(*day)).collect();
    let chunks: Vec<&[Date]> = dates.chunk_by(|_, next| Weekday::of(*next) != Weekday::Monday).collect();
    let days = |week: &[Date]| week.iter().map(|date| diary.date_link(*date)).collect();
    let weeks = chunks.iter().filter_map(|week| Some(WeekLinks { link: weeks::link(week)?, days: days(week) })).collect();
    let different = glance::notes(shown);
    let description = format!("Groups and sessions on each day of {}.", month.title());
    pages.add(INDEX, &heading, description, "day", &[], PageBody::Days(DaysView { heading: heading.clone(), weekdays, different, weeks }));
    weeks::add(&diary, &chunks, pages);
    for day in Weekday::ALL {
        diary.add_weekday(*day, pages);
    }
    for date in &dates {
        diary.add_date(*date, pages);
    }
}

impl<'d> Diary<'d> {
    fn new(shown: &'d Shown<'d, 'd>, views: &'d Views) -> Self {
        let mut diary = Diary { shown, views, on: BTreeMap::new(), off: BTreeMap::new() };
        for at in shown.all() {
            for when in shown.issue.dates(at) {
                diary.on.entry(when.date).or_default().insert((when.from, when.to, at, when.session), when);
            }
            for omission in shown.issue.omitted(at) {
                diary.off.entry(omission.date).or_default().push((at, &omission.reason));
            }
        }
        diary
    }

    fn calendar(&self) -> &'d Calendar {
        &self.shown.issue.catalogue().content().calendar
    }

    fn dates(&self, day: Weekday) -> Vec<Date> {
        self.shown.issue.month().days().filter(|date| Weekday::of(*date) == day).collect()
    }

    /// How many sessions are on a date.
    pub(super) fn sessions(&self, date: Date) -> usize {
        self.on.get(&date).map_or(0, BTreeMap::len)
    }

    /// The sessions of a day of the week with their dates.
    fn weekly(&self, day: Weekday) -> BTreeMap<Key, Vec<Date>> {
        let mut sessions: BTreeMap<Key, Vec<Date>> = BTreeMap::new();
        for date in self.dates(day) {
            for key in self.on.get(&date).into_iter().flat_map(BTreeMap::keys) {
                sessions.entry(*key).or_default().push(date);
            }
        }
        sessions
    }

    fn weekday_link(&self, day: Weekday) -> DayLink {
        DayLink { name: format!("{}s", day.name()), href: weekday_href(day), count: count(self.weekly(day).len()), notes: Vec::new() }
    }

    /// A date with how much is on.
    pub(super) fn date_link(&self, date: Date) -> DayLink {
        let notes = notes(self.calendar(), date);
        DayLink { name: words::weekday_date(date), href: date_href(date), count: count(self.sessions(date)), notes }
    }

    /// The sessions of a date, earliest first.
    pub(super) fn rows(&self, date: Date) -> Vec<DayRow> {
        self.on.get(&date).into_iter().flatten().map(|(key, when)| self.row(*key, None, when.ask.as_deref())).collect()
    }

    fn row(&self, (from, to, at, session): Key, only: Option<String>, ask: Option<&str>) -> DayRow {
        let view = &self.views.listings[at];
        let wanted = self.shown.issue.catalogue().listing(at).sessions.get(session).and_then(|session| session.venue.as_deref());
        let held = view.venues.iter().find(|venue| wanted.is_some_and(|name| typeset(name) == venue.name)).or(view.venues.first());
        DayRow {
            times: words::times(from, to),
            name: view.name.clone(),
            href: view.href.clone(),
            place: held.map_or_else(|| view.area.clone(), |venue| venue.town.clone()),
            only,
            ask: ask.map(|name| format!("Ask first: {}", typeset(name))),
        }
    }

    fn add_weekday(self: &Arc<Self>, day: Weekday, pages: &mut Pages<'d>) {
        let dates = self.dates(day);
        let month = self.shown.issue.month();
        let sessions: Vec<(Key, Vec<Date>)> = self.weekly(day).into_iter().collect();
        let heading = format!("What is on: {}s in {}", day.name(), month.title());
        let around = move |step: usize| {
            let at = Weekday::ALL.iter().position(|known| *known == day).unwrap_or_default();
            let other = Weekday::ALL[(at + step) % Weekday::ALL.len()];
            Some(LinkView { name: format!("{}s", other.name()), href: weekday_href(other) })
        };
        let description = format!("{} on {}s in {}.", count(sessions.len()), day.name(), month.title());
        let (href, trail) = (weekday_href(day), trail());
        let head = Head { path: &href, title: &heading, description: &description, section: "day", trail: &trail };
        let diary = Arc::clone(self);
        let heading = heading.clone();
        pages.add_parts_later(head, sessions.len(), ROWS, move |rows| {
            let rows = sessions[rows].iter().map(|(key, on)| (key.0, diary.row(*key, only(on, &dates), None)));
            PageBody::Day(DayView {
                heading: heading.clone(),
                count: count(sessions.len()),
                notes: Vec::new(),
                parts: parts(rows),
                not_on: Vec::new(),
                others_heading: "By date".to_owned(),
                others: dates.iter().map(|date| LinkView { name: words::weekday_date(*date), href: date_href(*date) }).collect(),
                previous: around(Weekday::ALL.len() - 1),
                next: around(1),
            })
        });
    }

    fn add_date(self: &Arc<Self>, date: Date, pages: &mut Pages<'d>) {
        let on: Vec<(Key, &'d When)> = self.on.get(&date).into_iter().flatten().map(|(key, when)| (*key, *when)).collect();
        let off: Vec<(At, &'d str)> = self.off.get(&date).cloned().unwrap_or_default();
        let heading = format!("What is on: {}", words::weekday_date(date));
        let day = Weekday::of(date);
        let month = self.shown.issue.month();
        let link = |other: Option<Date>| other.map(|other| LinkView { name: words::weekday_date(other), href: date_href(other) });
        let description = format!("{} on {}.", count(on.len()), words::weekday_date(date));
        let (href, trail) = (date_href(date), trail());
        let head = Head { path: &href, title: &heading, description: &description, section: "day", trail: &trail };
        let diary = Arc::clone(self);
        let heading = heading.clone();
        pages.add_parts_later(head, on.len() + off.len(), ROWS, move |rows| {
            let here = &on[within(on.len(), 0, &rows)];
            let missing = off[within(off.len(), on.len(), &rows)].iter().map(|(at, reason)| NotOnView {
                name: diary.views.listings[*at].name.clone(),
                href: diary.views.listings[*at].href.clone(),
                reason: typeset(reason),
            });
            PageBody::Day(DayView {
                heading: heading.clone(),
                count: count(on.len()),
                notes: notes(diary.calendar(), date),
                parts: parts(here.iter().map(|(key, when)| (key.0, diary.row(*key, None, when.ask.as_deref())))),
                not_on: missing.collect(),
                others_heading: "Every week".to_owned(),
                others: vec![LinkView { name: format!("{}s in {}", day.name(), month.name()), href: weekday_href(day) }],
                previous: link((date != month.first()).then(|| month.days().take_while(|other| *other < date).last()).flatten()),
                next: link(month.days().find(|other| *other > date)),
            })
        });
    }
}

fn trail() -> [LinkView; 1] {
    [LinkView { name: "What is on".to_owned(), href: INDEX.to_owned() }]
}

/// The page of a day of the week.
fn weekday_href(day: Weekday) -> String {
    format!("day/{}.html", day.word())
}

/// The page of a date.
pub(super) fn date_href(date: Date) -> String {
    format!("day/{date}.html")
}

fn count(sessions: usize) -> String {
    if sessions == 0 { "Nothing is on".to_owned() } else { words::count(sessions, "session", "sessions") }
}

/// "Only on 8 and 22 December", "Not on 25 December": for a session that is not on all of some dates.
fn only(on: &[Date], all: &[Date]) -> Option<String> {
    let missing: Vec<Date> = all.iter().copied().filter(|date| !on.contains(date)).collect();
    let (word, dates) = if missing.len() < on.len() { ("Not", missing.as_slice()) } else { ("Only", on) };
    let month = Month::of(*missing.last()?).name();
    let days: Vec<String> = dates.iter().map(|date| date.day().to_string()).collect();
    Some(format!("{word} on {} {month}", words::list(&days)))
}

/// What is special about a date for everybody.
fn notes(calendar: &Calendar, date: Date) -> Vec<String> {
    let closures = calendar.closures.iter().filter(|closure| closure.venue.is_none() && closure.from <= date && date <= closure.to);
    let holidays = calendar.holiday(date).into_iter().map(|holiday| {
        let name = typeset(&holiday.name);
        if is_bank_holiday(&name) { name } else { format!("Bank holiday: {name}") }
    });
    holidays.chain(closures.map(|closure| format!("Everything is closed: {}", typeset(&closure.reason)))).collect()
}

/// Rows by the part of the day in which they begin.
fn parts(rows: impl Iterator<Item = (TimeOfDay, DayRow)>) -> Vec<DayPart> {
    let mut parts: Vec<DayPart> = Vec::new();
    for (from, row) in rows {
        let name = match from.minutes() / 60 {
            0..12 => "Morning",
            12..17 => "Afternoon",
            _ => "Evening",
        };
        match parts.last_mut() {
            Some(part) if part.name == name => part.rows.push(row),
            _ => parts.push(DayPart { name, rows: vec![row] }),
        }
    }
    parts
}
