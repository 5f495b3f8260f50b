//! Recurrence rules of calendar programs (RFC 5545, RRULE), as far as a session can say the same.
//!
//! Staff name days and weeks; a rule is for what was copied from a calendar program. It is read into the same fields, so
//! that everything else (words, calendars, findings) knows one kind of session only.

use jiff::civil::Date;

mod pattern;

use super::month::{FIRST_YEAR, LAST_YEAR};
use super::session::{MonthDay, WeekOfMonth, Weekday};
use super::words::Word;

pub use pattern::Pattern;

/// What a rule says, in the fields of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rrule {
    /// `days`, Monday first.
    pub days: Vec<Weekday>,
    /// `week`.
    pub weeks: Vec<WeekOfMonth>,
    /// `days_of_month`.
    pub month_days: Vec<MonthDay>,
    /// `every`.
    pub every: u8,
    /// `until`.
    pub until: Option<Date>,
    /// Which kind of day the first date gives, where the rule itself names none.
    pub open: Option<Open>,
}

/// What a rule leaves to its first date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// `FREQ=WEEKLY`: the day of the week.
    Weekday,
    /// `FREQ=MONTHLY`: the day of the month.
    MonthDay,
}

/// Why a rule cannot be a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RruleFault {
    /// A part that is not `NAME=VALUE`, or that stands twice.
    Shape(String),
    /// A part of no rule.
    UnknownPart(String),
    /// A value that its part cannot have: the part, as written.
    Value(String),
    /// No `FREQ`.
    NoFrequency,
    /// Right, but more than a session can say: the part, as written, and why.
    Beyond(String, Beyond),
}

/// Why a session cannot say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Hours, minutes, years.
    Frequency,
    /// Every second day.
    DayInterval,
    /// Every second month.
    MonthInterval,
    /// Over 52 weeks.
    WeekInterval,
    /// An end after so many times.
    Count,
    /// An end in the middle of a day.
    UntilTime,
    /// Days that are not all in the same weeks of the month.
    MixedWeeks,
    /// Weeks or days of the month counted from its end, but for the last.
    FromEnd,
    /// Days of the week and of the month together.
    BothDays,
    /// A part that narrows the rule in a way of its own.
    Part,
    /// Weeks that do not begin on Monday, where that matters.
    WeekStart,
}

/// The parts of a rule, as they are written.
#[derive(Default)]
struct Parts<'t> {
    freq: Option<&'t str>,
    interval: Option<&'t str>,
    by_day: Option<&'t str>,
    by_month_day: Option<&'t str>,
    by_set_pos: Option<&'t str>,
    until: Option<&'t str>,
    week_start: Option<&'t str>,
}

const CODES: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

impl Rrule {
    /// Reads `FREQ=WEEKLY;BYDAY=TU`, with or without `RRULE:` before it.
    pub fn parse(text: &str) -> Result<Rrule, RruleFault> {
        let text = text.trim().to_ascii_uppercase();
        let parts = Parts::read(text.strip_prefix("RRULE:").unwrap_or(&text))?;
        let every = match parts.interval {
            None => 1,
            Some(text) => text.parse::<u32>().ok().filter(|every| *every > 0).ok_or_else(|| value("INTERVAL", text))?,
        };
        let mut rule = match parts.freq.ok_or(RruleFault::NoFrequency)? {
            "DAILY" => daily(&parts, every)?,
            "WEEKLY" => weekly(&parts, every)?,
            "MONTHLY" => monthly(&parts, every)?,
            other @ ("SECONDLY" | "MINUTELY" | "HOURLY" | "YEARLY") => return Err(beyond("FREQ", other, Beyond::Frequency)),
            other => return Err(value("FREQ", other)),
        };
        rule.until = parts.until.map(until).transpose()?;
        if let Some(day) = parts.week_start {
            let known = CODES.iter().find(|(code, _)| *code == day).ok_or_else(|| value("WKST", day))?;
            // Where weeks begin matters only to several days of every second week.
            if known.1 != Weekday::Monday && rule.every > 1 && rule.days.len() > 1 {
                return Err(beyond("WKST", day, Beyond::WeekStart));
            }
        }
        Ok(rule)
    }

    /// The days of the week and of the month, with those that the first date gives.
    pub fn days(&self, starting: Option<Date>) -> (Vec<Weekday>, Vec<MonthDay>) {
        let (mut days, mut month_days) = (self.days.clone(), self.month_days.clone());
        match (self.open, starting) {
            (Some(Open::Weekday), Some(date)) => days.push(Weekday::of(date)),
            (Some(Open::MonthDay), Some(date)) => month_days.extend(MonthDay::new(i64::from(date.day()))),
            _ => {}
        }
        (days, month_days)
    }
}

impl<'t> Parts<'t> {
    fn read(text: &'t str) -> Result<Parts<'t>, RruleFault> {
        let mut parts = Parts::default();
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let Some((name, given)) = part.split_once('=') else { return Err(RruleFault::Shape(part.to_owned())) };
            let place = match name {
                "FREQ" => &mut parts.freq,
                "INTERVAL" => &mut parts.interval,
                "BYDAY" => &mut parts.by_day,
                "BYMONTHDAY" => &mut parts.by_month_day,
                "BYSETPOS" => &mut parts.by_set_pos,
                "UNTIL" => &mut parts.until,
                "WKST" => &mut parts.week_start,
                "COUNT" => return Err(beyond(name, given, Beyond::Count)),
                "BYMONTH" | "BYWEEKNO" | "BYYEARDAY" | "BYHOUR" | "BYMINUTE" | "BYSECOND" => return Err(beyond(name, given, Beyond::Part)),
                _ => return Err(RruleFault::UnknownPart(part.to_owned())),
            };
            if place.replace(given).is_some() {
                return Err(RruleFault::Shape(part.to_owned()));
            }
        }
        Ok(parts)
    }

    /// `BYDAY` without numbers.
    fn plain_days(&self) -> Result<Vec<Weekday>, RruleFault> {
        let Some(text) = self.by_day else { return Ok(Vec::new()) };
        let code = |day: &str| CODES.iter().find(|(code, _)| *code == day).map(|(_, day)| *day);
        let mut days: Vec<Weekday> = text.split(',').map(code).collect::<Option<_>>().ok_or_else(|| value("BYDAY", text))?;
        days.sort_unstable();
        days.dedup();
        Ok(days)
    }
}

fn daily(parts: &Parts<'_>, every: u32) -> Result<Rrule, RruleFault> {
    if every > 1 {
        return Err(beyond("INTERVAL", &every.to_string(), Beyond::DayInterval));
    }
    refuse("BYMONTHDAY", parts.by_month_day)?;
    refuse("BYSETPOS", parts.by_set_pos)?;
    let days = parts.plain_days()?;
    Ok(Rrule { days: if days.is_empty() { Weekday::ALL.to_vec() } else { days }, every: 1, ..Rrule::default() })
}

fn weekly(parts: &Parts<'_>, every: u32) -> Result<Rrule, RruleFault> {
    let weeks = u8::try_from(every).ok().filter(|every| *every <= 52);
    let every = weeks.ok_or_else(|| beyond("INTERVAL", &every.to_string(), Beyond::WeekInterval))?;
    refuse("BYMONTHDAY", parts.by_month_day)?;
    refuse("BYSETPOS", parts.by_set_pos)?;
    let days = parts.plain_days()?;
    Ok(Rrule { open: days.is_empty().then_some(Open::Weekday), days, every, ..Rrule::default() })
}

fn monthly(parts: &Parts<'_>, every: u32) -> Result<Rrule, RruleFault> {
    if every > 1 {
        return Err(beyond("INTERVAL", &every.to_string(), Beyond::MonthInterval));
    }
    let mut rule = Rrule { every: 1, ..Rrule::default() };
    match (parts.by_day, parts.by_month_day) {
        (Some(days), Some(_)) => return Err(beyond("BYDAY", days, Beyond::BothDays)),
        (Some(days), None) => (rule.days, rule.weeks) = nth_days(days)?,
        (None, Some(days)) => rule.month_days = month_days(days)?,
        (None, None) => rule.open = Some(Open::MonthDay),
    }
    if let Some(text) = parts.by_set_pos {
        // "The second of the Tuesdays" is the second Tuesday; of several days it is something else.
        if rule.days.len() != 1 || !rule.weeks.is_empty() {
            return Err(beyond("BYSETPOS", text, Beyond::Part));
        }
        rule.weeks = text.split(',').map(|week| week_of_month("BYSETPOS", text, week)).collect::<Result<_, _>>()?;
        tidy_weeks(&mut rule.weeks);
    }
    Ok(rule)
}

/// `TU`, `1TU,3TU`, `-1MO`: days, and the weeks of the month that all of them share.
fn nth_days(text: &str) -> Result<(Vec<Weekday>, Vec<WeekOfMonth>), RruleFault> {
    let mut named: Vec<(Weekday, Option<WeekOfMonth>)> = Vec::new();
    for one in text.split(',') {
        let (number, code) = one.split_at_checked(one.len().saturating_sub(2)).ok_or_else(|| value("BYDAY", text))?;
        let (_, day) = CODES.iter().find(|(known, _)| *known == code).ok_or_else(|| value("BYDAY", text))?;
        let week = if number.is_empty() { None } else { Some(week_of_month("BYDAY", text, number)?) };
        named.push((*day, week));
    }
    named.sort_unstable_by_key(|(day, _)| *day);
    let mut days: Vec<Weekday> = named.iter().map(|(day, _)| *day).collect();
    days.dedup();
    let weeks_of = |day: Weekday| {
        let mut weeks: Vec<Option<WeekOfMonth>> = named.iter().filter(|(known, _)| *known == day).map(|(_, week)| *week).collect();
        weeks.sort_unstable();
        weeks.dedup();
        weeks
    };
    let first = weeks_of(days[0]);
    if days.iter().any(|day| weeks_of(*day) != first) || first.len() > 1 && first.contains(&None) {
        return Err(beyond("BYDAY", text, Beyond::MixedWeeks));
    }
    let mut weeks: Vec<WeekOfMonth> = first.into_iter().flatten().collect();
    tidy_weeks(&mut weeks);
    Ok((days, weeks))
}

fn week_of_month(part: &str, text: &str, number: &str) -> Result<WeekOfMonth, RruleFault> {
    let number: i64 = number.parse().map_err(|_| value(part, text))?;
    WeekOfMonth::new(number).ok_or_else(|| if number < -1 { beyond(part, text, Beyond::FromEnd) } else { value(part, text) })
}

/// In the order of the month, each once.
fn tidy_weeks(weeks: &mut Vec<WeekOfMonth>) {
    weeks.sort_unstable_by_key(|week| week.order());
    weeks.dedup();
}

fn month_days(text: &str) -> Result<Vec<MonthDay>, RruleFault> {
    let mut days = Vec::new();
    for one in text.split(',') {
        let number: i64 = one.parse().map_err(|_| value("BYMONTHDAY", text))?;
        let far = (-31..-1).contains(&number);
        let fault = || if far { beyond("BYMONTHDAY", text, Beyond::FromEnd) } else { value("BYMONTHDAY", text) };
        days.push(MonthDay::new(number).ok_or_else(fault)?);
    }
    days.sort_unstable_by_key(|day| day.order());
    days.dedup();
    Ok(days)
}

/// `20261215`; calendar programs also write the end of the day, in British time or in universal time.
fn until(text: &str) -> Result<Date, RruleFault> {
    let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
    let number = |range: std::ops::Range<usize>| day.get(range).and_then(|digits| digits.parse::<i16>().ok());
    let digits = day.len() == 8 && day.bytes().all(|digit| digit.is_ascii_digit());
    let all = if digits { number(0..4).zip(number(4..6)).zip(number(6..8)) } else { None };
    let date = all.and_then(|((year, month), day)| Date::new(year, month as i8, day as i8).ok());
    let date = date.filter(|date| (FIRST_YEAR..=LAST_YEAR).contains(&date.year())).ok_or_else(|| value("UNTIL", text))?;
    match time {
        None | Some("235959" | "235959Z" | "225959Z") => Ok(date),
        Some(_) => Err(beyond("UNTIL", text, Beyond::UntilTime)),
    }
}

fn refuse(part: &str, given: Option<&str>) -> Result<(), RruleFault> {
    given.map_or(Ok(()), |text| Err(beyond(part, text, Beyond::Part)))
}

fn value(part: &str, text: &str) -> RruleFault {
    RruleFault::Value(format!("{part}={text}"))
}

fn beyond(part: &str, text: &str, why: Beyond) -> RruleFault {
    RruleFault::Beyond(format!("{part}={text}"), why)
}
