//! Content that has been checked: valid types only, and no field for anything private.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::load::draft::ArchiveFile;
use crate::model::{Calendar, Category, IssueNote, Listing, Locality, Month, Outlet, Page, Project, Record, Slug};

/// Content fit to be published.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The project's settings.
    pub project: Project,
    /// Categories in order.
    pub categories: Vec<Category>,
    /// Places in order.
    pub localities: Vec<Locality>,
    /// Outlets in order.
    pub outlets: Vec<Outlet>,
    /// Bank holidays, closures and terms.
    pub calendar: Calendar,
    /// Listings to be published, in path order.
    pub listings: Vec<Listing>,
    /// Pages in their order.
    pub pages: Vec<Page>,
    /// The month's own words.
    pub issue: IssueNote,
    /// Months that have an issue, earliest first.
    pub months: Vec<Month>,
    /// Booklets of past months that were kept, by month.
    pub archive: Vec<ArchiveFile>,
    /// What earlier issues said, and this one if it has been closed.
    pub records: BTreeMap<Month, Record>,
    /// Ids of listings whose consent was withdrawn or has ended; nothing else is known of them here.
    pub withdrawn: BTreeSet<Slug>,
    /// Pictures that something shows, by file.
    pub pictures: BTreeMap<String, Picture>,
    /// Listings with errors that were left out.
    pub left_out: Vec<LeftOut>,
}

/// A picture that something shows, not decoded yet.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Width in pixels, by its header.
    pub width: u32,
    /// Height in pixels, by its header.
    pub height: u32,
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
}

/// A listing that was left out because something in it is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The listing's id, or the file's name where it has none.
    pub id: String,
    /// The file.
    pub path: String,
}
