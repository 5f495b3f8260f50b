//! The ledger of evidence and consent: as text, a spreadsheet's rows, or a page of HTML that stands alone.

use tera::Context;

use super::report::{Form, harmless};
use super::{RenderError, html};
use crate::theme::Theme;
use crate::view::ledger::{LedgerRow, LedgerView};

/// Writes the ledger.
pub fn ledger(view: &LedgerView, form: Form, theme: &Theme) -> Result<String, RenderError> {
    match form {
        Form::Text => Ok(text(view)),
        Form::Csv => csv(view),
        Form::Html => {
            let context = Context::from_serialize(view).map_err(|error| RenderError::Internal(error.to_string()))?;
            html::single("ledger.html", &context, theme)
        }
    }
}

/// Where a listing may appear: "print, web, feed", or "nowhere".
fn places(row: &LedgerRow) -> String {
    let all = [(row.print, "print"), (row.web, "web"), (row.feed, "feed")];
    let may: Vec<&str> = all.iter().filter(|(may, _)| *may).map(|(_, name)| *name).collect();
    if may.is_empty() { "nowhere".to_owned() } else { may.join(", ") }
}

fn text(view: &LedgerView) -> String {
    let mut out = format!("Who may be published where, for {}: {}\n", view.month, view.title);
    for row in &view.rows {
        out += &format!("\n{} ({})\n  {} on the ground of {}, since {}\n", row.name, row.id, places(row), row.basis, row.since);
        let ended = if row.ended { "consent ended" } else { "consent until" };
        let asked = if row.review_late { "to be asked again since" } else { "to be asked again by" };
        let cover = if row.insurance_late { "insurance, ended" } else { "insurance" };
        let facts = [(ended, &row.until), (asked, &row.review_by), ("DBS", &row.dbs), (cover, &row.insurance), ("food", &row.food)];
        for (name, said) in facts.iter().filter(|(_, said)| !said.is_empty()) {
            out += &format!("  {name}: {said}\n");
        }
        out += &format!("  entry confirmed: {}\n", row.confirmed);
    }
    if !view.gone.is_empty() {
        out += "\nAsked to be taken out; the ids are never used again\n";
    }
    for gone in &view.gone {
        let since = if gone.since.is_empty() { String::new() } else { format!(", {}", gone.since) };
        out += &format!("  {}{since}\n", gone.id);
    }
    out + &format!("\n{}\n", view.closing.join(" "))
}

const HEAD: [&str; 15] = [
    "Id",
    "Name",
    "Print",
    "Web",
    "Feed",
    "Ground",
    "Since",
    "Until",
    "Ended",
    "Ask again by",
    "DBS",
    "Insurance",
    "Insurance ended",
    "Food",
    "Confirmed",
];

fn csv(view: &LedgerView) -> Result<String, RenderError> {
    let internal = |error: &dyn std::fmt::Display| RenderError::Internal(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD).map_err(|error| internal(&error))?;
    for row in &view.rows {
        writer.write_record(cells(row).map(harmless)).map_err(|error| internal(&error))?;
    }
    for gone in &view.gone {
        let cells: [&str; 15] = [&gone.id, "", "no", "no", "no", "withdrawn", &gone.since, "", "", "", "", "", "", "", ""];
        writer.write_record(cells.map(harmless)).map_err(|error| internal(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| internal(&error))?;
    String::from_utf8(bytes).map_err(|error| internal(&error))
}

/// The cells of a row, in the order of [`HEAD`].
fn cells(row: &LedgerRow) -> [&str; 15] {
    let yes = |flag: bool| if flag { "yes" } else { "no" };
    let late = if row.insurance.is_empty() { "" } else { yes(row.insurance_late) };
    let ended = if row.until.is_empty() { "" } else { yes(row.ended) };
    [
        &row.id,
        &row.name,
        yes(row.print),
        yes(row.web),
        yes(row.feed),
        &row.basis,
        &row.since,
        &row.until,
        ended,
        &row.review_by,
        &row.dbs,
        &row.insurance,
        late,
        &row.food,
        &row.confirmed,
    ]
}
