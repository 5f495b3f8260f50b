//! `fingerpost shortlist`.

use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::view::shortlist::Wanted;

use crate::args::{Global, MessageFormat, Shortlist};
use crate::report;
use crate::ui::Ui;

/// Exit code where a file cannot be written.
const UNWRITTEN: u8 = 4;

/// Writes the sheet.
pub fn run(command: &Shortlist, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let options = BuildOptions { month: command.month, ..BuildOptions::default() };
    let wanted = Wanted {
        ids: command.listings.iter().flat_map(|text| ids(text)).collect(),
        place: command.place.clone(),
        nearby: command.nearby,
        kind: command.kind.clone(),
        day: command.day.clone(),
        with: command.with.clone(),
        name: command.name.clone(),
    };
    let outcome = pipeline::shortlist(&project, &options, &wanted);
    match &outcome.result {
        Ok(sheet) => match std::fs::write(&command.to, &sheet.pdf) {
            Ok(()) => {
                let (to, count) = (command.to.display(), report::count(sheet.listings, "listing"));
                ui.mention(&format!("{to}: {count}, {}.", sheet.month.title()));
                0
            }
            Err(error) => {
                ui.say(&format!("error: could not write {}: {error}", command.to.display()));
                UNWRITTEN
            }
        },
        Err(error) => {
            if outcome.found.has_errors() {
                report::findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
            }
            report::unchanged(&outcome, error, ui);
            report::code(&outcome.result)
        }
    }
}

/// Ids with commas between them, or the address of a list on the website.
fn ids(text: &str) -> Vec<String> {
    let list = text.split_once("#ids=").map_or(text, |(_, list)| list);
    list.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
