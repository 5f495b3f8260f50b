//! `fingerpost close`.

use fingerpost::pipeline::{self, Project};

use crate::args::{Close, Global, MessageFormat};
use crate::report;
use crate::ui::Ui;

/// Writes a month's record.
pub fn run(command: &Close, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome = pipeline::close(&project, command.month, command.again, &mut ui.progress());
    report::findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
    match &outcome.result {
        Ok(closed) if closed.unchanged => ui.mention(&format!("{} was closed before, and says the same.", closed.month.title())),
        Ok(closed) => ui.mention(&format!(
            "{} is closed: {} and {} are written down in {}.{}",
            closed.month.title(),
            report::count(closed.listings, "listing"),
            report::count(closed.books, "booklet"),
            report::shown(&closed.path),
            report::doubts(&outcome.found),
        )),
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}
