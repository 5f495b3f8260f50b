//! What search engines read: schema.org in JSON-LD. It says what the page says, and nothing more: a masked address
//! has a town, and what is not published is not in the model.

use serde_json::{Map, Value, json};

use super::listing::{ListingView, VenueView};
use crate::catalogue::At;
use crate::issue::{Issue, When};
use crate::model::{Cost, Delivery, Listing, Project, Session, Status, Venue};

const CONTEXT: &str = "https://schema.org";

/// The home page: who publishes the site.
pub(super) fn home(project: &Project) -> String {
    let base = project.base_url.as_str();
    let publisher = &project.publisher;
    let mut organisation = object(json!({
        "@type": "Organization",
        "@id": format!("{base}#publisher"),
        "name": publisher.name,
        "url": base,
        "areaServed": project.area,
    }));
    set(&mut organisation, "telephone", publisher.phone.as_ref().map(crate::model::Phone::dial));
    set(&mut organisation, "email", publisher.email.as_ref().map(ToString::to_string));
    set(&mut organisation, "address", (!publisher.address.is_empty()).then(|| publisher.address.join(", ")));
    let site = json!({
        "@type": "WebSite",
        "@id": format!("{base}#site"),
        "name": project.title,
        "url": base,
        "inLanguage": project.lang,
        "publisher": { "@id": format!("{base}#publisher") },
    });
    json!({ "@context": CONTEXT, "@graph": [organisation, site] }).to_string()
}

/// A listing: the service, and an event for each session that has dates this month.
pub(super) fn listing(issue: &Issue<'_>, at: At, view: &ListingView) -> String {
    let one = issue.catalogue().listing(at);
    let page = format!("{}{}", issue.catalogue().content().project.base_url.as_str(), view.href);
    let mut graph = vec![service(one, view, &page)];
    for (number, session) in one.sessions.iter().enumerate() {
        let dates = issue.dates(at).iter().filter(|when| when.session == number && when.date >= issue.date());
        graph.extend(event(issue, one, view, &page, (number, session), &dates.collect::<Vec<_>>()));
    }
    json!({ "@context": CONTEXT, "@graph": graph }).to_string()
}

fn service(one: &Listing, view: &ListingView, page: &str) -> Value {
    let mut service = object(json!({
        "@type": "Service",
        "@id": format!("{page}#service"),
        "name": view.name,
        "description": view.summary,
        "url": page,
        "serviceType": view.categories.iter().map(|category| category.name.as_str()).collect::<Vec<_>>(),
        "provider": provider(one, view, page),
    }));
    let places: Vec<Value> = view.localities.iter().map(|place| json!({ "@type": "Place", "name": place.name })).collect();
    let area = if one.area_wide || places.is_empty() { json!(view.area) } else { Value::Array(places) };
    set(&mut service, "areaServed", Some(area));
    set(&mut service, "offers", offers(one));
    set(&mut service, "audience", audience(one));
    let venues: Vec<Value> = one.venues.iter().zip(&view.venues).map(|(venue, view)| place(venue, view)).collect();
    if !venues.is_empty() {
        set(&mut service, "availableChannel", Some(json!({ "@type": "ServiceChannel", "serviceLocation": venues })));
    }
    Value::Object(service)
}

/// Who runs it, with the first way to reach them.
fn provider(one: &Listing, view: &ListingView, page: &str) -> Value {
    let name = view.organisation.as_ref().map_or(&view.name, |organisation| &organisation.name);
    let mut provider = object(json!({ "@type": "Organization", "@id": format!("{page}#provider"), "name": name }));
    let phone = one.contacts.iter().find_map(|contact| contact.phone.as_ref().or(contact.mobile.as_ref()));
    set(&mut provider, "telephone", phone.map(crate::model::Phone::dial));
    set(&mut provider, "email", one.contacts.iter().find_map(|contact| contact.email.as_ref()).map(ToString::to_string));
    set(&mut provider, "url", one.contacts.iter().find_map(|contact| contact.url.as_ref()).map(|url| url.as_str().to_owned()));
    Value::Object(provider)
}

fn offers(one: &Listing) -> Option<Value> {
    let offer = |cost: &Cost| {
        let pence = cost.amount?.pence();
        let mut offer = object(json!({
            "@type": "Offer",
            "price": format!("{}.{:02}", pence / 100, pence % 100),
            "priceCurrency": "GBP",
        }));
        set(&mut offer, "name", cost.option.as_deref());
        let per = cost.per.map(super::words::per);
        let text: Vec<&str> = per.into_iter().chain(cost.text.as_deref()).collect();
        set(&mut offer, "description", (!text.is_empty()).then(|| text.join(". ")));
        Some(Value::Object(offer))
    };
    let mut offers: Vec<Value> = one.costs.iter().filter_map(offer).collect();
    if one.free && offers.is_empty() {
        offers.push(json!({ "@type": "Offer", "price": "0.00", "priceCurrency": "GBP" }));
    }
    (!offers.is_empty()).then_some(Value::Array(offers))
}

fn audience(one: &Listing) -> Option<Value> {
    let mut audience = object(json!({ "@type": "PeopleAudience" }));
    set(&mut audience, "audienceType", one.audience.who.as_deref());
    set(&mut audience, "suggestedMinAge", one.audience.min_age);
    set(&mut audience, "suggestedMaxAge", one.audience.max_age);
    (audience.len() > 1).then_some(Value::Object(audience))
}

/// A place to go to; a masked one has its town alone.
fn place(venue: &Venue, view: &VenueView) -> Value {
    let mut address = object(json!({ "@type": "PostalAddress", "addressLocality": view.town, "addressCountry": "GB" }));
    set(&mut address, "streetAddress", (!view.address.is_empty()).then(|| view.address.join(", ")));
    set(&mut address, "postalCode", view.postcode.as_deref());
    if let Venue::Public { county, .. } = venue {
        set(&mut address, "addressRegion", Some(county.as_str()).filter(|county| !county.is_empty()));
    }
    let name = if view.name.is_empty() { &view.town } else { &view.name };
    json!({ "@type": "Place", "name": name, "address": address })
}

/// A session on its dates of this month.
fn event(
    issue: &Issue<'_>,
    one: &Listing,
    view: &ListingView,
    page: &str,
    (number, session): (usize, &Session),
    dates: &[&When],
) -> Option<Value> {
    let (first, last) = (dates.first()?, dates.last()?);
    let mut event = object(json!({
        "@type": "Event",
        "@id": format!("{page}#session-{}", number + 1),
        "name": view.name,
        "description": view.summary,
        "url": page,
        "startDate": format!("{}T{}", first.date, first.from),
        "eventStatus": format!("{CONTEXT}/EventScheduled"),
        "organizer": { "@id": format!("{page}#provider") },
    }));
    set(&mut event, "isAccessibleForFree", one.free.then_some(true));
    set(&mut event, "offers", offers(one));
    let held = session.venue.as_deref();
    let named = |venue: &&(&Venue, &VenueView)| matches!(venue.0, Venue::Public { name, .. } if Some(name.as_str()) == held);
    let venues: Vec<(&Venue, &VenueView)> = one.venues.iter().zip(&view.venues).collect();
    let venue = venues.iter().find(named).or(venues.first());
    set(&mut event, "location", venue.map(|(venue, view)| place(venue, view)));
    if venue.is_none() && one.delivery == [Delivery::Online] {
        set(&mut event, "eventAttendanceMode", Some(format!("{CONTEXT}/OnlineEventAttendanceMode")));
    }
    let range = (first.date, last.date);
    let off = issue.catalogue().find(&one.id).map(|at| issue.omitted(at)).unwrap_or_default();
    let off = off.iter().map(|omission| omission.date).filter(|date| session.is_regular(*date) && range.0 < *date && *date < range.1);
    let off = off.filter(|date| !dates.iter().any(|when| when.date == *date));
    let off: Vec<String> = off.map(|date| date.to_string()).collect();
    set(&mut event, "eventSchedule", schedule(session, dates, &off));
    (one.status == Status::Active).then_some(Value::Object(event))
}

/// The pattern of a session, for as long as the month has dates of it. Dates that no pattern says (extra ones, the
/// last week or day of a month) are said one by one.
fn schedule(session: &Session, dates: &[&When], off: &[String]) -> Option<Value> {
    let counted_back = session.weeks.iter().any(|week| week.number() < 0) || session.month_days.iter().any(|day| day.number() < 0);
    let (regular, single): (Vec<&When>, Vec<&When>) = dates.iter().partition(|when| session.is_regular(when.date) && !counted_back);
    let mut all: Vec<Value> = Vec::new();
    if let (Some(first), Some(last)) = (regular.first(), regular.last()) {
        let mut pattern = run(session, first, last);
        let days: Vec<String> = session.days.iter().map(|day| format!("{CONTEXT}/{}", day.name())).collect();
        set(&mut pattern, "byDay", (!days.is_empty()).then_some(days));
        let numbers: Vec<i8> = session.month_days.iter().map(|day| day.number()).collect();
        let weeks: Vec<i8> = session.weeks.iter().map(|week| week.number()).collect();
        let weekly = weeks.is_empty() && numbers.is_empty();
        set(&mut pattern, "byMonthDay", (!numbers.is_empty()).then_some(numbers));
        let every = if weekly { format!("P{}W", session.every.max(1)) } else { "P1M".to_owned() };
        set(&mut pattern, "byMonthWeek", (!weeks.is_empty()).then_some(weeks));
        set(&mut pattern, "repeatFrequency", Some(every));
        set(&mut pattern, "exceptDate", (!off.is_empty()).then_some(off));
        all.push(Value::Object(pattern));
    }
    all.extend(single.iter().map(|when| Value::Object(run(session, when, when))));
    if all.len() > 1 { Some(Value::Array(all)) } else { all.pop() }
}

fn run(session: &Session, first: &When, last: &When) -> Map<String, Value> {
    object(json!({
        "@type": "Schedule",
        "startDate": first.date.to_string(),
        "endDate": last.date.to_string(),
        "startTime": session.from.to_string(),
        "endTime": session.to.to_string(),
        "scheduleTimezone": "Europe/London",
    }))
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

fn set(map: &mut Map<String, Value>, key: &str, value: Option<impl serde::Serialize>) {
    if let Some(value) = value.and_then(|value| serde_json::to_value(value).ok()) {
        map.insert(key.to_owned(), value);
    }
}
