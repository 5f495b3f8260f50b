//! Days before and after a day.

use jiff::Span;
use jiff::civil::Date;

/// The day so many days later, or earlier when there are fewer than none.
pub fn days_after(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// The same day so many years later.
pub fn years_after(day: Date, years: i64) -> Date {
    day.saturating_add(Span::new().years(years))
}
