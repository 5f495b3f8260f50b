//! Other ways to read: each edition with its files, everything on one page, and what was published before.

use serde::Serialize;

use super::gathered::Pages;
use super::listing::LinkView;
use super::paging::Head;
use super::shown::Shown;
use super::site::{DownloadView, PageBody};
use super::words::{self, typeset};
use crate::model::{EditionSpec, Form, Month, Paper};

/// `downloads.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadsView {
    /// "The booklet, and other ways to read".
    pub heading: String,
    /// The editions of this month, in order.
    pub editions: Vec<DownloadGroup>,
    /// Pages that say the same in another way.
    pub others: Vec<LinkView>,
}

/// An edition with its files.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadGroup {
    /// "Large print".
    pub title: String,
    /// "A4 pages, text of 18 point".
    pub about: String,
    /// One file, or one for each volume.
    pub files: Vec<DownloadView>,
}

/// `archive.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveView {
    /// "Past issues".
    pub heading: String,
    /// Months before this one, the last first.
    pub months: Vec<ArchiveMonth>,
}

/// A past month.
#[derive(Debug, Clone, Serialize)]
pub struct ArchiveMonth {
    /// "November 2026".
    pub name: String,
    /// Booklets that were kept.
    pub files: Vec<KeptView>,
}

/// A booklet of a past month.
#[derive(Debug, Clone, Serialize)]
pub struct KeptView {
    /// "Booklet, November 2026".
    pub title: String,
    /// Path from the site's root: `archive/2026-11-a5.pdf`.
    pub href: String,
    /// "PDF, 1.2 MB".
    pub note: String,
}

const PATH: &str = "downloads.html";
const HEADING: &str = "The booklet, and other ways to read";

/// A link to the page of all ways to read.
pub(super) fn link() -> LinkView {
    LinkView { name: HEADING.to_owned(), href: PATH.to_owned() }
}

/// Adds the page of downloads, and that of past issues if there are any.
pub(super) fn downloads<'v>(shown: &'v Shown<'v, 'v>, pages: &mut Pages<'v>) {
    let content = shown.issue.catalogue().content();
    let month = shown.issue.month();
    let past = past(shown);
    let mut others =
        vec![LinkView { name: "Everything on one page, to print or to have read aloud".to_owned(), href: "all.html".to_owned() }];
    if !past.is_empty() {
        others.push(LinkView { name: "Past issues".to_owned(), href: "archive.html".to_owned() });
    }
    let view = move |files: &[DownloadView]| {
        let groups = content.project.editions.iter().map(|edition| group(edition, month, files));
        let editions = groups.filter(|group| !group.files.is_empty()).collect();
        PageBody::Downloads(DownloadsView { heading: HEADING.to_owned(), editions, others: others.clone() })
    };
    let description = format!("Booklets to download and print, {}.", month.title());
    let head = Head { path: PATH, title: HEADING, description: &description, section: "page", trail: &[] };
    pages.add_waiting(head, view);
    if !past.is_empty() {
        let view = ArchiveView { heading: "Past issues".to_owned(), months: past };
        let description = format!("Issues before {}. They are out of date.", month.title());
        pages.add("archive.html", "Past issues", description, "page", &[link()], PageBody::Archive(view));
    }
}

fn group(edition: &EditionSpec, month: Month, files: &[DownloadView]) -> DownloadGroup {
    let stem = format!("booklet/{month}-{}", edition.id);
    let volume = |file: &DownloadView| -> Option<Option<usize>> {
        let rest = file.href.strip_prefix(&stem)?.strip_suffix(".pdf")?;
        if rest.is_empty() { Some(None) } else { rest.strip_prefix("-volume-")?.parse().ok().map(Some) }
    };
    let title = |file: &DownloadView, volume: Option<usize>| match volume {
        Some(number) => format!("{}, volume {number}", typeset(&edition.title)),
        None => file.title.clone(),
    };
    let files = files.iter().filter_map(|file| Some(DownloadView { title: title(file, volume(file)?), ..file.clone() })).collect();
    DownloadGroup { title: typeset(&edition.title), about: about(edition), files }
}

/// "A4 pages, text of 18 point".
fn about(edition: &EditionSpec) -> String {
    let named = Paper::NAMED.iter().find(|(_, paper)| *paper == edition.paper).map(|(name, _)| *name);
    let paper = match (edition.form, named) {
        (Form::Pocket, _) => "One sheet of A4, folded to fit a pocket".to_owned(),
        (Form::Booklet, Some(name)) if name.len() == 2 => format!("{} pages", name.to_uppercase()),
        (Form::Booklet, Some(name)) => format!("Pages of {name} paper"),
        (Form::Booklet, None) => format!("Pages of {} by {} mm", edition.paper.width_mm, edition.paper.height_mm),
    };
    format!("{paper}, text of {} point", edition.text_pt)
}

/// The months before this one that had an issue, or of which booklets were kept.
fn past(shown: &Shown<'_, '_>) -> Vec<ArchiveMonth> {
    let content = shown.issue.catalogue().content();
    let kept = |month: Month| content.archive.iter().filter(move |file| file.month == month);
    let mut months: Vec<Month> = content.months.iter().copied().chain(content.archive.iter().map(|file| file.month)).collect();
    months.retain(|month| *month < shown.issue.month());
    months.sort_unstable();
    months.dedup();
    let title = |id: &str| {
        let edition = content.project.editions.iter().find(|edition| edition.id.as_str() == id);
        edition.map_or_else(|| id.to_owned(), |edition| typeset(&edition.title))
    };
    let past = months.into_iter().rev().map(|month| ArchiveMonth {
        name: month.title(),
        files: kept(month)
            .map(|file| KeptView {
                title: format!("{}, {}", title(&file.edition), month.title()),
                href: format!("archive/{}-{}.pdf", file.month, file.edition),
                note: format!("PDF, {}", words::size(file.bytes.len())),
            })
            .collect(),
    });
    past.collect()
}
