//! `issues/2026-12.record.toml`: what an issue said, as `fingerpost close` wrote it.

use std::collections::BTreeMap;

use super::draft::RecordDraft;
use super::table::Table;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::model::{Fact, Month, RECORD_VERSION, Record, Recorded, RecordedBook, Scope, Slug, Status, Word};
use crate::source::Span;

/// What stands before the part of the file that the seal is of.
const SEAL: &str = "seal = \"";

/// The seal of a record's text: BLAKE3 of everything below the line of the seal.
pub(crate) fn seal(body: &str) -> String {
    blake3::hash(body.replace("\r\n", "\n").as_bytes()).to_hex()[..32].to_owned()
}

/// The seal that a file has, and the text that it is of.
fn sealed(text: &str) -> Option<(&str, &str)> {
    let at = text.find(SEAL)? + SEAL.len();
    let (seal, rest) = text[at..].split_once('"')?;
    Some((seal, rest.split_once('\n')?.1))
}

/// Reads a record.
pub(super) fn record(mut t: Table<'_>, text: &str, path: &str, found: &mut Diagnostics) -> RecordDraft {
    let source = t.span().source;
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".record.toml");
    let month = Month::parse(name).ok();
    let draft = RecordDraft { source, month, record: None };
    let version = t.int("version", found);
    let fault = |title: String, help: &str| Diagnostic::new("issue-record", Level::Error, Span::top(source), title).help(help);
    let Some(month) = month else {
        found.push(fault(format!("\"{name}\" is no month"), "a record is named like 2026-12.record.toml: rename or delete the file"));
        return draft;
    };
    if version.as_ref().is_some_and(|version| version.value > RECORD_VERSION) {
        found.push(fault("this record was written by a newer version of Fingerpost".to_owned(), "use that version, or a newer one"));
        return draft;
    }
    let said = t.text("month", found).and_then(|text| Month::parse(&text.value).ok());
    if said.is_some_and(|said| said != month) {
        found.push(fault(
            format!("this file is named after {}, but is of another month", month.title()),
            "two records have got mixed up: give the file its own name back",
        ));
        return draft;
    }
    let _seal = t.text("seal", found);
    let intact = sealed(text).is_some_and(|(written, body)| written == seal(body));
    if !intact {
        let help = "take the file back from your copy; without one, delete it and run `fingerpost close` with its month";
        found.push(fault("this record has been changed by hand".to_owned(), help));
        return draft;
    }
    let date = t.date("date", found);
    let books = t.tables("book", found).into_iter().map(|t| book(t, found)).collect::<Vec<_>>();
    let listings = t.table("listing", found).map_or(Some(BTreeMap::new()), |t| listings(&t));
    let record = date
        .and_then(|date| Some(Record { month, date: date.value, listings: listings?, books: books.into_iter().collect::<Option<_>>()? }));
    RecordDraft { record, ..draft }
}

fn book(mut t: Table<'_>, found: &mut Diagnostics) -> Option<RecordedBook> {
    let file = t.text("file", found)?.value;
    let pages = usize::try_from(t.int("pages", found)?.value).ok()?;
    Some(RecordedBook { file, pages, blake3: t.text("blake3", found)?.value })
}

/// The listings: a line each, its id and then its facts. The seal has said that nobody has touched them.
fn listings(t: &Table<'_>) -> Option<BTreeMap<Slug, Recorded>> {
    t.entries()
        .map(|(id, mut texts)| {
            let name = texts.remove("name")?;
            let status = texts.remove("status").map_or(Some(Status::Active), |status| Status::from_word(&status))?;
            let scope = texts.remove("scope").map(|words| words.split(' ').filter_map(Scope::from_word).collect());
            // A fact that this version does not know is of an older form, and compared with nothing.
            let facts = texts.into_iter().filter_map(|(key, digest)| Some((Fact::from_word(&key)?, digest))).collect();
            Some((Slug::parse(&id).ok()?, Recorded { name, status, scope, facts }))
        })
        .collect()
}
