//! `fingerpost new`.

use fingerpost::model::Weekday;
use fingerpost::pipeline::{Project, starting};

use crate::args::{Global, New, NewIssue, NewListing, What};
use crate::report;
use crate::ui::Ui;

/// Begins something new.
pub fn run(command: &New, global: &Global, ui: &Ui) -> u8 {
    match &command.what {
        What::Issue(issue) => begin(issue, global, ui),
        What::Listing(listing) => add(listing, global, ui),
    }
}

/// Writes the file of a month's issue and says what comes next.
fn begin(command: &NewIssue, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome = starting::start(&project, command.month, command.any_month);
    match &outcome.result {
        Ok(started) => {
            let (month, date) = (started.month, started.date);
            let day = format!("{} {} {}", Weekday::of(date).name(), date.day(), month.title());
            ui.mention(&format!("{} is begun. By this file it comes out on {day}.", report::shown(&started.path)));
            let mut steps = vec!["Open the file and write the letter.".to_owned()];
            if let Some(open) = started.open {
                steps.insert(
                    0,
                    format!(
                        "When {} has gone out, close it, so that the new issue can tell what has changed: fingerpost close {open}",
                        open.title()
                    ),
                );
            }
            steps.push(format!("See which entries need attention: fingerpost check --month {month}"));
            steps.push(format!("Make the booklet and the website: fingerpost build --month {month}"));
            steps.push(format!("When it has gone out: fingerpost close {month}"));
            let steps: Vec<String> = steps.iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)).collect();
            ui.mention(&format!("What comes next:\n{}", steps.join("\n")));
        }
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}

/// Writes the file of a new listing.
fn add(command: &NewListing, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome = starting::start_listing(&project, &command.category, &command.name);
    match &outcome.result {
        Ok(path) => ui
            .mention(&format!("{} is begun. Fill it in, then run `fingerpost check`: it says what is still missing.", report::shown(path))),
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}
