//! Sessions become dates; each date that falls out keeps its reason.

use crate::model::{Calendar, Date, Listing, Month, Occurrence, Session, TimeOfDay, Venue};

/// A date on which a session happens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The day.
    pub date: Date,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// The position of the session in the listing.
    pub session: usize,
    /// A bank holiday on which readers should ask first.
    pub ask: Option<String>,
}

/// A date on which a session would happen, but does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Omission {
    /// The day.
    pub date: Date,
    /// Why; empty where nobody says.
    pub reason: String,
}

/// The dates of a listing in a month, and those that fall out. A paused listing has none of either.
pub(super) fn dates(listing: &Listing, month: Month, calendar: &Calendar) -> (Vec<When>, Vec<Omission>) {
    let (mut dates, mut omitted) = (Vec::new(), Vec::new());
    if listing.status == crate::model::Status::Paused {
        return (dates, omitted);
    }
    for (at, session) in listing.sessions.iter().enumerate() {
        let venue = venue(listing, session);
        for date in month.days() {
            let ask = match session.on(date, calendar, venue) {
                Occurrence::None => continue,
                Occurrence::Omitted(reason) => {
                    omitted.push(Omission { date, reason });
                    continue;
                }
                Occurrence::Happens => None,
                Occurrence::Check(holiday) => Some(holiday),
            };
            dates.push(When { date, from: session.from, to: session.to, session: at, ask });
        }
    }
    dates.sort();
    omitted.sort();
    omitted.dedup();
    (dates, omitted)
}

/// The name of the venue a session is held at.
fn venue<'l>(listing: &'l Listing, session: &'l Session) -> Option<&'l str> {
    session.venue.as_deref().or_else(|| match listing.venues.first() {
        Some(Venue::Public { name, .. }) => Some(name.as_str()),
        _ => None,
    })
}
