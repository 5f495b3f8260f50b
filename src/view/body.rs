//! What is on a page of the website, and how to come by it.

use std::borrow::Cow;

use super::changes::ChangesView;
use super::days::{DayView, DaysView};
use super::downloads::{ArchiveView, DownloadsView};
use super::plain::AllView;
use super::site::{AToZView, DownloadView, HomeView, IndexPageView, ListPageView, ListingPageView, PageMeta, SearchView, TextPageView};
use super::weeks::WeekView;

/// One page of the site.
#[derive(Debug)]
pub struct SitePage<'v> {
    /// What it says of itself.
    pub meta: PageMeta,
    pub(super) body: Body<'v>,
}

impl<'v> SitePage<'v> {
    /// What is on it; `booklets` are those that were made, for a page that waits for them.
    pub fn body(&self, booklets: &[DownloadView]) -> Cow<'_, PageBody<'v>> {
        match &self.body {
            Body::Ready(body) => Cow::Borrowed(body),
            Body::Later(make) => Cow::Owned(make()),
            Body::Waiting(make) => Cow::Owned(make(booklets)),
        }
    }

    /// Whether it names the booklets, and so waits until they are made. All others can be rendered meanwhile.
    pub fn waits(&self) -> bool {
        matches!(self.body, Body::Waiting(_))
    }

    /// Whether it is the page for addresses that are none.
    pub fn is_not_found(&self) -> bool {
        matches!(&self.body, Body::Ready(body) if matches!(**body, PageBody::NotFound))
    }
}

/// What is on a page, or how to come by it: the words of ten thousand listings, once more for each page they stand
/// on, would take more room than everything else.
pub(super) enum Body<'v> {
    Ready(Box<PageBody<'v>>),
    Later(Box<dyn Fn() -> PageBody<'v> + Send + Sync + 'v>),
    /// It names the booklets, with their pages and sizes.
    Waiting(Box<Naming<'v>>),
}

/// Puts a page together that names these booklets.
type Naming<'v> = dyn Fn(&[DownloadView]) -> PageBody<'v> + Send + Sync + 'v;

impl std::fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Body::Ready(body) => body.fmt(f),
            Body::Later(make) => make().fmt(f),
            Body::Waiting(make) => make(&[]).fmt(f),
        }
    }
}

/// What is on a page; each kind has a template of its own.
#[derive(Debug, Clone)]
pub enum PageBody<'v> {
    /// `home.html`.
    Home(Box<HomeView>),
    /// `list.html`.
    List(ListPageView),
    /// `index.html`.
    Index(IndexPageView),
    /// `listing.html`, with `listing` and `similar`.
    Listing(Box<ListingPageView<'v>>),
    /// `days.html`.
    Days(DaysView),
    /// `day.html`.
    Day(DayView),
    /// `week.html`.
    Week(WeekView),
    /// `all.html`.
    All(AllView),
    /// `downloads.html`.
    Downloads(DownloadsView),
    /// `archive.html`.
    Archive(ArchiveView),
    /// `a-to-z.html`.
    AToZ(AToZView),
    /// `page.html`.
    Text(Box<TextPageView>),
    /// `search.html`.
    Search(SearchView),
    /// `shortlist.html`.
    Shortlist,
    /// `changes.html`, with what has changed since the issue before.
    Changes(ChangesView),
    /// `notfound.html`.
    NotFound,
}

impl PageBody<'_> {
    /// What search engines read of the page (JSON-LD).
    pub fn structured(&self) -> Option<&str> {
        match self {
            PageBody::Home(view) => Some(&view.structured),
            PageBody::Listing(view) => Some(&view.structured),
            _ => None,
        }
    }
}
