//! What a month says: which listings are new, paused, and on which dates each one happens.

mod calendar;

pub use calendar::{Omission, When};

use crate::catalogue::{At, Catalogue};
use crate::model::{Date, Listing, Month, Status};

/// One month's publication.
pub struct Issue<'c> {
    catalogue: &'c Catalogue,
    month: Month,
    date: Date,
    dates: Vec<Vec<When>>,
    omitted: Vec<Vec<Omission>>,
}

impl<'c> Issue<'c> {
    /// Works out a month.
    pub fn plan(catalogue: &'c Catalogue) -> Issue<'c> {
        use rayon::prelude::*;
        let note = &catalogue.content().issue;
        let calendar = &catalogue.content().calendar;
        let (dates, omitted) = catalogue.listings().par_iter().map(|listing| calendar::dates(listing, note.month, calendar)).unzip();
        Issue { catalogue, month: note.month, date: note.date, dates, omitted }
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

    /// Whether a listing joined since the issue before.
    pub fn is_new(&self, listing: &Listing) -> bool {
        listing.added.is_some_and(|added| added > self.month.previous().closes() && added <= self.month.closes())
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
