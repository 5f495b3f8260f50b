//! The values that options take: words of a closed list, and texts that are parsed.

use std::path::PathBuf;

use clap::ValueEnum;
use fingerpost::model::{ConfirmedBy, Date, Month, MonthFault, Word};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BulletinFormat {
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// A page of HTML that stands alone
    Html,
    /// JSON, for programs
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Plain text
    Text,
    /// Comma-separated values, for a spreadsheet
    Csv,
    /// A page of HTML that stands alone
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReviewBy {
    /// Who of you looks after the listing: `staff` in its [private] table
    Staff,
    /// The listing's first category
    Category,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReviewFormat {
    /// Plain text
    Text,
    /// Comma-separated values, for a spreadsheet
    Csv,
    /// JSON, for programs
    Json,
}

pub(super) fn confirmed_by(text: &str) -> Result<ConfirmedBy, String> {
    let known: Vec<&str> = ConfirmedBy::ALL.iter().map(|by| by.word()).collect();
    ConfirmedBy::from_word(text).ok_or_else(|| format!("choose one of: {}", known.join(", ")))
}

/// A slip of the pen must not write over some other file.
pub(super) fn workbook(text: &str) -> Result<PathBuf, String> {
    let is_workbook = text.to_lowercase().ends_with(".xlsx");
    is_workbook.then(|| PathBuf::from(text)).ok_or_else(|| "write a file name that ends in .xlsx, such as review.xlsx".to_owned())
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    let date = text.parse::<Date>().ok().filter(|date| (2000..=2099).contains(&date.year()));
    date.ok_or_else(|| "write a day that there is as year, month and day, such as 2026-12-01, between the years 2000 and 2099".to_owned())
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people, with the lines they are about
    Human,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
    /// GitHub's workflow commands, and the lines for people
    Github,
    /// SARIF 2.1.0
    Sarif,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Only {
    Site,
    Booklet,
    Data,
}

pub(super) fn month(text: &str) -> Result<Month, MonthFault> {
    Month::parse(text)
}
