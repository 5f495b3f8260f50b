//! What a month says: which listings are new, paused, and on which dates each one happens.

mod calendar;
mod changes;
mod coverage;
mod due;
mod facts;

pub use calendar::{Omission, When};
pub use changes::{Changes, Left};
pub use coverage::Coverage;
pub use due::{Due, Matter, Subject, due, paused_since};
pub use facts::recorded;

use crate::catalogue::{At, Catalogue};
use crate::model::{Date, Fact, Listing, Month, Status};

/// One month's publication.
pub struct Issue<'c> {
    catalogue: &'c Catalogue,
    month: Month,
    date: Date,
    dates: Vec<Vec<When>>,
    omitted: Vec<Vec<Omission>>,
    changes: Option<Changes>,
}

impl<'c> Issue<'c> {
    /// Works out a month.
    pub fn plan(catalogue: &'c Catalogue) -> Issue<'c> {
        use rayon::prelude::*;
        let note = &catalogue.content().issue;
        let calendar = &catalogue.content().calendar;
        let (dates, omitted) = catalogue.listings().par_iter().map(|listing| calendar::dates(listing, note.month, calendar)).unzip();
        let mut issue = Issue { catalogue, month: note.month, date: note.date, dates, omitted, changes: None };
        let before = catalogue.content().records.range(..note.month).next_back();
        issue.changes = before.map(|(_, record)| changes::since(catalogue, record));
        issue
    }

    /// The listings and their groups.
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The month.
    pub fn month(&self) -> Month {
        self.month
    }

    /// The issue date.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The dates of a listing in this month, in order of date and time.
    pub fn dates(&self, at: At) -> &[When] {
        &self.dates[at]
    }

    /// Dates of this month on which a listing would happen, but does not.
    pub fn omitted(&self, at: At) -> &[Omission] {
        &self.omitted[at]
    }

    /// What has changed since the last issue that was closed; none before the first.
    pub fn changes(&self) -> Option<&Changes> {
        self.changes.as_ref()
    }

    /// What has changed since the issue of a month; none when it was never closed.
    pub fn changes_since(&self, month: Month) -> Option<Changes> {
        self.catalogue.content().records.get(&month).map(|record| changes::since(self.catalogue, record))
    }

    /// Whether a listing joined since the issue before: by that issue's record, or by the day it was added when
    /// there is none.
    pub fn is_new(&self, listing: &Listing) -> bool {
        if let Some(changes) = &self.changes {
            return self.catalogue.find(&listing.id).is_some_and(|at| changes.new.binary_search(&at).is_ok());
        }
        listing.added.is_some_and(|added| added > self.month.previous().closes() && added <= self.month.closes())
    }

    /// Whether a listing says something else than in the issue before, of what readers act on.
    pub fn is_changed(&self, listing: &Listing) -> bool {
        const ACTED_ON: &[Fact] = &[Fact::Name, Fact::When, Fact::Where, Fact::Cost, Fact::Contact, Fact::WhoFor];
        let (Some(changes), Some(at)) = (&self.changes, self.catalogue.find(&listing.id)) else { return false };
        let found = changes.changed.binary_search_by_key(&at, |(at, _)| *at).ok();
        found.is_some_and(|found| changes.changed[found].1.iter().any(|fact| ACTED_ON.contains(fact)))
    }

    /// Whether a listing has stopped for a while.
    pub fn is_paused(&self, listing: &Listing) -> bool {
        listing.status == Status::Paused
    }

    /// What readers must know of a listing, while it holds.
    pub fn alert<'l>(&self, listing: &'l Listing) -> Option<&'l str> {
        listing.alert.as_ref().filter(|(_, until)| *until >= self.date).map(|(text, _)| text.as_str())
    }
}
