//! `fingerpost coverage`.

use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::render::report::Form;

use crate::args::{Coverage, Global, TableFormat};
use crate::report;
use crate::ui::Ui;

/// Prints where the directory is thin.
pub fn run(command: &Coverage, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let options = BuildOptions { month: command.month, ..BuildOptions::default() };
    let form = match command.format {
        TableFormat::Text => Form::Text,
        TableFormat::Csv => Form::Csv,
        TableFormat::Html => Form::Html,
    };
    let outcome = pipeline::coverage(&project, &options, form);
    report::printed(&outcome, ui)
}
