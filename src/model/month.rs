//! Months, as issues are named: `2026-12`, "December 2026".

use std::fmt;

use jiff::civil::Date;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// The text is not a month between 2000-01 and 2099-12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written as year and month, such as 2026-12, between 2000-01 and 2099-12")]
pub struct MonthFault;

/// Full names of the months, January first.
pub const MONTH_NAMES: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl Month {
    /// Reads `2026-12`.
    pub fn parse(text: &str) -> Result<Month, MonthFault> {
        let (year, month) = text.split_once('-').ok_or(MonthFault)?;
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(MonthFault);
        }
        let year: i16 = year.parse().map_err(|_| MonthFault)?;
        let month: i8 = month.parse().map_err(|_| MonthFault)?;
        if (2000..=2099).contains(&year) && (1..=12).contains(&month) { Ok(Month { year, month }) } else { Err(MonthFault) }
    }

    /// The month a day lies in.
    pub fn of(date: Date) -> Month {
        Month { year: date.year(), month: date.month() }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        Date::constant(self.year, self.month, 1)
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.first().last_of_month()
    }

    /// The last day whose additions are in this month's issue. The next one is put together in the last
    /// week of the month, so what joins in that week is new in the next.
    pub fn closes(self) -> Date {
        let last = self.last();
        Date::constant(last.year(), last.month(), last.day() - 7)
    }

    /// The month before.
    pub fn previous(self) -> Month {
        if self.month == 1 { Month { year: self.year - 1, month: 12 } } else { Month { month: self.month - 1, ..self } }
    }

    /// The month after.
    pub fn next(self) -> Month {
        if self.month == 12 { Month { year: self.year + 1, month: 1 } } else { Month { month: self.month + 1, ..self } }
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = Date> {
        let (year, month) = (self.year, self.month);
        (1..=self.last().day()).map(move |day| Date::constant(year, month, day))
    }

    /// "December".
    pub fn name(self) -> &'static str {
        MONTH_NAMES[usize::from(self.month.unsigned_abs()) - 1]
    }

    /// "December 2026".
    pub fn title(self) -> String {
        format!("{} {}", self.name(), self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
