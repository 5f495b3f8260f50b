//! `fingerpost confirm`.

use fingerpost::pipeline::{self, Project};

use crate::args::{Confirm, Global};
use crate::report;
use crate::ui::Ui;

/// Writes answers into listings' files.
pub fn run(command: &Confirm, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome = pipeline::confirming::confirm(&project, &command.ids, command.by, command.on);
    match &outcome.result {
        Ok(confirmed) => {
            for (id, path) in &confirmed.files {
                ui.mention(&format!("{id}: confirmed on {} in {}", command.on, report::shown(path)));
            }
        }
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}
