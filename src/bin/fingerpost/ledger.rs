//! `fingerpost ledger`.

use fingerpost::pipeline::{self, Project};
use fingerpost::render::report::Form;

use crate::args::{Global, Ledger, TableFormat};
use crate::report;
use crate::ui::Ui;

/// Prints who may be published where.
pub fn run(command: &Ledger, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let form = match command.format {
        TableFormat::Text => Form::Text,
        TableFormat::Csv => Form::Csv,
        TableFormat::Html => Form::Html,
    };
    report::printed(&pipeline::ledger(&project, command.month, form), ui)
}
