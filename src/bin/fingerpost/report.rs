//! Findings and endings in words, and the one place that decides exit codes.

use fingerpost::diag::{Diagnostics, Level, github, json, sarif, text};
use fingerpost::pipeline::{Outcome, Stopped, Tally};
use fingerpost::source::SourceMap;

use crate::args::MessageFormat;
use crate::ui::Ui;

/// Exit code of a panic.
pub const OUR_FAULT: u8 = 70;

/// The exit code of an ending.
pub fn code<T>(result: &Result<T, Stopped>) -> u8 {
    match result {
        Ok(_) => 0,
        Err(Stopped::Content | Stopped::Render(fingerpost::render::RenderError::Picture { .. })) => 1,
        Err(Stopped::Edition { .. } | Stopped::NotClosed { .. } | Stopped::ClosedBefore { .. }) => 2,
        Err(Stopped::Unmet(_) | Stopped::Listing(_) | Stopped::Start(_)) => 2,
        Err(Stopped::Theme(_)) => 3,
        Err(Stopped::Publish(error)) if error.is_refusal() => 3,
        Err(Stopped::Read(_) | Stopped::Publish(_)) => 4,
        Err(Stopped::Render(_)) => OUR_FAULT,
    }
}

/// Shows the findings in the form asked for. Forms for programs go to stdout.
pub fn findings(found: &Diagnostics, sources: &SourceMap, format: MessageFormat, ui: &Ui) {
    match format {
        MessageFormat::Human if !found.is_empty() => anstream::eprint!("{}", text::render(found, sources, ui.text_options())),
        MessageFormat::Human => {}
        MessageFormat::Short => anstream::eprint!("{}", text::render_short(found, sources)),
        MessageFormat::Json => anstream::print!("{}", json::render(found, sources)),
        MessageFormat::Sarif => anstream::print!("{}", sarif::render(found, sources)),
        MessageFormat::Github => {
            anstream::print!("{}", github::render(found, sources));
            anstream::eprint!("{}", text::render_short(found, sources));
        }
    }
}

/// Prints a report, or says why there is none. Findings that stop nothing are for `check`: a report goes into a pipe.
pub fn printed(outcome: &Outcome<String>, ui: &Ui) -> u8 {
    match &outcome.result {
        Ok(report) => anstream::print!("{report}"),
        Err(error) => {
            if outcome.found.has_errors() {
                findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
            }
            unchanged(outcome, error, ui);
        }
    }
    code(&outcome.result)
}

/// Says how a run that stopped ended: what needs attention, and what became of the output.
pub fn stopped<T>(outcome: &Outcome<T>, error: &Stopped, ui: &Ui) {
    ended(outcome, error, "The output folder is as it was before.", ui);
}

/// The same for a run that builds nothing.
pub fn unchanged<T>(outcome: &Outcome<T>, error: &Stopped, ui: &Ui) {
    ended(outcome, error, UNCHANGED, ui);
}

const UNCHANGED: &str = "No file was changed.";

fn ended<T>(outcome: &Outcome<T>, error: &Stopped, otherwise: &str, ui: &Ui) {
    match error {
        Stopped::Content => ui.say(&attention(outcome.tally, &outcome.found)),
        Stopped::Theme(words) => ui.say(&format!("error: {words}\nNothing was written.")),
        Stopped::Render(fingerpost::render::RenderError::Picture { .. }) => {
            ui.say(&format!("error: {error}\nOpen the picture in an image editor and save it again. Nothing was written."));
        }
        Stopped::ClosedBefore { .. } | Stopped::Listing(_) | Stopped::Start(_) => ui.say(&format!("error: {error}\n{UNCHANGED}")),
        Stopped::Edition { .. } | Stopped::NotClosed { .. } | Stopped::Unmet(_) => ui.say(&format!("error: {error}")),
        other => ui.say(&format!("error: {other}\n{otherwise}")),
    }
}

/// Says why a file for the publisher alone was not written, and answers with the exit code.
pub fn unwritten(error: &fingerpost::publish::PublishError, ui: &Ui) -> u8 {
    ui.say(&format!("error: {error}"));
    if error.is_refusal() { 3 } else { 4 }
}

/// "3 listings need attention, 151 are ready. Nothing was written."
fn attention(tally: Tally, found: &Diagnostics) -> String {
    let ready = tally.listings - tally.faulty;
    let elsewhere = found.count(Level::Error) > 0 && tally.faulty == 0;
    let head = match tally.faulty {
        0 if elsewhere => format!("The listings are in order ({}), but something else needs attention: see above.", tally.listings),
        0 => format!("{} to look at, and warnings are not allowed this time.", count(found.count(Level::Warning), "warning")),
        1 => format!("1 listing needs attention, {ready} {} ready.", are(ready)),
        faulty => format!("{faulty} listings need attention, {ready} {} ready.", are(ready)),
    };
    format!("{head} Nothing was written.")
}

/// A path as people write it: without the "./" of a project in the folder where they are.
pub fn shown(path: &std::path::Path) -> std::path::Display<'_> {
    path.strip_prefix(".").unwrap_or(path).display()
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// "1 warning", "3 warnings".
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// "with 3 warnings and 1 note", or nothing.
pub fn doubts(found: &Diagnostics) -> String {
    let all = [(found.count(Level::Warning), "warning"), (found.count(Level::Note), "note")];
    let all: Vec<String> = all.iter().filter(|(number, _)| *number > 0).map(|(number, one)| count(*number, one)).collect();
    let one = matches!(all.as_slice(), [only] if only.starts_with("1 "));
    if all.is_empty() {
        String::new()
    } else {
        format!(" There {} {} to look at above.", if one { "is" } else { "are" }, all.join(" and "))
    }
}
