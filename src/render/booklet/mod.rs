//! The booklet: an edition's view through the theme's Typst files to a tagged PDF.
//!
//! 1. The view becomes JSON files in a closed little world (`world`): theme files, data, pictures, fonts.
//! 2. Typst lays it out and exports PDF/UA-1 and PDF/A-2a together; it refuses a document that is neither.
//! 3. What Typst finds wrong comes back as faults of the theme's files.
//!
//! Listing text is only ever data: it is never part of Typst source.

mod groups;
mod world;

use std::collections::BTreeMap;

use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::RenderError;
use crate::theme::{Theme, ThemeFault};
use crate::view::booklet::{BookletView, RunFile};
use world::BookletWorld;
pub use world::Fonts;

/// A finished edition.
#[derive(Debug)]
pub struct Booklet {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Lays out and exports an edition; `pictures` are files by the path that the view names.
pub fn render(
    view: &BookletView,
    runs: &[RunFile<'_>],
    pictures: &BTreeMap<String, Vec<u8>>,
    theme: &Theme,
    fonts: &Fonts,
) -> Result<Booklet, RenderError> {
    let mut data = vec![("/data/booklet.json".to_owned(), json(view)?)];
    for (reference, run) in view.runs.iter().zip(runs) {
        data.push((reference.file.clone(), json(run)?));
    }
    data.extend(pictures.iter().map(|(path, bytes)| (format!("/{path}"), bytes.clone())));
    let world = BookletWorld::new(theme, data, fonts)?;
    let document = lay_out(&world).map_err(|errors| faults(&errors, &world, theme))?;
    let options = PdfOptions {
        // The identity of an edition of an issue: the same whenever and wherever it is built.
        ident: Smart::Custom(format!("{} {} {}", view.publisher.web_href, view.month_id, view.edition.id)),
        creator: Smart::Custom(Some("Fingerpost".to_owned())),
        standards: standards()?,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| faults(&errors, &world, theme))?;
    Ok(Booklet { pages: document.pages().len(), pdf })
}

/// The one place that compiles a document, in a function that is not generic, so that Typst is instantiated once.
fn lay_out(world: &dyn World) -> Result<PagedDocument, Vec<SourceDiagnostic>> {
    let Warned { output, warnings: _ } = typst::compile::<PagedDocument>(world);
    output.map_err(|errors| errors.into_iter().collect())
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, RenderError> {
    serde_json::to_vec(value)
        .map(|json| groups::tied(&json))
        .map_err(|error| RenderError::Internal(format!("the booklet's data could not be written: {error}")))
}

fn standards() -> Result<PdfStandards, RenderError> {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| RenderError::Internal(format!("PDF/UA-1 and PDF/A-2a do not go together: {}", error.message())))
}

/// Typst's findings as faults of the theme's files.
fn faults<'d>(errors: impl IntoIterator<Item = &'d SourceDiagnostic>, world: &BookletWorld<'_>, theme: &Theme) -> RenderError {
    let one = |error: &SourceDiagnostic| {
        let file = error.span.id().map_or("booklet/main.typ".to_owned(), |id| format!("booklet/{}", id.get().vpath().get_without_slash()));
        let text = theme.file(&file).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
        let range = world.range(error.span).filter(|range| range.end <= text.len()).unwrap_or(0..0);
        ThemeFault {
            file,
            text,
            range,
            title: error.message.to_string(),
            help: error.hints.iter().map(|hint| hint.v.to_string()).collect(),
        }
    };
    RenderError::Theme(errors.into_iter().map(one).collect())
}
