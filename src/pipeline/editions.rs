//! Every edition of an issue, side by side: laid out once, then exported for readers, copiers and printing firms.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{BuiltBooklet, CoverFile, Stopped};
use crate::diag::{Diagnostic, Level};
use crate::issue::Issue;
use crate::load::draft::Draft;
use crate::model::{Arrangement, EditionSpec, Form, Month, Outlet, POCKET_PAGES, Printer, Slug};
use crate::render::booklet::{self, Book, Cover, Fault, Fonts, Laid};
use crate::render::{self, RenderError, feeds};
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
    let all: Vec<usize> = (0..editions.len()).collect();
    gathered(press, editions, each(press, editions, &all)?)
}

/// Makes all of some editions, and the paper that goes with the print run. The paper has to wait for editions in
/// volumes, which say how many these are, but for no others.
pub(super) fn print_with_paperwork(press: &Press<'_>, editions: &[&EditionSpec]) -> Result<Printed, RenderError> {
    let (parted, whole): (Vec<usize>, Vec<usize>) = (0..editions.len()).partition(|at| editions[*at].volume_pages.is_some());
    let with_papers = || {
        let made = each(press, editions, &parted)?;
        let papers = paperwork(press, made.iter().flat_map(|(_, printed)| &printed.books))?;
        Ok::<_, RenderError>((made, papers))
    };
    let (parted, whole) = rayon::join(with_papers, || each(press, editions, &whole));
    let ((parted, papers), whole) = (parted?, whole?);
    let mut printed = gathered(press, editions, whole.into_iter().chain(parted).collect())?;
    printed.files.extend(papers);
    Ok(printed)
}

/// Makes those of some editions that stand at certain places.
fn each(press: &Press<'_>, editions: &[&EditionSpec], places: &[usize]) -> Result<Vec<(usize, Printed)>, RenderError> {
    places.par_iter().map(|at| Ok((*at, edition(press, editions[*at], editions)?))).collect()
}

/// All editions in their order, with the list of their books.
fn gathered(press: &Press<'_>, editions: &[&EditionSpec], mut made: Vec<(usize, Printed)>) -> Result<Printed, RenderError> {
    made.sort_by_key(|(at, _)| *at);
    let mut printed = made.into_iter().map(|(_, printed)| printed).fold(Printed::default(), Printed::join);
    printed.files.push(("booklet/index.json".to_owned(), index(press, editions, &printed.books)?));
    Ok(printed)
}

/// The list of the books.
fn index(press: &Press<'_>, editions: &[&EditionSpec], books: &[BuiltBooklet]) -> Result<Vec<u8>, RenderError> {
    let mut list = Vec::new();
    for one in books {
        let Some(spec) = editions.iter().find(|spec| spec.id.as_str() == one.edition) else { continue };
        let cover = (file_name(&one.cover.path), one.cover.width, one.cover.height);
        list.push(feeds::Book { spec, volume: one.volume, pages: one.pages, bytes: one.bytes, file: file_name(&one.path), cover });
    }
    feeds::books(&press.issue.catalogue().content().project.title, press.issue.month(), &list)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Makes one of the editions `all`.
fn edition(press: &Press<'_>, spec: &EditionSpec, all: &[&EditionSpec]) -> Result<Printed, RenderError> {
    let parts = super::volumes::split(press, spec)?;
    let pages: usize = parts.laid.iter().map(Laid::pages).sum();
    let volumes = parts.laid.len();
    let one = |(at, laid): (usize, &Laid<'_>)| volume(press, spec, (volumes > 1).then_some((at + 1, volumes)), laid);
    let made: Vec<Printed> = parts.laid.par_iter().enumerate().map(one).collect::<Result<_, _>>()?;
    let mut printed = made.into_iter().fold(Printed::default(), Printed::join);
    printed.findings.extend(parts.too_long.into_iter().filter_map(|finding| finding.at(press.places.edition(&spec.id)?)));
    printed.findings.extend(over_budget(press, spec, pages));
    if let Some(laid) = parts.laid.first() {
        printed.files.extend(test_prints(press, spec, all, laid)?);
    }
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
fn volume(press: &Press<'_>, spec: &EditionSpec, number: Option<(usize, usize)>, laid: &Laid<'_>) -> Result<Printed, RenderError> {
    let month = press.issue.month();
    let suffix = number.map(|(at, _)| format!("-volume-{at}")).unwrap_or_default();
    let stem = format!("{month}-{}{suffix}", spec.id);
    let mut printed = Printed::default();
    // One printer after the other: each has the pages once more, in its own inks.
    let for_printers = || -> Result<Vec<Printed>, RenderError> {
        printers(press, spec).into_iter().map(|printer| print_files(press, spec, printer, &stem, laid)).collect()
    };
    let for_readers = || {
        let (pdf, cover) = rayon::join(|| laid.reader_pdf(), || laid.cover());
        Ok((pdf?, cover?))
    };
    // Side by side, but for a long book: two of its files in the making take too much memory.
    let (read, made): (Result<_, RenderError>, _) = match laid.is_long() {
        true => (for_readers(), for_printers()),
        false => rayon::join(for_readers, for_printers),
    };
    let ((pdf, Cover { png, width, height }), made) = (read?, made?);
    let title = match number {
        None => words::typeset(&spec.title),
        Some((at, _)) => format!("{}, volume {at}", words::typeset(&spec.title)),
    };
    let path = format!("booklet/{stem}.pdf");
    let cover = CoverFile { path: format!("booklet/{stem}.png"), width, height };
    let bytes = pdf.len();
    printed.files.extend([(path.clone(), pdf), (cover.path.clone(), png)]);
    let edition = spec.id.to_string();
    printed.books.push(BuiltBooklet { path, pages: laid.pages(), bytes, title, edition, volume: number, cover });
    Ok(made.into_iter().fold(printed, Printed::join))
}

/// The files of one laid-out book for one printer, and what is not as the printer asks.
fn print_files(press: &Press<'_>, spec: &EditionSpec, printer: &Printer, stem: &str, laid: &Laid<'_>) -> Result<Printed, RenderError> {
    let mut printed = Printed::default();
    let name = print_name(&printers(press, spec), printer);
    for file in laid.print(printer)? {
        let part = file.part.map(|part| format!("-{part}")).unwrap_or_default();
        printed.files.push((format!("print/{stem}-{name}{part}.pdf"), file.bytes));
    }
    let Some(place) = press.places.printer(&printer.id) else { return Ok(printed) };
    let title = words::typeset(&spec.title);
    let finding = |fault: Fault| {
        let finding = Diagnostic::new("preflight", Level::Warning, place, format!("{title}: {}", fault.title));
        finding.label(fault.example).help(fault.help)
    };
    printed.findings.extend(laid.preflight(printer).into_iter().map(finding));
    Ok(printed)
}

/// A sheet to try the copier with, for every printer that is met first with this edition of `all`.
fn test_prints(
    press: &Press<'_>,
    spec: &EditionSpec,
    all: &[&EditionSpec],
    laid: &Laid<'_>,
) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let is_first = |printer: &&Printer| all.iter().find(|one| printer.editions.contains(&one.id)).is_some_and(|first| first.id == spec.id);
    let mut files = Vec::new();
    for printer in printers(press, spec).into_iter().filter(is_first) {
        files.extend(laid.test_print(printer)?.map(|pdf| (format!("print/test-print-{}.pdf", printer.id), pdf)));
    }
    Ok(files)
}

/// What a printer's files are called: folded sheets are what most people look for, so the first of them say so.
fn print_name<'p>(all: &[&'p Printer], printer: &'p Printer) -> &'p str {
    let first = all.iter().find(|one| one.pages == Arrangement::Imposed);
    let is_taken = all.iter().any(|one| one.id.as_str() == "imposed");
    if !is_taken && first.is_some_and(|first| first.id == printer.id) { "imposed" } else { printer.id.as_str() }
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
    let copy = |outlet: &Outlet| {
        let stamp = StampView { outlet: Some(words::typeset(&outlet.name)) };
        let laid = lay_out(press, spec, None, stamp)?;
        let path = format!("booklet/outlets/{}-{}-{}.pdf", press.issue.month(), spec.id, outlet.id);
        Ok((path, laid.reader_pdf()?))
    };
    let outlets: Vec<&Outlet> = content.outlets.iter().filter(takes).collect();
    let files = outlets.into_par_iter().map(copy).collect::<Result<_, RenderError>>()?;
    Ok(Printed { files, ..Printed::default() })
}

/// The paper that goes with the print run; nothing when no outlet takes copies.
fn paperwork<'b>(press: &Press<'_>, books: impl Iterator<Item = &'b BuiltBooklet>) -> Result<Vec<(String, Vec<u8>)>, RenderError> {
    let mut volumes: BTreeMap<String, usize> = BTreeMap::new();
    books.for_each(|book| *volumes.entry(book.edition.clone()).or_default() += 1);
    let Some(view) = view::paperwork(press.issue, press.views, &volumes) else { return Ok(Vec::new()) };
    let mut files = booklet::paperwork(&view, press.theme, press.fonts)?;
    files.push((format!("print/{}-run-sheet.csv", view.paper.month_id), render::sheet::run_sheet(&view)?));
    Ok(files)
}

/// Lays out an edition, or one volume of it.
pub(super) fn lay_out<'p>(
    press: &Press<'p>,
    spec: &EditionSpec,
    volume: Option<Volume<'_>>,
    stamp: StampView,
) -> Result<Laid<'p>, RenderError> {
    let Press { issue, views, .. } = press;
    let besides = || {
        let lists = view::lists(issue, spec, views, volume);
        (view::booklet(issue, spec, views, volume, lists.files()), lists)
    };
    let (runs, (view, lists)) = rayon::join(|| view::runs(issue, spec, views, volume), besides);
    let book = Book { view, lists, runs, stamp };
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
