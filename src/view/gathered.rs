//! Pages on their way into the site: each gets its path, its address and its place in the whole.

use std::collections::BTreeSet;

use super::booklet::EntryView;
use super::listing::{LinkView, ListingView};
use super::shown::Shown;
use super::site::{ListingPageView, PageBody, PageMeta, SitePage};
use super::{events, structured};
use crate::model::{Date, Project};

/// Pages being gathered.
pub(super) struct Pages<'p> {
    project: &'p Project,
    /// The issue date.
    date: String,
    /// In the order they are made.
    pub list: Vec<SitePage>,
}

impl<'p> Pages<'p> {
    pub fn new(project: &'p Project, date: Date) -> Self {
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
        body: PageBody,
    ) -> &mut PageMeta {
        let mut breadcrumb = vec![LinkView { name: "Home".to_owned(), href: "index.html".to_owned() }];
        breadcrumb.extend_from_slice(trail);
        if path == "index.html" {
            breadcrumb.clear();
        }
        let canonical = if path == "index.html" { String::new() } else { path.to_owned() };
        let meta = PageMeta {
            path: path.to_owned(),
            root: "../".repeat(path.matches('/').count()),
            title: title.to_owned(),
            description,
            canonical: format!("{}{canonical}", self.project.base_url.as_str()),
            breadcrumb,
            section,
            paging: None,
            calendar: None,
            structured: None,
            modified: self.date.clone(),
        };
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

/// Adds the page of each listing that is shown.
pub(super) fn listings(shown: &Shown<'_, '_>, views: Vec<ListingView>, similar: Vec<Vec<EntryView>>, pages: &mut Pages<'_>) {
    use rayon::prelude::*;
    let read = views.par_iter().enumerate().map(|(at, view)| structured::listing(shown.issue, at, view)).collect::<Vec<String>>();
    let all = views.into_iter().zip(similar).zip(read).enumerate();
    for (at, ((listing, similar), structured)) in all.filter(|(at, _)| shown.has(*at)) {
        let trail: Vec<LinkView> = listing.categories.first().cloned().into_iter().collect();
        let description = format!("{}. {}", listing.strap, listing.summary);
        let (path, title) = (listing.href.clone(), listing.name.clone());
        let body = PageBody::Listing(Box::new(ListingPageView { listing, similar }));
        let meta = pages.add(&path, &title, description, "listing", &trail, body);
        meta.structured = Some(structured);
        meta.modified = shown.issue.catalogue().listing(at).checks.confirmed.to_string();
    }
}
