//! Bank holidays of the three parts of the United Kingdom, worked out for any year.
//!
//! 1. Days that follow Easter or are the first or last Monday of a month stand by themselves.
//! 2. Days with a date of their own (Christmas Day) that fall on a Saturday or Sunday move to the next weekday that
//!    is free: the substitute day.
//! 3. What was proclaimed for one year only is in a table.
//!
//! The rules are those of the Banking and Financial Dealings Act 1971 and of the proclamations made each year under
//! it, which have followed the same pattern since 1978. Nobody can work out what will be proclaimed one day: a project
//! adds such a day to its `closures.toml` by hand.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};

use super::session::Holiday;
use super::words::words;

words! {
    /// A part of the United Kingdom with bank holidays of its own.
    Region {
        /// England and Wales.
        EnglandAndWales = "england-and-wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
    }
}

impl Region {
    /// "England and Wales".
    pub fn name(self) -> &'static str {
        match self {
            Region::EnglandAndWales => "England and Wales",
            Region::Scotland => "Scotland",
            Region::NorthernIreland => "Northern Ireland",
        }
    }
}

/// A bank holiday proclaimed for one year only.
struct Proclaimed {
    date: Date,
    name: &'static str,
    /// The usual one of that year that it takes the place of.
    instead_of: Option<&'static str>,
    /// The only part of the country that has it; none for all.
    only: Option<Region>,
}

const fn proclaimed(date: Date, name: &'static str) -> Proclaimed {
    Proclaimed { date, name, instead_of: None, only: None }
}

const fn moved(date: Date, name: &'static str, usual: &'static str) -> Proclaimed {
    Proclaimed { date, name, instead_of: Some(usual), only: None }
}

const EARLY_MAY: &str = "Early May bank holiday";
const SPRING: &str = "Spring bank holiday";
const SUMMER: &str = "Summer bank holiday";

/// Since 2000.
const PROCLAIMED: &[Proclaimed] = &[
    proclaimed(Date::constant(2002, 6, 3), "Golden Jubilee bank holiday"),
    moved(Date::constant(2002, 6, 4), SPRING, SPRING),
    proclaimed(Date::constant(2011, 4, 29), "Royal Wedding bank holiday"),
    moved(Date::constant(2012, 6, 4), SPRING, SPRING),
    proclaimed(Date::constant(2012, 6, 5), "Diamond Jubilee bank holiday"),
    moved(Date::constant(2020, 5, 8), "Early May bank holiday (VE day)", EARLY_MAY),
    moved(Date::constant(2022, 6, 2), SPRING, SPRING),
    proclaimed(Date::constant(2022, 6, 3), "Platinum Jubilee bank holiday"),
    proclaimed(Date::constant(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
    proclaimed(Date::constant(2023, 5, 8), "Coronation of King Charles III"),
    Proclaimed { date: Date::constant(2026, 6, 15), name: "World Cup bank holiday", instead_of: None, only: Some(Region::Scotland) },
];

/// The bank holidays of a year, by date.
///
/// Christmas Day, Boxing Day and New Year's Day are among them on their own dates too when those are a Saturday or
/// Sunday. The day off work has moved then, but no lunch club is open on the day itself.
pub fn bank_holidays(region: Region, year: i16) -> Vec<Holiday> {
    let mut days = BTreeMap::new();
    for (date, name) in movable(region, year) {
        days.insert(date, name.to_owned());
    }
    for one in PROCLAIMED.iter().filter(|one| one.date.year() == year && one.only.is_none_or(|only| only == region)) {
        days.retain(|_, name| Some(name.as_str()) != one.instead_of);
        days.insert(one.date, one.name.to_owned());
    }
    let fixed = fixed(region, year);
    let (weekend, weekdays): (Vec<_>, Vec<_>) = fixed.into_iter().partition(|day| is_weekend(day.date));
    days.extend(weekdays.iter().map(|day| (day.date, day.name.to_owned())));
    for day in &weekend {
        let substitute = next_free(day.date, &days);
        days.insert(substitute, format!("{} (substitute day)", day.name));
    }
    days.extend(weekend.iter().filter(|day| day.kept).map(|day| (day.date, day.name.to_owned())));
    days.into_iter().map(|(date, name)| Holiday { date, name }).collect()
}

/// A bank holiday with a date of its own.
struct Fixed {
    date: Date,
    name: &'static str,
    /// Whether everything is shut on the day itself, even on a Saturday or Sunday.
    kept: bool,
}

/// Days with a date of their own.
fn fixed(region: Region, year: i16) -> Vec<Fixed> {
    let day = |month, day, name, kept| Fixed { date: Date::constant(year, month, day), name, kept };
    let mut days = vec![day(1, 1, "New Year's Day", true)];
    match region {
        Region::EnglandAndWales => {}
        Region::Scotland => {
            days.push(day(1, 2, "2nd January", false));
            // The Act that made it one was passed in 2007.
            days.extend((year >= 2007).then(|| day(11, 30, "St Andrew's Day", false)));
        }
        Region::NorthernIreland => {
            days.push(day(3, 17, "St Patrick's Day", false));
            days.push(day(7, 12, "Battle of the Boyne (Orangemen's Day)", false));
        }
    }
    days.extend([day(12, 25, "Christmas Day", true), day(12, 26, "Boxing Day", true)]);
    days
}

/// Days that follow Easter or a weekday.
fn movable(region: Region, year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter(year);
    let mut days = vec![
        (easter.saturating_sub(2.days()), "Good Friday"),
        (monday(year, 5, 1), EARLY_MAY),
        (monday(year, 5, -1), SPRING),
        (monday(year, 8, if region == Region::Scotland { 1 } else { -1 }), SUMMER),
    ];
    if region != Region::Scotland {
        days.push((easter.saturating_add(1.day()), "Easter Monday"));
    }
    days
}

/// Easter Sunday, by the anonymous method for the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Date {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - shift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let after_march = moon + sunday - 7 * late + 22;
    // Days from 1 March on, which never goes past 25 April.
    Date::constant(year as i16, 3, 1).saturating_add((after_march - 1).days())
}

/// The first Monday of a month, or with -1 the last.
fn monday(year: i16, month: i8, nth: i8) -> Date {
    let any = Date::constant(year, month, 1);
    // Every month has a first and a last Monday.
    any.nth_weekday_of_month(nth, Day::Monday).unwrap_or(any)
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Day::Saturday | Day::Sunday)
}

/// The next weekday that is no bank holiday yet.
fn next_free(date: Date, days: &BTreeMap<Date, String>) -> Date {
    let mut next = date;
    while is_weekend(next) || days.contains_key(&next) {
        next = next.saturating_add(1.day());
    }
    next
}
