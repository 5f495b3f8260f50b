//! The record of an issue as a file: a line for each listing, so that what changed shows in a comparison of two months.

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value, value};

use super::RenderError;
use crate::issue::{Issue, recorded};
use crate::load::record::seal;
use crate::model::{RECORD_VERSION, RecordedBook, Word};

/// `issues/<month>.record.toml`: everything that is published in some form, and the books as they came out.
pub fn record(issue: &Issue<'_>, books: &[RecordedBook]) -> Result<Vec<u8>, RenderError> {
    Ok(sealed(&issue.month().to_string(), &body(issue, books)?))
}

/// The file of a record: what it is, its seal, and what the seal is of.
fn sealed(month: &str, body: &str) -> Vec<u8> {
    let mut head = DocumentMut::new();
    head["version"] = value(RECORD_VERSION);
    head["month"] = value(month);
    head["seal"] = value(seal(body));
    let told = "# What this issue said, written by `fingerpost close`. Changing it by hand would make the next issue wrong.\n";
    format!("{told}{head}{body}").into_bytes()
}

/// A record in which the name of one listing is not told any more; none when it was not told before. That a listing
/// was there stays, so that the next issue can say that an entry was taken out.
pub fn without_name(text: &str, id: &str) -> Result<Option<Vec<u8>>, RenderError> {
    let internal = |error: &dyn std::fmt::Display| RenderError::Internal(format!("the record could not be read: {error}"));
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| internal(&error))?;
    let line = document.get_mut("listing").and_then(|all| all.get_mut(id)).and_then(Item::as_inline_table_mut);
    let Some(name) = line.and_then(|line| line.get_mut("name")).filter(|name| name.as_str().is_some_and(|name| !name.is_empty())) else {
        return Ok(None);
    };
    *name = Value::from("");
    let month = document.get("month").and_then(Item::as_str).map(str::to_owned).ok_or_else(|| internal(&"it has no month"))?;
    ["version", "month", "seal"].iter().for_each(|key| drop(document.remove(key)));
    Ok(Some(sealed(&month, &document.to_string())))
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
        let mut scope = said.scope.unwrap_or_default();
        scope.sort_unstable();
        line.insert("scope", Value::from(scope.iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" ")));
        for (fact, digest) in said.facts {
            line.insert(fact.word(), Value::from(digest));
        }
        listings[listing.id.as_str()] = value(line);
    }
    document["listing"] = Item::Table(listings);
    Ok(document.to_string())
}
