//! The other way: what a session says, as a recurrence rule.

use std::fmt::Write;

use jiff::civil::Date;

use super::super::session::{Session, Weekday};
use super::CODES;

/// The parts of a rule that say the same as a session, by the names of RFC 5545 and Open Referral UK.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// `WEEKLY` or `MONTHLY`.
    pub freq: &'static str,
    /// Every how many weeks or months.
    pub interval: u8,
    /// `TU`, `1TU,3TU`; none for days of the month.
    pub by_day: Option<String>,
    /// `1,15,-1`; none for days of the week.
    pub by_month_day: Option<String>,
    /// The last date.
    pub until: Option<Date>,
}

impl Session {
    /// Its pattern as the parts of a rule; none for single dates.
    ///
    /// Exceptions (bank holidays, closures, terms, `not_on`, `extra`) are no part of a pattern.
    pub fn pattern(&self) -> Option<Pattern> {
        if self.has_no_pattern() {
            return None;
        }
        let codes = || self.days.iter().map(|day| code(*day));
        let (freq, by_day, by_month_day) = if !self.month_days.is_empty() {
            let numbers: Vec<String> = self.month_days.iter().map(|day| day.number().to_string()).collect();
            ("MONTHLY", None, Some(numbers.join(",")))
        } else if self.weeks.is_empty() {
            ("WEEKLY", Some(codes().collect::<Vec<_>>().join(",")), None)
        } else {
            let nth = self.weeks.iter().flat_map(|week| codes().map(|code| format!("{}{code}", week.number())));
            ("MONTHLY", Some(nth.collect::<Vec<_>>().join(",")), None)
        };
        Some(Pattern { freq, interval: self.every.max(1), by_day, by_month_day, until: self.until })
    }

    /// Its pattern as a rule: `FREQ=MONTHLY;BYDAY=1TU,3TU`; none for single dates.
    pub fn rrule(&self) -> Option<String> {
        let pattern = self.pattern()?;
        let mut rule = format!("FREQ={}", pattern.freq);
        // Writing to a string cannot fail.
        if pattern.interval > 1 {
            let _ = write!(rule, ";INTERVAL={}", pattern.interval);
        }
        for (name, text) in [("BYDAY", &pattern.by_day), ("BYMONTHDAY", &pattern.by_month_day)] {
            if let Some(text) = text {
                let _ = write!(rule, ";{name}={text}");
            }
        }
        if let Some(last) = pattern.until {
            let _ = write!(rule, ";UNTIL={:04}{:02}{:02}", last.year(), last.month(), last.day());
        }
        Some(rule)
    }
}

fn code(day: Weekday) -> &'static str {
    CODES.iter().find(|(_, known)| *known == day).map_or("", |(code, _)| code)
}
