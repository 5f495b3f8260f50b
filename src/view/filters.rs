//! What listings can be filtered by: the choices of each group, and which of them a listing meets.
//!
//! The ready-made filter pages and the search page's script take their answers from here, so that they agree.

use serde::Serialize;

use super::words;
use crate::model::Date;
use crate::model::{Access, Cost, Delivery, Listing, Month, Per, Referral, Session, Weekday, Word};

/// One choice of a group.
#[derive(Debug, Clone, Serialize)]
pub struct ChoiceView {
    /// In addresses and page names: `step-free`.
    pub id: String,
    /// On the button: "Step-free".
    pub name: String,
    /// For a place: the positions of the places next to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<usize>,
}

impl ChoiceView {
    fn new(id: &str, name: &str) -> ChoiceView {
        ChoiceView { id: id.to_owned(), name: name.to_owned(), near: Vec::new() }
    }
}

/// A group whose choices a listing meets or not: a bit for each choice, in this order.
pub(super) struct Group {
    pub id: &'static str,
    /// Id, name, and the heading of the choice's own page.
    pub choices: Vec<(&'static str, &'static str, String)>,
    pub meets: fn(&Listing, Date) -> u32,
}

/// Every group but places, kinds and days, which have pages of their own.
pub(super) fn groups() -> Vec<Group> {
    let plain =
        |list: &[(&'static str, &'static str, &str)]| list.iter().map(|(id, name, page)| (*id, *name, (*page).to_owned())).collect();
    let access = Access::ALL.iter().map(|one| (one.word(), words::access(*one), format!("Access: {}", words::access(*one))));
    vec![
        Group { id: "time", choices: plain(TIMES), meets: |listing, from| parts(listing, from) },
        Group { id: "cost", choices: plain(COSTS), meets: |listing, _| cost(listing) },
        Group { id: "access", choices: access.collect(), meets: |listing, _| bits(Access::ALL, &listing.access) },
        Group { id: "how", choices: plain(WAYS), meets: |listing, _| bits(Delivery::ALL, &listing.delivery) },
        Group { id: "referral", choices: plain(REFERRAL), meets: |listing, _| u32::from(listing.referral != Referral::Professional) },
        Group { id: "age", choices: plain(AGES), meets: |listing, _| ages(listing) },
    ]
}

const TIMES: &[(&str, &str, &str)] = &[
    ("morning", "Morning", "Services in the morning"),
    ("afternoon", "Afternoon", "Services in the afternoon"),
    ("evening", "Evening", "Services in the evening"),
];
const COSTS: &[(&str, &str, &str)] =
    &[("free", "Free", "Free services"), ("under-5", "Free or under £5 a session", "Free, or under £5 a session")];
/// In the order of [`Delivery`].
const WAYS: &[(&str, &str, &str)] = &[
    ("venue", "At a venue", "Services at a venue"),
    ("at-home", "Comes to your home", "Services that come to your home"),
    ("phone", "By telephone", "Services by telephone"),
    ("online", "Online", "Services online"),
];
const REFERRAL: &[(&str, &str, &str)] = &[("no-referral", "No referral needed", "Services you can ask for yourself")];
const AGES: &[(&str, &str, &str)] = &[
    ("children", "Children and young people", "For children and young people"),
    ("adults", "Adults under 60", "For adults under 60"),
    ("older", "People aged 60 and over", "For people aged 60 and over"),
];

/// The days of the week.
pub(super) fn days() -> Vec<ChoiceView> {
    Weekday::ALL.iter().map(|day| ChoiceView::new(day.word(), day.name())).collect()
}

/// A group's choices as the search page sees them.
pub(super) fn choices(group: &Group) -> Vec<ChoiceView> {
    group.choices.iter().map(|(id, name, _)| ChoiceView::new(id, name)).collect()
}

fn bits<T: PartialEq>(all: &[T], held: &[T]) -> u32 {
    all.iter().enumerate().filter(|(_, one)| held.contains(one)).fold(0, |bits, (at, _)| bits | 1 << at)
}

/// Days and parts of day together, since a morning on Monday and an evening on Tuesday is no Monday evening:
/// three bits a day, Monday's morning first.
pub(super) fn when(listing: &Listing, from: Date) -> u32 {
    let current = listing.sessions.iter().filter(|session| session.until.is_none_or(|until| until >= from));
    current.fold(0, |bits, session| weekdays(session, from).fold(bits, |bits, day| bits | part(session) << (3 * day)))
}

/// The days of a session: those it names, or those of its dates; days of the month are looked up in the month of `from`.
fn weekdays(session: &Session, from: Date) -> impl Iterator<Item = usize> {
    let dated = session.days.is_empty().then(|| session.extra.iter().map(|date| Weekday::of(*date)));
    let numbered =
        (!session.month_days.is_empty()).then(|| Month::of(from).days().filter(|date| session.is_regular(*date)).map(Weekday::of));
    let days: Vec<Weekday> =
        session.days.iter().copied().chain(dated.into_iter().flatten()).chain(numbered.into_iter().flatten()).collect();
    days.into_iter().filter_map(|day| Weekday::ALL.iter().position(|known| *known == day))
}

/// Parts of the day that a session begins in or lasts an hour of: a lunch from midday to 2pm is no evening.
fn part(session: &Session) -> u32 {
    const NOON: u16 = 12 * 60;
    const EVENING: u16 = 17 * 60;
    let (from, to) = (session.from.minutes(), session.to.minutes());
    let within = |start: u16, end: u16| (start..end).contains(&from) || to.min(end).saturating_sub(from.max(start)) >= 60;
    u32::from(within(0, NOON)) | u32::from(within(NOON, EVENING)) << 1 | u32::from(within(EVENING, 24 * 60)) << 2
}

fn parts(listing: &Listing, from: Date) -> u32 {
    let when = when(listing, from);
    (0..Weekday::ALL.len()).fold(0, |bits, day| bits | (when >> (3 * day)) & 0b111)
}

fn cost(listing: &Listing) -> u32 {
    let little = |cost: &Cost| {
        let each = matches!(cost.per, Some(Per::Session | Per::Meal | Per::Visit | Per::Person));
        each && cost.amount.is_some_and(|amount| amount.pence() < 500)
    };
    u32::from(listing.free) | u32::from(listing.free || listing.costs.iter().any(little)) << 1
}

/// A service that says no age is for every adult; for children only if its ages say so.
fn ages(listing: &Listing) -> u32 {
    let (min, max) = (listing.audience.min_age, listing.audience.max_age);
    let children = if min.is_some() { min < Some(16) } else { max.is_some_and(|max| max <= 25) };
    let open = |from: u8, to: u8| min.unwrap_or(0) <= to && max.unwrap_or(u8::MAX) >= from;
    u32::from(children) | u32::from(open(18, 59)) << 1 | u32::from(open(60, u8::MAX)) << 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BankHolidays, TimeOfDay};

    fn session(from: &str, to: &str) -> Session {
        let time = |text| TimeOfDay::parse(text).expect("a time");
        Session {
            days: vec![Weekday::Tuesday],
            weeks: Vec::new(),
            month_days: Vec::new(),
            every: 1,
            starting: None,
            until: None,
            from: time(from),
            to: time(to),
            bank_holidays: BankHolidays::Closed,
            term_time_only: false,
            not_on: Vec::new(),
            extra: Vec::new(),
            booking: None,
            note: None,
            venue: None,
        }
    }

    #[test]
    fn parts_of_the_day_are_what_a_reader_would_say() {
        let (morning, afternoon, evening) = (1, 2, 4);
        let cases = [
            ("09:30", "11:30", morning),
            ("12:00", "14:00", afternoon),
            ("11:45", "13:45", morning | afternoon),
            ("09:00", "17:00", morning | afternoon),
            ("14:00", "17:30", afternoon),
            ("14:00", "18:00", afternoon | evening),
            ("18:30", "24:00", evening),
        ];
        for (from, to, expected) in cases {
            assert_eq!(part(&session(from, to)), expected, "{from} to {to}");
        }
    }
}
