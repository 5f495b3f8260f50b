//! A recurring time as written.

use super::{Parsed, Text};
use crate::model::{BankHolidays, Date, Rrule, RruleFault, TimeFault, TimeOfDay, Weekday};
use crate::source::{Span, Spanned};

/// `[[session]]`.
#[derive(Debug, Clone)]
pub struct SessionDraft {
    /// The whole table.
    pub span: Span,
    /// `days`.
    pub days: Vec<Spanned<Weekday>>,
    /// Whether something in `days`, `week` or `days_of_month` could not be read: the days that remain are not those
    /// that were meant.
    pub misread: bool,
    /// Whether there is a `days`, `days_of_month` or `rrule` at all, right or wrong.
    pub says_days: bool,
    /// `week`.
    pub weeks: Vec<Spanned<i64>>,
    /// `days_of_month`.
    pub month_days: Vec<Spanned<i64>>,
    /// `rrule`.
    pub rrule: Option<Parsed<Rrule, RruleFault>>,
    /// `every`.
    pub every: Option<Spanned<i64>>,
    /// `starting`.
    pub starting: Option<Spanned<Date>>,
    /// `until`.
    pub until: Option<Spanned<Date>>,
    /// `from`.
    pub from: Option<Parsed<TimeOfDay, TimeFault>>,
    /// `to`.
    pub to: Option<Parsed<TimeOfDay, TimeFault>>,
    /// `bank_holidays`.
    pub bank_holidays: Option<Spanned<BankHolidays>>,
    /// `term_time_only`.
    pub term_time_only: Option<Spanned<bool>>,
    /// `not_on`.
    pub not_on: Vec<Spanned<Date>>,
    /// `extra`.
    pub extra: Vec<Spanned<Date>>,
    /// `booking`.
    pub booking: Option<Text>,
    /// `note`.
    pub note: Option<Text>,
    /// `venue`.
    pub venue: Option<Text>,
}

impl SessionDraft {
    /// The first thing that says on which days it is, apart from single dates.
    pub fn pattern(&self) -> Option<Span> {
        let days = self.days.first().map(|day| day.span);
        days.or(self.month_days.first().map(|day| day.span)).or(self.rrule.as_ref().map(|rule| rule.span))
    }

    /// The last date, and where it stands.
    pub fn last(&self) -> Option<Spanned<Date>> {
        let ruled = || self.rrule.as_ref().and_then(|rule| Some(Spanned::new(rule.ok()?.until?, rule.span)));
        self.until.clone().or_else(ruled)
    }
}
