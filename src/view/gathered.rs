//! Pages on their way into the site: each gets its path, its address and its place in the whole.

use std::collections::BTreeSet;

use super::build::Views;
use super::listing::LinkView;
use super::paging::Head;
use super::shown::Shown;
use super::similar::Similar;
use super::site::{Body, DownloadView, ListingPageView, PageBody, PageMeta, SitePage};
use super::{events, structured};
use crate::catalogue::At;
use crate::model::{Date, Project};

/// Pages being gathered.
pub(super) struct Pages<'v> {
    project: &'v Project,
    /// The issue date.
    date: String,
    /// In the order they are made.
    pub list: Vec<SitePage<'v>>,
}

impl<'v> Pages<'v> {
    pub fn new(project: &'v Project, date: Date) -> Self {
        Pages { project, date: date.to_string(), list: Vec::new() }
    }

    /// Adds a page and hands out what it says of itself, for more to be said.
    pub fn add(
        &mut self,
        path: &str,
        title: &str,
        description: String,
        section: &'static str,
        trail: &[LinkView],
        body: PageBody<'v>,
    ) -> &mut PageMeta {
        self.add_body(Head { path, title, description: &description, section, trail }, Body::Ready(Box::new(body)))
    }

    /// The same for a page with much on it, which is put together when it is rendered.
    pub fn add_later(&mut self, head: Head<'_>, make: impl Fn() -> PageBody<'v> + Send + Sync + 'v) -> &mut PageMeta {
        self.add_body(head, Body::Later(Box::new(make)))
    }

    /// The same for a page that names the booklets.
    pub fn add_waiting(&mut self, head: Head<'_>, make: impl Fn(&[DownloadView]) -> PageBody<'v> + Send + Sync + 'v) {
        self.add_body(head, Body::Waiting(Box::new(make)));
    }

    fn add_body(&mut self, head: Head<'_>, body: Body<'v>) -> &mut PageMeta {
        let meta = meta(self.project, &self.date, head);
        self.list.push(SitePage { meta, body });
        let last = self.list.len() - 1;
        &mut self.list[last].meta
    }

    /// Tells each page of the calendar file beside it.
    pub fn link_calendars(&mut self, paths: &BTreeSet<String>) {
        for page in &mut self.list {
            page.meta.calendar = Some(events::path(&page.meta.path)).filter(|path| paths.contains(path));
        }
    }

    /// The page for addresses that are none: it is served at any depth, so its links start from the site's own path.
    pub fn not_found(&mut self) {
        let base = self.project.base_url.as_str();
        let path = base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()));
        let meta = self.add("404.html", "Page not found", "This page is not here.".to_owned(), "page", &[], PageBody::NotFound);
        meta.root = path.unwrap_or_else(|| "/".to_owned());
    }
}

/// What a page says of itself.
fn meta(project: &Project, date: &str, head: Head<'_>) -> PageMeta {
    let Head { path, title, description, section, trail } = head;
    let mut breadcrumb = vec![LinkView { name: "Home".to_owned(), href: "index.html".to_owned() }];
    breadcrumb.extend_from_slice(trail);
    if path == "index.html" {
        breadcrumb.clear();
    }
    PageMeta {
        path: path.to_owned(),
        root: "../".repeat(path.matches('/').count()),
        title: title.to_owned(),
        description: description.to_owned(),
        canonical: canonical(project, path),
        breadcrumb,
        section,
        paging: None,
        calendar: None,
        modified: date.to_owned(),
    }
}

/// The full address of a page.
fn canonical(project: &Project, path: &str) -> String {
    format!("{}{}", project.base_url.as_str(), if path == "index.html" { "" } else { path })
}

/// The pages of the listings that are shown. There are so many of them that each is put together as a whole when it is
/// rendered.
pub(super) struct ListingPages<'v> {
    shown: &'v Shown<'v, 'v>,
    views: &'v Views,
    similar: Similar<'v>,
    /// The paths of all calendar files.
    calendars: BTreeSet<String>,
    /// The listings, in the order of the catalogue.
    pub list: Vec<At>,
}

impl<'v> ListingPages<'v> {
    pub fn new(shown: &'v Shown<'v, 'v>, views: &'v Views, calendars: BTreeSet<String>) -> Self {
        ListingPages { shown, views, similar: Similar::new(shown), calendars, list: shown.all() }
    }

    fn project(&self) -> &'v Project {
        &self.shown.issue.catalogue().content().project
    }

    /// The page of a listing.
    pub fn page(&self, at: At) -> SitePage<'v> {
        let listing = &self.views.listings[at];
        let trail: Vec<LinkView> = listing.categories.first().cloned().into_iter().collect();
        let description = format!("{}. {}", listing.strap, listing.summary);
        let head = Head { path: &listing.href, title: &listing.name, description: &description, section: "listing", trail: &trail };
        let mut meta = meta(self.project(), &self.modified(at), head);
        meta.calendar = Some(events::path(&meta.path)).filter(|path| self.calendars.contains(path));
        let structured = structured::listing(self.shown.issue, at, listing);
        let body = ListingPageView { listing, similar: self.similar.of(at, self.views), structured };
        SitePage { meta, body: Body::Ready(Box::new(PageBody::Listing(Box::new(body)))) }
    }

    /// The full address of a listing's page.
    pub fn address(&self, at: At) -> String {
        canonical(self.project(), &self.views.listings[at].href)
    }

    /// The day its content was last known to be right: `2026-11-12`.
    pub fn modified(&self, at: At) -> String {
        self.shown.issue.catalogue().listing(at).checks.confirmed.to_string()
    }
}
