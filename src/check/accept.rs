//! What is right is taken over into the types of `model`; the rest stays behind.
//!
//! Every function here answers `None` for a draft with something missing or wrong in it. The rules have
//! said so already; here is only made sure that nothing wrong can go on.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::checked::{Checked, LeftOut, Picture};
use super::editions;
use super::{AGED, Strictness, Whole};
use crate::diag::Diagnostics;
use crate::load::draft::*;
use crate::model::{
    Audience, BankHolidays, Calendar, Category, Checks, Closure, Consent, Contact, Cost, Cqc, Date, Dbs, FIRST_YEAR, Food, Holiday, Image,
    Insurance, IssueNote, LAST_YEAR, Listing, Locality, Month, MonthDay, Organisation, Outlet, Page, Policy, Project, Provenance,
    Publisher, Referral, Region, Rrule, Safety, Session, Slug, Status, Term, UsefulNumber, Venue, WeekOfMonth, Weekday, bank_holidays,
    visible,
};
use crate::source::Spanned;

/// Takes over everything, or nothing when something is wrong that no listing can be left out for.
pub(super) fn accept(draft: &Draft, whole: &Whole<'_>, strictness: Strictness, found: &Diagnostics) -> Option<Checked> {
    let (keep_going, review) = (strictness != Strictness::Whole, strictness == Strictness::Review);
    let listing_sources: Vec<_> = draft.listings.iter().map(|listing| listing.source).collect();
    let in_listing = |source| listing_sources.binary_search(&source).is_ok();
    let errors = found.iter().filter(|finding| finding.level == crate::diag::Level::Error);
    let mut bad: Vec<_> = errors.filter(|error| !(review && AGED.contains(&error.name))).map(|error| error.span.source).collect();
    bad.sort_unstable();
    bad.dedup();
    if bad.iter().any(|source| !keep_going || !in_listing(*source) && !is_lost_listing(draft, *source)) {
        return None;
    }
    let project = project(draft.project.as_ref()?)?;
    let mut listings = Vec::with_capacity(draft.listings.len());
    // A file that could not be read far enough is left out as well.
    let lost = bad.iter().filter(|source| !in_listing(**source)).map(|source| lost_listing(draft, *source));
    let mut left_out: Vec<LeftOut> = lost.collect();
    let accept = |one: &ListingDraft| if bad.binary_search(&one.source).is_ok() { None } else { listing(one, &project.county) };
    let accepted: Vec<Option<Listing>> = draft.listings.par_iter().map(accept).collect();
    for (one, accepted) in draft.listings.iter().zip(accepted) {
        match accepted {
            Some(listing) if publishable(one, &listing, whole) && (review || !has_ended(&listing, whole)) => listings.push(listing),
            Some(_) => {}
            None if !one.is_live() => {}
            None => left_out.push(LeftOut { id: one.called().to_owned(), path: draft.sources.get(one.source).path.clone() }),
        }
    }
    left_out.sort();
    if !keep_going && !left_out.is_empty() {
        return None; // cannot happen while every fault has a rule; never publish around one that has none
    }
    let mut pages: Vec<Page> = draft.pages.iter().map(page).collect::<Option<_>>()?;
    pages.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let mut checked = Checked {
        categories: draft.categories.iter().map(category).collect::<Option<_>>()?,
        localities: draft.localities.iter().map(locality).collect::<Option<_>>()?,
        outlets: draft.outlets.iter().map(outlet).collect::<Option<_>>()?,
        calendar: whole.calendar.clone(),
        issue: draft.issues.iter().find(|issue| issue.month == Some(whole.month)).and_then(|draft| issue(draft, whole.month))?,
        months: draft.issues.iter().filter_map(|issue| issue.month).collect(),
        archive: draft.archive.iter().filter(|file| file.month < whole.month).cloned().collect(),
        records: draft.records.iter().filter_map(|draft| draft.record.clone()).map(|record| (record.month, record)).collect(),
        withdrawn: unnamed(draft, whole),
        pictures: BTreeMap::new(),
        project,
        listings,
        pages,
        left_out,
    };
    checked.pictures = pictures(draft, &checked);
    Some(checked)
}

/// A listing's file that could not be read far enough to become a draft.
fn is_lost_listing(draft: &Draft, source: crate::source::SourceId) -> bool {
    draft.sources.get(source).path.starts_with("content/listings/")
}

fn lost_listing(draft: &Draft, source: crate::source::SourceId) -> LeftOut {
    let path = draft.sources.get(source).path.clone();
    let stem = path.rsplit('/').next().unwrap_or(&path).trim_end_matches(".toml");
    LeftOut { id: stem.to_owned(), path }
}

/// Whether a right listing is published this month.
fn publishable(draft: &ListingDraft, listing: &Listing, whole: &Whole<'_>) -> bool {
    draft.is_live() && listing.added.is_none_or(|added| added <= whole.month.closes())
}

/// Whether the consent was given for a time that is over on the issue date.
fn has_ended(listing: &Listing, whole: &Whole<'_>) -> bool {
    listing.consent.until.is_some_and(|until| until < whole.today)
}

/// Ids of those that no list of changes may name: their consent was withdrawn, or has ended.
fn unnamed(draft: &Draft, whole: &Whole<'_>) -> BTreeSet<Slug> {
    let ended = |one: &&ListingDraft| one.is_withdrawn() || one.consent.as_ref().is_some_and(|consent| consent.has_ended(whole.today));
    let here = draft.listings.iter().filter(ended).map(|one| &one.id);
    here.chain(draft.relist.iter().map(|entry| &entry.id)).filter_map(slug).collect()
}

fn listing(draft: &ListingDraft, county: &str) -> Option<Listing> {
    let slugs = |texts: &[Text]| texts.iter().map(|text| Slug::parse(&text.value).ok()).collect::<Option<Vec<Slug>>>();
    Some(Listing {
        id: slug(&draft.id)?,
        name: text(&draft.name)?,
        summary: text(&draft.summary)?,
        description: draft.description.as_ref()?.prose.clone(),
        status: value(&draft.status).unwrap_or(Status::Active),
        alert: match (&draft.alert, &draft.alert_until) {
            (Some(alert), Some(until)) => Some((visible(&alert.value), until.value)),
            (None, _) => None,
            (Some(_), None) => return None,
        },
        added: value(&draft.added),
        see_also: texts(&draft.see_also),
        categories: slugs(&draft.categories)?,
        localities: slugs(&draft.localities)?,
        area_wide: value(&draft.area_wide).unwrap_or(false),
        kind: value(&draft.kind)?,
        workers: value(&draft.workers).map(u8::try_from).transpose().ok()?,
        delivery: draft.delivery.iter().map(|delivery| delivery.value).collect(),
        referral: value(&draft.referral).unwrap_or(Referral::SelfReferral),
        audience: audience(&draft.audience)?,
        languages: texts(&draft.languages),
        access: draft.access.iter().map(|access| access.value).collect(),
        easy: texts(&draft.easy),
        images: draft.images.iter().map(image).collect::<Option<_>>()?,
        organisation: draft.organisation.as_ref().map(|draft| organisation(draft).ok_or(())).transpose().ok()?,
        contacts: draft.contacts.iter().filter(|contact| contact.is_public()).map(contact).collect::<Option<_>>()?,
        venues: draft.venues.iter().map(|draft| venue(draft, county)).collect::<Option<_>>()?,
        sessions: draft.sessions.iter().map(session).collect::<Option<_>>()?,
        free: value(&draft.free).unwrap_or(false),
        costs: draft.costs.iter().map(cost).collect::<Option<_>>()?,
        safety: safety(&draft.safety)?,
        checks: checks(&draft.checks)?,
        consent: consent(draft.consent.as_ref()?)?,
    })
}

pub(super) fn value<T: Copy>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value)
}

pub(super) fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| visible(&text.value))
}

pub(super) fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| visible(&text.value)).collect()
}

pub(super) fn slug(slug: &Option<SlugDraft>) -> Option<Slug> {
    slug.as_ref()?.ok().cloned()
}

/// A value that may be missing but must not be wrong: the outer `None` is wrong.
#[allow(clippy::option_option, reason = "missing and wrong are two things")]
fn optional<T: Clone, F>(parsed: &Option<Parsed<T, F>>) -> Option<Option<T>> {
    match parsed {
        None => Some(None),
        Some(parsed) => parsed.ok().cloned().map(Some),
    }
}

fn audience(draft: &AudienceDraft) -> Option<Audience> {
    let age = |age: &Option<Spanned<i64>>| value(age).map(u8::try_from).transpose().ok();
    Some(Audience {
        min_age: age(&draft.min_age)?,
        max_age: age(&draft.max_age)?,
        who: text(&draft.who),
        carers_welcome: value(&draft.carers_welcome).unwrap_or(false),
    })
}

fn image(draft: &ImageDraft) -> Option<Image> {
    let decorative = value(&draft.decorative).unwrap_or(false);
    Some(Image { file: text(&draft.file)?, alt: if decorative { None } else { Some(text(&draft.alt)?) } })
}

fn organisation(draft: &OrganisationDraft) -> Option<Organisation> {
    Some(Organisation {
        name: text(&draft.name)?,
        description: text(&draft.description),
        charity_number: text(&draft.charity_number),
        company_number: text(&draft.company_number),
    })
}

fn contact(draft: &ContactDraft) -> Option<Contact> {
    Some(Contact {
        label: text(&draft.label),
        phone: optional(&draft.phone)?,
        mobile: optional(&draft.mobile)?,
        email: optional(&draft.email)?,
        url: optional(&draft.url)?,
        best_time: text(&draft.best_time),
    })
}

fn venue(draft: &VenueDraft, county: &str) -> Option<Venue> {
    let county = text(&draft.county).unwrap_or_else(|| county.to_owned());
    if draft.is_masked() {
        return Some(Venue::Masked { town: text(&draft.town)?, county });
    }
    Some(Venue::Public {
        name: text(&draft.name)?,
        room: text(&draft.room),
        address: texts(&draft.address),
        town: text(&draft.town)?,
        county,
        postcode: draft.postcode.as_ref()?.ok()?.clone(),
        uprn: text(&draft.uprn),
        getting_there: text(&draft.getting_there),
        parking: text(&draft.parking),
    })
}

/// Takes over a session; rules use it to ask on which dates a right session happens.
pub(super) fn session(draft: &SessionDraft) -> Option<Session> {
    let dates = |list: &[Spanned<Date>]| {
        let mut dates: Vec<Date> = list.iter().map(|date| date.value).collect();
        dates.sort_unstable();
        dates
    };
    let pattern = pattern(draft)?;
    Some(Session {
        days: pattern.days,
        weeks: pattern.weeks,
        month_days: pattern.month_days,
        every: pattern.every,
        starting: value(&draft.starting),
        until: draft.last().map(|last| last.value),
        from: *draft.from.as_ref()?.ok()?,
        to: *draft.to.as_ref()?.ok()?,
        bank_holidays: value(&draft.bank_holidays).unwrap_or(BankHolidays::Closed),
        term_time_only: value(&draft.term_time_only).unwrap_or(false),
        not_on: dates(&draft.not_on),
        extra: dates(&draft.extra),
        booking: text(&draft.booking),
        note: text(&draft.note),
        venue: text(&draft.venue),
    })
}

/// On which days a session is, from its own keys or from its rule.
fn pattern(draft: &SessionDraft) -> Option<Rrule> {
    if let Some(rule) = &draft.rrule {
        let rule = rule.ok()?.clone();
        let (days, month_days) = rule.days(value(&draft.starting));
        return Some(Rrule { days, month_days, ..rule });
    }
    let mut days: Vec<Weekday> = draft.days.iter().map(|day| day.value).collect();
    days.sort_unstable();
    days.dedup();
    let mut weeks: Vec<WeekOfMonth> = draft.weeks.iter().map(|week| WeekOfMonth::new(week.value)).collect::<Option<_>>()?;
    weeks.sort_unstable_by_key(|week| week.order());
    let mut month_days: Vec<MonthDay> = draft.month_days.iter().map(|day| MonthDay::new(day.value)).collect::<Option<_>>()?;
    month_days.sort_unstable_by_key(|day| day.order());
    month_days.dedup();
    let every = u8::try_from(value(&draft.every).unwrap_or(1)).ok().filter(|every| (1..=52).contains(every))?;
    Some(Rrule { days, weeks, month_days, every, until: None, open: None })
}

fn cost(draft: &CostDraft) -> Option<Cost> {
    Some(Cost {
        option: text(&draft.option),
        amount: optional(&draft.amount)?,
        per: value(&draft.per),
        text: text(&draft.text),
        direct_payments: value(&draft.direct_payments).unwrap_or(false),
    })
}

fn safety(draft: &SafetyDraft) -> Option<Safety> {
    Some(Safety {
        personal_care: value(&draft.personal_care).unwrap_or(false),
        in_home: value(&draft.in_home).unwrap_or(false),
        cqc: match &draft.cqc {
            None => None,
            Some(cqc) => Some(Cqc { status: value(&cqc.status)?, provider_id: text(&cqc.provider_id) }),
        },
        dbs: match &draft.dbs {
            None => None,
            Some(dbs) => Some(Dbs { level: value(&dbs.level)?, issued: value(&dbs.issued), seen: value(&dbs.seen), by: text(&dbs.by) }),
        },
        insurance: match &draft.insurance {
            None => None,
            Some(insurance) => Some(Insurance {
                public_liability: value(&insurance.public_liability).map(u64::try_from).transpose().ok()?,
                until: value(&insurance.until)?,
                seen: value(&insurance.seen),
            }),
        },
        food: match &draft.food {
            None => None,
            Some(food) => Some(Food {
                registered: value(&food.registered).unwrap_or(false),
                rating: value(&food.rating).map(u8::try_from).transpose().ok()?,
                rated: value(&food.rated),
                awaiting: value(&food.awaiting).unwrap_or(false),
                exempt: value(&food.exempt).unwrap_or(false),
            }),
        },
        training: texts(&draft.training),
    })
}

fn checks(draft: &ChecksDraft) -> Option<Checks> {
    Some(Checks {
        confirmed: value(&draft.confirmed)?,
        confirmed_by: value(&draft.confirmed_by)?,
        next_due: value(&draft.next_due),
        source: value(&draft.source).unwrap_or(Provenance::Provider),
        cite: text(&draft.cite),
    })
}

fn consent(draft: &ConsentDraft) -> Option<Consent> {
    if draft.is_withdrawn() {
        return None;
    }
    let scope: Vec<_> = draft.scope.iter().map(|scope| scope.value).collect();
    if scope.is_empty() {
        return None;
    }
    Some(Consent {
        basis: value(&draft.basis)?,
        given: value(&draft.given)?,
        scope,
        review_by: value(&draft.review_by),
        until: value(&draft.until),
    })
}

fn category(draft: &CategoryDraft) -> Option<Category> {
    let name = text(&draft.name)?;
    Some(Category {
        id: slug(&draft.id)?,
        tab: text(&draft.tab).unwrap_or_else(|| name.clone()),
        name,
        description: text(&draft.description).unwrap_or_default(),
        see_also: texts(&draft.see_also),
        term_uri: optional(&draft.term_uri)?.map(|uri| uri.as_str().to_owned()),
        food: value(&draft.food).unwrap_or(false),
    })
}

fn locality(draft: &LocalityDraft) -> Option<Locality> {
    Some(Locality {
        id: slug(&draft.id)?,
        name: text(&draft.name)?,
        description: text(&draft.description).unwrap_or_default(),
        see_also: texts(&draft.see_also),
        neighbours: draft.neighbours.iter().map(|id| Slug::parse(&id.value).ok()).collect::<Option<_>>()?,
        postcodes: texts(&draft.postcodes),
    })
}

fn outlet(draft: &OutletDraft) -> Option<Outlet> {
    let count = |number: &Option<Spanned<i64>>| value(number).map(u32::try_from).transpose().ok();
    Some(Outlet {
        id: slug(&draft.id)?,
        name: text(&draft.name)?,
        address: texts(&draft.address),
        town: text(&draft.town)?,
        postcode: draft.postcode.as_ref()?.ok()?.clone(),
        locality: draft.locality.as_ref().map(|id| Slug::parse(&id.value)).transpose().ok()?,
        hours: text(&draft.hours),
        phone: optional(&draft.phone)?,
        copies: draft
            .copies
            .iter()
            .map(|(edition, number)| Some((edition.value.clone(), u32::try_from(number.value).ok()?)))
            .collect::<Option<_>>()?,
        round: count(&draft.round)?,
        contact: text(&draft.contact),
        counted: value(&draft.counted),
        returned: count(&draft.returned)?,
    })
}

/// The calendar, without entries that are wrong (the rules report those).
pub(super) fn calendar(draft: &Draft) -> Calendar {
    let stretch = |stretch: &StretchDraft| {
        let (from, to) = (value(&stretch.from)?, value(&stretch.to)?);
        (from <= to).then_some((from, to, text(&stretch.words)?))
    };
    let mut calendar = Calendar { holidays: holidays(draft), ..Calendar::default() };
    for closure in &draft.calendar.closures {
        if let Some((from, to, reason)) = stretch(closure) {
            calendar.closures.push(Closure { from, to, venue: text(&closure.venue), reason });
        }
    }
    for term in &draft.calendar.terms {
        if let Some((from, to, name)) = stretch(term) {
            calendar.terms.push(Term { name, from, to });
        }
    }
    calendar.closures.sort_by_key(|closure| closure.from);
    calendar.terms.sort_by_key(|term| term.from);
    calendar
}

/// The bank holidays of the region, with those that the project adds, names otherwise or takes away.
fn holidays(draft: &Draft) -> Vec<Holiday> {
    let region = region(draft);
    let known = (FIRST_YEAR..=LAST_YEAR).flat_map(|year| bank_holidays(region, year));
    let mut days: BTreeMap<Date, String> = known.map(|holiday| (holiday.date, holiday.name)).collect();
    for holiday in &draft.calendar.holidays {
        match (value(&holiday.date), text(&holiday.name)) {
            (Some(date), _) if holiday.is_cancelled() => drop(days.remove(&date)),
            (Some(date), Some(name)) => drop(days.insert(date, name)),
            _ => {}
        }
    }
    days.into_iter().map(|(date, name)| Holiday { date, name }).collect()
}

/// The part of the country whose bank holidays count.
pub(super) fn region(draft: &Draft) -> Region {
    draft.project.as_ref().and_then(|project| value(&project.region)).unwrap_or(Region::EnglandAndWales)
}

fn page(draft: &PageDraft) -> Option<Page> {
    let numbers = draft.numbers.iter().map(|number| {
        Some(UsefulNumber { name: text(&number.name)?, phone: number.phone.as_ref()?.ok()?.clone(), note: text(&number.note) })
    });
    Some(Page {
        id: slug(&draft.id)?,
        title: text(&draft.title)?,
        place: value(&draft.place)?,
        order: value(&draft.order).unwrap_or(100),
        role: value(&draft.role),
        footer: value(&draft.footer).unwrap_or(false),
        checked: value(&draft.checked),
        numbers: numbers.collect::<Option<_>>()?,
        text: draft.text.prose.clone(),
    })
}

fn issue(draft: &IssueDraft, month: Month) -> Option<IssueNote> {
    Some(IssueNote {
        month,
        date: value(&draft.date)?,
        title: text(&draft.title),
        letter: draft.letter.as_ref().map(|letter| letter.prose.clone()).unwrap_or_default(),
        signed: text(&draft.signed),
        highlights: draft.highlights.iter().map(|id| Slug::parse(&id.value).ok()).collect::<Option<_>>()?,
    })
}

fn project(draft: &ProjectDraft) -> Option<Project> {
    let pairs = |pairs: &[(Text, Text)]| pairs.iter().map(|(key, text)| (key.value.clone(), visible(&text.value))).collect();
    Some(Project {
        title: text(&draft.title)?,
        subtitle: text(&draft.subtitle).unwrap_or_default(),
        area: text(&draft.area)?,
        lang: text(&draft.lang).unwrap_or_else(|| "en-GB".to_owned()),
        publisher: Publisher {
            name: text(&draft.publisher_name)?,
            phone: optional(&draft.publisher_phone)?,
            email: optional(&draft.publisher_email)?,
            address: texts(&draft.publisher_address),
        },
        base_url: draft.base_url.as_ref()?.ok()?.clone(),
        county: text(&draft.county)?,
        theme: text(&draft.theme).unwrap_or_else(|| "default".to_owned()),
        logo: match &draft.logo {
            None => None,
            Some(logo) => Some((text(&logo.file)?, text(&logo.alt).unwrap_or_default())),
        },
        colours: pairs(&draft.colours),
        words: pairs(&draft.words),
        no_endorsement: text(&draft.no_endorsement).unwrap_or_else(|| "Being listed is not a recommendation.".to_owned()),
        policy: policy_of(&draft.policy),
        editions: draft.editions.iter().map(editions::edition).collect::<Option<_>>()?,
        printers: draft.printers.iter().map(editions::printer).collect::<Option<_>>()?,
        spare_percent: value(&draft.spare_percent).map_or(Some(5), |percent| u32::try_from(percent).ok())?,
        cover: match &draft.cover {
            None => None,
            Some(cover) => Some((text(&cover.file)?, text(&cover.alt).unwrap_or_default())),
        },
    })
}

/// What the project asks of providers; what it does not say is as `domain` advises.
pub(super) fn policy(draft: &Draft) -> Policy {
    let empty = PolicyDraft::default();
    policy_of(draft.project.as_ref().map_or(&empty, |project| &project.policy))
}

fn policy_of(draft: &PolicyDraft) -> Policy {
    let days = |number: &Option<Spanned<i64>>, usual: u16| value(number).and_then(|days| u16::try_from(days).ok()).unwrap_or(usual);
    Policy {
        in_home_dbs: value(&draft.in_home_dbs).unwrap_or(true),
        in_home_insurance: value(&draft.in_home_insurance).unwrap_or(true),
        warn_after_days: days(&draft.warn_after_days, 90),
        stop_after_days: days(&draft.stop_after_days, 180),
        numbers_after_days: days(&draft.numbers_after_days, 92),
        paused_after_days: days(&draft.paused_after_days, 92),
        crowded: usize::from(days(&draft.crowded, 40)),
    }
}

/// The pictures that something published shows, without any that would take too much to decode.
fn pictures(draft: &Draft, checked: &Checked) -> BTreeMap<String, Picture> {
    let shown = checked.listings.iter().flat_map(|listing| listing.images.iter().map(|image| image.file.as_str()));
    let shown: BTreeSet<&str> =
        shown.chain(checked.project.logo.iter().chain(&checked.project.cover).map(|(file, _)| file.as_str())).collect();
    let mut pictures = BTreeMap::new();
    for image in draft.images.iter().filter(|image| shown.contains(image.file.as_str()) && !image.is_too_large()) {
        if let Ok(header) = image.header {
            pictures.insert(image.file.clone(), Picture { width: header.width, height: header.height, bytes: image.bytes.clone() });
        }
    }
    pictures
}
