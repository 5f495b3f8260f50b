//! Times of day are written as on a 24-hour clock.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::TimeOfDay;

pub(super) const RULE: Rule =
    Rule { name: "time-of-day", level: Level::Error, fixed: false, explain: include_str!("time_of_day.md"), check: Check::Each(check) };

/// Reports times that are not written as two digits, a colon and two digits.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for time in subject.listing.sessions.iter().flat_map(|session| session.from.iter().chain(&session.to)) {
        if time.value.is_ok() {
            continue;
        }
        let help = match meant(&time.text) {
            Some(meant) => format!("write \"{meant}\""),
            None => "write hours and minutes of the 24-hour clock, such as \"09:00\" or \"13:30\"".to_owned(),
        };
        found.push(RULE.at(time.span, "this is not a time of day").help(help));
    }
}

/// The time that people mean by "9am", "9.30", "930" or "midday".
fn meant(text: &str) -> Option<TimeOfDay> {
    let text = text.to_lowercase().replace([' ', '\u{a0}'], "").replace("a.m.", "am").replace("p.m.", "pm");
    let word = match text.as_str() {
        "midday" | "noon" => Some("12:00"),
        "midnight" => Some("24:00"),
        _ => None,
    };
    if let Some(word) = word {
        return TimeOfDay::parse(word).ok();
    }
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (text.as_str(), None),
    };
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, rest)) => (hours, rest.get(..2)?),
        None if matches!(digits.len(), 3 | 4) && digits.is_ascii() => digits.split_at(digits.len() - 2),
        None => (digits, "00"),
    };
    let hours: u32 = hours.parse().ok()?;
    let hours = match half {
        Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    TimeOfDay::parse(&format!("{hours:02}:{minutes}")).ok()
}
