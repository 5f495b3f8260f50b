//! `fingerpost changes`.

use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::render::bulletin::Form;

use crate::args::{BulletinFormat, Changes, Global};
use crate::report;
use crate::ui::Ui;

/// Prints what has changed.
pub fn run(command: &Changes, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let options = BuildOptions { month: command.month, ..BuildOptions::default() };
    let form = match command.format {
        BulletinFormat::Text => Form::Text,
        BulletinFormat::Markdown => Form::Markdown,
        BulletinFormat::Html => Form::Html,
        BulletinFormat::Json => Form::Json,
    };
    let outcome = pipeline::changes(&project, &options, command.since, form);
    report::printed(&outcome, ui)
}
