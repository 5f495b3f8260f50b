//! From an issue to the views of the site and of an edition.

use rayon::prelude::*;
use serde_json::{Map, Value};

use super::booklet::*;
use super::listing::{LinkView, ListingView};
use super::lists::{IndexEntry, IndexGroup};
use super::shown::Shown;
use super::words::{self, typeset};
use super::{facts, pictures};
use crate::catalogue::{At, Collation};
use crate::issue::Issue;
use crate::model::{IssueNote, Outlet, Page, PageRole, Project};

/// The listings of an issue in words, made once for every edition and the site.
pub struct Views {
    /// One for each listing of the catalogue, at its position.
    pub listings: Vec<ListingView>,
    /// Fixed words, the theme's and the project's.
    pub words: Map<String, Value>,
    /// Colours, the theme's and the project's.
    pub colours: Map<String, Value>,
    /// Font families of the theme.
    pub fonts: Map<String, Value>,
}

/// What a theme and a project say besides the listings, by key.
#[derive(Debug, Clone, Default)]
pub struct Values {
    /// Fixed words.
    pub words: Map<String, Value>,
    /// Colours, `#rrggbb`.
    pub colours: Map<String, Value>,
    /// Font families.
    pub fonts: Map<String, Value>,
}

impl Views {
    /// Words every listing.
    pub fn new(issue: &Issue<'_>, values: Values) -> Views {
        let listings = (0..issue.catalogue().listings().len()).into_par_iter().map(|at| facts::listing(issue, at)).collect();
        let Values { words, colours, fonts } = values;
        Views { listings, words, colours, fonts }
    }

    /// A listing as an entry that points to it.
    pub(super) fn entry(&self, at: At, note: String) -> EntryView {
        let listing = &self.listings[at];
        EntryView { id: listing.id.clone(), name: listing.name.clone(), note, elsewhere: None, href: listing.href.clone() }
    }
}

/// The name of a listing's first category.
pub(super) fn home_category(issue: &Issue<'_>, at: At) -> String {
    let catalogue = issue.catalogue();
    let home = catalogue.listing(at).categories.first();
    let category = catalogue.content().categories.iter().find(|category| Some(&category.id) == home);
    category.map(|category| typeset(&category.name)).unwrap_or_default()
}

/// The tab of a listing's first category: a word or two.
fn home_tab(shown: &Shown<'_, '_>, at: At) -> String {
    let categories = &shown.issue.catalogue().content().categories;
    shown.home(at).map(|home| typeset(&categories[home].tab)).unwrap_or_default()
}

pub(super) fn index_entry(shown: &Shown<'_, '_>, views: &Views, at: At) -> IndexEntry {
    let listing = &views.listings[at];
    IndexEntry { text: listing.name.clone(), note: home_tab(shown, at), anchor: listing.id.clone(), see: None, href: listing.href.clone() }
}

/// Listings by letter, with the words people also look under.
pub(super) fn a_to_z(shown: &Shown<'_, '_>, views: &Views) -> Vec<IndexGroup> {
    let catalogue = shown.issue.catalogue();
    let content = catalogue.content();
    let mut entries: Vec<IndexEntry> = Vec::new();
    for at in shown.all() {
        let listing = catalogue.listing(at);
        entries.push(index_entry(shown, views, at));
        for term in &listing.see_also {
            let see = Some(views.listings[at].name.clone());
            entries.push(IndexEntry { text: typeset(term), note: String::new(), see, ..index_entry(shown, views, at) });
        }
    }
    for at in shown.categories() {
        let category = &content.categories[at];
        let name = typeset(&category.name);
        for term in category.see_also.iter().filter(|term| **term != category.name) {
            entries.push(IndexEntry {
                text: typeset(term),
                note: String::new(),
                anchor: format!("category-{}", category.id),
                see: Some(name.clone()),
                href: category_href(category.id.as_str()),
            });
        }
    }
    for at in shown.places() {
        let locality = &content.localities[at];
        if shown.of(catalogue.in_locality(at)).is_empty() {
            continue;
        }
        for term in locality.see_also.iter().filter(|term| **term != locality.name) {
            entries.push(IndexEntry {
                text: typeset(term),
                note: String::new(),
                anchor: place_anchor(locality.id.as_str()),
                see: Some(typeset(&locality.name)),
                href: place_href(locality.id.as_str()),
            });
        }
    }
    let collation = Collation::new();
    entries.sort_by_cached_key(|entry| (collation.key(&entry.text), entry.see.clone().unwrap_or_default(), entry.anchor.clone()));
    let mut groups: Vec<IndexGroup> = Vec::new();
    for entry in entries {
        let letter = Collation::letter(&entry.text);
        match groups.iter_mut().find(|group| group.name == letter) {
            Some(group) => group.entries.push(entry),
            None => groups.push(IndexGroup { name: letter, entries: vec![entry] }),
        }
    }
    groups
}

/// The page of a category on the site.
pub(super) fn category_href(id: &str) -> String {
    format!("category/{id}.html")
}

/// The anchor of a place's group in the booklet's index by place.
pub(super) fn place_anchor(id: &str) -> String {
    format!("place-{id}")
}

/// The page of a place on the site.
pub(super) fn place_href(id: &str) -> String {
    format!("place/{id}.html")
}

/// Who publishes it.
pub(super) fn publisher(project: &Project) -> PublisherView {
    let phone = project.publisher.phone.as_ref();
    PublisherView {
        name: typeset(&project.publisher.name),
        phone: phone.map(crate::model::Phone::printed),
        phone_href: phone.map(|phone| format!("tel:{}", phone.dial())),
        email: project.publisher.email.as_ref().map(ToString::to_string),
        address: project.publisher.address.iter().map(|line| typeset(line)).collect(),
        web: project.base_url.printed().to_owned(),
        web_href: project.base_url.as_str().to_owned(),
    }
}

/// The publisher's logo.
pub(super) fn logo(project: &Project) -> Option<LogoView> {
    project.logo.as_ref().map(|(file, alt)| LogoView { href: pictures::picture_href(file), alt: typeset(alt) })
}

/// The month's letter with its highlights, if it has one.
pub(super) fn letter(shown: &Shown<'_, '_>, views: &Views) -> Option<PageView> {
    let catalogue = shown.issue.catalogue();
    let note: &IssueNote = &catalogue.content().issue;
    if note.letter.blocks.is_empty() {
        return None;
    }
    let mut blocks = facts::prose(&note.letter);
    if let Some(signed) = &note.signed {
        let run = super::prose::RunView { text: typeset(signed), strong: true, href: None };
        blocks.push(super::prose::BlockView::P { runs: vec![run] });
    }
    let highlights = note.highlights.iter().filter_map(|id| catalogue.find(id)).filter(|at| shown.has(*at));
    Some(PageView {
        id: "letter".to_owned(),
        title: note.title.as_deref().map_or_else(|| note.month.title(), typeset),
        href: "index.html".to_owned(),
        role: "letter".to_owned(),
        blocks,
        numbers: Vec::new(),
        checked: None,
        entries: highlights.map(|at| views.entry(at, home_category(shown.issue, at))).collect(),
    })
}

/// A page of front or back matter.
pub(super) fn page(page: &Page) -> PageView {
    use crate::model::Word;
    PageView {
        id: page.id.to_string(),
        title: typeset(&page.title),
        href: page_href(page.id.as_str()),
        role: page.role.map(PageRole::word).unwrap_or_default().to_owned(),
        blocks: facts::prose(&page.text),
        numbers: page.numbers.iter().map(facts::number).collect(),
        checked: page.checked.filter(|_| !page.numbers.is_empty()).map(|date| format!("Numbers checked on {}", words::date(date))),
        entries: Vec::new(),
    }
}

/// The page of a text on the site.
pub(super) fn page_href(id: &str) -> String {
    format!("page/{id}.html")
}

/// An outlet.
pub(super) fn outlet(outlet: &Outlet) -> OutletView {
    OutletView {
        name: typeset(&outlet.name),
        address: outlet.address.iter().map(|line| typeset(line)).collect(),
        town: typeset(&outlet.town),
        postcode: outlet.postcode.to_string(),
        hours: outlet.hours.as_deref().map(typeset),
    }
}

/// A link to a page of the content.
pub(super) fn page_link(page: &Page) -> LinkView {
    LinkView { name: typeset(&page.title), href: page_href(page.id.as_str()) }
}
