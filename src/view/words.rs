//! Dates, times, money and lists in words, by the GOV.UK style guide.

use crate::model::{Access, Date, DbsLevel, Money, Month, Per, TimeOfDay, Weekday};

/// "10am", "5:30pm", "midday", "midnight".
pub fn time(time: TimeOfDay) -> String {
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    match (hour, minute) {
        (0 | 24, 0) => return "midnight".to_owned(),
        (12, 0) => return "midday".to_owned(),
        _ => {}
    }
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    if minute == 0 { format!("{hour}{half}") } else { format!("{hour}:{minute:02}{half}") }
}

/// "midday to 2pm".
pub fn times(from: TimeOfDay, to: TimeOfDay) -> String {
    format!("{} to {}", time(from), time(to))
}

/// "4 December 2026".
pub fn date(date: Date) -> String {
    format!("{} {}", date.day(), Month::of(date).title())
}

/// "4 December".
pub fn day_month(date: Date) -> String {
    format!("{} {}", date.day(), Month::of(date).name())
}

/// "Friday 4 December".
pub fn weekday_date(date: Date) -> String {
    format!("{} {}", Weekday::of(date).name(), day_month(date))
}

/// "All of Thurrock".
pub fn all_of(area: &str) -> String {
    format!("All of {}", typeset(area))
}

/// "March 2026".
pub fn month_year(date: Date) -> String {
    Month::of(date).title()
}

/// "£5", "£5.50", "£1,200".
pub fn money(amount: Money) -> String {
    let (pounds, pence) = (amount.pence() / 100, amount.pence() % 100);
    let pounds = thousands(u64::from(pounds));
    if pence == 0 { format!("£{pounds}") } else { format!("£{pounds}.{pence:02}") }
}

/// "1,200".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The size of a file: "1.2 MB", "640 KB".
pub fn size(bytes: usize) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
    }
}

/// "£5 million", "£250,000".
pub fn sum_insured(pounds: u64) -> String {
    if pounds >= 1_000_000 && pounds.is_multiple_of(1_000_000) {
        format!("£{} million", pounds / 1_000_000)
    } else {
        format!("£{}", thousands(pounds))
    }
}

/// "a session", "an hour".
pub fn per(per: Per) -> &'static str {
    match per {
        Per::Session => "a session",
        Per::Hour => "an hour",
        Per::HalfDay => "for half a day",
        Per::Day => "a day",
        Per::Meal => "a meal",
        Per::Week => "a week",
        Per::Month => "a month",
        Per::Term => "a term",
        Per::Visit => "a visit",
        Per::Job => "a job",
        Per::Year => "a year",
        Per::Mile => "a mile",
        Per::Person => "a person",
    }
}

/// "Step-free", "Hearing loop".
pub fn access(access: Access) -> &'static str {
    match access {
        Access::StepFree => "Step-free",
        Access::AccessibleToilet => "Accessible toilet",
        Access::ChangingPlace => "Changing Places toilet",
        Access::HearingLoop => "Hearing loop",
        Access::BlueBadgeParking => "Blue Badge parking",
        Access::QuietSpace => "Quiet space",
        Access::Bsl => "British Sign Language",
        Access::AssistanceDogs => "Assistance dogs welcome",
        Access::LargePrint => "Large print",
        Access::DementiaFriendly => "Dementia friendly",
    }
}

/// "a basic", "an enhanced": with its article.
pub fn dbs_level(level: DbsLevel) -> &'static str {
    match level {
        DbsLevel::Basic => "a basic",
        DbsLevel::Standard => "a standard",
        DbsLevel::Enhanced => "an enhanced",
        DbsLevel::EnhancedBarred => "an enhanced (with barred lists)",
    }
}

/// "a", "a and b", "a, b and c".
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// "1 service", "23 services".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number as u64), if number == 1 { one } else { many })
}

/// Straight quotes become the curly ones of print; everything else stays as it is written.
pub fn typeset(text: &str) -> String {
    if !text.contains(['\'', '"']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '/' | '\u{201c}' | '\u{2018}');
        out.push(match c {
            '\'' if opens => '\u{2018}',
            '\'' => '\u{2019}',
            '"' if opens => '\u{201c}',
            '"' => '\u{201d}',
            other => other,
        });
        before = c;
    }
    out
}

/// Words that begin a description of people and are no names: they lose their capital inside a sentence.
const COMMON: &[&str] = &[
    "adult",
    "adults",
    "all",
    "any",
    "anybody",
    "anyone",
    "babies",
    "beginners",
    "bereaved",
    "boys",
    "carers",
    "children",
    "couples",
    "dads",
    "disabled",
    "dog",
    "everybody",
    "everyone",
    "families",
    "friends",
    "girls",
    "grandparents",
    "homeowners",
    "households",
    "local",
    "men",
    "mothers",
    "mums",
    "neighbours",
    "new",
    "older",
    "over",
    "parents",
    "patients",
    "pensioners",
    "people",
    "pet",
    "primary",
    "residents",
    "retired",
    "secondary",
    "single",
    "teenagers",
    "tenants",
    "toddlers",
    "unpaid",
    "volunteers",
    "women",
    "working",
    "young",
    "younger",
];

/// The text as it stands inside a sentence: "Older people" becomes "older people", "Polish speakers" stays.
pub fn inside(text: &str) -> String {
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if COMMON.contains(&first.to_lowercase().as_str()) && first.chars().skip(1).all(char::is_lowercase) {
        let mut chars = text.chars();
        chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
    } else {
        text.to_owned()
    }
}

/// The address part of a `mailto:` or search link: everything but letters, digits and `-._~` is escaped.
pub fn escaped(text: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, KEPT).to_string()
}
