//! Files for copiers and printing firms, made from the pages that are laid out already.
//!
//! 1. The pages get blank ones before the back cover where they have to fill sheets (`impose`, `extra`).
//! 2. Their colours become inks; links and tags, which mean nothing on paper, are left out (`inks`).
//! 3. They are put on sheets, with marks (`sheet`), and exported without tags (`boxes` says where the bleed ends).
//! 4. The preflight looks for what a printing firm would telephone about (`preflight`).

mod boxes;
mod extra;
mod impose;
mod inks;
mod preflight;
mod sheet;
mod words;

use typst::foundations::Smart;
use typst::layout::Abs;
use typst::model::Document;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{Laid, faults};
use crate::render::RenderError;
use crate::theme::Theme;
use crate::view::printer::{Arrangement, Cover, Printer, Standard};
use impose::{Leaf, PANELS};
use inks::{Palette, Press};
pub use preflight::Fault;
use sheet::Look;

/// What printing needs to know of an edition.
#[derive(Default)]
pub(super) struct Setup {
    /// Whether it is one sheet that is folded like a letter.
    is_letter: bool,
    palette: Palette,
}

impl Setup {
    /// Of a form and its colours.
    pub fn new(is_letter: bool, colours: &serde_json::Map<String, serde_json::Value>, theme: &Theme) -> Setup {
        Setup { is_letter, palette: Palette::new(colours, theme) }
    }
}

/// A file for a printer.
pub struct PrintFile {
    /// Which part of the book it is, `cover` or `inside`; nothing for all of it.
    pub part: Option<&'static str>,
    /// The PDF.
    pub bytes: Vec<u8>,
}

impl Laid<'_> {
    /// The files that a printer wants.
    pub fn print(&self, printer: &Printer) -> Result<Vec<PrintFile>, RenderError> {
        if printer.pages == Arrangement::Imposed {
            let pages = self.leaves(self.unit(), printer)?;
            let bytes = self.export(self.impose(&pages, printer), printer, "imposed")?;
            return Ok(vec![PrintFile { part: None, bytes }]);
        }
        let flat = |pages: &[Page], part: Option<&'static str>| -> Result<PrintFile, RenderError> {
            let sheets = self.flat(pages, printer);
            Ok(PrintFile { part, bytes: self.export(sheets, printer, part.unwrap_or("pages"))? })
        };
        if printer.cover == Cover::SelfCover {
            return Ok(vec![flat(&self.leaves(1, printer)?, None)?]);
        }
        let pages = self.leaves(4, printer)?;
        let (last, first) = (pages.len().saturating_sub(2).max(2), pages.len().min(2));
        let cover = [&pages[..first], &pages[last.min(pages.len())..]].concat();
        let inside = pages.get(first..last).unwrap_or_default();
        let mut files = vec![flat(&cover, Some("cover"))?];
        if !inside.is_empty() {
            files.push(flat(inside, Some("inside"))?);
        }
        Ok(files)
    }

    /// One sheet that shows whether the copier turns the paper as the profile says; nothing when the printer gets no
    /// folded sheets, or the theme has no such sheet.
    pub fn test_print(&self, printer: &Printer) -> Result<Option<Vec<u8>>, RenderError> {
        if printer.pages != Arrangement::Imposed {
            return Ok(None);
        }
        let Some(pages) = self.test_pages(printer)? else { return Ok(None) };
        let press = self.press(printer);
        let pages: Vec<Page> = pages.iter().map(|page| plate(page, &press)).collect();
        self.export(self.impose(&pages, printer), printer, "test").map(Some)
    }

    /// Pages that fill a sheet.
    fn unit(&self) -> usize {
        if self.is_letter() { 2 * PANELS } else { 4 }
    }

    fn is_letter(&self) -> bool {
        self.setup.is_letter
    }

    fn press(&self, printer: &Printer) -> Press<'_> {
        Press::new(printer, &self.setup.palette)
    }

    /// The pages in a printer's inks, filled up to a multiple of `unit`.
    fn leaves(&self, unit: usize, printer: &Printer) -> Result<Vec<Page>, RenderError> {
        let laid = self.document.pages();
        let leaves = impose::padded(laid.len(), unit);
        let first = leaves.iter().position(|leaf| *leaf == Leaf::Notes);
        let notes = match first {
            Some(first) => self.notes(first + 1, leaves.len() - laid.len())?,
            None => Vec::new(),
        };
        let press = self.press(printer);
        let mut blank = notes.iter();
        let source = |leaf: &Leaf| match leaf {
            Leaf::Page(number) => laid.get(number.checked_sub(1)?),
            Leaf::Notes => blank.next(),
        };
        Ok(leaves.iter().filter_map(source).map(|page| plate(page, &press)).collect())
    }

    fn look(&self, printer: &Printer) -> Look {
        Look { bleed: Abs::mm(printer.bleed), marks: printer.marks.then(|| self.press(printer).mark()) }
    }

    /// Single or facing pages.
    fn flat(&self, pages: &[Page], printer: &Printer) -> Vec<Page> {
        let look = self.look(printer);
        if printer.pages == Arrangement::Spreads {
            let of = |numbers: Vec<usize>| numbers.into_iter().filter_map(|number| pages.get(number.checked_sub(1)?)).collect();
            let spreads: Vec<Vec<&Page>> = impose::spreads(pages.len()).into_iter().map(of).collect();
            return spreads.iter().map(|pages| sheet::spread(pages, &look)).collect();
        }
        pages.iter().map(|page| sheet::spread(&[page], &look)).collect()
    }

    /// Both sides of every sheet.
    fn impose(&self, pages: &[Page], printer: &Printer) -> Vec<Page> {
        let sides = if self.is_letter() {
            impose::letter_fold(pages.len(), printer.flip)
        } else {
            impose::saddle(pages.len(), printer.signature, printer.flip)
        };
        let (look, thickness) = (self.look(printer), Abs::mm(printer.paper_thickness));
        sides.iter().enumerate().map(|(at, side)| sheet::side(side, pages, thickness, &look, at % 2 == 0)).collect()
    }

    /// A PDF without tags: a screen reader would read the sheets' order, not the book's.
    fn export(&self, sheets: Vec<Page>, printer: &Printer, part: &str) -> Result<Vec<u8>, RenderError> {
        let document = PagedDocument::new(sheets.into_iter().collect(), self.document.info().clone());
        let options = PdfOptions {
            ident: Smart::Custom(format!("{} {} {part}", self.ident, printer.id)),
            creator: Smart::Custom(Some("Fingerpost".to_owned())),
            standards: standards(printer.standard)?,
            tagged: false,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| faults(&errors, &self.world, self.theme))?;
        let marks_beyond = printer.marks && printer.bleed > 0.0 && printer.pages != Arrangement::Imposed;
        Ok(if marks_beyond { boxes::with_bleed(pdf, Abs::mm(printer.bleed).to_pt()) } else { pdf })
    }
}

/// A page in a printer's inks.
fn plate(page: &Page, press: &Press<'_>) -> Page {
    let fill = page.fill_or_transparent().map(|fill| press.paint(&fill));
    Page { frame: press.plate(&page.frame), fill: Smart::Custom(fill), ..page.clone() }
}

fn standards(standard: Standard) -> Result<PdfStandards, RenderError> {
    let standard = match standard {
        Standard::V14 => PdfStandard::V_1_4,
        Standard::V17 => PdfStandard::V_1_7,
        Standard::A2b => PdfStandard::A_2b,
    };
    PdfStandards::new(&[standard]).map_err(|error| RenderError::Internal(format!("this PDF standard is unknown: {}", error.message())))
}
