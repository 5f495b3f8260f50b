//! Recurring times, and the calendar they are read against.

use std::fmt;

use jiff::civil::{Date, Weekday as Day};

use super::words::words;

words! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

impl Weekday {
    /// The weekday of a date.
    pub fn of(date: Date) -> Weekday {
        match date.weekday() {
            Day::Monday => Weekday::Monday,
            Day::Tuesday => Weekday::Tuesday,
            Day::Wednesday => Weekday::Wednesday,
            Day::Thursday => Weekday::Thursday,
            Day::Friday => Weekday::Friday,
            Day::Saturday => Weekday::Saturday,
            Day::Sunday => Weekday::Sunday,
        }
    }

    /// "Tuesday".
    pub fn name(self) -> &'static str {
        match self {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        }
    }
}

words! {
    /// What a session does on a bank holiday.
    BankHolidays {
        /// It does not happen.
        Closed = "closed",
        /// It happens as always.
        Open = "open",
        /// Readers are asked to check.
        Check = "check",
    }
}

/// A time of day, in minutes from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

/// The text is not a time of day such as `09:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeFault;

impl TimeOfDay {
    /// Reads `HH:MM`; `24:00` is the midnight that ends a day.
    pub fn parse(text: &str) -> Result<TimeOfDay, TimeFault> {
        let (hours, minutes) = text.split_once(':').ok_or(TimeFault)?;
        let two = |part: &str| if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None };
        let (hours, minutes): (u16, u16) = (two(hours).ok_or(TimeFault)?, two(minutes).ok_or(TimeFault)?);
        let total = hours * 60 + minutes;
        if minutes < 60 && total <= 24 * 60 { Ok(TimeOfDay(total)) } else { Err(TimeFault) }
    }

    /// Minutes from midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    /// `09:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Which of a month's Tuesdays: 1 to 5, or -1 for the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekOfMonth(i8);

impl WeekOfMonth {
    /// 1 to 5, or -1; nothing else.
    pub fn new(week: i64) -> Option<WeekOfMonth> {
        i8::try_from(week).ok().filter(|week| matches!(week, 1..=5 | -1)).map(WeekOfMonth)
    }

    /// Where it comes in a month: the last is after all others.
    pub fn order(self) -> i8 {
        if self.0 < 0 { i8::MAX } else { self.0 }
    }

    /// 1 to 5, or -1.
    pub fn number(self) -> i8 {
        self.0
    }

    /// Whether a date is in this week of its month.
    pub fn contains(self, date: Date) -> bool {
        if self.0 == -1 { date.day() + 7 > date.days_in_month() } else { (date.day() - 1) / 7 + 1 == self.0 }
    }
}

/// A day of each month: 1 to 31, or -1 for the last. A month without the day is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay(i8);

impl MonthDay {
    /// 1 to 31, or -1; nothing else.
    pub fn new(day: i64) -> Option<MonthDay> {
        i8::try_from(day).ok().filter(|day| matches!(day, 1..=31 | -1)).map(MonthDay)
    }

    /// 1 to 31, or -1.
    pub fn number(self) -> i8 {
        self.0
    }

    /// Where it comes in a month: the last is after all others.
    pub fn order(self) -> i8 {
        if self.0 < 0 { i8::MAX } else { self.0 }
    }

    /// Whether a date is this day of its month.
    pub fn is(self, date: Date) -> bool {
        date.day() == if self.0 < 0 { date.days_in_month() } else { self.0 }
    }
}

/// A recurring time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// On which days of the week, Monday first; empty when days of the month or `extra` alone say when.
    pub days: Vec<Weekday>,
    /// In which weeks of the month; empty for every week.
    pub weeks: Vec<WeekOfMonth>,
    /// On which days of the month, the last one last; empty when days of the week say when.
    pub month_days: Vec<MonthDay>,
    /// Every how many weeks; counted from `starting` when over 1.
    pub every: u8,
    /// The first date.
    pub starting: Option<Date>,
    /// The last date.
    pub until: Option<Date>,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends.
    pub to: TimeOfDay,
    /// What happens on bank holidays.
    pub bank_holidays: BankHolidays,
    /// Whether it happens in school terms only.
    pub term_time_only: bool,
    /// Dates on which it does not happen.
    pub not_on: Vec<Date>,
    /// Dates on which it happens besides.
    pub extra: Vec<Date>,
    /// How to book: "Ring by Monday".
    pub booking: Option<String>,
    /// Anything else: "New members welcome".
    pub note: Option<String>,
    /// The venue's name, where there are several.
    pub venue: Option<String>,
}

/// A bank holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// "Christmas Day".
    pub name: String,
}

impl Holiday {
    /// Why nothing is on: "bank holiday, Christmas Day"; "Summer bank holiday", whose name says what it is.
    pub fn reason(&self) -> String {
        if is_bank_holiday(&self.name) { self.name.clone() } else { format!("bank holiday, {}", self.name) }
    }
}

/// Whether a reason speaks of a bank holiday.
pub fn is_bank_holiday(reason: &str) -> bool {
    reason.to_lowercase().contains("bank holiday")
}

/// A stretch of days on which a venue, or everything, is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The venue; none for everything.
    pub venue: Option<String>,
    /// Why: "boiler repairs".
    pub reason: String,
}

/// A school term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// "Autumn term".
    pub name: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// What sessions are read against (`content/closures.toml`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Bank holidays, by date; no date has two.
    pub holidays: Vec<Holiday>,
    /// Closures, by first day.
    pub closures: Vec<Closure>,
    /// School terms, by first day; half terms lie between them.
    pub terms: Vec<Term>,
}
