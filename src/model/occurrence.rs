//! On which dates a session happens, and why it does not on others.

use jiff::ToSpan;
use jiff::civil::Date;

use super::session::{BankHolidays, Calendar, Session, Weekday};

/// What becomes of a session on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occurrence {
    /// The date is none of its days.
    None,
    /// It happens.
    Happens,
    /// It happens, but readers should ask first: a bank holiday on which the provider has not decided.
    Check(String),
    /// The date is one of its days, but it does not happen, for this reason.
    Omitted(String),
}

impl Session {
    /// What becomes of it on `date`; `venue` is the name of the place it is held at.
    ///
    /// An `extra` date always happens. After that the first reason counts: outside its run, `not_on`, a
    /// closure, a bank holiday, out of term.
    pub fn on(&self, date: Date, calendar: &Calendar, venue: Option<&str>) -> Occurrence {
        if self.extra.contains(&date) {
            return Occurrence::Happens;
        }
        if !self.is_regular(date) {
            return Occurrence::None;
        }
        let holiday = calendar.holiday(date);
        if self.not_on.contains(&date) {
            return Occurrence::Omitted(holiday.map(|holiday| holiday.name.clone()).unwrap_or_default());
        }
        if let Some(closure) = calendar.closure(date, venue) {
            return Occurrence::Omitted(closure.reason.clone());
        }
        if self.term_time_only && !calendar.terms.is_empty() && !calendar.is_term(date) {
            return Occurrence::Omitted("school holidays".to_owned());
        }
        match (holiday, self.bank_holidays) {
            (Some(holiday), BankHolidays::Closed) => Occurrence::Omitted(holiday.reason()),
            (Some(holiday), BankHolidays::Check) => Occurrence::Check(holiday.name.clone()),
            _ => Occurrence::Happens,
        }
    }

    /// Whether single dates alone say when it is.
    pub fn has_no_pattern(&self) -> bool {
        self.days.is_empty() && self.month_days.is_empty()
    }

    /// Whether its pattern of days and weeks falls on a date, whatever holidays and closures say.
    pub fn is_regular(&self, date: Date) -> bool {
        if self.starting.is_some_and(|first| date < first) || self.until.is_some_and(|last| date > last) {
            return false;
        }
        if !self.month_days.is_empty() {
            return self.month_days.iter().any(|day| day.is(date));
        }
        if !self.days.contains(&Weekday::of(date)) {
            return false;
        }
        if !self.weeks.is_empty() && !self.weeks.iter().any(|week| week.contains(date)) {
            return false;
        }
        match self.starting {
            Some(first) if self.every > 1 => weeks_between(first, date).rem_euclid(i64::from(self.every)) == 0,
            _ => true,
        }
    }
}

impl Calendar {
    /// The bank holiday that a date is.
    pub fn holiday(&self, date: Date) -> Option<&super::Holiday> {
        let at = self.holidays.binary_search_by_key(&date, |holiday| holiday.date).ok()?;
        self.holidays.get(at)
    }

    /// The closure that covers a date, of everything or of one venue.
    pub fn closure(&self, date: Date, venue: Option<&str>) -> Option<&super::Closure> {
        self.closures.iter().find(|closure| {
            let concerned = closure.venue.as_deref().is_none_or(|closed| venue == Some(closed));
            concerned && closure.from <= date && date <= closure.to
        })
    }

    /// First and last days of the school holidays between two terms that are known. A mere weekend is none.
    pub fn school_holidays(&self) -> impl Iterator<Item = (Date, Date)> {
        self.terms.windows(2).filter_map(|pair| {
            let (from, to) = (pair[0].to.tomorrow().ok()?, pair[1].from.yesterday().ok()?);
            let weekday = |date: &Date| date.weekday().to_monday_zero_offset() < 5;
            let free = from.series(1.day()).take_while(|date| *date <= to).any(|date| weekday(&date));
            free.then_some((from, to))
        })
    }

    /// Whether a date lies in a school term.
    pub fn is_term(&self, date: Date) -> bool {
        self.terms.iter().any(|term| term.from <= date && date <= term.to)
    }
}

/// Whole weeks from the week of one date to the week of another; weeks begin on Monday.
fn weeks_between(from: Date, to: Date) -> i64 {
    let monday = |date: Date| days(date) - i64::from(date.weekday().to_monday_zero_offset());
    (monday(to) - monday(from)) / 7
}

/// Days since 1 January of the year 1.
fn days(date: Date) -> i64 {
    let origin = Date::constant(1, 1, 1);
    i64::from(date.duration_since(origin).as_hours() as i32 / 24)
}
