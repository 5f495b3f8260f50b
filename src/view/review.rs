//! What is due before an issue, in words for the publisher's own people. It has private details, and is never published.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::home_category;
use super::facts::confirmed_by;
use super::words::{self, typeset};
use crate::check::Office;
use crate::issue::{Due, Issue, Matter, Subject, paused_since};
use crate::model::{Date, Keeper, Listing, Page, days_after};

/// How the rows are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// All in one list.
    None,
    /// By whoever of the publisher's own people looks after the entry.
    Staff,
    /// By the listing's first category.
    Category,
}

/// What is due before an issue.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewView {
    /// "Local help near you".
    pub title: String,
    /// "December 2026".
    pub month: String,
    /// The issue date: "1 December 2026".
    pub issue_date: String,
    /// The same as `2026-12-01`.
    pub issue_day: String,
    /// Groups in order; one without a name when nothing was asked for.
    pub groups: Vec<ReviewGroup>,
    /// What it comes to, a sentence each.
    pub closing: Vec<String>,
}

/// Rows that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewGroup {
    /// A person or a category; empty when there is one group.
    pub name: String,
    /// The rows, oldest first.
    pub rows: Vec<ReviewRow>,
}

/// One thing that is due.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewRow {
    /// The listing's id, or the page's.
    pub id: String,
    /// Its name.
    pub name: String,
    /// "Confirm the entry: last confirmed on 22 September 2026, by telephone".
    pub what: String,
    /// `2026-12-21`; none for what was never done.
    pub day: Option<String>,
    /// "Overdue since 21 November 2026", "Due on 21 December 2026", "Overdue".
    pub due: String,
    /// Whether it was due before the issue date.
    pub late: bool,
    /// Whom to ask: "Marian Hale".
    pub ask: String,
    /// Their telephone number.
    pub phone: String,
    /// When they are best rung.
    pub best_time: String,
    /// Their e-mail address.
    pub email: String,
    /// Who of the publisher's own people looks after it.
    pub staff: String,
    /// The first category; empty for a page.
    pub category: String,
}

/// What is due, oldest first, in groups.
pub fn review(issue: &Issue<'_>, office: &Office, due: &[Due], grouping: Grouping) -> ReviewView {
    let rows: Vec<ReviewRow> = due.iter().map(|one| row(issue, office, one)).collect();
    let closing = closing(issue, &rows);
    let project = &issue.catalogue().content().project;
    ReviewView {
        title: typeset(&project.title),
        month: issue.month().title(),
        issue_date: words::date(issue.date()),
        issue_day: issue.date().to_string(),
        groups: grouped(rows, grouping),
        closing,
    }
}

fn grouped(rows: Vec<ReviewRow>, grouping: Grouping) -> Vec<ReviewGroup> {
    let mut groups: BTreeMap<(bool, String), Vec<ReviewRow>> = BTreeMap::new();
    for row in rows {
        let name = match grouping {
            Grouping::None => String::new(),
            Grouping::Staff => row.staff.clone(),
            Grouping::Category => row.category.clone(),
        };
        groups.entry((name.is_empty(), name)).or_default().push(row);
    }
    let called = |nameless: bool, name: String| match grouping {
        Grouping::Staff if nameless => "Nobody in particular".to_owned(),
        Grouping::Category if nameless => "Pages".to_owned(),
        _ => name,
    };
    groups.into_iter().map(|((nameless, name), rows)| ReviewGroup { name: called(nameless, name), rows }).collect()
}

fn row(issue: &Issue<'_>, office: &Office, due: &Due) -> ReviewRow {
    let content = issue.catalogue().content();
    let late = due.day.is_none_or(|day| day < issue.date());
    let mut row = ReviewRow {
        id: String::new(),
        name: String::new(),
        what: String::new(),
        day: due.day.map(|day| day.to_string()),
        due: due_on(issue, due.day),
        late,
        ask: String::new(),
        phone: String::new(),
        best_time: String::new(),
        email: String::new(),
        staff: String::new(),
        category: String::new(),
    };
    match due.subject {
        Subject::Page(at) => {
            let page = &content.pages[at];
            (row.id, row.name, row.what) = (page.id.to_string(), typeset(&page.title), numbers(page));
        }
        Subject::Listing(at) => {
            let listing = issue.catalogue().listing(at);
            (row.id, row.name) = (listing.id.to_string(), typeset(&listing.name));
            (row.what, row.category) = (matter(issue, listing, due.matter), home_category(issue, at));
            if let Some(keeper) = office.keepers.get(&listing.id) {
                reach(&mut row, keeper);
            }
        }
    }
    row
}

/// "Overdue since 21 November 2026", "Due on 21 December 2026", "Overdue".
pub(super) fn due_on(issue: &Issue<'_>, day: Option<Date>) -> String {
    match day {
        Some(day) if day < issue.date() => format!("Overdue since {}", words::date(day)),
        Some(day) => format!("Due on {}", words::date(day)),
        None => "Overdue".to_owned(),
    }
}

fn reach(row: &mut ReviewRow, keeper: &Keeper) {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    row.ask = keeper.asked_for().map(typeset).unwrap_or_default();
    row.phone = said(&keeper.phone);
    row.best_time = typeset(&said(&keeper.best_time));
    row.email = said(&keeper.email);
    row.staff = typeset(&said(&keeper.staff));
}

fn numbers(page: &Page) -> String {
    let last = page.checked.map_or("never checked".to_owned(), |day| format!("last checked on {}", words::date(day)));
    format!("Ring every number on this page: {last}")
}

/// "ends on 31 March 2027", "ended on 31 March 2026".
fn ends(issue: &Issue<'_>, day: Date) -> String {
    format!("{} on {}", if day < issue.date() { "ended" } else { "ends" }, words::date(day))
}

/// What to do, and why.
fn matter(issue: &Issue<'_>, listing: &Listing, matter: Matter) -> String {
    let (safety, consent) = (&listing.safety, &listing.consent);
    let on = |day: Option<Date>| day.map(words::date).unwrap_or_default();
    match matter {
        Matter::Entry => entry(issue, listing),
        Matter::ConsentEnds => {
            let when = consent.until.map(|day| ends(issue, day)).unwrap_or_default();
            format!("Ask whether the entry may stay: consent {when}")
        }
        Matter::Consent => format!("Ask for consent again: it was given on {}", words::date(consent.given)),
        Matter::NoDbs => "Ask to see a DBS certificate: none was seen".to_owned(),
        Matter::Dbs => match safety.dbs.as_ref().and_then(|dbs| dbs.seen) {
            Some(seen) => format!("Ask to see the DBS certificate: it was last seen on {}", words::date(seen)),
            None => "Ask to see the DBS certificate: nobody wrote down when it was seen".to_owned(),
        },
        Matter::NoInsurance => "Ask to see the insurance: none was seen".to_owned(),
        Matter::Insurance => {
            let when = safety.insurance.as_ref().map(|insurance| ends(issue, insurance.until)).unwrap_or_default();
            format!("Ask to see the new insurance: the cover {when}")
        }
        Matter::FoodAwaited => {
            format!("Ask for the food hygiene rating: it was still awaited on {}", words::date(listing.checks.confirmed))
        }
        Matter::FoodRating => {
            format!("Look up the food hygiene rating: ours is from {}", on(safety.food.as_ref().and_then(|food| food.rated)))
        }
        Matter::Alert => format!("Take out the notice or renew it: it held until {}", on(listing.alert.as_ref().map(|(_, until)| *until))),
        Matter::Paused => format!("Ask whether it runs again: paused since {}", words::date(paused_since(issue, listing))),
        // Only pages have numbers to check.
        Matter::Numbers => String::new(),
    }
}

fn entry(issue: &Issue<'_>, listing: &Listing) -> String {
    let checks = &listing.checks;
    let stop = days_after(checks.confirmed, i64::from(issue.catalogue().content().project.policy.stop_after_days));
    let stopped = if stop < issue.date() { "; it cannot be published until then" } else { "" };
    format!("Confirm the entry: last confirmed on {}, {}{stopped}", words::date(checks.confirmed), confirmed_by(checks.confirmed_by))
}

/// "23 things are due for December 2026: 18 listings and 1 page. 5 of them were due before the issue date."
fn closing(issue: &Issue<'_>, rows: &[ReviewRow]) -> Vec<String> {
    let month = issue.month().title();
    let mut said = Vec::new();
    if rows.is_empty() {
        said.push(format!("Nothing is due for {month}."));
    } else {
        let distinct = |pages: bool| {
            let mut ids: Vec<&str> = rows.iter().filter(|row| row.category.is_empty() == pages).map(|row| row.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.len()
        };
        let of = [(distinct(false), "listing", "listings"), (distinct(true), "page", "pages")];
        let of: Vec<String> =
            of.iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| words::count(*number, one, many)).collect();
        let things = words::count(rows.len(), "thing is", "things are");
        said.push(format!("{things} due for {month}, in {}.", words::list(&of)));
        let late = rows.iter().filter(|row| row.late).count();
        said.push(match late {
            0 => format!("None of it was due before the issue date, {}.", words::date(issue.date())),
            _ => format!("{} due before the issue date, {}.", words::count(late, "of them was", "of them were"), words::date(issue.date())),
        });
    }
    said.extend(left_out(issue));
    said
}

/// Names listings with other mistakes, of which nothing can be said here.
fn left_out(issue: &Issue<'_>) -> Option<String> {
    let ids: Vec<&str> = issue.catalogue().content().left_out.iter().map(|one| one.id.as_str()).collect();
    let named = words::list(&ids);
    match ids.len() {
        0 => None,
        1 => Some(format!("{named} has mistakes and is not in this list: `fingerpost check` says what is wrong.")),
        _ => Some(format!("{named} have mistakes and are not in this list: `fingerpost check` says what is wrong.")),
    }
}
