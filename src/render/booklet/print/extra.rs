//! Pages that are no part of the edition: to write on, and to try the copier with. Both are laid out from small files
//! of the theme, because they have words; a theme without these files has blank pages and no test print.

use serde::Serialize;
use typst::layout::Frame;
use typst_layout::Page;

use super::super::{Laid, compile, faults, json};
use crate::render::RenderError;
use crate::view::printer::{Flip, Printer};

/// Where the theme finds what is below.
const DATA: &str = "/data/print.json";

/// For `notes.typ`.
#[derive(Serialize)]
struct NotesView {
    /// The number of the first page.
    first: usize,
    /// How many pages.
    count: usize,
}

/// For `test-print.typ`.
#[derive(Serialize)]
struct TestView<'v> {
    /// "Office copier".
    title: &'v str,
    /// Over which edge it turns the paper: `short-edge`, `long-edge`.
    flip: &'static str,
    /// Whether the sheet is folded like a letter, into six pages; otherwise in the middle, into four.
    letter: bool,
}

impl Laid<'_> {
    /// Pages to write on, from the page `first` on.
    pub(super) fn notes(&self, first: usize, count: usize) -> Result<Vec<Page>, RenderError> {
        // The theme begins with a right-hand page and leaves that empty where notes begin on a left-hand one.
        let skipped = (first + 1) % 2;
        let mut pages = self.beside("/notes.typ", &NotesView { first, count })?.unwrap_or_default();
        pages.drain(..skipped.min(pages.len()));
        pages.truncate(count);
        pages.extend((pages.len()..count).filter_map(|_| self.blank()));
        Ok(pages)
    }

    /// The pages of the sheet that a copier is tried with.
    pub(super) fn test_pages(&self, printer: &Printer) -> Result<Option<Vec<Page>>, RenderError> {
        let flip = match printer.flip {
            Flip::Short => "short-edge",
            Flip::Long => "long-edge",
        };
        let pages = self.beside("/test-print.typ", &TestView { title: &printer.title, flip, letter: self.setup.is_letter })?;
        Ok(pages.filter(|pages| pages.len() == self.unit()))
    }

    /// A page like the others with nothing on it.
    fn blank(&self) -> Option<Page> {
        let page = self.document.pages().first()?;
        Some(Page { frame: Frame::hard(page.frame.size()), ..page.clone() })
    }

    /// The pages of another file of the theme; nothing when it has none.
    fn beside(&self, main: &str, view: &impl Serialize) -> Result<Option<Vec<Page>>, RenderError> {
        let Some(world) = self.world.beside(main, DATA, json(view)?) else { return Ok(None) };
        let document = compile(&world).map_err(|errors| faults(&errors, &world, self.theme))?;
        Ok(Some(document.pages().to_vec()))
    }
}
