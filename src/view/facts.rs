//! One listing in words: place, cost, people, access, contacts, evidence.

use super::listing::*;
use super::prose::{BlockView, RunView};
use super::words::{self, typeset};
use super::{booklet::NumberView, evidence, pictures, sessions};
use crate::catalogue::At;
use crate::issue::Issue;
use crate::model::{
    Access, Block, ConfirmedBy, Contact, Cost, Delivery, Listing, Organisation, Phone, Prose, Provenance, Referral, Run, Venue,
};

/// The page of a listing on the site.
pub(super) fn listing_href(id: &str) -> String {
    format!("listing/{id}.html")
}

/// A listing in full.
pub(super) fn listing(issue: &Issue<'_>, at: At) -> ListingView {
    let mut view = worded(issue, at);
    view.size = size(&view);
    view
}

/// See [`ListingView::size`].
fn size(view: &ListingView) -> usize {
    let all = |texts: &[String]| texts.iter().map(|text| text.len() + 2).sum::<usize>();
    let some = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    let sessions =
        view.sessions.iter().map(|session| session.days.len() + session.times.len() + all(&session.notes) + some(&session.venue));
    let venues = view.venues.iter().map(|venue| {
        let address = venue.name.len() + some(&venue.room) + all(&venue.address) + venue.town.len() + some(&venue.postcode);
        address + some(&venue.masked) + some(&venue.getting_there) + some(&venue.parking)
    });
    let contacts = view.contacts.iter().map(|contact| {
        let ways = contact.ways.iter().map(|way| way.text.len() + 3).sum::<usize>();
        ways + some(&contact.label) + some(&contact.best_time)
    });
    let lists = [&view.not_this_month, &view.costs, &view.who_for, &view.languages, &view.access, &view.evidence, &view.reach];
    let lists = lists.iter().map(|list| all(list)).sum::<usize>();
    let texts = view.name.len() + view.strap.len() + view.summary.len() + some(&view.alert) + view.area.len() + view.checked.len();
    texts + lists + sessions.sum::<usize>() + venues.sum::<usize>() + contacts.sum::<usize>()
}

fn worded(issue: &Issue<'_>, at: At) -> ListingView {
    let content = issue.catalogue().content();
    let one = issue.catalogue().listing(at);
    let area = area(issue, one);
    let categories = one.categories.iter().filter_map(|id| content.categories.iter().find(|category| category.id == *id));
    let localities = one.localities.iter().filter_map(|id| content.localities.iter().find(|locality| locality.id == *id));
    ListingView {
        id: one.id.to_string(),
        name: typeset(&one.name),
        href: listing_href(one.id.as_str()),
        strap: strap(one, &area),
        summary: typeset(&one.summary),
        description: prose(&one.description),
        marks: marks(issue, one),
        alert: issue.alert(one).map(typeset),
        paused: issue.is_paused(one),
        sessions: sessions::sessions(one, issue, issue.dates(at)),
        not_this_month: sessions::omissions(issue.omitted(at)),
        dates: sessions::dates(issue.dates(at), issue),
        venues: one.venues.iter().map(venue).collect(),
        reach: reach(one),
        costs: costs(one),
        who_for: who_for(one),
        languages: one.languages.iter().filter(|language| *language != "English").map(|language| typeset(language)).collect(),
        access: one.access.iter().map(|access| words::access(*access).to_owned()).collect(),
        contacts: one.contacts.iter().map(contact).filter(|contact| !contact.ways.is_empty()).collect(),
        evidence: evidence::full(&one.safety),
        evidence_brief: evidence::brief(&one.safety),
        organisation: one.organisation.as_ref().filter(|organisation| organisation.name != one.name).map(organisation),
        easy: one.easy.iter().map(|sentence| typeset(sentence)).collect(),
        images: pictures::images(issue, one),
        checked: checked(one),
        checked_on: words::date(one.checks.confirmed),
        source: one.checks.cite.as_ref().filter(|_| one.checks.source == Provenance::ThirdParty).map(|cite| typeset(cite)),
        categories: categories
            .map(|category| LinkView { name: typeset(&category.name), href: format!("category/{}.html", category.id) })
            .collect(),
        localities: localities
            .map(|locality| LinkView { name: typeset(&locality.name), href: format!("place/{}.html", locality.id) })
            .collect(),
        report_href: report(issue, one),
        size: 0,
        area,
    }
}

/// The places a listing serves: "Tilbury and Grays", "All of Thurrock".
fn area(issue: &Issue<'_>, listing: &Listing) -> String {
    let content = issue.catalogue().content();
    if listing.area_wide {
        return format!("All of {}", typeset(&content.project.area));
    }
    let names =
        content.localities.iter().filter(|locality| listing.localities.contains(&locality.id)).map(|locality| typeset(&locality.name));
    words::list(&names.collect::<Vec<_>>())
}

/// "Tilbury, for people aged 55 and over"; "Comes to you in Grays and Tilbury".
fn strap(listing: &Listing, area: &str) -> String {
    let mut towns: Vec<&str> = listing.venues.iter().map(town).collect();
    towns.dedup();
    let inside_area = if listing.area_wide { words_all(area) } else { format!("in {area}") };
    let place = if listing.delivery.contains(&Delivery::Venue) && !towns.is_empty() {
        typeset(&words::list(&towns))
    } else if listing.delivery.contains(&Delivery::AtHome) {
        format!("Comes to you {inside_area}")
    } else if listing.delivery.contains(&Delivery::Phone) {
        format!("By telephone {inside_area}")
    } else {
        format!("Online {inside_area}")
    };
    match people(listing) {
        Some(people) => format!("{place}, for {}", words::inside(&people)),
        None => place,
    }
}

/// "All of Thurrock" inside a sentence.
fn words_all(area: &str) -> String {
    area.strip_prefix("All of ").map_or_else(|| area.to_owned(), |area| format!("across all of {area}"))
}

fn town(venue: &Venue) -> &str {
    match venue {
        Venue::Public { town, .. } | Venue::Masked { town, .. } => town,
    }
}

/// Who a listing is for, in a few words.
fn people(listing: &Listing) -> Option<String> {
    listing.audience.who.as_deref().map(|who| typeset(who.trim_end_matches('.'))).or_else(|| ages(listing))
}

fn ages(listing: &Listing) -> Option<String> {
    match (listing.audience.min_age, listing.audience.max_age) {
        (Some(min), Some(max)) => Some(format!("People aged {min} to {max}")),
        (Some(min), None) => Some(format!("People aged {min} and over")),
        (None, Some(max)) => Some(format!("People aged {max} and under")),
        (None, None) => None,
    }
}

fn marks(issue: &Issue<'_>, listing: &Listing) -> Vec<Mark> {
    let all = [
        ("new", issue.is_new(listing), "New this month"),
        ("changed", issue.is_changed(listing), "Changed"),
        ("paused", issue.is_paused(listing), "Paused at the moment"),
        ("free", listing.free, "Free"),
        ("step-free", listing.access.contains(&Access::StepFree), "Step-free"),
    ];
    all.into_iter().filter(|(_, holds, _)| *holds).map(|(kind, _, text)| Mark { kind, text: text.to_owned() }).collect()
}

fn venue(venue: &Venue) -> VenueView {
    match venue {
        Venue::Masked { town, .. } => VenueView {
            name: String::new(),
            room: None,
            address: Vec::new(),
            town: typeset(town),
            postcode: None,
            masked: Some("You get the address when you get in touch".to_owned()),
            getting_there: None,
            parking: None,
            map_href: None,
        },
        Venue::Public { name, room, address, town, postcode, getting_there, parking, .. } => VenueView {
            name: typeset(name),
            room: room.as_deref().map(typeset),
            address: address.iter().map(|line| typeset(line)).collect(),
            town: typeset(town),
            postcode: Some(postcode.to_string()),
            masked: None,
            getting_there: getting_there.as_deref().map(typeset),
            parking: parking.as_deref().map(typeset),
            map_href: Some(format!("https://www.openstreetmap.org/search?query={}", words::escaped(postcode.as_str()))),
        },
    }
}

fn reach(listing: &Listing) -> Vec<String> {
    let words = listing.delivery.iter().filter_map(|delivery| match delivery {
        Delivery::Venue => None,
        Delivery::AtHome => Some("Comes to your home"),
        Delivery::Phone => Some("By telephone"),
        Delivery::Online => Some("Online"),
    });
    words.map(str::to_owned).collect()
}

fn costs(listing: &Listing) -> Vec<String> {
    if listing.free {
        return vec!["Free".to_owned()];
    }
    let mut lines: Vec<String> = listing.costs.iter().map(cost).filter(|line| !line.is_empty()).collect();
    if listing.costs.iter().any(|cost| cost.direct_payments) {
        lines.push("Direct payments taken".to_owned());
    }
    lines
}

fn cost(cost: &Cost) -> String {
    let amount = cost.amount.map(|amount| match (amount.pence(), cost.per) {
        (0, _) => "Free".to_owned(),
        (_, Some(per)) => format!("{} {}", words::money(amount), words::per(per)),
        (_, None) => words::money(amount),
    });
    let text = cost.text.as_deref().map(typeset);
    let price = match (amount, text) {
        (Some(amount), Some(text)) => format!("{amount}. {text}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    };
    match &cost.option {
        Some(option) if !price.is_empty() => format!("{}: {price}", typeset(option)),
        Some(option) => typeset(option),
        None => price,
    }
}

fn who_for(listing: &Listing) -> Vec<String> {
    let mut lines: Vec<String> = listing.audience.who.iter().map(|who| typeset(who)).collect();
    lines.extend(ages(listing));
    if listing.audience.carers_welcome {
        lines.push("Carers welcome".to_owned());
    }
    match listing.referral {
        Referral::SelfReferral => {}
        Referral::Professional => lines.push("A professional, such as your GP, must refer you".to_owned()),
        Referral::Either => lines.push("Ask for yourself, or a professional can refer you".to_owned()),
    }
    lines
}

fn contact(contact: &Contact) -> ContactView {
    let phone = contact.phone.iter().map(|phone| way(phone, "phone", "Telephone"));
    let mobile = contact.mobile.iter().map(|phone| way(phone, "mobile", "Mobile phone"));
    let email = contact.email.iter().map(|email| WayView {
        kind: "email",
        label: "Email",
        text: email.to_string(),
        href: format!("mailto:{email}"),
    });
    let web = contact.url.iter().map(|url| WayView {
        kind: "web",
        label: "Website",
        text: url.printed().to_owned(),
        href: url.as_str().to_owned(),
    });
    ContactView {
        label: contact.label.as_deref().map(typeset),
        ways: phone.chain(mobile).chain(email).chain(web).collect(),
        best_time: contact.best_time.as_deref().map(typeset),
    }
}

fn way(phone: &Phone, kind: &'static str, label: &'static str) -> WayView {
    WayView { kind, label, text: phone.printed(), href: format!("tel:{}", phone.dial()) }
}

/// A useful number of a page.
pub(super) fn number(number: &crate::model::UsefulNumber) -> NumberView {
    NumberView {
        name: typeset(&number.name),
        phone: number.phone.printed(),
        href: format!("tel:{}", number.phone.dial()),
        note: number.note.as_deref().map(typeset),
    }
}

fn organisation(organisation: &Organisation) -> OrganisationView {
    let charity = organisation.charity_number.iter().map(|number| format!("Registered charity {number}"));
    let company = organisation.company_number.iter().map(|number| format!("Company number {number}"));
    OrganisationView {
        name: typeset(&organisation.name),
        description: organisation.description.as_deref().map(typeset),
        identifiers: charity.chain(company).collect(),
    }
}

/// "12 November 2026, by telephone".
fn checked(listing: &Listing) -> String {
    format!("{}, {}", words::date(listing.checks.confirmed), confirmed_by(listing.checks.confirmed_by))
}

/// "by telephone".
pub(super) fn confirmed_by(by: ConfirmedBy) -> &'static str {
    match by {
        ConfirmedBy::Phone => "by telephone",
        ConfirmedBy::Email => "by email",
        ConfirmedBy::Visit => "on a visit",
        ConfirmedBy::Form => "on a form",
    }
}

/// A `mailto:` address that names the listing, so that a report can be followed up.
fn report(issue: &Issue<'_>, listing: &Listing) -> Option<String> {
    let project = &issue.catalogue().content().project;
    let email = project.publisher.email.as_ref()?;
    let subject = format!("Something wrong with {} ({})", listing.name, listing.id);
    let body = format!("{}{}\n{}\n\nWhat is wrong: ", project.base_url.as_str(), listing_href(listing.id.as_str()), issue.month().title());
    Some(format!("mailto:{email}?subject={}&body={}", words::escaped(&subject), words::escaped(&body)))
}

/// The closed text tree as templates see it.
pub(super) fn prose(prose: &Prose) -> Vec<BlockView> {
    let runs = |runs: &[Run]| -> Vec<RunView> {
        runs.iter().map(|run| RunView { text: run.text.clone(), strong: run.strong, href: run.href.clone() }).collect()
    };
    let items = |items: &[Vec<Run>]| items.iter().map(|item| runs(item)).collect();
    prose
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => BlockView::P { runs: runs(paragraph) },
            Block::Heading(level, text) => BlockView::Heading { level: *level, text: text.clone() },
            Block::Bullets(list) => BlockView::Ul { items: items(list) },
            Block::Numbers(list) => BlockView::Ol { items: items(list) },
        })
        .collect()
}
