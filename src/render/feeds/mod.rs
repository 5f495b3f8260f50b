//! Open data: what is published, as other programs read it. Only listings whose consent covers feeds.

mod books;

use serde::Serialize;

use super::RenderError;
use crate::issue::Issue;
use crate::model::{Listing, Scope, Session, Venue, Word};
pub use books::{Book, books};

#[derive(Serialize)]
struct Feed<'a> {
    title: &'a str,
    publisher: &'a str,
    month: String,
    date: String,
    listings: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    name: &'a str,
    summary: &'a str,
    description: String,
    status: &'a str,
    kind: &'a str,
    categories: Vec<&'a str>,
    localities: Vec<&'a str>,
    area_wide: bool,
    delivery: Vec<&'a str>,
    access: Vec<&'a str>,
    languages: &'a [String],
    free: bool,
    costs: Vec<Price<'a>>,
    contacts: Vec<Reach<'a>>,
    venues: Vec<Place<'a>>,
    sessions: Vec<Time<'a>>,
    dates: Vec<String>,
    confirmed: String,
}

#[derive(Serialize)]
struct Price<'a> {
    option: Option<&'a str>,
    pence: Option<u32>,
    per: Option<&'a str>,
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct Reach<'a> {
    label: Option<&'a str>,
    phone: Option<String>,
    mobile: Option<String>,
    email: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Place<'a> {
    name: Option<&'a str>,
    address: &'a [String],
    town: &'a str,
    county: &'a str,
    postcode: Option<&'a str>,
    uprn: Option<&'a str>,
}

#[derive(Serialize)]
struct Time<'a> {
    days: Vec<&'a str>,
    weeks: Vec<i8>,
    days_of_month: Vec<i8>,
    every: u8,
    starting: Option<String>,
    until: Option<String>,
    from: String,
    to: String,
    term_time_only: bool,
    note: Option<&'a str>,
    booking: Option<&'a str>,
    schedule: Option<Schedule>,
}

/// A session's pattern, by the names that Open Referral UK has for it.
#[derive(Serialize)]
struct Schedule {
    freq: &'static str,
    interval: u8,
    byday: Option<String>,
    bymonthday: Option<String>,
    dtstart: Option<String>,
    until: Option<String>,
    opens_at: String,
    closes_at: String,
    rrule: Option<String>,
}

/// `data/listings.json`: all listings of an issue.
pub fn listings(issue: &Issue<'_>) -> Result<Vec<u8>, RenderError> {
    let content = issue.catalogue().content();
    let all = issue.catalogue().listings().iter().enumerate();
    let feed = Feed {
        title: &content.project.title,
        publisher: &content.project.publisher.name,
        month: issue.month().to_string(),
        date: issue.date().to_string(),
        listings: all.filter(|(_, one)| one.consent.scope.contains(&Scope::Feed)).map(|(at, one)| item(issue, at, one)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&feed).map_err(|error| RenderError::Internal(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn item<'a>(issue: &Issue<'_>, at: usize, one: &'a Listing) -> Item<'a> {
    Item {
        id: one.id.as_str(),
        name: &one.name,
        summary: &one.summary,
        description: one.description.plain(),
        status: one.status.word(),
        kind: one.kind.word(),
        categories: one.categories.iter().map(|id| id.as_str()).collect(),
        localities: one.localities.iter().map(|id| id.as_str()).collect(),
        area_wide: one.area_wide,
        delivery: one.delivery.iter().map(|delivery| delivery.word()).collect(),
        access: one.access.iter().map(|access| access.word()).collect(),
        languages: &one.languages,
        free: one.free,
        costs: one
            .costs
            .iter()
            .map(|cost| Price {
                option: cost.option.as_deref(),
                pence: cost.amount.map(crate::model::Money::pence),
                per: cost.per.map(Word::word),
                text: cost.text.as_deref(),
            })
            .collect(),
        contacts: one
            .contacts
            .iter()
            .map(|contact| Reach {
                label: contact.label.as_deref(),
                phone: contact.phone.as_ref().map(crate::model::Phone::printed),
                mobile: contact.mobile.as_ref().map(crate::model::Phone::printed),
                email: contact.email.as_ref().map(crate::model::Email::as_str),
                url: contact.url.as_ref().map(crate::model::WebAddress::as_str),
            })
            .collect(),
        venues: one.venues.iter().map(place).collect(),
        sessions: one.sessions.iter().map(time).collect(),
        dates: issue.dates(at).iter().map(|when| format!("{}T{}", when.date, when.from)).collect(),
        confirmed: one.checks.confirmed.to_string(),
    }
}

fn place(venue: &Venue) -> Place<'_> {
    match venue {
        Venue::Masked { town, county } => Place { name: None, address: &[], town, county, postcode: None, uprn: None },
        Venue::Public { name, address, town, county, postcode, uprn, .. } => {
            Place { name: Some(name), address, town, county, postcode: Some(postcode.as_str()), uprn: uprn.as_deref() }
        }
    }
}

fn time(session: &Session) -> Time<'_> {
    Time {
        days: session.days.iter().map(|day| day.word()).collect(),
        weeks: session.weeks.iter().map(|week| week.number()).collect(),
        days_of_month: session.month_days.iter().map(|day| day.number()).collect(),
        every: session.every,
        starting: session.starting.map(|date| date.to_string()),
        until: session.until.map(|date| date.to_string()),
        from: session.from.to_string(),
        to: session.to.to_string(),
        term_time_only: session.term_time_only,
        note: session.note.as_deref(),
        booking: session.booking.as_deref(),
        schedule: schedule(session),
    }
}

fn schedule(session: &Session) -> Option<Schedule> {
    let pattern = session.pattern()?;
    Some(Schedule {
        freq: pattern.freq,
        interval: pattern.interval,
        byday: pattern.by_day,
        bymonthday: pattern.by_month_day,
        dtstart: session.starting.map(|date| date.to_string()),
        until: pattern.until.map(|date| date.to_string()),
        opens_at: session.from.to_string(),
        closes_at: session.to.to_string(),
        rrule: session.rrule(),
    })
}
