//! What has to be asked of providers before an issue, and since when.
//!
//! Everything counts from the issue date. What falls due before the issue after it is due now, because that issue's
//! review would come too late.

use super::Issue;
use crate::catalogue::At;
use crate::model::{Date, EVIDENCE_YEARS, Listing, PageRole, Policy, Status, days_after, years_after};

/// After how many days a kitchen that waits for its rating is asked again.
const RATING_DAYS: u16 = 31;

/// What something is due for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A listing, by its position.
    Listing(At),
    /// A page of text, by its position.
    Page(usize),
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// Ask whether the entry is still right.
    Entry,
    /// Consent ends, or has ended.
    ConsentEnds,
    /// Ask for consent again.
    Consent,
    /// No certificate was seen though the policy asks for one.
    NoDbs,
    /// The certificate was seen long ago, or nobody knows when.
    Dbs,
    /// No insurance was seen though the policy asks for it.
    NoInsurance,
    /// The cover ends, or has ended.
    Insurance,
    /// The kitchen was waiting for its rating.
    FoodAwaited,
    /// The rating was given long ago.
    FoodRating,
    /// A notice in the entry is over.
    Alert,
    /// The service is paused.
    Paused,
    /// Useful numbers have to be rung.
    Numbers,
}

/// One thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day on which it fell due, or falls due; none where that was always so.
    pub day: Option<Date>,
    /// For what.
    pub subject: Subject,
    /// What.
    pub matter: Matter,
}

/// Everything that is due, oldest first; insurance already when it ends within so many weeks of the issue date.
pub fn due(issue: &Issue<'_>, weeks: u8) -> Vec<Due> {
    let content = issue.catalogue().content();
    let policy = &content.project.policy;
    let horizon = issue.month().last();
    let cover = horizon.max(days_after(issue.date(), 7 * i64::from(weeks)));
    let mut list = Vec::new();
    for (at, listing) in issue.catalogue().listings().iter().enumerate() {
        let found = asked(listing, policy).into_iter().chain(evidence(listing, policy, cover));
        let found = found.chain(paused(issue, listing, policy));
        list.extend(found.map(|(matter, day)| Due { day, subject: Subject::Listing(at), matter }));
    }
    for (at, page) in content.pages.iter().enumerate().filter(|(_, page)| has_numbers(page)) {
        let day = page.checked.map(|day| after(day, policy.numbers_after_days));
        list.push(Due { day, subject: Subject::Page(at), matter: Matter::Numbers });
    }
    // A notice is over on the day after its last; everything else may still come before the next issue.
    let is_due = |one: &Due| match one.matter {
        Matter::Alert => one.day.is_some_and(|day| day < issue.date()),
        Matter::Insurance => one.day.is_none_or(|day| day <= cover),
        _ => one.day.is_none_or(|day| day <= horizon),
    };
    list.retain(is_due);
    list.sort_unstable();
    list
}

fn after(day: Date, days: u16) -> Date {
    days_after(day, i64::from(days))
}

fn has_numbers(page: &crate::model::Page) -> bool {
    page.role == Some(PageRole::Emergency) || !page.numbers.is_empty()
}

/// What the provider is asked: the entry itself, consent, notices.
fn asked(listing: &Listing, policy: &Policy) -> Vec<(Matter, Option<Date>)> {
    let checks = &listing.checks;
    let stale = after(checks.confirmed, policy.warn_after_days);
    let entry = checks.next_due.map_or(stale, |next| next.min(stale));
    let mut list = vec![(Matter::Entry, Some(entry))];
    list.extend(listing.consent.until.map(|day| (Matter::ConsentEnds, Some(day))));
    list.extend(listing.consent.review_by.map(|day| (Matter::Consent, Some(day))));
    list.extend(listing.alert.as_ref().map(|(_, until)| (Matter::Alert, Some(*until))));
    list
}

/// What the provider is asked to show.
fn evidence(listing: &Listing, policy: &Policy, cover: Date) -> Vec<(Matter, Option<Date>)> {
    let safety = &listing.safety;
    let old = |day: Date| years_after(day, EVIDENCE_YEARS);
    let mut list = Vec::new();
    match &safety.dbs {
        Some(dbs) => list.push((Matter::Dbs, dbs.seen.map(old))),
        None if safety.in_home && policy.in_home_dbs => list.push((Matter::NoDbs, None)),
        None => {}
    }
    match &safety.insurance {
        Some(insurance) if insurance.until <= cover => list.push((Matter::Insurance, Some(insurance.until))),
        None if safety.in_home && policy.in_home_insurance => list.push((Matter::NoInsurance, None)),
        _ => {}
    }
    if let Some(food) = &safety.food {
        list.extend(food.rated.map(|day| (Matter::FoodRating, Some(old(day)))));
        if food.awaiting && food.rating.is_none() {
            list.push((Matter::FoodAwaited, Some(after(listing.checks.confirmed, RATING_DAYS))));
        }
    }
    list
}

/// A service that has been paused for longer than the policy allows, with the day on which it was to be asked about.
fn paused(issue: &Issue<'_>, listing: &Listing, policy: &Policy) -> Option<(Matter, Option<Date>)> {
    (listing.status == Status::Paused).then(|| (Matter::Paused, Some(after(paused_since(issue, listing), policy.paused_after_days))))
}

/// Since when a listing has been paused, as far as closed months tell; else the day on which it was last confirmed.
pub fn paused_since(issue: &Issue<'_>, listing: &Listing) -> Date {
    let records = issue.catalogue().content().records.range(..issue.month()).rev();
    let paused = records
        .map_while(|(_, record)| record.listings.get(&listing.id).filter(|before| before.status == Status::Paused).map(|_| record.date));
    paused.last().unwrap_or(listing.checks.confirmed)
}
