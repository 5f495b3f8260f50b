//! The dates of the month for people's own calendars: a file for each listing, category and place, and one for all.
//!
//! Each date is an event of its own. A rule such as "every Tuesday" would go on past the month, where nobody has
//! looked yet which holidays and closures fall on it; and every calendar program reads single events alike.

use std::collections::BTreeSet;

use super::build::{Views, category_href, place_href};
use super::days::INDEX;
use super::listing::ListingView;
use super::shown::Shown;
use super::words::typeset;
use crate::catalogue::At;
use crate::issue::{Issue, When};
use crate::model::{Date, Scope, TimeOfDay, Venue};

/// One date of a listing.
#[derive(Debug, Clone)]
pub struct EventView {
    /// The same for the same listing, date and time, in every issue.
    pub uid: String,
    /// Local time in Britain: `20261208T120000`.
    pub starts: String,
    /// Likewise; none when it ends when it begins.
    pub ends: Option<String>,
    /// The listing's name.
    pub title: String,
    /// Where to go, in one line; the town alone for a masked address.
    pub place: String,
    /// Summary, conditions, cost, telephone and the page's address, a line each.
    pub text: String,
    /// The listing's page.
    pub href: String,
    /// Names of its categories.
    pub categories: Vec<String>,
    /// Whether the provider has not decided: a bank holiday on which readers should ask first.
    pub tentative: bool,
}

/// A calendar file.
#[derive(Debug, Clone)]
pub struct CalendarView {
    /// Its path from the site's root: `listing/riverside-table.ics`.
    pub path: String,
    /// "Riverside Table, December 2026".
    pub title: String,
    /// The listings whose dates are in it.
    pub listings: Vec<At>,
}

/// All calendars of the site.
pub struct CalendarsView<'v, 'c> {
    shown: Shown<'v, 'c>,
    views: &'v Views,
    /// The files.
    pub files: Vec<CalendarView>,
    /// The issue date, `20261201`: when the events were last known to be right.
    pub stamp: String,
}

impl CalendarsView<'_, '_> {
    /// How many listings the catalogue has.
    pub fn listings(&self) -> usize {
        self.views.listings.len()
    }

    /// The events of a listing; none for one without dates or not shown. Made when they are asked for, because all
    /// of them together take more room than the files.
    pub fn events(&self, at: At) -> Vec<EventView> {
        let host = self.shown.issue.catalogue().content().project.base_url.host();
        if self.shown.has(at) { events(&self.shown, at, &self.views.listings[at], host) } else { Vec::new() }
    }
}

/// A category or place with more dates than this has no file: nobody wants them all in their calendar, and
/// programs refuse files that long.
const MOST_EVENTS: usize = 1_000;
/// The month has a file up to this many dates: those who want it (a newsletter, a notice board's screen) pick from it.
const MOST_OF_MONTH: usize = 2_500;

/// The calendars of the site.
pub fn calendars<'v, 'c>(issue: &'v Issue<'c>, views: &'v Views) -> CalendarsView<'v, 'c> {
    let shown = Shown::new(issue, Scope::Web);
    CalendarsView { files: files(&shown, views), shown, views, stamp: compact(issue.date()) }
}

/// The files, without what is in them.
fn files(shown: &Shown<'_, '_>, views: &Views) -> Vec<CalendarView> {
    let (issue, catalogue) = (shown.issue, shown.issue.catalogue());
    let content = catalogue.content();
    let coming = |at: At| issue.dates(at).iter().filter(|when| when.date >= issue.date()).count();
    let month = issue.month().title();
    let mut files = Vec::new();
    let mut file = |page: &str, name: &str, listings: Vec<At>, most: usize| {
        let listings: Vec<At> = listings.into_iter().filter(|at| coming(*at) > 0).collect();
        let all: usize = listings.iter().map(|at| coming(*at)).sum();
        if (1..=most).contains(&all) {
            files.push(CalendarView { path: path(page), title: format!("{}, {month}", typeset(name)), listings });
        }
    };
    for (at, category) in content.categories.iter().enumerate() {
        file(&category_href(category.id.as_str()), &category.name, shown.of(catalogue.in_category(at)), MOST_EVENTS);
    }
    for (at, locality) in content.localities.iter().enumerate() {
        file(&place_href(locality.id.as_str()), &locality.name, shown.of(catalogue.in_locality(at)), MOST_EVENTS);
    }
    file(INDEX, "What is on", shown.all(), MOST_OF_MONTH);
    for at in shown.all() {
        file(&views.listings[at].href, &views.listings[at].name, vec![at], usize::MAX);
    }
    files
}

/// The calendar file beside a page.
pub(super) fn path(page: &str) -> String {
    format!("{}.ics", page.strip_suffix(".html").unwrap_or(page))
}

/// The paths of all calendar files, to link to them.
pub(super) fn paths(shown: &Shown<'_, '_>, views: &Views) -> BTreeSet<String> {
    files(shown, views).into_iter().map(|file| file.path).collect()
}

/// The dates of a listing from the issue date on.
fn events(shown: &Shown<'_, '_>, at: At, view: &ListingView, host: &str) -> Vec<EventView> {
    let issue = shown.issue;
    let base = issue.catalogue().content().project.base_url.as_str();
    let mut events: Vec<EventView> = Vec::new();
    for when in issue.dates(at).iter().filter(|when| when.date >= issue.date()) {
        let starts = moment(when.date, when.from);
        let same = events.iter().filter(|event| event.starts == starts).count();
        let again = if same > 0 { format!("-{}", same + 1) } else { String::new() };
        let href = format!("{base}{}", view.href);
        events.push(EventView {
            uid: format!("{}-{}{again}@{host}", view.id, &starts[..13]),
            ends: (when.to > when.from).then(|| moment(when.date, when.to)),
            title: view.name.clone(),
            place: place(shown, at, when, view),
            text: text(shown, at, when, view, &href),
            categories: view.categories.iter().map(|category| category.name.clone()).collect(),
            tentative: when.ask.is_some(),
            starts,
            href,
        });
    }
    events
}

/// Where one date is held.
fn place(shown: &Shown<'_, '_>, at: At, when: &When, view: &ListingView) -> String {
    let listing = shown.issue.catalogue().listing(at);
    let wanted = listing.sessions.get(when.session).and_then(|session| session.venue.as_deref());
    let named = |venue: &Venue| matches!(venue, Venue::Public { name, .. } if Some(name.as_str()) == wanted);
    let held = listing.venues.iter().position(named).unwrap_or_default();
    let Some(venue) = view.venues.get(held) else {
        return if view.reach.is_empty() { view.area.clone() } else { view.reach.join(", ") };
    };
    let parts = [Some(&venue.name), venue.room.as_ref()].into_iter().flatten().chain(&venue.address);
    let parts = parts.chain([&venue.town]).chain(&venue.postcode).chain(&venue.masked);
    parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

fn text(shown: &Shown<'_, '_>, at: At, when: &When, view: &ListingView, href: &str) -> String {
    let session = shown.issue.catalogue().listing(at).sessions.get(when.session);
    let mut lines = vec![view.summary.clone()];
    lines.extend(when.ask.iter().map(|holiday| format!("Ask first: {}", typeset(holiday))));
    lines.extend(session.iter().flat_map(|session| session.booking.iter().chain(&session.note)).map(|line| typeset(line)));
    lines.extend((!view.costs.is_empty()).then(|| format!("Cost: {}", view.costs.join("; "))));
    let ways = view.contacts.iter().flat_map(|contact| &contact.ways);
    let phone = ways.clone().find(|way| matches!(way.kind, "phone" | "mobile")).or(ways.clone().next());
    lines.extend(phone.map(|way| format!("{}: {}", way.label, way.text)));
    lines.push(href.to_owned());
    lines.join("\n")
}

/// `20261208`.
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// `20261208T120000`; the midnight that ends a day is the beginning of the next.
fn moment(date: Date, time: TimeOfDay) -> String {
    let (date, minutes) = match time.minutes() {
        1440 => (date.tomorrow().unwrap_or(date), 0),
        minutes => (date, minutes),
    };
    format!("{}T{:02}{:02}00", compact(date), minutes / 60, minutes % 60)
}
