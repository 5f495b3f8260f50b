//! `fingerpost review`.

use fingerpost::pipeline::{self, Project, reviewing};
use fingerpost::render::review::Form;
use fingerpost::view::review::Grouping;

use crate::args::{Global, MessageFormat, Review, ReviewBy, ReviewFormat};
use crate::report;
use crate::ui::Ui;

/// Prints what is due, and writes it as a workbook.
pub fn run(command: &Review, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let asked = reviewing::Asked {
        month: command.month,
        grouping: match command.by {
            None => Grouping::None,
            Some(ReviewBy::Staff) => Grouping::Staff,
            Some(ReviewBy::Category) => Grouping::Category,
        },
        weeks: command.weeks,
    };
    let form = match command.format {
        ReviewFormat::Text => Form::Text,
        ReviewFormat::Csv => Form::Csv,
        ReviewFormat::Json => Form::Json,
    };
    let outcome = pipeline::review(&project, &asked, form, command.xlsx.is_some());
    let review = match &outcome.result {
        Ok(review) => review,
        Err(error) => {
            report::findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
            report::stopped(&outcome, error, ui);
            return report::code(&outcome.result);
        }
    };
    anstream::print!("{}", review.report);
    if let (Some(path), Some(bytes)) = (&command.xlsx, &review.workbook) {
        if let Err(error) = reviewing::kept_apart(&project).file(path, bytes) {
            return report::unwritten(&error, ui);
        }
        ui.mention(&format!("{}: the same as a workbook. It has private details: do not publish it.", path.display()));
    }
    0
}
