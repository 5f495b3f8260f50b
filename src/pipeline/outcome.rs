//! What a run tells of itself: its progress, what it came to, why it stopped.

use super::{confirming, starting};
use crate::check::LeftOut;
use crate::content::ReadError;
use crate::diag::Diagnostics;
use crate::model::Month;
use crate::publish::{PublishError, Published};
use crate::render::RenderError;
use crate::source::SourceMap;
use crate::view::shortlist::Unmet;

/// What a run is doing, for whoever shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// So many files were read.
    Read(usize),
    /// So many listings were checked.
    Checked(usize),
    /// An edition has so many pages.
    Booklet(String, usize),
    /// The site has so many pages.
    Site(usize),
    /// So many files were written, and so many were the same as before.
    Published(usize, usize),
}

/// What a check or build came to.
#[derive(Debug)]
pub struct Outcome<T> {
    /// Everything that was found, in order.
    pub found: Diagnostics,
    /// The files that findings point into.
    pub sources: SourceMap,
    /// How many listings were looked at, and in how many something is wrong.
    pub tally: Tally,
    /// The result, or why there is none.
    pub result: Result<T, Stopped>,
}

/// Listings looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Listing files.
    pub listings: usize,
    /// Those with an error.
    pub faulty: usize,
}

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The content needs attention.
    #[error("the content needs attention")]
    Content,
    /// The content could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The theme cannot be used; its faults are among the findings.
    #[error("{0}")]
    Theme(String),
    /// An edition was asked for that the project does not have.
    #[error("there is no edition called {id:?}; this project has: {known}")]
    Edition {
        /// The id asked for.
        id: String,
        /// The ids there are.
        known: String,
    },
    /// A month was to be compared with that was never closed.
    #[error("{} was never closed, so nothing can be compared with it; closed months: {}", month.title(), if known.is_empty() { "none" } else { known })]
    NotClosed {
        /// The month asked for.
        month: Month,
        /// The months there are.
        known: String,
    },
    /// A month was to be closed that was closed before and says something else now.
    #[error(
        "{title} was closed before, and its record says something else: {told}.\nThe next issue is compared with that record, so it stays as it is. If {title} has not gone out yet, give the same command with --again.",
        title = month.title()
    )]
    ClosedBefore {
        /// The month.
        month: Month,
        /// What is different.
        told: String,
    },
    /// A shortlist was asked for that cannot be made.
    #[error(transparent)]
    Unmet(#[from] Unmet),
    /// A listing's file could not be changed.
    #[error(transparent)]
    Listing(#[from] confirming::ListingFault),
    /// A month could not be begun.
    #[error(transparent)]
    Start(#[from] starting::StartFault),
    /// Something could not be rendered though the theme is right.
    #[error(transparent)]
    Render(RenderError),
    /// The output could not be written.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

/// What was built.
#[derive(Debug)]
pub struct Built {
    /// The month.
    pub month: Month,
    /// How many listings are in it.
    pub listings: usize,
    /// Editions with their file below the output folder, pages and bytes.
    pub booklets: Vec<BuiltBooklet>,
    /// Pages of the site, none when it was not built.
    pub site_pages: Option<usize>,
    /// Listings that were left out.
    pub left_out: Vec<LeftOut>,
    /// What was written.
    pub published: Published,
}

/// An edition that was built.
#[derive(Debug, Clone)]
pub struct BuiltBooklet {
    /// The file below the output folder.
    pub path: String,
    /// Its pages.
    pub pages: usize,
    /// Its length.
    pub bytes: usize,
    pub(super) title: String,
    /// The edition it is, or is a volume of.
    pub(super) edition: String,
    /// Its number among how many volumes, when the edition has several.
    pub(super) volume: Option<(usize, usize)>,
    pub(super) cover: CoverFile,
}

/// A picture of a book's first page.
#[derive(Debug, Clone)]
pub(super) struct CoverFile {
    pub(super) path: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl<T> Outcome<T> {
    /// Of a run that writes content: whatever else is wrong with the content is for `check` to say.
    pub(super) fn untold(result: Result<T, Stopped>) -> Outcome<T> {
        Outcome { found: Diagnostics::new(), sources: SourceMap::default(), tally: Tally::default(), result }
    }

    /// The same outcome with another result.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        Outcome { found: self.found, sources: self.sources, tally: self.tally, result: self.result.map(change) }
    }
}
