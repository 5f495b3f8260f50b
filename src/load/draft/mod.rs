//! What was read, before anybody has said that it is right.
//!
//! Every value keeps its place. A value that has to be parsed keeps the fault, so that a rule can speak
//! about it. `None` means that the file does not say, or that `load` has already reported why.

mod calendar;
mod consent;
mod edition;
mod evidence;
mod files;
mod listing;
mod page;
mod project;
mod session;
mod vocabulary;

use super::prose::ProseFault;
use crate::model::{Prose, Slug, SlugFault};
use crate::source::{SourceMap, Span, Spanned};

pub use calendar::{CalendarDraft, HolidayDraft, StretchDraft};
pub use consent::{ConsentDraft, PrivateDraft, RelistDraft};
pub use edition::{EditionDraft, PrinterDraft};
pub use evidence::{ChecksDraft, CqcDraft, DbsDraft, FoodDraft, InsuranceDraft, SafetyDraft};
pub use files::{ArchiveFile, ImageFault, ImageFile, ImageHeader, MOST_PIXELS, RecordDraft};
pub use listing::{AudienceDraft, ContactDraft, CostDraft, ImageDraft, ListingDraft, OrganisationDraft, VenueDraft};
pub use page::{IssueDraft, NumberDraft, PageDraft};
pub use project::{PolicyDraft, ProjectDraft};
pub use session::SessionDraft;
pub use vocabulary::{CategoryDraft, LocalityDraft, OutletDraft};

/// A text as written.
pub type Text = Spanned<String>;

/// A parsed value or the reason why it could not be parsed, with the text as written.
#[derive(Debug, Clone)]
pub struct Parsed<T, F> {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub text: String,
    /// The value, or the fault.
    pub value: Result<T, F>,
}

impl<T, F> Parsed<T, F> {
    /// The value when it is right.
    pub fn ok(&self) -> Option<&T> {
        self.value.as_ref().ok()
    }
}

/// A slug as written.
pub type SlugDraft = Parsed<Slug, SlugFault>;

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The files.
    pub sources: SourceMap,
    /// The project's settings.
    pub project: Option<ProjectDraft>,
    /// Categories in file order.
    pub categories: Vec<CategoryDraft>,
    /// Places in file order.
    pub localities: Vec<LocalityDraft>,
    /// Outlets in file order.
    pub outlets: Vec<OutletDraft>,
    /// Bank holidays, closures, terms.
    pub calendar: CalendarDraft,
    /// Listings in path order.
    pub listings: Vec<ListingDraft>,
    /// Pages in path order.
    pub pages: Vec<PageDraft>,
    /// Issues in path order, so by month.
    pub issues: Vec<IssueDraft>,
    /// What earlier issues said, in path order.
    pub records: Vec<RecordDraft>,
    /// Services that asked to be taken out, in file order.
    pub relist: Vec<RelistDraft>,
    /// Pictures in path order.
    pub images: Vec<ImageFile>,
    /// `archive/*.pdf`.
    pub archive: Vec<ArchiveFile>,
    /// Where `booklet.toml` is, or would be: for findings about the project as a whole.
    pub top: Option<Span>,
}

/// A Markdown text with what was wrong in it.
#[derive(Debug, Clone)]
pub struct ProseDraft {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub text: String,
    /// The tree, without what the faults are about.
    pub prose: Prose,
    /// What a text may not contain, with the place.
    pub faults: Vec<Spanned<ProseFault>>,
}
