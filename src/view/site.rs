//! The website as its Tera templates see it.
//!
//! Every template gets `site` (a [`SiteCommon`]) and `page` (a [`PageMeta`]), and beside them what its
//! own struct says, flattened: `home.html` has `categories`, `localities`, ..., `listing.html` has `listing`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Views;
use super::booklet::{CountsView, EntryView, LogoView, OutletView, PageView, PublisherView};
use super::finder::FinderView;
use super::gathered::ListingPages;
use super::listing::{DateView, LinkView, ListingView, Mark};
use super::lists::IndexEntry;
use super::news::NewsView;
use super::paging::PagingView;
use crate::catalogue::At;

pub(super) use super::body::Body;
pub use super::body::{PageBody, SitePage};

/// What every page may use.
#[derive(Debug, Clone, Serialize)]
pub struct SiteCommon {
    /// The view contract's number.
    pub contract: u32,
    /// `en-GB`.
    pub lang: String,
    /// "Local help near you".
    pub title: String,
    /// A line under the title.
    pub subtitle: String,
    /// "Thurrock".
    pub area: String,
    /// "December 2026".
    pub month: String,
    /// `2026-12`.
    pub month_id: String,
    /// Who publishes it.
    pub publisher: PublisherView,
    /// The site's own address, ending in `/`.
    pub base_url: String,
    /// Figures.
    pub counts: CountsView,
    /// Pages for the footer: staying safe, privacy, accessibility, ...
    pub footer: Vec<LinkView>,
    /// One sentence for the foot of each page: "Being listed is not a recommendation."
    pub no_endorsement: String,
    /// The style sheet's path from the root, its content in its name: `assets/site.3f2a.css`.
    pub stylesheet: String,
    /// The theme's scripts by the names of their files: `site` to `assets/site.3f2a.js`; `words` tells them the rest.
    pub scripts: BTreeMap<String, String>,
    /// The publisher's logo.
    pub logo: Option<LogoView>,
    /// Fixed words of the theme, by key.
    pub words: serde_json::Map<String, serde_json::Value>,
}

/// What a page says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct PageMeta {
    /// Its path from the root: `listing/riverside-table.html`.
    pub path: String,
    /// What leads from it to the root: ``, `../` or `../../`.
    pub root: String,
    /// For `<title>`: "Riverside Table".
    pub title: String,
    /// For `<meta name="description">`.
    pub description: String,
    /// Its full address.
    pub canonical: String,
    /// Where it is, without itself: Home, category.
    pub breadcrumb: Vec<LinkView>,
    /// `home`, `category`, `place`, `day`, `a-to-z`, `listing`, `page`, `search`, `shortlist`: which entry of the menu is current.
    pub section: &'static str,
    /// Where it stands among the parts of a long list.
    pub paging: Option<PagingView>,
    /// The calendar file with the dates of what is on it, from the root.
    pub calendar: Option<String>,
    /// The day its content was last known to be right: `2026-12-01`.
    pub modified: String,
}

/// A booklet to download.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadView {
    /// "Booklet".
    pub title: String,
    /// Path from the site's root: `booklet/2026-12-a5.pdf`.
    pub href: String,
    /// "PDF, 84 pages, 1.2 MB".
    pub note: String,
    /// A picture of its first page, from the site's root: `booklet/2026-12-a5.png`.
    pub cover: String,
    /// The picture's width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A listing in a list.
#[derive(Debug, Clone, Serialize)]
pub struct RowView {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The page, from the root.
    pub href: String,
    /// Where it is and who it is for.
    pub strap: String,
    /// The summary.
    pub summary: String,
    /// "Tuesdays, midday to 2pm"; several are a line each.
    pub when: Vec<String>,
    /// The first telephone number as printed.
    pub phone: Option<String>,
    /// Its `tel:` address.
    pub phone_href: Option<String>,
    /// Marks, as in the listing.
    pub marks: Vec<Mark>,
}

/// A category or place with its number of listings.
#[derive(Debug, Clone, Serialize)]
pub struct CountedLink {
    /// The words.
    pub name: String,
    /// The page, from the root.
    pub href: String,
    /// How many listings.
    pub count: usize,
    /// A sentence about it, or nothing.
    pub description: String,
}

/// `home.html`.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// Whether there is a page of what has changed.
    pub has_changes: bool,
    /// Categories in order, empty ones left out.
    pub categories: Vec<CountedLink>,
    /// Places in order, empty ones left out.
    pub localities: Vec<CountedLink>,
    /// What joined this month.
    pub new: Vec<EntryView>,
    /// The first days of the month with what is on.
    pub soon: Vec<SoonView>,
    /// The month's letter.
    pub letter: Option<PageView>,
    /// Where paper copies are.
    pub outlets: Vec<OutletView>,
    /// Pages to point at from the home page (how to use, staying safe, useful numbers).
    pub pages: Vec<LinkView>,
    /// The booklet's editions of this month.
    pub downloads: Vec<DownloadView>,
    /// What search engines read of it, as of a listing.
    #[serde(skip)]
    pub structured: String,
}

/// Something on soon.
#[derive(Debug, Clone, Serialize)]
pub struct SoonView {
    /// The listing's name.
    pub name: String,
    /// Its page, from the root.
    pub href: String,
    /// When.
    pub date: DateView,
    /// The town or place.
    pub place: String,
}

/// `list.html`: a category, a place, or a category in a place. The renderer puts a [`RowView`] for each
/// position in `listings` and `area_wide`.
#[derive(Debug, Clone, Serialize)]
pub struct ListPageView {
    /// The heading: "Lunch clubs and food", "Tilbury", "Lunch clubs and food in Tilbury".
    pub heading: String,
    /// A sentence or two, or nothing.
    pub intro: String,
    /// "23 services".
    pub count: String,
    /// The listings, in collated order; those that serve the whole area come in `area_wide`.
    #[serde(skip)]
    pub listings: Vec<At>,
    /// For a place: listings that serve all of the area.
    #[serde(skip)]
    pub area_wide: Vec<At>,
    /// The heading of `area_wide`: "Across all of Thurrock".
    pub area_wide_heading: String,
    /// Narrower pages: the places of a category, or the categories of a place.
    pub narrower: Vec<CountedLink>,
    /// The heading of `narrower`: "In one place", "By kind of help".
    pub narrower_heading: String,
    /// Other ways on: neighbouring places, see-also categories.
    pub related: Vec<LinkView>,
    /// The heading of `related`.
    pub related_heading: String,
}

/// `index.html` of all categories or all places.
#[derive(Debug, Clone, Serialize)]
pub struct IndexPageView {
    /// "By kind of help".
    pub heading: String,
    /// The links.
    pub links: Vec<CountedLink>,
}

/// `a-to-z.html`.
#[derive(Debug, Clone, Serialize)]
pub struct AToZView {
    /// Every letter that has entries, with where it begins: `#letter-1`, `a-to-z--2.html#letter-9`.
    pub letters: Vec<LinkView>,
    /// The letters of this page.
    pub groups: Vec<LetterView>,
}

/// A letter, or as much of it as stands on a page.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// `letter-9`.
    pub anchor: String,
    /// "G".
    pub name: String,
    /// The entries in order.
    pub entries: Vec<IndexEntry>,
}

/// `page.html`: a page of the content, with its text.
#[derive(Debug, Clone, Serialize)]
pub struct TextPageView {
    /// The page.
    pub text: PageView,
    /// More of it that the program knows: outlets on "where to find copies".
    pub outlets: Vec<OutletView>,
}

/// `listing.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ListingPageView<'v> {
    /// The listing.
    pub listing: &'v ListingView,
    /// Others of the same kind in the same place or next to it, each with where it is and who it is for.
    pub similar: Vec<EntryView>,
    /// What search engines read of it (JSON-LD); templates get it as `structured`, fit for a `<script>`.
    #[serde(skip)]
    pub structured: String,
}

/// `search.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// Ready-made filters that need no script, by group: `time`, `cost`, `access`, `how`, `referral`, `age`.
    pub filters: Vec<FilterGroupView>,
}

/// The ready-made filters of a group.
#[derive(Debug, Clone, Serialize)]
pub struct FilterGroupView {
    /// `cost`; the theme's word `find_cost` is its heading.
    pub id: &'static str,
    /// The pages.
    pub links: Vec<CountedLink>,
}

/// The whole site: what all pages share, the rows of lists, the pages.
pub struct SiteView<'v> {
    /// What every page may use.
    pub common: SiteCommon,
    pub(super) views: &'v Views,
    /// What the search page's scripts know.
    pub finder: FinderView<'v>,
    /// The pages, in the order they are made, but for those of listings.
    pub(super) pages: Vec<SitePage<'v>>,
    pub(super) listings: ListingPages<'v>,
    /// What is new, for `feed.xml`.
    pub news: NewsView,
}

impl<'v> SiteView<'v> {
    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.pages.len() + self.listings.list.len()
    }

    /// How many of them are no listing's own; these come first.
    pub fn apart(&self) -> usize {
        self.pages.len()
    }

    /// Whether there are none; there is always a home page.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Shows a page by its number. Those of listings come last and are made for the occasion.
    pub fn page<R>(&self, number: usize, show: impl FnOnce(&SitePage<'v>) -> R) -> R {
        match self.pages.get(number) {
            Some(page) => show(page),
            None => show(&self.listings.page(self.listings.list[number - self.pages.len()])),
        }
    }

    /// The full address of each page, and the day its content was last known to be right.
    pub fn addresses(&self) -> impl Iterator<Item = (String, String)> {
        let found = self.pages.iter().filter(|page| !page.is_not_found());
        let pages = found.map(|page| (page.meta.canonical.clone(), page.meta.modified.clone()));
        pages.chain(self.listings.list.iter().map(|at| (self.listings.address(*at), self.listings.modified(*at))))
    }

    /// How many listings the catalogue has, each with a row for lists.
    pub fn rows(&self) -> usize {
        self.views.listings.len()
    }

    /// The row of a listing, by its position in the catalogue.
    pub fn row(&self, at: At) -> RowView {
        super::pages::row(&self.views.listings[at])
    }
}
