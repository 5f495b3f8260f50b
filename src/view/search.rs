//! The search page, the ready-made filter pages it leads to, and the page of the reader's own list.

use super::filters::{self, Group};
use super::finder::services;
use super::gathered::Pages;
use super::listing::LinkView;
use super::pages::list;
use super::paging::Head;
use super::shown::Shown;
use super::site::*;
use super::words::typeset;

/// Adds these pages.
pub(super) fn pages(shown: &Shown<'_, '_>, pages: &mut Pages<'_>) {
    let area = typeset(&shown.issue.catalogue().content().project.area);
    let trail = [LinkView { name: "Search".to_owned(), href: "search.html".to_owned() }];
    let mut ready = Vec::new();
    for group in filters::groups() {
        let links = group_pages(shown, pages, &group, &trail);
        if !links.is_empty() {
            ready.push(FilterGroupView { id: group.id, links });
        }
    }
    let description = format!("Search services in {area} by word, place, day, cost and access.");
    let view = SearchView { filters: ready };
    pages.add("search.html", "Find a service", description, "search", &[], PageBody::Search(view));
    let description = "Services you have picked out, on one sheet to print or share.".to_owned();
    pages.add("shortlist.html", "My list", description, "shortlist", &[], PageBody::Shortlist);
}

/// A page for each choice that any listing meets.
fn group_pages(shown: &Shown<'_, '_>, pages: &mut Pages<'_>, group: &Group, trail: &[LinkView]) -> Vec<CountedLink> {
    let catalogue = shown.issue.catalogue();
    let mut links = Vec::new();
    for (bit, (id, name, heading)) in group.choices.iter().enumerate() {
        let meets = |at: &usize| (group.meets)(catalogue.listing(*at), shown.issue.date()) >> bit & 1 == 1;
        let listings: Vec<usize> = shown.all().into_iter().filter(meets).collect();
        if listings.is_empty() {
            continue;
        }
        let href = format!("filter/{id}.html");
        links.push(CountedLink { name: (*name).to_owned(), href: href.clone(), count: listings.len(), description: String::new() });
        let count = services(listings.len());
        let description = format!("{heading}: {count}.");
        let view = ListPageView {
            heading: heading.clone(),
            intro: String::new(),
            count,
            listings,
            area_wide: Vec::new(),
            area_wide_heading: String::new(),
            narrower: Vec::new(),
            narrower_heading: String::new(),
            related: Vec::new(),
            related_heading: String::new(),
        };
        list(pages, Head { path: &href, title: heading, description: &description, section: "search", trail }, &view);
    }
    links
}
