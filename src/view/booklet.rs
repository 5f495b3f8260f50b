//! An edition of the booklet as its Typst theme sees it.
//!
//! The theme reads `/data/booklet.json` (a [`BookletView`]). What is long has files of its own, which are read with the
//! pages that they are for, side by side: for each entry of `runs` a [`RunFile`], and the lists that `lists` names.

use std::collections::BTreeMap;

use serde::Serialize;

use super::changes::ChangesView;
use super::glance::MonthView;
use super::lists::ListFiles;
use super::prose::BlockView;
use super::told::ToldView;

/// `/data/booklet.json`.
#[derive(Debug, Clone, Serialize)]
pub struct BookletView {
    /// The view contract's number; `theme.toml` names the one it was written for.
    pub contract: u32,
    /// What to lay out.
    pub edition: EditionView,
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
    /// The issue date, `2026-12-01`, for the document's metadata.
    pub date: String,
    /// Who publishes it.
    pub publisher: PublisherView,
    /// Which volume it is, when the edition has several.
    pub volume: Option<VolumeView>,
    /// Counts for the cover: listings, places, new this month.
    pub counts: CountsView,
    /// Front matter in order, the letter of the month first.
    pub front: Vec<PageView>,
    /// What has changed since the last issue that was closed, when there is one.
    pub changes: Option<ChangesView>,
    /// What joined this month.
    pub new: Vec<EntryView>,
    /// The files of the long lists that it has.
    pub lists: ListFiles,
    /// The month as a wall calendar; none when the edition has no calendar.
    pub glance: Option<MonthView>,
    /// One page run per category, in vocabulary order.
    pub runs: Vec<RunRef>,
    /// Back matter in order.
    pub back: Vec<PageView>,
    /// Where copies are to be had.
    pub outlets: Vec<OutletView>,
    /// One sentence for the back cover: "Being listed is not a recommendation."
    pub no_endorsement: String,
    /// The code of the website's address.
    pub code: Option<CodeView>,
    /// Font families of the theme (`[fonts]` of theme.toml): `body` and `fallback`.
    pub fonts: serde_json::Map<String, serde_json::Value>,
    /// Fixed words of the theme (`[words]` of theme.toml), by key.
    pub words: serde_json::Map<String, serde_json::Value>,
    /// Colours of the theme and the project (`#rrggbb`), by key.
    pub colours: serde_json::Map<String, serde_json::Value>,
    /// A logo's file below `/images/`, if the project has one.
    pub logo: Option<LogoView>,
    /// The cover's picture, if the project has one.
    pub picture: Option<LogoView>,
}

/// `/data/stamp.json`: what one copy of an edition says that the others do not.
#[derive(Debug, Clone, Default, Serialize)]
pub struct StampView {
    /// "Quayside Library copy", on the cover of an outlet's own copy.
    pub outlet: Option<String>,
}

/// Which volume of an edition a book is.
#[derive(Debug, Clone, Serialize)]
pub struct VolumeView {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// "Volume 1 of 3".
    pub title: String,
    /// What is in the others.
    pub others: Vec<OtherVolume>,
}

/// Another volume and what it has.
#[derive(Debug, Clone, Serialize)]
pub struct OtherVolume {
    /// "Volume 2".
    pub title: String,
    /// The names of its categories.
    pub categories: Vec<String>,
}

/// A code for a telephone's camera, with the address it holds.
#[derive(Debug, Clone, Serialize)]
pub struct CodeView {
    /// The address as printed beside it.
    pub text: String,
    /// The address.
    pub href: String,
    /// Modules along a side.
    pub size: usize,
    /// The modules, row by row, `1` for a dark one; without the quiet zone.
    pub rows: Vec<String>,
}

/// What kind of book an edition is.
#[derive(Debug, Clone, Serialize)]
pub struct EditionView {
    /// `a5`.
    pub id: String,
    /// "Booklet".
    pub title: String,
    /// Its title where the cover must tell it from the project's first edition.
    pub told: Option<String>,
    /// `booklet` or `pocket`.
    pub form: &'static str,
    /// Page width in millimetres.
    pub width_mm: f64,
    /// Page height in millimetres.
    pub height_mm: f64,
    /// Body size in points.
    pub text_pt: f64,
    /// `summary` or `full`: whether descriptions are printed.
    pub detail: &'static str,
    /// Whether it is large print: wider lines, and a paragraph for each thing about a listing.
    pub large: bool,
    /// Whether every entry is to be measured before it is held together: a first layout, made by guess, has run over
    /// the foot of a page.
    pub careful: bool,
}

/// Who publishes the booklet.
#[derive(Debug, Clone, Serialize)]
pub struct PublisherView {
    /// The organisation.
    pub name: String,
    /// Telephone as printed, spaced.
    pub phone: Option<String>,
    /// `tel:` address of it.
    pub phone_href: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Postal address lines.
    pub address: Vec<String>,
    /// The website as printed: "example.org/thurrock".
    pub web: String,
    /// The website's address.
    pub web_href: String,
}

/// Figures for the cover and the home page.
#[derive(Debug, Clone, Serialize)]
pub struct CountsView {
    /// Listings in this issue.
    pub listings: usize,
    /// Categories with at least one listing.
    pub categories: usize,
    /// Places with at least one listing.
    pub localities: usize,
    /// New this month.
    pub new: usize,
}

/// A page of front or back matter.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `staying-safe`.
    pub id: String,
    /// "Staying safe when you hire someone".
    pub title: String,
    /// The page on the site, from its root.
    pub href: String,
    /// What special part it plays: `no-endorsement`, `emergency`, `tell-us`, `letter`, ...; empty for none.
    pub role: String,
    /// The text.
    pub blocks: Vec<BlockView>,
    /// Useful numbers, for pages that have them.
    pub numbers: Vec<NumberView>,
    /// "Numbers checked 10 November 2026", for pages that must be.
    pub checked: Option<String>,
    /// Listings this page points to (highlights of the month).
    pub entries: Vec<EntryView>,
}

/// A telephone number on a page.
#[derive(Debug, Clone, Serialize)]
pub struct NumberView {
    /// "Police, when it is not an emergency".
    pub name: String,
    /// "101".
    pub phone: String,
    /// `tel:101`.
    pub href: String,
    /// "Any time, day or night".
    pub note: Option<String>,
}

/// A listing named elsewhere than in its place, by id (its anchor in the booklet).
#[derive(Debug, Clone, Serialize)]
pub struct EntryView {
    /// The listing's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A few words beside it: its category, place or mark.
    pub note: String,
    /// "volume 2", when it stands in another volume, where no page can be named.
    pub elsewhere: Option<String>,
    /// Its page on the site, from the root.
    pub href: String,
}

/// A page run, named in `booklet.json` and held in its own file.
#[derive(Debug, Clone, Serialize)]
pub struct RunRef {
    /// `/data/run-01-food.json`.
    pub file: String,
    /// The category's id, its anchor: `category-food` in the booklet.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// "Lunch clubs and food".
    pub name: String,
    /// A word or two for the tab on the page's edge: "Food".
    pub tab: String,
    /// How many listings it holds.
    pub count: usize,
    /// The code of the category's page on the site, when the edition has codes.
    pub code: Option<CodeView>,
}

/// One page run's file.
#[derive(Debug, Clone, Serialize)]
pub struct RunFile<'v> {
    /// A sentence or two about the category, or nothing.
    pub intro: String,
    /// The code of each listing's page on the site by its id, when the edition has codes.
    pub codes: BTreeMap<String, CodeView>,
    /// Its listings in collated order; only those whose first category this is.
    pub listings: Vec<ToldView<'v>>,
    /// Listings of other categories that belong here too, in collated order.
    pub also: Vec<EntryView>,
}

/// A place that has copies.
#[derive(Debug, Clone, Serialize)]
pub struct OutletView {
    /// "Quayside Library".
    pub name: String,
    /// Address lines.
    pub address: Vec<String>,
    /// "Tilbury".
    pub town: String,
    /// "RM18 0ZZ".
    pub postcode: String,
    /// "Monday to Friday, 9am to 5pm".
    pub hours: Option<String>,
}

/// The publisher's logo.
#[derive(Debug, Clone, Serialize)]
pub struct LogoView {
    /// The file below `/images/` (booklet) and on the site.
    pub href: String,
    /// Its text alternative.
    pub alt: String,
}
