//! Sessions and their dates in words.

use super::listing::{DateView, SessionView};
use super::words;
use crate::issue::{Issue, Omission, When};
use crate::model::{BankHolidays, Date, Listing, Month, MonthDay, Session, WeekOfMonth, Weekday, Word, is_bank_holiday};

/// The sessions of a listing that are not over, in words.
pub(super) fn sessions(listing: &Listing, issue: &Issue<'_>, dates: &[When]) -> Vec<SessionView> {
    let several = listing.venues.len() > 1;
    let current = listing.sessions.iter().enumerate().filter(|(_, session)| session.until.is_none_or(|until| until >= issue.date()));
    current
        .map(|(at, session)| {
            let mine: Vec<Date> = dates.iter().filter(|when| when.session == at).map(|when| when.date).collect();
            SessionView {
                days: days(session),
                times: words::times(session.from, session.to),
                notes: notes(session, issue, &mine),
                venue: session.venue.as_deref().filter(|_| several).map(words::typeset),
            }
        })
        .collect()
}

/// "Tuesdays"; "Monday to Friday"; "First and third Friday of the month"; "Every other Monday"; "The 1st and 15th of
/// each month".
pub fn days(session: &Session) -> String {
    if !session.month_days.is_empty() {
        return month_days(&session.month_days);
    }
    if session.days.is_empty() {
        let dates: Vec<String> = session.extra.iter().map(|date| words::date(*date)).collect();
        return words::list(&dates);
    }
    let names: Vec<&str> = session.days.iter().map(|day| day.name()).collect();
    if !session.weeks.is_empty() {
        let weeks: Vec<&str> = session.weeks.iter().map(|week| ordinal(*week)).collect();
        let text = format!("{} {} of the month", words::list(&weeks), words::list(&names));
        return text[..1].to_uppercase() + &text[1..];
    }
    match session.every {
        0 | 1 => weekly(&session.days, &names),
        2 => format!("Every other {}", words::list(&names)),
        every => format!("Every {every} weeks on {}", words::list(&names)),
    }
}

/// "The 1st and 15th of each month"; "The last day of each month".
fn month_days(days: &[MonthDay]) -> String {
    let named: Vec<String> = days.iter().map(|day| if day.number() < 0 { "last day".to_owned() } else { numbered(day.number()) }).collect();
    format!("The {} of each month", words::list(&named))
}

/// "1st", "22nd".
fn numbered(day: i8) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

fn weekly(days: &[Weekday], names: &[&str]) -> String {
    let at = |day: &Weekday| Weekday::ALL.iter().position(|known| known == day).unwrap_or_default();
    let in_a_row = days.windows(2).all(|pair| at(&pair[1]) == at(&pair[0]) + 1);
    match (days.len(), in_a_row) {
        (7, _) => "Every day".to_owned(),
        (3.., true) => format!("{} to {}", names[0], names[names.len() - 1]),
        _ => words::list(&names.iter().map(|name| format!("{name}s")).collect::<Vec<_>>()),
    }
}

fn ordinal(week: WeekOfMonth) -> &'static str {
    match week.number() {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        _ => "last",
    }
}

fn notes(session: &Session, issue: &Issue<'_>, dates: &[Date]) -> Vec<String> {
    let mut notes = Vec::new();
    let irregular = session.every > 1 || !session.weeks.is_empty() || !session.month_days.is_empty();
    if irregular && !dates.is_empty() {
        notes.push(format!("In {}: {}", issue.month().name(), day_numbers(dates)));
    }
    if session.term_time_only {
        notes.push("School term time only".to_owned());
    }
    if let Some(first) = session.starting.filter(|first| *first > issue.date()) {
        notes.push(format!("Starts on {}", words::date(first)));
    }
    if let Some(last) = session.until {
        notes.push(format!("Until {}", words::date(last)));
    }
    match session.bank_holidays {
        BankHolidays::Closed => {}
        BankHolidays::Open => notes.push("Open on bank holidays".to_owned()),
        BankHolidays::Check => notes.push("Ask first on bank holidays".to_owned()),
    }
    let extra: Vec<Date> = session.extra.iter().copied().filter(|date| Month::of(*date) == issue.month()).collect();
    if !extra.is_empty() && !session.has_no_pattern() {
        notes.push(format!("Also on {}", words::list(&extra.iter().map(|date| words::weekday_date(*date)).collect::<Vec<_>>())));
    }
    notes.extend(session.booking.iter().chain(&session.note).map(|text| words::typeset(text)));
    notes
}

/// "8 and 22": the days of one month.
fn day_numbers(dates: &[Date]) -> String {
    let mut numbers: Vec<String> = dates.iter().map(|date| date.day().to_string()).collect();
    numbers.dedup();
    words::list(&numbers)
}

/// The dates of this month from the issue date on.
pub(super) fn dates(dates: &[When], issue: &Issue<'_>) -> Vec<DateView> {
    let coming = dates.iter().filter(|when| when.date >= issue.date());
    coming
        .map(|when| DateView {
            iso: when.date.to_string(),
            date: words::weekday_date(when.date),
            times: words::times(when.from, when.to),
            starts: when.from.to_string(),
            ask: when.ask.as_ref().map(|name| format!("Ask first: {}", words::typeset(name))),
        })
        .collect()
}

/// "No session on Friday 25 December: bank holiday, Christmas Day", a line for each reason; several bank
/// holidays of a month share a line.
pub(super) fn omissions(omitted: &[Omission]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<Date>)> = Vec::new();
    let holidays = omitted.iter().filter(|omission| is_bank_holiday(&omission.reason)).count();
    for omission in omitted {
        let several = holidays > 1 && is_bank_holiday(&omission.reason);
        let reason = if several { "bank holidays" } else { omission.reason.as_str() };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, dates)) if dates.last() != Some(&omission.date) => dates.push(omission.date),
            Some(_) => {}
            None => reasons.push((reason, vec![omission.date])),
        }
    }
    reasons.iter().map(|(reason, dates)| omission(reason, dates)).collect()
}

fn omission(reason: &str, dates: &[Date]) -> String {
    let when = match dates {
        [one] => format!("No session on {}", words::weekday_date(*one)),
        [first, .., last] if dates.len() > 4 => format!("No sessions from {} to {}", words::day_month(*first), words::day_month(*last)),
        [first, ..] => format!("No sessions on {} {}", day_numbers(dates), Month::of(*first).name()),
        [] => return String::new(),
    };
    if reason.is_empty() { when } else { format!("{when}: {}", words::typeset(reason)) }
}
