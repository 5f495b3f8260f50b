//! Single TOML values: what they are, and how they are written.

use toml::de::DeValue;

use crate::model::Date;

/// A whole number in any of TOML's notations.
pub(super) fn integer(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}

/// A day without a time.
pub(super) fn date(value: &DeValue<'_>) -> Option<Date> {
    let datetime = value.as_datetime()?;
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

/// What the value is, as staff would call it.
pub(super) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with decimals",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(datetime) if datetime.date.is_some() && datetime.time.is_none() => "a date",
        DeValue::Datetime(_) => "a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// How the value is written, for the help line.
pub(super) fn example(key: &str, wanted: &str) -> String {
    let value = match wanted {
        w if w.starts_with("a list of dates") => "[2026-12-29]",
        w if w.starts_with("a list of whole") => "[1, 3]",
        w if w.starts_with("a list of texts") => "[\"...\", \"...\"]",
        w if w.starts_with("a list of tables") => return format!("begin each one with a line that says [[{key}]]"),
        w if w.starts_with("a text") => "\"...\"",
        w if w.starts_with("true") => "true",
        w if w.starts_with("a whole") => "3",
        w if w.starts_with("a number") => "5.00",
        w if w.starts_with("a date") => "2026-12-08",
        _ => return format!("begin it with a line that says [{key}]"),
    };
    format!("write it like this: {key} = {value}")
}
