//! `fingerpost build`.

use fingerpost::pipeline::{self, BuildOptions, Built, BuiltBooklet, Part, Project, megabytes};

use crate::args::{Build, Global, Only};
use crate::report;
use crate::ui::Ui;

/// Checks the content and writes the output.
pub fn run(command: &Build, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let judging = &command.judging;
    let only = command.only.map(|only| match only {
        Only::Site => Part::Site,
        Only::Booklet => Part::Booklet,
        Only::Data => Part::Data,
    });
    let options = BuildOptions {
        month: judging.month,
        only,
        editions: command.editions.clone(),
        keep_going: command.keep_going,
        deny_warnings: judging.deny_warnings,
    };
    let outcome = pipeline::build(&project, &options, &mut ui.progress());
    report::findings(&outcome.found, &outcome.sources, judging.message_format, ui);
    match &outcome.result {
        Ok(built) => ui.mention(&format!("{}{}", summary(built, &project), report::doubts(&outcome.found))),
        Err(error) => report::stopped(&outcome, error, ui),
    }
    if let Ok(built) = &outcome.result {
        left_out(built, ui);
    }
    report::code(&outcome.result)
}

/// "December 2026: 162 listings. Booklet: output/booklet/2026-12-a5.pdf (84 pages, 1.2 MB). Website: output/site/index.html (431 pages)."
fn summary(built: &Built, project: &Project) -> String {
    let mut text = format!("{}: {}.", built.month.title(), report::count(built.listings, "listing"));
    let size = |booklet: &BuiltBooklet| format!("({} pages, {})", booklet.pages, megabytes(booklet.bytes));
    match built.booklets.as_slice() {
        [] => {}
        [booklet] => text.push_str(&format!(" Booklet: {} {}.", project.output.join(&booklet.path).display(), size(booklet))),
        booklets => {
            let name = |booklet: &BuiltBooklet| booklet.path.rsplit('/').next().unwrap_or_default().to_owned();
            let each: Vec<String> = booklets.iter().map(|booklet| format!("{} {}", name(booklet), size(booklet))).collect();
            text.push_str(&format!(" Booklets in {}: {}.", project.output.join("booklet").display(), each.join(", ")));
        }
    }
    if let Some(pages) = built.site_pages {
        text.push_str(&format!(" Website: {} ({pages} pages).", project.output.join("site/index.html").display()));
    }
    if built.published.written + built.published.removed == 0 {
        text.push_str(" Nothing has changed since the last build.");
    }
    text
}

/// Names the listings that are missing from an incomplete build, even when little is to be said.
fn left_out(built: &Built, ui: &Ui) {
    if built.left_out.is_empty() {
        return;
    }
    let names: Vec<String> = built.left_out.iter().map(|listing| format!("  {} ({})", listing.id, listing.path)).collect();
    ui.say(&format!("This build is incomplete. {} left out:\n{}", were(names.len()), names.join("\n")));
}

fn were(number: usize) -> String {
    format!("{} {}", report::count(number, "listing"), if number == 1 { "was" } else { "were" })
}
