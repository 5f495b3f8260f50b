//! `fingerpost check`.

use fingerpost::pipeline::{self, BuildOptions, Project};

use crate::args::{Check, Global};
use crate::report;
use crate::ui::Ui;

/// Checks the content and writes nothing.
pub fn run(command: &Check, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let judging = &command.judging;
    let options = BuildOptions { month: judging.month, deny_warnings: judging.deny_warnings, ..BuildOptions::default() };
    let outcome = pipeline::check(&project, &options, &mut ui.progress());
    report::findings(&outcome.found, &outcome.sources, judging.message_format, ui);
    match &outcome.result {
        Ok(listings) => ui.mention(&format!("{} ready to publish.{}", ready(*listings), report::doubts(&outcome.found))),
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}

fn ready(listings: usize) -> String {
    format!("{} {}", report::count(listings, "listing"), if listings == 1 { "is" } else { "are" })
}
