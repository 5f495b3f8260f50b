//! Who may be published where, on what ground and until when: for the publisher alone, never published.

use serde::Serialize;
use serde_json::{Map, Value};

use super::words::{self, typeset};
use crate::check::Office;
use crate::issue::Issue;
use crate::model::{Basis, Date, Listing, Safety, Scope};

/// The ledger of evidence and consent.
#[derive(Debug, Clone, Serialize)]
pub struct LedgerView {
    /// "Local help near you".
    pub title: String,
    /// "December 2026".
    pub month: String,
    /// The issue date: "1 December 2026".
    pub issue_date: String,
    /// `en-GB`.
    pub lang: String,
    /// A row for each listing, in the order of the A to Z.
    pub rows: Vec<LedgerRow>,
    /// Those that asked to be taken out: nothing but the id, and the day where it is written down.
    pub gone: Vec<GoneRow>,
    /// Ids of listings with mistakes, of which nothing can be said here.
    pub left_out: Vec<String>,
    /// What it comes to, a sentence each.
    pub closing: Vec<String>,
    /// Fixed words of the theme, by key.
    pub words: Map<String, Value>,
}

/// One listing.
#[derive(Debug, Clone, Serialize)]
pub struct LedgerRow {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Whether it may be printed.
    pub print: bool,
    /// Whether it may be on the website.
    pub web: bool,
    /// Whether it may be in the data for other directories.
    pub feed: bool,
    /// "consent", or "legitimate interests" with the reason.
    pub basis: String,
    /// Since when: "3 February 2026".
    pub since: String,
    /// The last day: "30 November 2027"; empty where there is none.
    pub until: String,
    /// Whether that day is past.
    pub ended: bool,
    /// When consent is to be asked for again; empty where nothing is said.
    pub review_by: String,
    /// Whether that day is past.
    pub review_late: bool,
    /// "enhanced, issued 2 March 2026, seen 10 March 2026 by scheme officer"; empty for none.
    pub dbs: String,
    /// "£5 million until 31 March 2027, seen 10 March 2026"; empty for none.
    pub insurance: String,
    /// Whether the cover has ended.
    pub insurance_late: bool,
    /// "rating 5 of 4 November 2025", "registered", "waiting for a rating", "exempt"; empty for none.
    pub food: String,
    /// When and how the entry was confirmed.
    pub confirmed: String,
}

/// A service that asked to be taken out.
#[derive(Debug, Clone, Serialize)]
pub struct GoneRow {
    /// The id, which is never used again.
    pub id: String,
    /// The day; empty where it was not written down.
    pub since: String,
}

/// The ledger on the issue date.
pub fn ledger(issue: &Issue<'_>, office: &Office, words: Map<String, Value>) -> LedgerView {
    let content = issue.catalogue().content();
    let rows: Vec<LedgerRow> = issue.catalogue().listings().iter().map(|listing| row(listing, office, issue.date())).collect();
    let gone = office.gone.iter().map(|(id, since)| GoneRow { id: id.to_string(), since: since.map(words::date).unwrap_or_default() });
    let gone: Vec<GoneRow> = gone.collect();
    let left_out: Vec<String> = content.left_out.iter().map(|one| one.id.clone()).collect();
    LedgerView {
        title: typeset(&content.project.title),
        month: issue.month().title(),
        issue_date: words::date(issue.date()),
        lang: content.project.lang.clone(),
        closing: closing(&rows, &gone, &left_out),
        rows,
        gone,
        left_out,
        words,
    }
}

fn row(listing: &Listing, office: &Office, today: Date) -> LedgerRow {
    let (consent, safety) = (&listing.consent, &listing.safety);
    let past = |day: Option<Date>| day.is_some_and(|day| day < today);
    let ended = past(consent.until);
    let may = |scope: Scope| consent.scope.contains(&scope) && !ended;
    let on = |day: Option<Date>| day.map(words::date).unwrap_or_default();
    LedgerRow {
        id: listing.id.to_string(),
        name: typeset(&listing.name),
        print: may(Scope::Print),
        web: may(Scope::Web),
        feed: may(Scope::Feed),
        basis: match (consent.basis, office.reasons.get(&listing.id)) {
            (Basis::Consent, _) => "consent".to_owned(),
            (Basis::LegitimateInterests, Some(reason)) => format!("legitimate interests: {}", typeset(reason)),
            (Basis::LegitimateInterests, None) => "legitimate interests".to_owned(),
        },
        since: words::date(consent.given),
        until: on(consent.until),
        ended,
        review_by: on(consent.review_by),
        review_late: past(consent.review_by),
        dbs: dbs(safety),
        insurance: insurance(safety),
        insurance_late: past(safety.insurance.as_ref().map(|insurance| insurance.until)),
        food: food(safety),
        confirmed: format!("{}, {}", words::date(listing.checks.confirmed), super::facts::confirmed_by(listing.checks.confirmed_by)),
    }
}

/// What was seen, and when: parts with commas between them.
fn dbs(safety: &Safety) -> String {
    use crate::model::Word;
    let Some(dbs) = &safety.dbs else { return String::new() };
    let seen = match (dbs.seen, &dbs.by) {
        (Some(day), Some(by)) => Some(format!("seen {} by {}", words::date(day), typeset(by))),
        (Some(day), None) => Some(format!("seen {}", words::date(day))),
        (None, _) => Some("nobody wrote down when it was seen".to_owned()),
    };
    let issued = dbs.issued.map(|day| format!("issued {}", words::date(day)));
    [Some(dbs.level.word().replace('_', " ")), issued, seen].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn insurance(safety: &Safety) -> String {
    let Some(insurance) = &safety.insurance else { return String::new() };
    let sum = insurance.public_liability.map(|pounds| format!("{} ", words::sum_insured(pounds))).unwrap_or_default();
    let seen = insurance.seen.map(|day| format!(", seen {}", words::date(day))).unwrap_or_default();
    format!("{sum}until {}{seen}", words::date(insurance.until))
}

fn food(safety: &Safety) -> String {
    let Some(food) = &safety.food else { return String::new() };
    match (food.rating, food.rated) {
        (Some(rating), Some(day)) => format!("rating {rating} of {}", words::date(day)),
        (Some(rating), None) => format!("rating {rating}"),
        (None, _) if food.awaiting => "waiting for a rating".to_owned(),
        (None, _) if food.exempt => "exempt".to_owned(),
        (None, _) if food.registered => "registered".to_owned(),
        (None, _) => String::new(),
    }
}

/// "171 listings: 169 may be printed, 170 may be on the website, 168 may be in the data for other directories."
fn closing(rows: &[LedgerRow], gone: &[GoneRow], left_out: &[String]) -> Vec<String> {
    let may = |has: fn(&LedgerRow) -> bool| words::thousands(rows.iter().filter(|row| has(row)).count() as u64);
    let mut said = vec![format!(
        "{}: {} may be printed, {} may be on the website, {} may be in the data for other directories.",
        words::count(rows.len(), "listing", "listings"),
        may(|row| row.print),
        may(|row| row.web),
        may(|row| row.feed),
    )];
    let ended = rows.iter().filter(|row| row.ended).count();
    if ended > 0 {
        said.push(format!("{} ended.", words::count(ended, "consent has", "consents have")));
    }
    if !gone.is_empty() {
        said.push(format!("{} to be taken out.", words::count(gone.len(), "service has asked", "services have asked")));
    }
    if !left_out.is_empty() {
        let named = words::list(left_out);
        let have = if left_out.len() == 1 { "has mistakes and is" } else { "have mistakes and are" };
        said.push(format!("{named} {have} not in this list: `fingerpost check` says what is wrong."));
    }
    said
}
