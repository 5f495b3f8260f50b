//! The run sheet as a table for spreadsheets: comma-separated, as RFC 4180 has it.

use super::RenderError;
use super::report::harmless;
use crate::view::paperwork::{PaperworkView, RoundView, StopView};

/// Told to programs that would otherwise take the file for one of their country's old alphabet.
const UTF8: &[u8] = b"\xef\xbb\xbf";

/// The run sheet: a line for each stop in the order of delivery, then what to print.
pub fn run_sheet(view: &PaperworkView) -> Result<Vec<u8>, RenderError> {
    let internal = |error: csv::Error| RenderError::Internal(format!("the run sheet could not be written: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(UTF8.to_vec());
    let mut rows = vec![head(view)];
    for round in &view.rounds {
        rows.extend(round.stops.iter().map(|stop| row(round, stop)));
    }
    let runs = |number: fn(&crate::view::paperwork::PrintRun) -> u64| view.editions.iter().map(|run| number(run).to_string()).collect();
    rows.push(sum("For outlets", runs(|run| run.outlets)));
    rows.push(sum(&view.spare, runs(|run| run.spare)));
    rows.push(sum("To print", runs(|run| run.total)));
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(internal)?;
    }
    writer.into_inner().map_err(|error| RenderError::Internal(format!("the run sheet could not be written: {}", error.error())))
}

fn head(view: &PaperworkView) -> Vec<String> {
    let before = ["Round", "Stop", "Outlet", "Address", "Town", "Postcode", "Opening hours", "Contact", "Telephone"];
    let copies = view.editions.iter().map(|run| format!("Copies: {}", run.title));
    let after = ["Returned last time", "Counted on", "Delivered", "Old copies taken away"];
    before.map(str::to_owned).into_iter().chain(copies).chain(after.map(str::to_owned)).collect()
}

fn row(round: &RoundView, stop: &StopView) -> Vec<String> {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut row = vec![
        number(round.number),
        stop.number.to_string(),
        stop.name.clone(),
        stop.address.join(", "),
        stop.town.clone(),
        stop.postcode.clone(),
        said(&stop.hours),
        said(&stop.contact),
        said(&stop.phone),
    ];
    row.extend(stop.copies.iter().map(u32::to_string));
    row.extend([number(stop.returned), said(&stop.counted), String::new(), String::new()]);
    row
}

/// A line of sums under the copies.
fn sum(name: &str, sums: Vec<String>) -> Vec<String> {
    let empty = |count| std::iter::repeat_n(String::new(), count);
    empty(2).chain([name.to_owned()]).chain(empty(6)).chain(sums).chain(empty(4)).collect()
}
