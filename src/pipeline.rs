//! The whole way, a handful of calls in order.
//!
//! [`check()`] reads and judges the content. [`build()`] goes on: group, plan the month, word the views,
//! render, publish. Nothing is written unless everything before has gone well.

pub mod closing;
pub mod confirming;
mod editions;
mod judging;
mod making;
mod outcome;
pub mod pages;
mod reports;
pub mod reviewing;
mod shortlist;
pub mod starting;
mod volumes;
pub mod withdrawing;

use std::path::PathBuf;

use crate::check::{self, LeftOut};
use crate::diag::{Diagnostics, Level};
use crate::model::Month;
use crate::publish::{Delivery, Stamp};
use crate::render::RenderError;
use crate::render::{bulletin, report};
use crate::source::SourceMap;
use crate::theme::ThemeError;
use crate::view::shortlist::Wanted;
use closing::Closed;
use judging::{Judged, Reviewed, judge, judge_with, theme_stopped};
pub use making::megabytes;
use making::{Failed, Rendered};
use outcome::CoverFile;
pub use outcome::{Built, BuiltBooklet, Outcome, Progress, Stopped, Tally};
use pages::Pages;
use reviewing::{Asked, Review};
pub use shortlist::Sheet;

/// Where a project is and where its output goes.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder that holds `content/` and `themes/`.
    pub root: PathBuf,
    /// The folder that takes the output.
    pub output: PathBuf,
}

/// A part of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The website.
    Site,
    /// The booklet.
    Booklet,
    /// The open data.
    Data,
}

/// How to build.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// The month; none for the newest issue.
    pub month: Option<Month>,
    /// One part only; the other parts then leave the output folder.
    pub only: Option<Part>,
    /// The editions to make, by id; empty for all.
    pub editions: Vec<String>,
    /// Whether faulty listings are left out instead of stopping everything.
    pub keep_going: bool,
    /// Whether a warning stops the build.
    pub deny_warnings: bool,
}

/// Reads and judges a project's content.
pub fn check(project: &Project, options: &BuildOptions, progress: &mut dyn FnMut(Progress)) -> Outcome<usize> {
    judge(project, options, progress).map(|judged| judged.checked.listings.len())
}

/// Lays the editions out and says where their pages go; writes nothing.
pub fn pages(project: &Project, options: &BuildOptions, progress: &mut dyn FnMut(Progress)) -> Outcome<Pages> {
    let Outcome { mut found, mut sources, tally, result } = judge(project, options, progress);
    let result = result.and_then(|judged| {
        let theme = judged.theme.name.clone();
        pages::pages(judged, options).map_err(|error| stopped(error, &theme, &mut sources, &mut found))
    });
    Outcome { found, sources, tally, result }
}

/// Closes a month: writes down what its issue says, in `content/issues/`.
///
/// A month that was closed before and says something else now is only written down anew when `again` says so.
pub fn close(project: &Project, month: Month, again: bool, progress: &mut dyn FnMut(Progress)) -> Outcome<Closed> {
    let options = BuildOptions { month: Some(month), ..BuildOptions::default() };
    let Outcome { mut found, mut sources, tally, result } = judge(project, &options, progress);
    let result = result.and_then(|judged| {
        let theme = judged.theme.name.clone();
        closing::close(judged, project, again, &mut found).map_err(|error| stopped(error, &theme, &mut sources, &mut found))
    });
    found.sort(&sources);
    Outcome { found, sources, tally, result }
}

/// What has changed since an earlier issue, written as a bulletin.
pub fn changes(project: &Project, options: &BuildOptions, since: Option<Month>, form: bulletin::Form) -> Outcome<String> {
    reported(project, options, |judged| reports::changes(judged, since, form))
}

/// Where the directory is thin, written as a report.
pub fn coverage(project: &Project, options: &BuildOptions, form: report::Form) -> Outcome<String> {
    reported(project, options, |judged| reports::coverage(judged, form))
}

/// What is due before an issue, with workbook and letters where they are wanted.
pub fn review(project: &Project, asked: &Asked) -> Outcome<Review> {
    reviewed(project, asked.month, |judged| reviewing::review(judged, asked))
}

/// Who may be published where, written as a report for the publisher alone.
pub fn ledger(project: &Project, month: Option<Month>, form: report::Form) -> Outcome<String> {
    reviewed(project, month, |judged| reviewing::ledger(judged, form))
}

/// A few listings on one sheet.
pub fn shortlist(project: &Project, options: &BuildOptions, wanted: &Wanted) -> Outcome<Sheet> {
    reported(project, options, |judged| shortlist::sheet(judged, wanted))
}

/// Judges a project, then makes something of it that is not written anywhere.
fn reported<T>(project: &Project, options: &BuildOptions, make: impl FnOnce(Judged) -> Result<T, Failed>) -> Outcome<T> {
    made(judge(project, options, &mut |_| {}), make)
}

/// Judges a project for the publisher's own people, then makes something of it that is not published.
fn reviewed<T>(project: &Project, month: Option<Month>, make: impl FnOnce(Reviewed) -> Result<T, Failed>) -> Outcome<T> {
    let options = BuildOptions { month, ..BuildOptions::default() };
    made(judge_with(project, &options, check::review, &mut |_| {}), make)
}

fn made<C, T>(judged: Outcome<Judged<C>>, make: impl FnOnce(Judged<C>) -> Result<T, Failed>) -> Outcome<T> {
    let Outcome { mut found, mut sources, tally, result } = judged;
    let result = result.and_then(|judged| {
        let theme = judged.theme.name.clone();
        make(judged).map_err(|error| stopped(error, &theme, &mut sources, &mut found))
    });
    Outcome { found, sources, tally, result }
}

/// Builds a project.
pub fn build(project: &Project, options: &BuildOptions, progress: &mut dyn FnMut(Progress)) -> Outcome<Built> {
    let Outcome { mut found, mut sources, tally, result } = judge(project, options, progress);
    let result = result.and_then(|judged| {
        let left_out = judged.checked.left_out.clone();
        let theme = judged.theme.name.clone();
        let before = (found.count(Level::Error), found.count(Level::Warning));
        let (root, content, themes) = (&project.root, project.root.join("content"), project.root.join("themes"));
        let delivery = Delivery::open(&project.output, &[root, &content, &themes])?;
        let rendered = making::render(judged, options, &delivery, &mut found, progress);
        let rendered = rendered.map_err(|error| stopped(error, &theme, &mut sources, &mut found))?;
        found.sort(&sources);
        // Faulty listings that were left out have been counted; what the pages themselves show is new.
        let (errors, warnings) = (found.count(Level::Error) - before.0, found.count(Level::Warning) - before.1);
        if errors > 0 || (options.deny_warnings && warnings > 0) {
            return Err(Stopped::Content);
        }
        finish(rendered, left_out, delivery, progress)
    });
    Outcome { found, sources, tally, result }
}

fn finish(rendered: Rendered, left_out: Vec<LeftOut>, delivery: Delivery, progress: &mut dyn FnMut(Progress)) -> Result<Built, Stopped> {
    let stamp = Stamp {
        generator: concat!("fingerpost ", env!("CARGO_PKG_VERSION")).to_owned(),
        month: rendered.month.to_string(),
        complete: left_out.is_empty(),
        left_out: left_out.iter().map(|listing| listing.id.clone()).collect(),
    };
    let published = delivery.finish(&stamp)?;
    progress(Progress::Published(published.written, published.unchanged));
    Ok(Built {
        month: rendered.month,
        listings: rendered.listings,
        booklets: rendered.booklets,
        site_pages: rendered.site_pages,
        left_out,
        published,
    })
}

fn stopped(error: Failed, theme: &str, sources: &mut SourceMap, found: &mut Diagnostics) -> Stopped {
    match error {
        Failed::Stopped(stopped) => stopped,
        Failed::Render(RenderError::Theme(faults)) => theme_stopped(ThemeError::Faulty(theme.to_owned(), faults), sources, found),
        Failed::Render(other) => Stopped::Render(other),
    }
}
