//! A listing, taken over where all of it is right.

use super::session::session;
use super::values::{optional, slug, text, texts, value};
use crate::load::draft::{
    AudienceDraft, ChecksDraft, ConsentDraft, ContactDraft, CostDraft, ImageDraft, ListingDraft, OrganisationDraft, SafetyDraft, Text,
    VenueDraft,
};
use crate::model::{
    Audience, Checks, Consent, Contact, Cost, Cqc, Dbs, Food, Image, Insurance, Listing, Organisation, Provenance, Referral, Safety, Slug,
    Status, Venue, visible,
};
use crate::source::Spanned;

/// A listing; its venues lie in the county unless they say otherwise.
pub(super) fn listing(draft: &ListingDraft, county: &str) -> Option<Listing> {
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
