//! Closing a month: its record is written, and later builds of it are held to that.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::editions::{self, Places, Press, Printed};
use super::making::{self, Failed};
use super::{Judged, Project, Stopped};
use crate::catalogue::Catalogue;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::issue::{Changes, Issue};
use crate::model::{Month, RecordedBook};
use crate::publish;
use crate::render;
use crate::view::Views;

/// A month that was closed.
#[derive(Debug)]
pub struct Closed {
    /// The month.
    pub month: Month,
    /// Its record.
    pub path: PathBuf,
    /// How many listings it has.
    pub listings: usize,
    /// How many books.
    pub books: usize,
    /// Whether the record was there already, and says the same.
    pub unchanged: bool,
}

/// Writes down what an issue says, in `content/issues/<month>.record.toml`. The books are made for it, and not written.
///
/// A record that says something else is only written over `again`: it is the one memory of what readers were told.
pub(super) fn close(judged: Judged, project: &Project, again: bool, found: &mut Diagnostics) -> Result<Closed, Failed> {
    let Judged { checked, theme, fonts, places } = judged;
    let wanted: Vec<_> = checked.project.editions.clone();
    let pictures = making::pictures(&checked, &wanted.iter().collect::<Vec<_>>())?;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let views = Views::new(&issue, making::worded(&theme, &catalogue.content().project));
    let press = Press { issue: &issue, views: &views, pictures: &pictures, theme: &theme, fonts: &fonts, places: &places };
    let printed = editions::print(&press, &wanted.iter().collect::<Vec<_>>())?;
    let books = recorded(&printed);
    let month = issue.month();
    let told = differences(&issue, &books);
    if !again && !told.is_empty() {
        return Err(Stopped::ClosedBefore { month, told: told.join(", ") }.into());
    }
    printed.findings.into_iter().for_each(|finding| found.push(finding));
    let path = project.root.join(format!("content/issues/{month}.record.toml"));
    let unchanged = !publish::write_content(&path, &render::record::record(&issue, &books)?)?;
    Ok(Closed { month, path, listings: catalogue.listings().len(), books: books.len(), unchanged })
}

/// The books for readers, as they are kept.
fn recorded(printed: &Printed) -> Vec<RecordedBook> {
    let files: BTreeMap<&str, &[u8]> = printed.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let one = |book: &super::BuiltBooklet| {
        let file = book.path.rsplit('/').next().unwrap_or(&book.path).to_owned();
        let blake3 = files.get(book.path.as_str()).map(|bytes| render::digest(bytes)).unwrap_or_default();
        RecordedBook { file, pages: book.pages, blake3 }
    };
    printed.books.iter().map(one).collect()
}

/// What a closed month says otherwise now, as one finding.
pub(super) fn differs(issue: &Issue<'_>, printed: &Printed, places: &Places) -> Option<Diagnostic> {
    let told = differences(issue, &recorded(printed));
    if told.is_empty() {
        return None;
    }
    let title = format!("{} was closed, and says something else now", issue.month().title());
    let finding = Diagnostic::new("closed-issue", Level::Warning, places.record(issue.month())?, title);
    let help = format!(
        "put changes into the next month; if {} did not go out yet: fingerpost close {} --again",
        issue.month().title(),
        issue.month()
    );
    Some(told.into_iter().fold(finding, |finding, line| finding.help(line)).help(help))
}

/// How an issue and its books differ from the month's record, when it has one.
fn differences(issue: &Issue<'_>, books: &[RecordedBook]) -> Vec<String> {
    let Some(record) = issue.catalogue().content().records.get(&issue.month()) else { return Vec::new() };
    let mut told = issue.changes_since(issue.month()).map(|changes| told(&changes)).unwrap_or_default();
    for book in books {
        if let Some(before) = record.books.iter().find(|before| before.file == book.file && before.blake3 != book.blake3) {
            told.push(match before.pages == book.pages {
                true => format!("{} is not the same", book.file),
                false => format!("{} has {} pages, not {}", book.file, book.pages, before.pages),
            });
        }
    }
    told
}

/// "2 listings are new", "1 listing has changed".
fn told(changes: &Changes) -> Vec<String> {
    let counts = [
        (changes.new.len(), "is new", "are new"),
        (changes.changed.len(), "has changed", "have changed"),
        (changes.paused.len() + changes.back.len(), "was paused or is back", "were paused or are back"),
        (changes.left.len() + changes.unnamed.len(), "is not there any more", "are not there any more"),
    ];
    let say = |(number, one, many): (usize, &str, &str)| match number {
        0 => None,
        1 => Some(format!("1 listing {one}")),
        _ => Some(format!("{number} listings {many}")),
    };
    counts.into_iter().filter_map(say).collect()
}
