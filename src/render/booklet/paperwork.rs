//! The paper that goes with a print run, laid out from the theme's `print/` files.

use rayon::prelude::*;

use super::world::BookletWorld;
use super::{Fonts, accessible, compile, faults, json};
use crate::render::RenderError;
use crate::theme::Theme;
use crate::view::asking::{EntryBook, LettersView};
use crate::view::paperwork::PaperworkView;
use crate::view::shortlist::ShortlistView;

/// What is laid out: the name in the output and the theme's file.
const PAPERS: &[(&str, &str)] =
    &[("run-sheet", "/print/run-sheet.typ"), ("labels", "/print/labels.typ"), ("pull-notice", "/print/pull-notice.typ")];

/// Run sheet, labels and notice, each with its name in the output folder.
pub fn paperwork(view: &PaperworkView, theme: &Theme, fonts: &Fonts) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let data = json(view)?;
    let paper = |(name, main): &(&str, &str)| {
        let world = BookletWorld::new(theme, vec![("/data/paperwork.json".to_owned(), data.clone())], fonts, main)?;
        let document = compile(&world).map_err(|errors| faults(&errors, &world, theme))?;
        let ident = format!("{} {} {name}", view.paper.publisher.web_href, view.paper.month_id);
        let pdf = accessible(&document, &ident, &world, theme)?;
        Ok((format!("print/{}-{name}.pdf", view.paper.month_id), pdf))
    };
    PAPERS.par_iter().map(paper).collect()
}

/// A few listings on one sheet, as a PDF.
pub fn shortlist(view: &ShortlistView, theme: &Theme, fonts: &Fonts) -> Result<Vec<u8>, RenderError> {
    let data = vec![("/data/paperwork.json".to_owned(), json(view)?)];
    let world = BookletWorld::new(theme, data, fonts, "/print/shortlist.typ")?;
    let document = compile(&world).map_err(|errors| faults(&errors, &world, theme))?;
    let ident = format!("{} {} shortlist", view.paper.publisher.web_href, view.paper.date);
    accessible(&document, &ident, &world, theme)
}

/// Letters to providers and the list of those who can only be rung, as files with their names.
pub fn letters(view: &LettersView<'_>, book: &EntryBook, theme: &Theme, fonts: &Fonts) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let data = vec![("/data/paperwork.json".to_owned(), json(view)?), ("/data/booklet.json".to_owned(), json(book)?)];
    let wanted = [("letters", view.letters.is_empty()), ("phone-list", view.calls.is_empty())];
    let paper = |name: &str| {
        let world = BookletWorld::new(theme, data.clone(), fonts, &format!("/print/{name}.typ"))?;
        let document = compile(&world).map_err(|errors| faults(&errors, &world, theme))?;
        let ident = format!("{} {} {name}", view.paper.publisher.web_href, view.paper.date);
        Ok((format!("{name}.pdf"), accessible(&document, &ident, &world, theme)?))
    };
    wanted.iter().filter(|(_, empty)| !empty).map(|(name, _)| paper(name)).collect()
}
