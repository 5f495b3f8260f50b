//! The coverage report: as text, a spreadsheet's rows, or a page of HTML that stands alone.

use tera::Context;

use super::{RenderError, html};
use crate::theme::Theme;
use crate::view::coverage::CoverageView;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text with a table.
    Text,
    /// Comma-separated values.
    Csv,
    /// HTML.
    Html,
}

/// Writes the coverage report.
pub fn coverage(view: &CoverageView, form: Form, theme: &Theme) -> Result<String, RenderError> {
    match form {
        Form::Text => Ok(text(view)),
        Form::Csv => csv(view),
        Form::Html => {
            let context = Context::from_serialize(view).map_err(|error| RenderError::Internal(error.to_string()))?;
            html::single("coverage.html", &context, theme)
        }
    }
}

fn text(view: &CoverageView) -> String {
    let mut out = format!("What {} covers, {}\n\n", view.title, view.month);
    let width = view.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max("Total".len());
    // Place names would not fit over their columns: the columns are numbered, and the numbers explained.
    let numbers: Vec<String> = (1..=view.places.len()).map(|number| format!("{number:>4}")).collect();
    out += &format!("{:width$}{}\n", "", numbers.concat());
    for row in &view.rows {
        let counts: String = row.counts.iter().map(|count| cell(*count)).collect();
        out += &format!("{:width$}{counts}\n", row.name);
    }
    let totals: String = view.totals.iter().map(|count| cell(*count)).collect();
    out += &format!("{:width$}{totals}\n\n", "Total");
    for (number, place) in view.places.iter().enumerate() {
        out += &format!("{:>4} {place}\n", number + 1);
    }
    for gap in &view.gaps {
        out += &format!("\n{}\n", gap.name);
        gap.lines.iter().for_each(|line| out += &format!("- {line}\n"));
    }
    out += "\nHow old the entries are\n";
    view.ages.iter().for_each(|(age, count)| out += &format!("- {age}: {count}\n"));
    out
}

/// A count for a column; a dot for nothing, which is easier to see than a nought.
fn cell(count: usize) -> String {
    if count == 0 { format!("{:>4}", ".") } else { format!("{count:>4}") }
}

fn csv(view: &CoverageView) -> Result<String, RenderError> {
    let internal = |error: &dyn std::fmt::Display| RenderError::Internal(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = std::iter::once("").chain(view.places.iter().map(String::as_str));
    writer.write_record(head.map(harmless)).map_err(|error| internal(&error))?;
    let total = ("Total", &view.totals);
    for (name, counts) in view.rows.iter().map(|row| (row.name.as_str(), &row.counts)).chain([total]) {
        let cells = std::iter::once(harmless(name)).chain(counts.iter().map(ToString::to_string));
        writer.write_record(cells).map_err(|error| internal(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| internal(&error))?;
    String::from_utf8(bytes).map_err(|error| internal(&error))
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
pub(super) fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
