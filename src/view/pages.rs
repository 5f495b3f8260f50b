//! The pages of the site, one after the other.

use super::booklet::{EntryView, PageView};
use super::build::{self, Views, category_href, place_href};
use super::finder;
use super::gathered::{ListingPages, Pages};
use super::listing::{LinkView, ListingView};
use super::paging::{Head, within};
use super::shown::Shown;
use super::site::*;
use super::words::{self, typeset};
use super::{CONTRACT, changes, events, sessions, structured};
use crate::catalogue::At;
use crate::model::{PagePlace, PageRole};

/// Everything that is on the site, worded; `stylesheet` is made by another room. What takes most room,
/// the listings' own pages and the longest lists, is put together when a page is rendered.
pub fn site<'v>(shown: &'v Shown<'v, 'v>, views: &'v Views, stylesheet: String) -> SiteView<'v> {
    let project = &shown.issue.catalogue().content().project;
    let mut pages = Pages::new(project, shown.issue.date());
    home(shown, views, &mut pages);
    categories(shown, &mut pages);
    localities(shown, &mut pages);
    super::days::days(shown, views, &mut pages);
    super::downloads::downloads(shown, &mut pages);
    super::plain::all(shown, views, &mut pages);
    super::letters::a_to_z(build::a_to_z(shown, views), &mut pages);
    super::search::pages(shown, &mut pages);
    texts(shown, &mut pages);
    changes_page(shown, views, &mut pages);
    pages.not_found();
    let common = common(shown, views, stylesheet);
    let news = super::news::news(shown, views);
    let finder = finder::finder(shown, views);
    let calendars = events::paths(shown, views);
    pages.link_calendars(&calendars);
    let listings = ListingPages::new(shown, views, calendars);
    SiteView { common, views, finder, pages: pages.list, listings, news }
}

fn common(shown: &Shown<'_, '_>, views: &Views, stylesheet: String) -> SiteCommon {
    let content = shown.issue.catalogue().content();
    let project = &content.project;
    SiteCommon {
        contract: CONTRACT,
        lang: project.lang.clone(),
        title: typeset(&project.title),
        subtitle: typeset(&project.subtitle),
        area: typeset(&project.area),
        month: shown.issue.month().title(),
        month_id: shown.issue.month().to_string(),
        publisher: build::publisher(project),
        base_url: project.base_url.as_str().to_owned(),
        counts: shown.counts(),
        footer: content.pages.iter().filter(|page| page.footer).map(build::page_link).collect(),
        no_endorsement: typeset(&project.no_endorsement),
        stylesheet,
        scripts: Default::default(),
        logo: build::logo(project),
        words: views.words.clone(),
    }
}

fn home(shown: &Shown<'_, '_>, views: &Views, pages: &mut Pages<'_>) {
    let issue = shown.issue;
    let content = issue.catalogue().content();
    let wanted = [PageRole::Welcome, PageRole::HowToUse, PageRole::StayingSafe, PageRole::Emergency, PageRole::HowToBeListed];
    let project = &content.project;
    let view = HomeView {
        structured: structured::home(project),
        has_changes: issue.changes().is_some(),
        categories: category_links(shown),
        localities: locality_links(shown),
        new: shown.new_ones().into_iter().map(|at| views.entry(at, views.listings[at].strap.clone())).collect::<Vec<EntryView>>(),
        soon: soon(shown, views),
        letter: build::letter(shown, views),
        outlets: content.outlets.iter().map(build::outlet).collect(),
        pages: content
            .pages
            .iter()
            .filter(|page| page.role.is_some_and(|role| wanted.contains(&role)))
            .map(build::page_link)
            .chain([super::downloads::link()])
            .collect(),
        downloads: Vec::new(),
    };
    let description =
        format!("{} {} in {}.", typeset(&project.subtitle), words::count(shown.all().len(), "service", "services"), typeset(&project.area));
    let head = Head { path: "index.html", title: &typeset(&project.title), description: description.trim(), section: "home", trail: &[] };
    pages.add_waiting(head, move |booklets| PageBody::Home(Box::new(HomeView { downloads: booklets.to_vec(), ..view.clone() })));
}

/// What has changed, when there is an earlier issue to compare with.
fn changes_page(shown: &Shown<'_, '_>, views: &Views, pages: &mut Pages<'_>) {
    let Some(changes) = shown.issue.changes().map(|list| changes::changes(shown, views, list, |at| views.listings[at].strap.clone()))
    else {
        return;
    };
    let description = format!("New, changed and gone since {}.", changes.since);
    pages.add("changes.html", "What has changed", description, "changes", &[], PageBody::Changes(changes));
}

/// How many days, and how many sessions of each, the home page shows.
const SOON_DAYS: usize = 4;
const SOON_A_DAY: usize = 2;

/// A few sessions of the first days of the issue, each listing once.
fn soon(shown: &Shown<'_, '_>, views: &Views) -> Vec<SoonView> {
    let issue = shown.issue;
    let mut all: Vec<(&crate::issue::When, At)> = shown
        .all()
        .into_iter()
        .flat_map(|at| issue.dates(at).iter().map(move |when| (when, at)))
        .filter(|(when, _)| when.date >= issue.date())
        .collect();
    all.sort();
    let mut out = Vec::new();
    let (mut used, mut days): (Vec<At>, Vec<(crate::model::Date, usize)>) = (Vec::new(), Vec::new());
    for (when, at) in all {
        if days.last().is_none_or(|(date, _)| *date != when.date) {
            if days.len() == SOON_DAYS {
                break;
            }
            days.push((when.date, 0));
        }
        let Some((_, taken)) = days.last_mut() else { break };
        if *taken == SOON_A_DAY || used.contains(&at) {
            continue;
        }
        *taken += 1;
        used.push(at);
        let listing = &views.listings[at];
        let place = listing.venues.first().map_or_else(|| listing.area.clone(), |venue| venue.town.clone());
        let date = sessions::dates(std::slice::from_ref(when), issue).pop();
        out.extend(date.map(|date| SoonView { name: listing.name.clone(), href: listing.href.clone(), date, place }));
    }
    out
}

fn category_links(shown: &Shown<'_, '_>) -> Vec<CountedLink> {
    let catalogue = shown.issue.catalogue();
    let all = catalogue.content().categories.iter().enumerate().map(|(at, category)| CountedLink {
        name: typeset(&category.name),
        href: category_href(category.id.as_str()),
        count: shown.of(catalogue.in_category(at)).len(),
        description: typeset(&category.description),
    });
    all.filter(|link| link.count > 0).collect()
}

fn locality_links(shown: &Shown<'_, '_>) -> Vec<CountedLink> {
    let catalogue = shown.issue.catalogue();
    let all = catalogue.content().localities.iter().enumerate().map(|(at, locality)| CountedLink {
        name: typeset(&locality.name),
        href: place_href(locality.id.as_str()),
        count: shown.of(catalogue.in_locality(at)).len(),
        description: typeset(&locality.description),
    });
    all.filter(|link| link.count > 0).collect()
}

fn categories(shown: &Shown<'_, '_>, pages: &mut Pages<'_>) {
    let catalogue = shown.issue.catalogue();
    let content = catalogue.content();
    let heading = "By kind of help".to_owned();
    let view = IndexPageView { heading: heading.clone(), links: category_links(shown) };
    pages.add(
        "category/index.html",
        &heading,
        format!("Kinds of help and things to do in {}.", typeset(&content.project.area)),
        "category",
        &[],
        PageBody::Index(view),
    );
    let trail = [LinkView { name: heading, href: "category/index.html".to_owned() }];
    for (at, category) in content.categories.iter().enumerate() {
        let listings = shown.of(catalogue.in_category(at));
        if listings.is_empty() {
            continue;
        }
        let name = typeset(&category.name);
        let narrower = content.localities.iter().enumerate().filter_map(|(place, locality)| {
            let count = both(&listings, &shown.of(catalogue.in_locality(place))).len();
            (count > 0).then(|| CountedLink {
                name: typeset(&locality.name),
                href: cross_href(locality.id.as_str(), category.id.as_str()),
                count,
                description: String::new(),
            })
        });
        let view = ListPageView {
            heading: name.clone(),
            intro: typeset(&category.description),
            count: finder::services(listings.len()),
            narrower: narrower.collect(),
            narrower_heading: "In one place".to_owned(),
            related: Vec::new(),
            related_heading: String::new(),
            area_wide_heading: String::new(),
            listings,
            area_wide: Vec::new(),
        };
        let description = format!("{}: {} in {}. {}", name, view.count, typeset(&content.project.area), view.intro);
        let href = category_href(category.id.as_str());
        let head = Head { path: &href, title: &name, description: description.trim(), section: "category", trail: &trail };
        list(pages, head, &view);
    }
}

/// Adds a list of listings; those that serve all of the area come after the others, on the last of its parts.
pub(super) fn list(pages: &mut Pages<'_>, head: Head<'_>, view: &ListPageView) {
    let own = view.listings.len();
    pages.add_list(head, own + view.area_wide.len(), |rows| {
        let first = rows.start == 0;
        PageBody::List(ListPageView {
            intro: if first { view.intro.clone() } else { String::new() },
            listings: view.listings[within(own, 0, &rows)].to_vec(),
            area_wide: view.area_wide[within(view.area_wide.len(), own, &rows)].to_vec(),
            ..view.clone()
        })
    });
}

fn cross_href(locality: &str, category: &str) -> String {
    format!("place/{locality}/{category}.html")
}

/// What two ordered lists of positions have in common.
fn both(a: &[At], b: &[At]) -> Vec<At> {
    a.iter().copied().filter(|at| b.binary_search(at).is_ok()).collect()
}

fn localities(shown: &Shown<'_, '_>, pages: &mut Pages<'_>) {
    let catalogue = shown.issue.catalogue();
    let content = catalogue.content();
    let heading = "By place".to_owned();
    let view = IndexPageView { heading: heading.clone(), links: locality_links(shown) };
    pages.add(
        "place/index.html",
        &heading,
        format!("Towns and villages of {}.", typeset(&content.project.area)),
        "place",
        &[],
        PageBody::Index(view),
    );
    let trail = [LinkView { name: heading, href: "place/index.html".to_owned() }];
    let everywhere = shown.of(catalogue.area_wide());
    for (at, locality) in content.localities.iter().enumerate() {
        let listings = shown.of(catalogue.in_locality(at));
        if listings.is_empty() {
            continue;
        }
        let name = typeset(&locality.name);
        let neighbours = content.localities.iter().filter(|other| locality.neighbours.contains(&other.id));
        let related = neighbours.map(|other| LinkView { name: typeset(&other.name), href: place_href(other.id.as_str()) });
        let narrower: Vec<(CountedLink, Vec<At>, Vec<At>)> = cross(shown, &listings, &everywhere, locality.id.as_str());
        let view = ListPageView {
            heading: name.clone(),
            intro: typeset(&locality.description),
            count: finder::services(listings.len()),
            narrower: narrower.iter().map(|(link, _, _)| link.clone()).collect(),
            narrower_heading: "By kind of help".to_owned(),
            related: related.filter(|link| filled(shown, &link.href)).collect(),
            related_heading: "Places nearby".to_owned(),
            area_wide_heading: format!("Across all of {}", typeset(&content.project.area)),
            listings,
            area_wide: everywhere.clone(),
        };
        let description = format!("{} in {name}. {}", view.count, view.intro);
        let href = place_href(locality.id.as_str());
        list(pages, Head { path: &href, title: &name, description: description.trim(), section: "place", trail: &trail }, &view);
        let trail = [trail[0].clone(), LinkView { name: name.clone(), href }];
        for (link, listings, area_wide) in narrower {
            let heading = format!("{} in {name}", link.name);
            let view = ListPageView {
                heading: heading.clone(),
                intro: String::new(),
                count: finder::services(listings.len()),
                narrower: Vec::new(),
                narrower_heading: String::new(),
                related: Vec::new(),
                related_heading: String::new(),
                area_wide_heading: format!("Across all of {}", typeset(&content.project.area)),
                listings,
                area_wide,
            };
            let description = format!("{heading}: {}.", view.count);
            list(pages, Head { path: &link.href, title: &heading, description: &description, section: "place", trail: &trail }, &view);
        }
    }
}

/// Whether a place's page exists.
fn filled(shown: &Shown<'_, '_>, href: &str) -> bool {
    let catalogue = shown.issue.catalogue();
    let at = catalogue.content().localities.iter().position(|locality| place_href(locality.id.as_str()) == href);
    at.is_some_and(|at| !shown.of(catalogue.in_locality(at)).is_empty())
}

/// The categories of a place with listings there: link, listings of the place, listings of the whole area.
fn cross(shown: &Shown<'_, '_>, listings: &[At], everywhere: &[At], locality: &str) -> Vec<(CountedLink, Vec<At>, Vec<At>)> {
    let catalogue = shown.issue.catalogue();
    let categories = catalogue.content().categories.iter().enumerate();
    let all = categories.map(|(at, category)| {
        let here = both(listings, catalogue.in_category(at));
        let link = CountedLink {
            name: typeset(&category.name),
            href: cross_href(locality, category.id.as_str()),
            count: here.len(),
            description: String::new(),
        };
        (link, here, both(everywhere, catalogue.in_category(at)))
    });
    all.filter(|(link, _, _)| link.count > 0).collect()
}

fn texts(shown: &Shown<'_, '_>, pages: &mut Pages<'_>) {
    let content = shown.issue.catalogue().content();
    for page in content.pages.iter().filter(|page| page.role != Some(PageRole::TellUs) || page.place == PagePlace::Site) {
        let text: PageView = build::page(page);
        let outlets = if page.role == Some(PageRole::Copies) { content.outlets.iter().map(build::outlet).collect() } else { Vec::new() };
        let (href, title) = (text.href.clone(), text.title.clone());
        let description = page.text.plain().lines().next().unwrap_or_default().chars().take(160).collect();
        pages.add(&href, &title, description, "page", &[], PageBody::Text(Box::new(TextPageView { text, outlets })));
    }
}

/// A listing in a list.
pub(super) fn row(listing: &ListingView) -> RowView {
    let phone = listing.contacts.iter().flat_map(|contact| &contact.ways).find(|way| matches!(way.kind, "phone" | "mobile"));
    RowView {
        id: listing.id.clone(),
        name: listing.name.clone(),
        href: listing.href.clone(),
        strap: listing.strap.clone(),
        summary: listing.summary.clone(),
        when: listing.sessions.iter().map(|session| format!("{}, {}", session.days, session.times)).collect(),
        phone: phone.map(|way| way.text.clone()),
        phone_href: phone.map(|way| way.href.clone()),
        marks: listing.marks.clone(),
    }
}
