//! On which dates a session is: against the `rrule` crate, which knows nothing of ours.

use std::collections::BTreeSet;
use std::fmt::Write;

use fingerpost::model::{
    BankHolidays, Beyond, Calendar, Date, MonthDay, Occurrence, Rrule, RruleFault, Session, TimeOfDay, WeekOfMonth, Weekday, Word,
};
use fingerpost::pipeline::BuildOptions;
use jiff::ToSpan;
use proptest::prelude::*;
use rrule::RRuleSet;

use crate::agree::words_of;
use crate::days::site;
use crate::support::Fixture;

/// Two years with four changes of the clocks and the end of a February with 29 days.
const FIRST: Date = Date::constant(2027, 1, 4);
const LAST: Date = Date::constant(2029, 1, 3);

fn day(after: u16) -> Date {
    FIRST.saturating_add(i64::from(after).days())
}

fn all_days() -> impl Iterator<Item = Date> {
    FIRST.series(1.day()).take_while(|date| *date <= LAST)
}

/// A session without exceptions, on no day yet.
fn blank(from: &str) -> Session {
    Session {
        days: Vec::new(),
        weeks: Vec::new(),
        month_days: Vec::new(),
        every: 1,
        starting: None,
        until: None,
        from: TimeOfDay::parse(from).expect("a time"),
        to: TimeOfDay::parse("24:00").expect("a time"),
        bank_holidays: BankHolidays::Open,
        term_time_only: false,
        not_on: Vec::new(),
        extra: Vec::new(),
        booking: None,
        note: None,
        venue: None,
    }
}

/// The dates of a session, as the program works them out.
fn ours(session: &Session) -> Vec<String> {
    let calendar = Calendar::default();
    let held = |date: &Date| session.on(*date, &calendar, None) == Occurrence::Happens;
    all_days().filter(held).map(|date| format!("{date} {}", session.from)).collect()
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// The dates and local times of the same session, as the other crate works them out from a rule.
fn theirs(rule: &str, session: &Session) -> Vec<String> {
    let time = format!("T{}00", session.from.to_string().replace(':', ""));
    let zone = "TZID=Europe/London";
    let mut text = format!("DTSTART;{zone}:{}{time}\n", compact(session.starting.unwrap_or(FIRST)));
    // Every rule has an end, so that the crate finds one. It wants universal time: at the end of a day that is the same
    // day here, but for the first hour after midnight in summer, at which no session begins in these tests.
    let rule = if rule.contains("UNTIL=") { rule.to_owned() } else { format!("{rule};UNTIL={}", compact(LAST)) };
    let rule = rule.split(';').map(|part| if part.starts_with("UNTIL=") { format!("{part}T235959Z") } else { part.to_owned() });
    let _ = writeln!(text, "RRULE:{}", rule.collect::<Vec<_>>().join(";"));
    for (name, dates) in [("EXDATE", &session.not_on), ("RDATE", &session.extra)] {
        for date in dates {
            let _ = writeln!(text, "{name};{zone}:{}{time}", compact(*date));
        }
    }
    let set: RRuleSet = text.trim().parse().unwrap_or_else(|error| panic!("{text}\n{error}"));
    let all = set.all(2_000);
    assert!(!all.limited, "{text}");
    let local: BTreeSet<String> = all.dates.iter().map(|moment| moment.format("%Y-%m-%d %H:%M").to_string()).collect();
    local.into_iter().filter(|moment| moment[..10] >= *FIRST.to_string() && moment[..10] <= *LAST.to_string()).collect()
}

prop_compose! {
    fn weekdays()(bits in 1_u8..128) -> Vec<Weekday> {
        Weekday::ALL.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, day)| *day).collect()
    }
}

prop_compose! {
    fn weeks()(numbers in prop::collection::btree_set(prop::sample::select(vec![1_i64, 2, 3, 4, 5, -1]), 1..4)) -> Vec<WeekOfMonth> {
        let mut weeks: Vec<_> = numbers.into_iter().filter_map(WeekOfMonth::new).collect();
        weeks.sort_by_key(|week| week.order());
        weeks
    }
}

prop_compose! {
    fn month_days()(numbers in prop::collection::btree_set(prop_oneof![1_i64..=31, Just(-1_i64)], 1..5)) -> Vec<MonthDay> {
        let mut days: Vec<_> = numbers.into_iter().filter_map(MonthDay::new).collect();
        days.sort_by_key(|day| day.order());
        days
    }
}

/// Days, weeks, days of the month, every, and after how many days it starts.
type Days = (Vec<Weekday>, Vec<WeekOfMonth>, Vec<MonthDay>, u8, Option<u16>);

fn pattern() -> impl Strategy<Value = Days> {
    prop_oneof![
        (weekdays(), prop::option::of(0_u16..400)).prop_map(|(days, starting)| (days, Vec::new(), Vec::new(), 1, starting)),
        (weekdays(), 2_u8..=8, 0_u16..100).prop_map(|(days, every, starting)| (days, Vec::new(), Vec::new(), every, Some(starting))),
        (weekdays(), weeks(), prop::option::of(0_u16..400)).prop_map(|(days, weeks, starting)| (days, weeks, Vec::new(), 1, starting)),
        (month_days(), prop::option::of(0_u16..400)).prop_map(|(days, starting)| (Vec::new(), Vec::new(), days, 1, starting)),
    ]
}

prop_compose! {
    fn sessions()(
        (days, weeks, month_days, every, starting) in pattern(),
        until in prop::option::of(420_u16..730),
        minutes in 120_u16..1430,
        not_on in prop::collection::btree_set(0_u16..730, 0..12),
        extra in prop::collection::btree_set(0_u16..730, 0..6),
    ) -> Session {
        // The first date of a session is one of its days.
        let starting = starting.map(|after| day(after).series(1.day()).find(|date| days.is_empty() || days.contains(&Weekday::of(*date))).expect("within a week"));
        let until = until.map(day);
        // A date under both is held here, and in a calendar program it is not; a finding of its own speaks about that.
        let not_on = not_on.difference(&extra).map(|after| day(*after)).collect();
        let extra = extra.iter().map(|after| day(*after)).collect();
        let from = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        Session { days, weeks, month_days, every, starting, until, not_on, extra, ..blank(&from) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_agree_with_another_program(session in sessions()) {
        let rule = session.rrule().expect("a pattern");
        prop_assert_eq!(ours(&session), theirs(&rule, &session), "{}", rule);
    }

    #[test]
    fn a_rule_that_was_written_is_read_back(session in sessions()) {
        let rule = session.rrule().expect("a pattern");
        let read = Rrule::parse(&rule).expect("our own rule");
        let expected = Rrule {
            days: session.days.clone(), weeks: session.weeks.clone(), month_days: session.month_days.clone(),
            every: session.every, until: session.until, open: None,
        };
        prop_assert_eq!(read, expected, "{}", rule);
    }

    /// Whatever is pasted in: a session or a reason, never a panic.
    #[test]
    fn any_text_is_read_or_refused(text in "(FREQ|BYDAY|UNTIL|INTERVAL|BYMONTHDAY|BYSETPOS|WKST|[A-Zé]{0,6})?=?[A-Z0-9,;=é-]{0,24}") {
        let _ = Rrule::parse(&text);
        let _ = Rrule::parse(&format!("FREQ=MONTHLY;{text}"));
        let _ = Rrule::parse(&format!("FREQ=WEEKLY;BYDAY={text};UNTIL={text}"));
    }
}

/// Rules as calendar programs write them.
#[test]
fn rules_of_other_programs_have_the_same_dates_here() {
    let tuesday = Date::constant(2027, 1, 12);
    for rule in [
        "FREQ=WEEKLY",
        "FREQ=DAILY",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;WKST=SU;BYDAY=TU",
        "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH,SU;UNTIL=20280301",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,-1",
        "FREQ=MONTHLY;BYDAY=TU,FR",
        "FREQ=MONTHLY;BYDAY=1TU,1FR,-1TU,-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=12,29,31,-1",
    ] {
        let read = Rrule::parse(rule).unwrap_or_else(|fault| panic!("{rule}: {fault:?}"));
        let (days, month_days) = read.days(Some(tuesday));
        let session = Session {
            days,
            month_days,
            weeks: read.weeks,
            every: read.every,
            until: read.until,
            starting: Some(tuesday),
            ..blank("14:00")
        };
        let dates = ours(&session);
        assert!(dates.len() > 12, "{rule}: {dates:?}");
        assert_eq!(dates, theirs(rule, &session), "{rule}");
    }
}

#[test]
fn what_a_session_cannot_say_has_a_reason() {
    let beyond = |part: &str, why| Err(RruleFault::Beyond(part.to_owned(), why));
    for (rule, expected) in [
        ("FREQ=YEARLY", beyond("FREQ=YEARLY", Beyond::Frequency)),
        ("FREQ=DAILY;INTERVAL=2", beyond("INTERVAL=2", Beyond::DayInterval)),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", beyond("INTERVAL=2", Beyond::MonthInterval)),
        ("FREQ=WEEKLY;INTERVAL=60", beyond("INTERVAL=60", Beyond::WeekInterval)),
        ("FREQ=WEEKLY;COUNT=10", beyond("COUNT=10", Beyond::Count)),
        ("FREQ=WEEKLY;UNTIL=20270301T120000Z", beyond("UNTIL=20270301T120000Z", Beyond::UntilTime)),
        ("FREQ=MONTHLY;BYDAY=1MO,3TU", beyond("BYDAY=1MO,3TU", Beyond::MixedWeeks)),
        ("FREQ=MONTHLY;BYDAY=MO,3MO", beyond("BYDAY=MO,3MO", Beyond::MixedWeeks)),
        ("FREQ=MONTHLY;BYDAY=-2MO", beyond("BYDAY=-2MO", Beyond::FromEnd)),
        ("FREQ=MONTHLY;BYMONTHDAY=-2", beyond("BYMONTHDAY=-2", Beyond::FromEnd)),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", beyond("BYDAY=FR", Beyond::BothDays)),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", beyond("BYSETPOS=-1", Beyond::Part)),
        ("FREQ=WEEKLY;BYDAY=TU;BYMONTH=12", beyond("BYMONTH=12", Beyond::Part)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU", beyond("WKST=SU", Beyond::WeekStart)),
        ("BYDAY=TU", Err(RruleFault::NoFrequency)),
        ("FREQ=OFTEN", Err(RruleFault::Value("FREQ=OFTEN".to_owned()))),
        ("FREQ=WEEKLY;BYDAY=TUESDAY", Err(RruleFault::Value("BYDAY=TUESDAY".to_owned()))),
        ("FREQ=WEEKLY;BYDAY=1TU", Err(RruleFault::Value("BYDAY=1TU".to_owned()))),
        ("FREQ=WEEKLY;UNTIL=20270230", Err(RruleFault::Value("UNTIL=20270230".to_owned()))),
        ("FREQ=WEEKLY;UNTIL=21260101", Err(RruleFault::Value("UNTIL=21260101".to_owned()))),
        ("FREQ=MONTHLY;BYMONTHDAY=32", Err(RruleFault::Value("BYMONTHDAY=32".to_owned()))),
        ("every Tuesday", Err(RruleFault::Shape("EVERY TUESDAY".to_owned()))),
        ("FREQ=WEEKLY;FREQ=DAILY", Err(RruleFault::Shape("FREQ=DAILY".to_owned()))),
        ("FREQ=WEEKLY;X-OWN=1", Err(RruleFault::UnknownPart("X-OWN=1".to_owned()))),
    ] {
        assert_eq!(Rrule::parse(rule), expected, "{rule}");
    }
}

const DAYS_OF_MONTH: &str = "session = [{ days_of_month = [15, 1, -1], from = \"12:00\", to = \"14:00\" }]\n";

#[test]
fn days_of_the_month_are_the_same_on_paper_on_the_site_and_in_the_data() {
    let files = Fixture::good().listing(DAYS_OF_MONTH).on_disk().built(&BuildOptions::default());
    let said = "The 1st, 15th and last day of each month";
    let page = words_of(&files["site/listing/riverside-table.html"]);
    assert!(page.contains(said) && page.contains("Tuesday 15 December") && page.contains("Thursday 31 December"), "{page}");
    let booklet = crate::agree::words_of_pdf(&files["booklet/2026-12-a5.pdf"]);
    assert!(booklet.contains(said) && booklet.contains("In December: 1, 15 and 31"), "{booklet}");
    assert!(words_of(&files["site/day/2026-12-31.html"]).contains("1 session"));
    let feed: serde_json::Value = serde_json::from_slice(&files["data/listings.json"]).expect("JSON");
    let session = &feed["listings"][0]["sessions"][0];
    assert_eq!(session["days_of_month"], serde_json::json!([1, 15, -1]));
    assert_eq!(session["schedule"]["rrule"], "FREQ=MONTHLY;BYMONTHDAY=1,15,-1");
    assert_eq!(session["schedule"]["bymonthday"], "1,15,-1");
}

/// A rule is read into the same session as the words for it: nothing published tells them apart.
#[test]
fn a_rule_and_the_words_for_it_publish_the_same() {
    let times = "from = \"12:00\", to = \"14:00\"";
    for (words, rule) in [
        ("days = [\"tuesday\", \"friday\"], until = 2026-12-15", "rrule = \"RRULE:FREQ=WEEKLY;BYDAY=FR,TU;UNTIL=20261215T235959Z\""),
        ("days = [\"tuesday\"], week = [1, -1]", "rrule = \"FREQ=MONTHLY;BYDAY=-1TU,1TU\""),
        ("days = [\"tuesday\"], every = 2, starting = 2026-12-01", "rrule = \"freq=weekly;interval=2\", starting = 2026-12-01"),
        ("days_of_month = [24], starting = 2026-11-24", "rrule = \"FREQ=MONTHLY\", starting = 2026-11-24"),
    ] {
        let built = |session: &str| site(&Fixture::good().listing(&format!("session = [{{ {session}, {times} }}]\n")));
        assert!(built(words) == built(rule), "{rule}");
    }
}
