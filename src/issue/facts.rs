//! The facts of a listing as one text each, to be compared with what an earlier issue said.
//!
//! The texts never meet a reader. They hold values, not wording, so that a new way of putting things is no change.

use std::collections::BTreeMap;

use crate::model::{Contact, Cost, Fact, Listing, Recorded, Session, Venue, Word};

/// What a record keeps of a listing.
pub fn recorded(listing: &Listing) -> Recorded {
    // The name is kept as it is.
    let facts =
        Fact::ALL.iter().filter(|fact| **fact != Fact::Name).map(|fact| (*fact, digest(&text(listing, *fact)))).collect::<BTreeMap<_, _>>();
    Recorded { name: listing.name.clone(), status: listing.status, scope: Some(listing.consent.scope.clone()), facts }
}

/// The first 12 digits of the BLAKE3 of a text: enough to tell two texts of a listing apart.
fn digest(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..12].to_owned()
}

/// Values of a fact, each part closed by a character that no text of a listing may have.
fn text(listing: &Listing, fact: Fact) -> String {
    let mut out = Parts::default();
    match fact {
        Fact::Name => {}
        Fact::When => listing.sessions.iter().for_each(|one| session(one, &mut out)),
        Fact::Where => listing.venues.iter().for_each(|one| venue(one, &mut out)),
        Fact::Area => {
            out.list(listing.localities.iter().map(crate::model::Slug::as_str));
            out.list(listing.delivery.iter().map(|one| one.word()));
            out.add(if listing.area_wide { "everywhere" } else { "" });
        }
        Fact::Cost => {
            out.add(if listing.free { "free" } else { "" });
            listing.costs.iter().for_each(|one| cost(one, &mut out));
        }
        Fact::Contact => listing.contacts.iter().for_each(|one| contact(one, &mut out)),
        Fact::WhoFor => {
            let audience = &listing.audience;
            out.maybe(audience.min_age);
            out.maybe(audience.max_age);
            out.maybe(audience.who.as_ref());
            out.add(if audience.carers_welcome { "carers" } else { "" });
            out.add(listing.referral.word());
        }
        Fact::Access => {
            out.list(listing.access.iter().map(|one| one.word()));
            out.list(listing.languages.iter().map(String::as_str));
        }
        Fact::Words => {
            out.add(&listing.summary);
            out.add(&listing.description.plain());
        }
        Fact::Evidence => evidence(listing, &mut out),
        Fact::Categories => out.list(listing.categories.iter().map(crate::model::Slug::as_str)),
    }
    out.text
}

#[derive(Default)]
struct Parts {
    text: String,
}

impl Parts {
    fn add(&mut self, part: &str) {
        self.text.push_str(part);
        self.text.push('\u{1f}');
    }

    fn maybe(&mut self, part: Option<impl ToString>) {
        self.add(&part.map(|part| part.to_string()).unwrap_or_default());
    }

    fn list<'p>(&mut self, parts: impl Iterator<Item = &'p str>) {
        parts.for_each(|part| self.add(part));
        self.text.push('\u{1e}');
    }
}

fn session(one: &Session, out: &mut Parts) {
    out.list(one.days.iter().map(|day| day.word()));
    out.list(one.weeks.iter().map(|week| week.number().to_string()).collect::<Vec<_>>().iter().map(String::as_str));
    if !one.month_days.is_empty() {
        // Written only where there are any, so that records of before there were such sessions still hold.
        out.list(one.month_days.iter().map(|day| day.number().to_string()).collect::<Vec<_>>().iter().map(String::as_str));
    }
    out.add(&one.every.to_string());
    out.maybe(one.starting);
    out.maybe(one.until);
    out.add(&format!("{}-{}", one.from.minutes(), one.to.minutes()));
    out.add(one.bank_holidays.word());
    out.add(if one.term_time_only { "term" } else { "" });
    out.maybe(one.booking.as_ref());
    out.maybe(one.note.as_ref());
    out.maybe(one.venue.as_ref());
    // Single dates come and go with the month; they are in the calendar, and no change of the service.
}

fn venue(one: &Venue, out: &mut Parts) {
    match one {
        Venue::Masked { town, .. } => out.list(["masked", town.as_str()].into_iter()),
        Venue::Public { name, room, address, town, postcode, .. } => {
            out.add(name);
            out.maybe(room.as_ref());
            out.list(address.iter().map(String::as_str));
            out.add(town);
            out.add(&postcode.to_string());
        }
    }
}

fn cost(one: &Cost, out: &mut Parts) {
    out.maybe(one.option.as_ref());
    out.maybe(one.amount.map(crate::model::Money::pence));
    out.maybe(one.per.map(Word::word));
    out.maybe(one.text.as_ref());
    out.add(if one.direct_payments { "direct" } else { "" });
}

fn contact(one: &Contact, out: &mut Parts) {
    out.maybe(one.phone.as_ref().map(crate::model::Phone::printed));
    out.maybe(one.mobile.as_ref().map(crate::model::Phone::printed));
    out.maybe(one.email.as_ref());
    out.maybe(one.url.as_ref().map(crate::model::WebAddress::as_str));
}

fn evidence(listing: &Listing, out: &mut Parts) {
    let safety = &listing.safety;
    out.maybe(safety.cqc.as_ref().map(|cqc| format!("{} {}", cqc.status.word(), cqc.provider_id.clone().unwrap_or_default())));
    out.maybe(
        safety.dbs.as_ref().map(|dbs| format!("{} {}", dbs.level.word(), dbs.issued.map(|date| date.to_string()).unwrap_or_default())),
    );
    out.maybe(safety.insurance.as_ref().map(|insurance| insurance.until));
    out.maybe(
        safety
            .food
            .as_ref()
            .map(|food| format!("{} {}", food.registered, food.rating.map(|rating| rating.to_string()).unwrap_or_default())),
    );
}
