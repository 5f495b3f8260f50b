//! Long lists in parts: a page for each few hundred rows, so that no page is too heavy for an old phone.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::gathered::Pages;
use super::listing::LinkView;
use super::site::{PageBody, PageMeta};

/// The most rows of a list on one page.
pub(super) const ROWS: usize = 150;

/// Where a page stands among the parts of a long list.
#[derive(Debug, Clone, Serialize)]
pub struct PagingView {
    /// "Page 2 of 7".
    pub position: String,
    /// The part before.
    pub previous: Option<LinkView>,
    /// The part after.
    pub next: Option<LinkView>,
}

/// What a list says of itself, whatever its parts.
#[derive(Clone, Copy)]
pub(super) struct Head<'h> {
    /// Its path from the root.
    pub path: &'h str,
    /// For `<title>`.
    pub title: &'h str,
    /// For `<meta name="description">`.
    pub description: &'h str,
    /// Which entry of the menu is current.
    pub section: &'static str,
    /// Where it is, without home and itself.
    pub trail: &'h [LinkView],
}

impl<'v> Pages<'v> {
    /// Adds a list of `rows` rows: one page, or several when it is long. `body` gets the rows that stand on a page.
    pub(super) fn add_list(&mut self, head: Head<'_>, rows: usize, body: impl Fn(Range<usize>) -> PageBody<'v>) {
        self.add_parts(head, rows, ROWS, body);
    }

    /// The same with at most `most` rows on a page.
    pub(super) fn add_parts(&mut self, head: Head<'_>, rows: usize, most: usize, body: impl Fn(Range<usize>) -> PageBody<'v>) {
        self.each_part(head, rows, most, |pages, head, range| {
            pages.add(head.path, head.title, head.description.to_owned(), head.section, head.trail, body(range))
        });
    }

    /// The same for rows that are put together when their page is rendered.
    pub(super) fn add_parts_later(
        &mut self,
        head: Head<'_>,
        rows: usize,
        most: usize,
        body: impl Fn(Range<usize>) -> PageBody<'v> + Send + Sync + 'v,
    ) {
        let body = Arc::new(body);
        self.each_part(head, rows, most, |pages, head, range| {
            let body = Arc::clone(&body);
            pages.add_later(head, move || body(range.clone()))
        });
    }

    /// Adds the parts of a list by `add`, and tells each where it stands among them.
    fn each_part(
        &mut self,
        head: Head<'_>,
        rows: usize,
        most: usize,
        add: impl for<'m> Fn(&'m mut Self, Head<'_>, Range<usize>) -> &'m mut PageMeta,
    ) {
        let parts = rows.div_ceil(most).max(1);
        for part in 0..parts {
            let range = part * most..rows.min((part + 1) * most);
            let path = part_path(head.path, part);
            let paging = paging(head.path, part, parts);
            let title = match &paging {
                Some(paging) if part > 0 => format!("{}, {}", head.title, paging.position.to_lowercase()),
                _ => head.title.to_owned(),
            };
            add(self, Head { path: &path, title: &title, ..head }, range).paging = paging;
        }
    }
}

fn paging(path: &str, part: usize, parts: usize) -> Option<PagingView> {
    let name = |part: usize| format!("Page {} of {parts}", part + 1);
    let link = |part: usize| LinkView { name: name(part), href: part_path(path, part) };
    (parts > 1).then(|| PagingView {
        position: name(part),
        previous: part.checked_sub(1).map(link),
        next: (part + 1 < parts).then(|| link(part + 1)),
    })
}

/// `place/grays.html`, `place/grays--2.html`: no id has two hyphens in a row, so no other page has this path.
pub(super) fn part_path(path: &str, part: usize) -> String {
    match path.strip_suffix(".html") {
        Some(stem) if part > 0 => format!("{stem}--{}.html", part + 1),
        _ => path.to_owned(),
    }
}

/// The part of a list of some length that lies in a range of rows, when the list begins at row `from`.
pub(super) fn within(length: usize, from: usize, range: &Range<usize>) -> Range<usize> {
    let at = |row: usize| row.saturating_sub(from).min(length);
    at(range.start)..at(range.end)
}
