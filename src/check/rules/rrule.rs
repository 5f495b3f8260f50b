//! A rule of a calendar program says what a session can say.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::load::draft::{Parsed, SessionDraft};
use crate::load::shortened;
use crate::model::{Beyond, Open, Rrule, RruleFault, Weekday};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "rrule", level: Level::Error, fixed: false, explain: include_str!("rrule.md"), check: Check::Each(check) };

/// Reports rules that are none or that no session can follow, rules beside other keys for days, and first dates that
/// are missing or no day of the rule.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for session in &subject.listing.sessions {
        let Some(written) = &session.rrule else { continue };
        if let Some((key, other)) = other_pattern(session) {
            let finding = RULE.at(written.span, format!("a session has a rule or `{key}`, not both"));
            found.push(finding.also(other, "the other is here").help(format!("take out `rrule`, or take out `{key}`")));
        }
        match &written.value {
            Ok(rule) => check_start(session, written, rule, found),
            Err(fault) => found.push(report(written, fault)),
        }
    }
}

/// The first key beside the rule that says the same as a part of it, and where it stands.
fn other_pattern(session: &SessionDraft) -> Option<(&'static str, Span)> {
    let days = session.days.first().map(|day| ("days", day.span));
    let weeks = session.weeks.first().map(|week| ("week", week.span));
    let month_days = session.month_days.first().map(|day| ("days_of_month", day.span));
    let every = session.every.as_ref().map(|every| ("every", every.span));
    let ruled = session.rrule.as_ref().and_then(|rule| rule.ok()).is_some_and(|rule| rule.until.is_some());
    let until = session.until.as_ref().filter(|_| ruled).map(|until| ("until", until.span));
    days.or(weeks).or(month_days).or(every).or(until)
}

fn check_start(session: &SessionDraft, written: &Parsed<Rrule, RruleFault>, rule: &Rrule, found: &mut Diagnostics) {
    let Some(starting) = &session.starting else {
        let wanted = match rule.open {
            _ if rule.every > 1 => format!("this rule is for every {} weeks, but counted from when?", rule.every),
            Some(Open::Weekday) => "this rule does not say on which day of the week".to_owned(),
            Some(Open::MonthDay) => "this rule does not say on which day of the month".to_owned(),
            None => return,
        };
        let help = "add the date of any one session, such as starting = 2026-09-01; calendar programs call it DTSTART";
        found.push(RULE.at(written.span, wanted).help(help));
        return;
    };
    let day = Weekday::of(starting.value);
    if !rule.days.is_empty() && !rule.days.contains(&day) {
        let finding = RULE.at(starting.span, format!("{} is a {}, which is no day of this rule", starting.value, day.name()));
        found.push(finding.also(written.span, "the rule is here").help("write the date of its first session"));
    }
}

fn report(written: &Parsed<Rrule, RruleFault>, fault: &RruleFault) -> Diagnostic {
    const WORDS: &str = "say it in words instead: days = [\"tuesday\"], and week or every where they are needed";
    const AGAIN: &str = "copy the rule from the calendar program again";
    let span = written.span;
    match fault {
        RruleFault::Shape(part) => {
            let title = format!("`{}` cannot be read in this rule", as_written(&written.text, part));
            RULE.at(span, title).label("parts are NAME=VALUE, once each").help(WORDS)
        }
        RruleFault::UnknownPart(part) => {
            let title = format!("no rule has a part `{}`", as_written(&written.text, part));
            RULE.at(span, title).help(AGAIN).help(WORDS)
        }
        RruleFault::Value(part) => {
            let title = format!("`{}` is not right in a rule", as_written(&written.text, part));
            RULE.at(span, title).help(AGAIN).help(WORDS)
        }
        RruleFault::NoFrequency => RULE.at(span, "this rule has no FREQ").help("a rule looks like this: rrule = \"FREQ=WEEKLY;BYDAY=TU\""),
        RruleFault::Beyond(part, why) => {
            let (label, help) = because(*why);
            RULE.at(span, format!("a session cannot follow `{}`", as_written(&written.text, part))).label(label).help(help)
        }
    }
}

/// A part of a rule, shortened; rules are read in capitals, and people look for what they wrote.
fn as_written(text: &str, part: &str) -> String {
    let at = text.to_ascii_uppercase().find(part);
    shortened(at.and_then(|at| text.get(at..at + part.len())).unwrap_or(part))
}

/// Why a session cannot say it, and what to write instead.
fn because(why: Beyond) -> (&'static str, &'static str) {
    const DATES: &str = "take `rrule` out and name the dates of the next months: extra = [2026-12-08, 2027-02-09]";
    const TWO: &str = "write two sessions, each with its own `days` and `week`";
    match why {
        Beyond::Frequency => ("sessions are daily, weekly or monthly", DATES),
        Beyond::DayInterval => ("sessions are on each day of a week, or on named days", DATES),
        Beyond::MonthInterval => ("monthly sessions are in every month", DATES),
        Beyond::WeekInterval => ("a session can be every 1 to 52 weeks", DATES),
        Beyond::Count => {
            ("readers need the last date, not a number of times", "take COUNT out and write the last date: until = 2026-12-15")
        }
        Beyond::UntilTime => ("a session ends with a day, not at a time", "write the last date alone, such as UNTIL=20261215"),
        Beyond::MixedWeeks => ("its days are not all in the same weeks of the month", TWO),
        Beyond::FromEnd => ("only the last can be counted from the end of a month", DATES),
        Beyond::BothDays => ("a session goes by days of the week or of the month, not both", DATES),
        Beyond::Part => ("this part has no words that a reader would understand", DATES),
        Beyond::WeekStart => ("weeks begin on Monday here, and the dates would differ", TWO),
    }
}
