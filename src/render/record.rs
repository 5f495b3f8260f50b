//! The record of an issue as a file: a line for each listing, so that what changed shows in a comparison of two months.

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value, value};

use super::RenderError;
use crate::issue::{Issue, recorded};
use crate::load::record::seal;
use crate::model::{RECORD_VERSION, RecordedBook, Word};

/// `issues/<month>.record.toml`: everything that is published in some form, and the books as they came out.
pub fn record(issue: &Issue<'_>, books: &[RecordedBook]) -> Result<Vec<u8>, RenderError> {
    let body = body(issue, books)?;
    let mut head = DocumentMut::new();
    head["version"] = value(RECORD_VERSION);
    head["month"] = value(issue.month().to_string());
    head["seal"] = value(seal(&body));
    let told = "# What this issue said, written by `fingerpost close`. Changing it by hand would make the next issue wrong.\n";
    Ok(format!("{told}{head}{body}").into_bytes())
}

/// Everything below the line of the seal.
fn body(issue: &Issue<'_>, books: &[RecordedBook]) -> Result<String, RenderError> {
    let mut document = DocumentMut::new();
    let date = issue.date().to_string().parse::<toml_edit::Datetime>();
    document["date"] = value(date.map_err(|error| RenderError::Internal(error.to_string()))?);
    let mut list = toml_edit::ArrayOfTables::new();
    for book in books {
        let mut table = Table::new();
        table["file"] = value(&book.file);
        table["pages"] = value(i64::try_from(book.pages).unwrap_or(i64::MAX));
        table["blake3"] = value(&book.blake3);
        list.push(table);
    }
    if !list.is_empty() {
        document["book"] = Item::ArrayOfTables(list);
    }
    let mut listings = Table::new();
    let mut all: Vec<_> = issue.catalogue().listings().iter().filter(|one| !one.consent.scope.is_empty()).collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    for listing in all {
        let said = recorded(listing);
        let mut line = InlineTable::new();
        line.insert("name", Value::from(said.name));
        line.insert("status", Value::from(said.status.word()));
        for (fact, digest) in said.facts {
            line.insert(fact.word(), Value::from(digest));
        }
        listings[listing.id.as_str()] = value(line);
    }
    document["listing"] = Item::Table(listings);
    Ok(document.to_string())
}
