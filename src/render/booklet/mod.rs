//! The booklet: an edition's view through the theme's Typst files to a tagged PDF.
//!
//! 1. The view becomes JSON files in a closed little world (`world`): theme files, data, pictures, fonts.
//! 2. Typst lays it out, once. Everything else is made from the pages it has laid out: the PDF for readers, the
//!    files for copiers and printing firms (`print`), the cover's picture.
//! 3. The readers' PDF is PDF/UA-1 and PDF/A-2a together; Typst refuses a document that is neither.
//! 4. A finished PDF is packed (`pack`): a tagged one comes to less than half.
//! 5. What Typst finds wrong comes back as faults of the theme's files.
//!
//! Listing text is only ever data: it is never part of Typst source.

mod cover;
mod finish;
mod groups;
mod measure;
mod pack;
mod paperwork;
mod print;
mod world;

use std::collections::BTreeMap;

use rayon::prelude::*;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Dict, IntoValue, Label, Smart};
use typst::introspection::Introspector;
use typst::utils::PicoStr;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::RenderError;
use crate::theme::{Theme, ThemeFault};
use crate::view::booklet::{BookletView, RunFile, RunRef, StampView};
use crate::view::lists::Lists;
pub use cover::Cover;
pub use measure::Fill;
pub use paperwork::{letters, paperwork, shortlist};
use print::Setup;
pub use print::{Fault, PrintFile};
use world::BookletWorld;
pub use world::Fonts;

/// Above how many pages memory is spared.
const LONG: usize = 300;

/// What an edition is laid out from.
pub struct Book<'b> {
    /// The edition, or one volume of it.
    pub view: BookletView,
    /// Its long lists.
    pub lists: Lists,
    /// Its page runs, in the order of the view's.
    pub runs: Vec<RunFile<'b>>,
    /// What this copy says and others do not.
    pub stamp: StampView,
}

/// A laid-out edition.
pub struct Laid<'t> {
    document: PagedDocument,
    world: BookletWorld<'t>,
    theme: &'t Theme,
    /// The identity of an edition of an issue: the same whenever and wherever it is built.
    ident: String,
    /// What printing needs to know of it.
    setup: Setup,
}

/// Lays a book out; `pictures` are files by the path that the view names.
pub fn lay_out<'t>(
    book: &Book<'_>,
    pictures: &BTreeMap<String, Vec<u8>>,
    theme: &'t Theme,
    fonts: &'t Fonts,
) -> Result<Laid<'t>, RenderError> {
    let view = &book.view;
    let codes = finish::Codes::new(book);
    let lay = |view: &BookletView| -> Result<(BookletWorld<'t>, PagedDocument), RenderError> {
        let data = data(view, book, pictures)?;
        let lay = |told: Dict| -> Result<(BookletWorld<'t>, PagedDocument), RenderError> {
            let world = BookletWorld::told(told, theme, data.clone(), fonts, main(view))?;
            let document = compile(&world).map_err(|errors| faults(&errors, &world, theme))?;
            Ok((world, document))
        };
        let (key, value) = finish::INPUT;
        let (world, document) = lay([(key.into(), value.into_value())].into_iter().collect())?;
        match finish::finish(document, &codes) {
            Some(document) => Ok((world, document)),
            // Typst then says what is wrong, if anything is.
            None => lay(Dict::new()),
        }
    };
    let (mut world, mut document) = lay(view)?;
    if view.edition.form != "pocket" && measure::runs_over(&document) {
        // An entry was longer than its letters let guess. Now each is measured, which takes half as long again.
        let mut view = view.clone();
        view.edition.careful = true;
        (world, document) = lay(&view)?;
    }
    if document.pages().len() > LONG {
        // Typst remembers every step of a layout, and of a long book that is more than the book itself. Forgetting takes
        // a while, and the book can be exported meanwhile.
        rayon::spawn(|| typst::comemo::evict(0));
    }
    let volume = view.volume.as_ref().map(|volume| format!(" {}", volume.number)).unwrap_or_default();
    let outlet = book.stamp.outlet.as_ref().map(|outlet| format!(" {outlet}")).unwrap_or_default();
    let ident = format!("{} {} {}{volume}{outlet}", view.publisher.web_href, view.month_id, view.edition.id);
    let setup = Setup::new(view.edition.form == "pocket", &view.colours, theme);
    Ok(Laid { document, world, theme, ident, setup })
}

/// The files that a book's text and pictures are in.
fn data(view: &BookletView, book: &Book<'_>, pictures: &BTreeMap<String, Vec<u8>>) -> Result<Vec<(String, Bytes)>, RenderError> {
    let run = |(reference, run): (&RunRef, &RunFile<'_>)| Ok((reference.file.clone(), json(run)?));
    let runs = || view.runs.par_iter().zip(&book.runs).map(run).collect::<Result<Vec<_>, RenderError>>();
    let (whole, (lists, runs)) = rayon::join(|| json(view), || rayon::join(|| lists(book), runs));
    let mut data = runs?;
    data.extend(lists?);
    data.extend([("/data/booklet.json".to_owned(), whole?), ("/data/stamp.json".to_owned(), json(&book.stamp)?)]);
    data.extend(pictures.iter().map(|(path, bytes)| (format!("/{path}"), Bytes::new(bytes.clone()))));
    Ok(data)
}

fn lists(book: &Book<'_>) -> Result<Vec<(String, Bytes)>, RenderError> {
    let Lists { calendar, places, a_to_z } = &book.lists;
    let files = book.lists.files();
    let made = [
        files.calendar.map(|path| Ok((path.to_owned(), json(calendar)?))),
        files.places.map(|path| Ok((path.to_owned(), json(places)?))),
        files.a_to_z.map(|path| Ok((path.to_owned(), json(a_to_z)?))),
    ];
    made.into_iter().flatten().collect()
}

/// The theme's file that lays a book of this form out.
fn main(view: &BookletView) -> &'static str {
    if view.edition.form == "pocket" { "/pocket.typ" } else { "/main.typ" }
}

impl Laid<'_> {
    /// Whether it is so long that memory is to be spared.
    pub fn is_long(&self) -> bool {
        self.pages() > LONG
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// The page an anchor stands on, from 1.
    pub fn page_of(&self, anchor: &str) -> Option<usize> {
        let label = Label::new(PicoStr::intern(anchor))?;
        let element = self.document.introspector().query_label(label).ok()?;
        Some(self.document.introspector().position(element.location()?)?.page.get())
    }

    /// The PDF for readers: tagged, PDF/UA-1 and PDF/A-2a.
    pub fn reader_pdf(&self) -> Result<Vec<u8>, RenderError> {
        accessible(&self.document, &self.ident, &self.world, self.theme)
    }
}

/// A document as a PDF for people: tagged, PDF/UA-1 and PDF/A-2a.
fn accessible(document: &PagedDocument, ident: &str, world: &BookletWorld<'_>, theme: &Theme) -> Result<Vec<u8>, RenderError> {
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Fingerpost".to_owned())),
        standards: standards()?,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(document, &options).map_err(|errors| faults(&errors, world, theme))?;
    Ok(pack::pack(pdf))
}

/// The one place that compiles a document, in a function that is not generic, so that Typst is instantiated once.
fn compile(world: &dyn World) -> Result<PagedDocument, Vec<SourceDiagnostic>> {
    let Warned { output, warnings: _ } = typst::compile::<PagedDocument>(world);
    output.map_err(|errors| errors.into_iter().collect())
}

fn json(value: &impl serde::Serialize) -> Result<Bytes, RenderError> {
    serde_json::to_vec(value)
        .map(|json| Bytes::new(groups::tied(&groups::loosened(&json))))
        .map_err(|error| RenderError::Internal(format!("the booklet's data could not be written: {error}")))
}

fn standards() -> Result<PdfStandards, RenderError> {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|error| RenderError::Internal(format!("PDF/UA-1 and PDF/A-2a do not go together: {}", error.message())))
}

/// Typst's findings as faults of the theme's files.
fn faults<'d>(errors: impl IntoIterator<Item = &'d SourceDiagnostic>, world: &BookletWorld<'_>, theme: &Theme) -> RenderError {
    let one = |error: &SourceDiagnostic| {
        let file = error.span.id().map_or("booklet/main.typ".to_owned(), |id| world::theme_path(id.get().vpath().get_without_slash()));
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
