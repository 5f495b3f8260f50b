//! What an issue said, kept so that the next one can say what has changed (`content/issues/2026-12.record.toml`).
//!
//! Of each listing its name is kept in words and everything else as a digest: enough to see that something has
//! changed, and nothing that a provider who leaves would have to ask to be taken out.

use std::collections::BTreeMap;

use super::words::words;
use super::{Date, Month, Scope, Slug, Status};

/// The form of the record that this program writes.
pub const RECORD_VERSION: i64 = 1;

words! {
    /// A part of a listing that readers go by, in the order changes are told.
    Fact {
        /// Its name.
        Name = "name",
        /// Days, times, bank holidays, terms.
        When = "when",
        /// Venues and addresses.
        Where = "where",
        /// The places it serves and how it reaches people.
        Area = "area",
        /// Prices.
        Cost = "cost",
        /// Telephone, e-mail, website.
        Contact = "contact",
        /// Ages, referral, who it is for.
        WhoFor = "who_for",
        /// Access and languages.
        Access = "access",
        /// Summary and description.
        Words = "words",
        /// Certificates and insurance that were seen.
        Evidence = "evidence",
        /// Categories.
        Categories = "categories",
    }
}

/// A listing as an issue had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its name then.
    pub name: String,
    /// Whether it ran or was paused.
    pub status: Status,
    /// Where it appeared; none in records of versions that did not write it down.
    pub scope: Option<Vec<Scope>>,
    /// A digest of each of its facts.
    pub facts: BTreeMap<Fact, String>,
}

/// An edition as it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedBook {
    /// Its file: `2026-12-a5.pdf`.
    pub file: String,
    /// Its pages.
    pub pages: usize,
    /// BLAKE3 of its bytes.
    pub blake3: String,
}

/// What an issue said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The month.
    pub month: Month,
    /// Its issue date.
    pub date: Date,
    /// The listings by id.
    pub listings: BTreeMap<Slug, Recorded>,
    /// The editions, in order.
    pub books: Vec<RecordedBook>,
}
