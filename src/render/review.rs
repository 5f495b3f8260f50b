//! What is due before an issue: as text, a spreadsheet's rows, JSON, or a workbook. For the publisher alone.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::RenderError;
use super::report::harmless;
use crate::view::review::{ReviewGroup, ReviewRow, ReviewView};

/// How a review is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}

/// Writes a review.
pub fn review(view: &ReviewView, form: Form) -> Result<String, RenderError> {
    match form {
        Form::Text => Ok(text(view)),
        Form::Csv => csv(view),
        Form::Json => {
            let json = serde_json::to_string_pretty(view).map_err(|error| RenderError::Internal(error.to_string()))?;
            Ok(json + "\n")
        }
    }
}

/// A few lines for each thing, one below the other: a table of so many columns would be wider than a window, and a
/// screen reader would read it in stripes.
fn text(view: &ReviewView) -> String {
    let mut out = format!("To ask before {}: {} (it comes out on {})\n", view.month, view.title, view.issue_date);
    for group in &view.groups {
        if !group.name.is_empty() {
            out += &format!("\n{}\n{}\n", group.name, "=".repeat(group.name.chars().count()));
        }
        for row in &group.rows {
            out += &format!("\n{}\n  {} ({})\n  {}\n", row.due, row.name, row.id, row.what);
            let who = reached(row);
            if !who.is_empty() {
                out += &format!("  {who}\n");
            }
        }
    }
    out += &format!("\n{}\n", view.closing.join(" "));
    if view.groups.iter().any(|group| !group.rows.is_empty()) {
        out += &format!("When somebody has answered: fingerpost confirm ID --by phone --on {}\n", view.issue_day);
    }
    out
}

/// "Ask Marian Hale: 01632 960 556 (Weekday mornings), marian@example.org".
fn reached(row: &ReviewRow) -> String {
    let phone = if row.best_time.is_empty() { row.phone.clone() } else { format!("{} ({})", row.phone, row.best_time) };
    let ways: Vec<String> = [(&row.phone, phone), (&row.email, row.email.clone())]
        .into_iter()
        .filter(|(has, _)| !has.is_empty())
        .map(|(_, said)| said)
        .collect();
    match (row.ask.is_empty(), ways.is_empty()) {
        (_, true) => String::new(),
        (true, false) => format!("Ask: {}", ways.join(", ")),
        (false, false) => format!("Ask {}: {}", row.ask, ways.join(", ")),
    }
}

const HEAD: [&str; 12] =
    ["Group", "Due", "Day", "Late", "Listing", "Id", "What to do", "Ask", "Telephone", "Best time", "E-mail", "Looked after by"];

/// The cells of a row, in the order of [`HEAD`].
fn cells<'r>(group: &'r ReviewGroup, row: &'r ReviewRow) -> [&'r str; 12] {
    let late = if row.late { "yes" } else { "no" };
    let (group, day) = (group.name.as_str(), row.day.as_deref().unwrap_or_default());
    let who = (row.ask.as_str(), row.phone.as_str(), row.best_time.as_str(), row.email.as_str());
    [group, &row.due, day, late, &row.name, &row.id, &row.what, who.0, who.1, who.2, who.3, &row.staff]
}

fn csv(view: &ReviewView) -> Result<String, RenderError> {
    let internal = |error: &dyn std::fmt::Display| RenderError::Internal(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD).map_err(|error| internal(&error))?;
    for (group, row) in rows(view) {
        writer.write_record(cells(group, row).map(harmless)).map_err(|error| internal(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| internal(&error))?;
    String::from_utf8(bytes).map_err(|error| internal(&error))
}

fn rows(view: &ReviewView) -> impl Iterator<Item = (&ReviewGroup, &ReviewRow)> {
    view.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)))
}

/// The same as a workbook with one sheet. Texts are texts, so that no program takes one for a formula.
pub fn workbook(view: &ReviewView) -> Result<Vec<u8>, RenderError> {
    sheet(view).map_err(|error| RenderError::Internal(format!("the workbook could not be written: {error}")))
}

/// Widths of the columns in letters.
const WIDTHS: [f64; 12] = [20.0, 30.0, 12.0, 6.0, 30.0, 26.0, 60.0, 22.0, 18.0, 24.0, 32.0, 18.0];
/// The column of [`HEAD`] that has a day.
const DAY: usize = 2;

fn sheet(view: &ReviewView) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The issue date and not the clock: the same content makes the same file.
    let made = ExcelDateTime::parse_from_str(&view.issue_day)?;
    book.set_properties(&DocProperties::new().set_title(format!("{}, {}", view.title, view.month)).set_creation_datetime(&made));
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("d mmm yyyy"));
    let wrapped = Format::new().set_text_wrap();
    let sheet = book.add_worksheet().set_name("To ask")?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, (head, width)) in (0u16..).zip(HEAD.iter().zip(WIDTHS)) {
        sheet.write_string_with_format(0, column, *head, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (line, (group, row)) in (1u32..).zip(rows(view)) {
        for (column, (at, cell)) in (0u16..).zip(cells(group, row).into_iter().enumerate()) {
            match at {
                DAY if !cell.is_empty() => sheet.write_datetime_with_format(line, column, &ExcelDateTime::parse_from_str(cell)?, &day)?,
                _ => sheet.write_string_with_format(line, column, cell, &wrapped)?,
            };
        }
        last = line;
    }
    sheet.autofilter(0, 0, last, 11)?;
    book.save_to_buffer()
}
