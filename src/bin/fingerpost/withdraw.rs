//! `fingerpost withdraw`.

use std::path::PathBuf;

use fingerpost::pipeline::withdrawing::{self, Withdrawn};
use fingerpost::pipeline::{Outcome, Project};

use crate::args::{Global, Withdraw};
use crate::report;
use crate::ui::Ui;

/// Takes a listing out, or says what that would do.
pub fn run(command: &Withdraw, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome: Outcome<Withdrawn> = if command.yes {
        withdrawing::withdraw(&project, &command.id, command.on)
    } else {
        withdrawing::foreseen(&project, &command.id, command.on)
    };
    match &outcome.result {
        Ok(withdrawn) => ui.mention(&told(withdrawn, command.yes)),
        Err(error) => report::unchanged(&outcome, error, ui),
    }
    report::code(&outcome.result)
}

fn told(withdrawn: &Withdrawn, done: bool) -> String {
    let id = &withdrawn.id;
    let head = if done {
        format!("{id} is taken out. Its id is in {} and is never used again.", report::shown(&withdrawn.list))
    } else {
        format!("This would take {id} out for good and put its id in {}.", report::shown(&withdrawn.list))
    };
    let mut text = head + &section(if done { "Removed" } else { "It would remove" }, &withdrawn.removed);
    text += &section(if done { "Its name is gone from" } else { "It would take its name out of" }, &withdrawn.records);
    text += &section("Look yourself: these files speak of it, or of a name or number like it", &withdrawn.spoken_of);
    text += &section("Look yourself: these pictures were shown by it alone", &withdrawn.pictures);
    text += &section("Look yourself: these kept booklets name it, or may do so", &withdrawn.archived);
    if done {
        text + "\nBuild again, so that the website and the data leave it out too. Paper copies, copies of this folder and its history in Git \
                still have it: tell the provider so."
    } else {
        text + "\nNothing has been done yet. To do it, give the same command with --yes."
    }
}

/// A heading with its files; nothing where there are none.
fn section(name: &str, paths: &[PathBuf]) -> String {
    if paths.is_empty() {
        return String::new();
    }
    let lines: String = paths.iter().map(|path| format!("\n  {}", report::shown(path))).collect();
    format!("\n{name}:{lines}")
}
