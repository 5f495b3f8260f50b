//! `fingerpost review`.

use std::path::Path;

use fingerpost::pipeline::reviewing::{self, Post};
use fingerpost::pipeline::{self, Project};
use fingerpost::publish::PublishError;
use fingerpost::render::review::Form;
use fingerpost::view::asking::Wanted;
use fingerpost::view::review::Grouping;

use crate::args::{Global, MessageFormat, Review, ReviewBy, ReviewFormat};
use crate::report;
use crate::ui::Ui;

/// Prints what is due, and writes what is for the publisher alone where it was asked for.
pub fn run(command: &Review, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let outcome = pipeline::review(&project, &asked(command));
    let review = match &outcome.result {
        Ok(review) => review,
        Err(error) => {
            report::findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
            report::unchanged(&outcome, error, ui);
            return report::code(&outcome.result);
        }
    };
    if let Err(error) = written(command, review, &project, ui) {
        return report::unwritten(&error, ui);
    }
    // With letters the folder is what was asked for; the report would hide what is said of it.
    if command.letters.is_none() {
        anstream::print!("{}", review.report);
    }
    0
}

fn asked(command: &Review) -> reviewing::Asked {
    reviewing::Asked {
        month: command.month,
        grouping: match command.by {
            None => Grouping::None,
            Some(ReviewBy::Staff) => Grouping::Staff,
            Some(ReviewBy::Category) => Grouping::Category,
        },
        weeks: command.weeks,
        form: match command.format {
            ReviewFormat::Text => Form::Text,
            ReviewFormat::Csv => Form::Csv,
            ReviewFormat::Json => Form::Json,
        },
        workbook: command.xlsx.is_some(),
        letters: command.letters.as_ref().map(|_| Wanted { all: command.all, reply_by: command.reply_by }),
    }
}

fn written(command: &Review, review: &reviewing::Review, project: &Project, ui: &Ui) -> Result<(), PublishError> {
    let apart = reviewing::kept_apart(project);
    if let (Some(path), Some(bytes)) = (&command.xlsx, &review.workbook) {
        apart.file(path, bytes)?;
        ui.mention(&format!("{}: the same as a workbook. It has private details, so do not publish it.", path.display()));
    }
    if let (Some(folder), Some(post)) = (&command.letters, &review.post) {
        if post.files.is_empty() {
            ui.mention("Nobody has to be written to. Nothing was written.");
            return Ok(());
        }
        apart.folder(folder, &post.files)?;
        ui.mention(&told(folder, post));
    }
    Ok(())
}

/// What is in the folder, and what is missing.
fn told(folder: &Path, post: &Post) -> String {
    let mut text = format!("In {}: {} in letters.pdf", folder.display(), report::count(post.letters, "letter"));
    if post.messages > 0 {
        text += &format!(", {} to open and send", report::count(post.messages, "message"));
    }
    if post.calls > 0 {
        text += &format!(", {} to ring in phone-list.pdf and phone-list.csv", report::count(post.calls, "service"));
    }
    text += ". They have private details, so do not publish them.";
    if !post.unaddressed.is_empty() {
        let count = report::count(post.unaddressed.len(), "letter");
        text += &format!("\n{count} without a postal address: write updater_address under [private] in the listing's file.");
    }
    if !post.answerable {
        text += "\nThere are no messages, because booklet.toml has no e-mail address of the publisher to answer to.";
    }
    text
}
