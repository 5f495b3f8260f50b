//! Every edition of an issue, side by side: laid out once, then exported for readers, copiers and printing firms.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{BuiltBooklet, Stopped};
use crate::diag::{Diagnostic, Level};
use crate::issue::Issue;
use crate::load::draft::Draft;
use crate::model::{Arrangement, EditionSpec, Form, Month, Outlet, POCKET_PAGES, Printer, Slug};
use crate::render::RenderError;
use crate::render::booklet::{self, Book, Fonts, Laid};
use crate::source::Span;
use crate::theme::Theme;
use crate::view::booklet::StampView;
use crate::view::{self, Views, Volume, words};

/// Where editions and printers stand in `booklet.toml`, for findings about what was made from them.
#[derive(Debug, Default)]
pub(super) struct Places {
    editions: BTreeMap<String, Span>,
    budgets: BTreeMap<String, Span>,
    printers: BTreeMap<String, Span>,
    records: BTreeMap<Month, Span>,
    top: Option<Span>,
}

impl Places {
    pub fn of(draft: &Draft) -> Places {
        let mut places = Places { top: draft.top, ..Places::default() };
        for edition in draft.project.iter().flat_map(|project| &project.editions) {
            let Some(id) = &edition.id else { continue };
            places.editions.insert(id.text.clone(), id.span);
            places.budgets.extend(edition.budget.as_ref().map(|budget| (id.text.clone(), budget.span)));
        }
        places.records = draft.records.iter().filter_map(|record| Some((record.month?, Span::top(record.source)))).collect();
        let printers = draft.project.iter().flat_map(|project| &project.printers);
        places.printers.extend(printers.filter_map(|printer| printer.id.as_ref()).map(|id| (id.text.clone(), id.span)));
        places
    }

    fn edition(&self, id: &Slug) -> Option<Span> {
        self.editions.get(id.as_str()).copied().or(self.top)
    }

    pub fn record(&self, month: Month) -> Option<Span> {
        self.records.get(&month).copied().or(self.top)
    }

    fn budget(&self, id: &Slug) -> Option<Span> {
        self.budgets.get(id.as_str()).copied().or(self.edition(id))
    }

    fn printer(&self, id: &Slug) -> Option<Span> {
        self.printers.get(id.as_str()).copied().or(self.top)
    }
}

/// What editions are made from.
pub(super) struct Press<'p> {
    pub issue: &'p Issue<'p>,
    pub views: &'p Views,
    pub pictures: &'p BTreeMap<String, Vec<u8>>,
    pub theme: &'p Theme,
    pub fonts: &'p Fonts,
    pub places: &'p Places,
}

/// What was made.
#[derive(Default)]
pub(super) struct Printed {
    /// Files by their path below the output folder.
    pub files: Vec<(String, Vec<u8>)>,
    /// The books for readers, in order.
    pub books: Vec<BuiltBooklet>,
    /// What somebody should look at.
    pub findings: Vec<Diagnostic>,
}

impl Printed {
    fn join(mut self, other: Printed) -> Printed {
        self.files.extend(other.files);
        self.books.extend(other.books);
        self.findings.extend(other.findings);
        self
    }
}

/// Makes all of some editions.
pub(super) fn print(press: &Press<'_>, editions: &[&EditionSpec]) -> Result<Printed, RenderError> {
    let made: Vec<Printed> = editions.par_iter().map(|spec| edition(press, spec)).collect::<Result<_, _>>()?;
    Ok(made.into_iter().fold(Printed::default(), Printed::join))
}

fn edition(press: &Press<'_>, spec: &EditionSpec) -> Result<Printed, RenderError> {
    let parts = super::volumes::split(press, spec)?;
    let pages: usize = parts.laid.iter().map(Laid::pages).sum();
    let one = |(at, laid): (usize, &Laid<'_>)| volume(press, spec, (parts.laid.len() > 1).then_some(at), laid);
    let made: Vec<Printed> = parts.laid.par_iter().enumerate().map(one).collect::<Result<_, _>>()?;
    let mut printed = made.into_iter().fold(Printed::default(), Printed::join);
    printed.findings.extend(parts.too_long.into_iter().filter_map(|finding| finding.at(press.places.edition(&spec.id)?)));
    printed.findings.extend(over_budget(press, spec, pages));
    if spec.outlet_copies {
        printed = printed.join(outlet_copies(press, spec)?);
    }
    Ok(printed)
}

/// A finding that still needs its place.
pub(super) struct Unplaced {
    pub name: &'static str,
    pub title: String,
    pub help: String,
}

impl Unplaced {
    fn at(self, span: Span) -> Option<Diagnostic> {
        Some(Diagnostic::new(self.name, Level::Warning, span, self.title).help(self.help))
    }
}

fn over_budget(press: &Press<'_>, spec: &EditionSpec, pages: usize) -> Option<Diagnostic> {
    let most = spec.budget.or((spec.form == Form::Pocket).then_some(POCKET_PAGES))?;
    if pages <= most {
        return None;
    }
    let title = format!("{} has {pages} pages; {} more than it may have", spec.title, pages - most);
    let finding = Diagnostic::new("page-budget", Level::Warning, press.places.budget(&spec.id)?, title);
    Some(finding.label(format!("at most {most}")).help("see what takes up the room: fingerpost pages"))
}

/// The files of one laid-out book.
fn volume(press: &Press<'_>, spec: &EditionSpec, at: Option<usize>, laid: &Laid<'_>) -> Result<Printed, RenderError> {
    let month = press.issue.month();
    let suffix = at.map(|at| format!("-volume-{}", at + 1)).unwrap_or_default();
    let stem = format!("{month}-{}{suffix}", spec.id);
    let mut printed = Printed::default();
    let pdf = laid.reader_pdf()?;
    let title = match at {
        None => words::typeset(&spec.title),
        Some(at) => format!("{}, volume {}", words::typeset(&spec.title), at + 1),
    };
    let path = format!("booklet/{stem}.pdf");
    printed.books.push(BuiltBooklet { path: path.clone(), pages: laid.pages(), bytes: pdf.len(), title });
    printed.files.push((path, pdf));
    for printer in printers(press, spec) {
        let _ = (printer, Arrangement::Imposed, &stem);
    }
    Ok(printed)
}

/// The printers an edition is made for.
fn printers<'p>(press: &Press<'p>, spec: &EditionSpec) -> Vec<&'p Printer> {
    let all = &press.issue.catalogue().content().project.printers;
    all.iter().filter(|printer| printer.editions.contains(&spec.id)).collect()
}

/// A copy for each outlet that takes some, with its name on the cover. Only the cover is laid out again: Typst keeps
/// the rest of the book in its memory.
fn outlet_copies(press: &Press<'_>, spec: &EditionSpec) -> Result<Printed, RenderError> {
    let content = press.issue.catalogue().content();
    let takes = |outlet: &&Outlet| outlet.copies.iter().any(|(edition, copies)| edition == spec.id.as_str() && *copies > 0);
    let mut printed = Printed::default();
    for outlet in content.outlets.iter().filter(takes) {
        let stamp = StampView { outlet: Some(words::typeset(&outlet.name)) };
        let laid = lay_out(press, spec, None, stamp)?;
        let path = format!("booklet/outlets/{}-{}-{}.pdf", press.issue.month(), spec.id, outlet.id);
        printed.files.push((path, laid.reader_pdf()?));
    }
    Ok(printed)
}

/// Lays out an edition, or one volume of it.
pub(super) fn lay_out<'p>(
    press: &Press<'p>,
    spec: &EditionSpec,
    volume: Option<Volume<'_>>,
    stamp: StampView,
) -> Result<Laid<'p>, RenderError> {
    let book = Book {
        view: view::booklet(press.issue, spec, press.views, volume),
        runs: view::runs(press.issue, spec, press.views, volume),
        stamp,
    };
    booklet::lay_out(&book, press.pictures, press.theme, press.fonts)
}

/// The editions that were asked for, or an error that names those there are.
pub(super) fn chosen<'e>(all: &'e [EditionSpec], asked: &[String]) -> Result<Vec<&'e EditionSpec>, Stopped> {
    let unknown = asked.iter().find(|id| !all.iter().any(|edition| edition.id.as_str() == *id));
    if let Some(id) = unknown {
        let known: Vec<&str> = all.iter().map(|edition| edition.id.as_str()).collect();
        return Err(Stopped::Edition { id: id.clone(), known: known.join(", ") });
    }
    Ok(all.iter().filter(|edition| asked.is_empty() || asked.iter().any(|id| edition.id.as_str() == id)).collect())
}
