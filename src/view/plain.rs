//! Every listing on one plain page, in the booklet's order: to print, to have read aloud, and for old screen readers.

use serde::Serialize;

use super::build::Views;
use super::gathered::Pages;
use super::listing::{ListingView, VenueView};
use super::paging::Head;
use super::shown::Shown;
use super::site::PageBody;
use super::words::{self, typeset};
use crate::catalogue::At;

/// `all.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AllView {
    /// "Everything on one page".
    pub heading: String,
    /// "165 services".
    pub count: String,
    /// Listings by category.
    pub groups: Vec<PlainGroup>,
}

/// A category, or as much of it as stands on this page.
#[derive(Debug, Clone, Serialize)]
pub struct PlainGroup {
    /// "Lunch clubs and food".
    pub name: String,
    /// Its listings; each stands under its first category only.
    pub entries: Vec<PlainEntry>,
}

/// A listing in a few lines.
#[derive(Debug, Clone, Serialize)]
pub struct PlainEntry {
    /// The name.
    pub name: String,
    /// The page, from the root.
    pub href: String,
    /// What readers must know before going.
    pub alert: Option<String>,
    /// The summary.
    pub summary: String,
    /// "Tuesdays, midday to 2pm", a line for each session and for what falls out.
    pub when: Vec<String>,
    /// Where it is, a line for each venue, and how else it reaches people.
    pub place: Vec<String>,
    /// What it costs.
    pub costs: Vec<String>,
    /// Who it is for.
    pub who_for: Vec<String>,
    /// Access.
    pub access: Vec<String>,
    /// "Telephone: 01632 960 123".
    pub contacts: Vec<String>,
}

/// Adds the page, or several of them.
pub(super) fn all<'v>(shown: &'v Shown<'v, 'v>, views: &'v Views, pages: &mut Pages<'v>) {
    let content = shown.issue.catalogue().content();
    let mut listings: Vec<(usize, At)> = shown.all().into_iter().filter_map(|at| Some((shown.home(at)?, at))).collect();
    listings.sort_unstable();
    let heading = "Everything on one page";
    let description = format!("Every service in {}, to print or to have read aloud.", typeset(&content.project.area));
    let trail = [super::downloads::link()];
    let head = Head { path: "all.html", title: heading, description: &description, section: "page", trail: &trail };
    pages.add_parts_later(head, listings.len(), 300, move |rows| {
        let here = listings[rows].chunk_by(|one, next| one.0 == next.0);
        let group = |group: &[(usize, At)]| PlainGroup {
            name: typeset(&content.categories[group[0].0].name),
            entries: group.iter().map(|(_, at)| entry(&views.listings[*at])).collect(),
        };
        PageBody::All(AllView {
            heading: heading.to_owned(),
            count: words::count(listings.len(), "service", "services"),
            groups: here.map(group).collect(),
        })
    });
}

/// A listing in a few lines.
pub(super) fn entry(view: &ListingView) -> PlainEntry {
    let sessions = view.sessions.iter().map(|session| {
        let first = format!("{}, {}", session.days, session.times);
        std::iter::once(first).chain(session.notes.iter().cloned()).collect::<Vec<_>>().join(". ")
    });
    let ways = view.contacts.iter().flat_map(|contact| {
        let label = contact.label.as_ref().map(|label| format!("{label}, ")).unwrap_or_default();
        contact.ways.iter().map(move |way| match label.as_str() {
            "" => format!("{}: {}", way.label, way.text),
            label => format!("{label}{}: {}", way.label.to_lowercase(), way.text),
        })
    });
    PlainEntry {
        name: view.name.clone(),
        href: view.href.clone(),
        alert: view.alert.clone(),
        summary: view.summary.clone(),
        when: sessions.chain(view.not_this_month.iter().cloned()).collect(),
        place: view.venues.iter().map(place).chain(view.reach.iter().map(|reach| format!("{reach}: {}", view.area))).collect(),
        costs: view.costs.clone(),
        who_for: view.who_for.clone(),
        access: view.access.clone(),
        contacts: ways.collect(),
    }
}

fn place(venue: &VenueView) -> String {
    let parts = [Some(&venue.name), venue.room.as_ref()].into_iter().flatten().chain(&venue.address);
    let parts = parts.chain([&venue.town]).chain(&venue.postcode).chain(&venue.masked);
    parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}
