//! What search engines read: schema.org in JSON-LD. It says what the page says, and nothing more: a masked address
//! has a town, and what is not published is not in the model.

mod terms;

use super::listing::{ListingView, VenueView};
use crate::catalogue::At;
use crate::issue::{Issue, When};
use crate::model::{Contact, Cost, Delivery, Listing, Phone, Project, Session, Status, Venue};

use terms::*;

const CONTEXT: &str = "https://schema.org";

fn written(graph: &[Thing<'_>]) -> String {
    // Nothing in it can fail: every key is a text.
    serde_json::to_string(&Graph { context: CONTEXT, graph }).unwrap_or_default()
}

/// The home page: who publishes the site.
pub(super) fn home(project: &Project) -> String {
    let base = project.base_url.as_str();
    let publisher = &project.publisher;
    let organisation = Organisation {
        id: format!("{base}#publisher"),
        name: &publisher.name,
        url: Some(base),
        area_served: Some(&project.area),
        telephone: publisher.phone.as_ref().map(Phone::dial),
        email: publisher.email.as_ref().map(ToString::to_string),
        address: (!publisher.address.is_empty()).then(|| publisher.address.join(", ")),
    };
    let site = Site {
        id: format!("{base}#site"),
        name: &project.title,
        url: base,
        in_language: &project.lang,
        publisher: Reference { id: format!("{base}#publisher") },
    };
    written(&[Thing::Organisation(organisation), Thing::Site(site)])
}

/// A listing: the service, and an event for each session that has dates this month.
pub(super) fn listing(issue: &Issue<'_>, at: At, view: &ListingView) -> String {
    let one = issue.catalogue().listing(at);
    let page = format!("{}{}", issue.catalogue().content().project.base_url.as_str(), view.href);
    let mut graph = vec![Thing::Service(Box::new(service(one, view, &page)))];
    for (number, session) in one.sessions.iter().enumerate() {
        let dates = issue.dates(at).iter().filter(|when| when.session == number && when.date >= issue.date());
        let event = event(issue, (at, one), view, &page, (number, session), &dates.collect::<Vec<_>>());
        graph.extend(event.map(|event| Thing::Event(Box::new(event))));
    }
    written(&graph)
}

fn service<'v>(one: &'v Listing, view: &'v ListingView, page: &'v str) -> Service<'v> {
    let places: Vec<Place<'_>> = view.localities.iter().map(|place| Place { name: &place.name, address: None }).collect();
    let venues: Vec<Place<'_>> = one.venues.iter().zip(&view.venues).map(|(venue, view)| place(venue, view)).collect();
    Service {
        id: format!("{page}#service"),
        name: &view.name,
        description: &view.summary,
        url: page,
        service_type: view.categories.iter().map(|category| category.name.as_str()).collect(),
        provider: provider(one, view, page),
        area_served: if one.area_wide || places.is_empty() { Area::Everywhere(&view.area) } else { Area::Places(places) },
        offers: offers(one),
        audience: audience(one),
        available_channel: (!venues.is_empty()).then_some(ServiceChannel { service_location: venues }),
    }
}

/// Who runs it, with the first way to reach them.
fn provider<'v>(one: &'v Listing, view: &'v ListingView, page: &str) -> Organisation<'v> {
    let first = |contact: &'v Contact| contact.phone.as_ref().or(contact.mobile.as_ref());
    Organisation {
        id: format!("{page}#provider"),
        name: view.organisation.as_ref().map_or(&view.name, |organisation| &organisation.name),
        url: one.contacts.iter().find_map(|contact| contact.url.as_ref()).map(|url| url.as_str()),
        area_served: None,
        telephone: one.contacts.iter().find_map(first).map(Phone::dial),
        email: one.contacts.iter().find_map(|contact| contact.email.as_ref()).map(ToString::to_string),
        address: None,
    }
}

fn offers(one: &Listing) -> Vec<Offer<'_>> {
    let offer = |price: String| Offer { price, price_currency: "GBP", name: None, description: String::new() };
    let of = |cost: &'_ Cost| -> Option<String> {
        let pence = cost.amount?.pence();
        Some(format!("{}.{:02}", pence / 100, pence % 100))
    };
    let told = |cost: &Cost| {
        let per = cost.per.map(super::words::per);
        per.into_iter().chain(cost.text.as_deref()).collect::<Vec<_>>().join(". ")
    };
    let priced = one.costs.iter().filter_map(|cost| Some((cost, of(cost)?)));
    let mut offers: Vec<Offer<'_>> =
        priced.map(|(cost, price)| Offer { name: cost.option.as_deref(), description: told(cost), ..offer(price) }).collect();
    if one.free && offers.is_empty() {
        offers.push(offer("0.00".to_owned()));
    }
    offers
}

fn audience(one: &Listing) -> Option<PeopleAudience<'_>> {
    let of = &one.audience;
    (of.who.is_some() || of.min_age.is_some() || of.max_age.is_some()).then_some(PeopleAudience {
        audience_type: of.who.as_deref(),
        suggested_min_age: of.min_age,
        suggested_max_age: of.max_age,
    })
}

/// A place to go to; a masked one has its town alone.
fn place<'v>(venue: &'v Venue, view: &'v VenueView) -> Place<'v> {
    let county = match venue {
        Venue::Public { county, .. } => Some(county.as_str()).filter(|county| !county.is_empty()),
        _ => None,
    };
    let address = PostalAddress {
        address_locality: &view.town,
        address_country: "GB",
        street_address: (!view.address.is_empty()).then(|| view.address.join(", ")),
        postal_code: view.postcode.as_deref(),
        address_region: county,
    };
    Place { name: if view.name.is_empty() { &view.town } else { &view.name }, address: Some(address) }
}

/// A session on its dates of this month.
fn event<'v>(
    issue: &Issue<'_>,
    (at, one): (At, &'v Listing),
    view: &'v ListingView,
    page: &'v str,
    (number, session): (usize, &Session),
    dates: &[&When],
) -> Option<Event<'v>> {
    let (first, last) = (dates.first()?, dates.last()?);
    if one.status != Status::Active {
        return None;
    }
    let held = session.venue.as_deref();
    let named = |venue: &&(&Venue, &VenueView)| matches!(venue.0, Venue::Public { name, .. } if Some(name.as_str()) == held);
    let venues: Vec<(&'v Venue, &'v VenueView)> = one.venues.iter().zip(&view.venues).collect();
    let venue = venues.iter().find(named).or(venues.first());
    let online = venue.is_none() && one.delivery == [Delivery::Online];
    let range = (first.date, last.date);
    let off = issue.omitted(at).iter().map(|omission| omission.date);
    let off = off.filter(|date| session.is_regular(*date) && range.0 < *date && *date < range.1);
    let off = off.filter(|date| !dates.iter().any(|when| when.date == *date)).map(|date| date.to_string());
    Some(Event {
        id: format!("{page}#session-{}", number + 1),
        name: &view.name,
        description: &view.summary,
        url: page,
        start_date: format!("{}T{}", first.date, first.from),
        event_status: format!("{CONTEXT}/EventScheduled"),
        organizer: Reference { id: format!("{page}#provider") },
        is_accessible_for_free: one.free.then_some(true),
        offers: offers(one),
        location: venue.map(|(venue, view)| place(venue, view)),
        event_attendance_mode: online.then(|| format!("{CONTEXT}/OnlineEventAttendanceMode")),
        event_schedule: schedules(session, dates, off.collect()),
    })
}

/// The pattern of a session, for as long as the month has dates of it. Dates that no pattern says (extra ones, the
/// last week or day of a month) are said one by one.
fn schedules(session: &Session, dates: &[&When], off: Vec<String>) -> Option<Schedules> {
    let counted_back = session.weeks.iter().any(|week| week.number() < 0) || session.month_days.iter().any(|day| day.number() < 0);
    let (regular, single): (Vec<&When>, Vec<&When>) = dates.iter().partition(|when| session.is_regular(when.date) && !counted_back);
    let mut all: Vec<Schedule> = Vec::new();
    if let (Some(first), Some(last)) = (regular.first(), regular.last()) {
        let by_month_day: Vec<i8> = session.month_days.iter().map(|day| day.number()).collect();
        let by_month_week: Vec<i8> = session.weeks.iter().map(|week| week.number()).collect();
        let weekly = by_month_week.is_empty() && by_month_day.is_empty();
        all.push(Schedule {
            by_day: session.days.iter().map(|day| format!("{CONTEXT}/{}", day.name())).collect(),
            repeat_frequency: Some(if weekly { format!("P{}W", session.every.max(1)) } else { "P1M".to_owned() }),
            by_month_day,
            by_month_week,
            except_date: off,
            ..run(session, first, last)
        });
    }
    all.extend(single.iter().map(|when| run(session, when, when)));
    match all.len() {
        0 | 1 => all.pop().map(|one| Schedules::One(Box::new(one))),
        _ => Some(Schedules::Several(all)),
    }
}

fn run(session: &Session, first: &When, last: &When) -> Schedule {
    Schedule {
        start_date: first.date.to_string(),
        end_date: last.date.to_string(),
        start_time: session.from.to_string(),
        end_time: session.to.to_string(),
        schedule_timezone: "Europe/London",
        by_day: Vec::new(),
        by_month_day: Vec::new(),
        by_month_week: Vec::new(),
        repeat_frequency: None,
        except_date: Vec::new(),
    }
}
