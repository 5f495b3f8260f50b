//! `fingerpost pages`.

use std::fmt::Write;

use fingerpost::pipeline::pages::{BookPages, Budget, Pages as Measured, Part, SectionPages};
use fingerpost::pipeline::{self, BuildOptions, Project};

use crate::args::{Global, MessageFormat, Pages};
use crate::report::{self, count};
use crate::ui::Ui;

/// How many pages to save are named.
const NAMED: usize = 3;

/// Lays the editions out and prints where their pages go; writes nothing.
pub fn run(command: &Pages, global: &Global, ui: &Ui) -> u8 {
    let project = Project { root: global.root.clone(), output: global.output() };
    let options = BuildOptions { month: command.month, editions: command.editions.clone(), ..BuildOptions::default() };
    let outcome = pipeline::pages(&project, &options, &mut ui.progress());
    match &outcome.result {
        Ok(pages) => anstream::print!("{}", told(pages)),
        Err(error) => {
            report::findings(&outcome.found, &outcome.sources, MessageFormat::Human, ui);
            report::unchanged(&outcome, error, ui);
        }
    }
    report::code(&outcome.result)
}

fn told(pages: &Measured) -> String {
    let books: Vec<String> = pages.books.iter().map(book).collect();
    format!("{}\n\n{}", pages.month.title(), books.join("\n"))
}

fn book(book: &BookPages) -> String {
    let volume = book.volume.map(|(number, all)| format!(", volume {number} of {all}")).unwrap_or_default();
    let mut text = format!("{}{volume} ({}): {}\n\n", book.title, book.edition, count(book.pages, "page"));
    text.push_str(&table(book));
    let mut say = |line: String| text.push_str(&format!("  {line}\n"));
    say(paper(book));
    tipping(book).into_iter().for_each(&mut say);
    book.budget.map(budget).into_iter().for_each(&mut say);
    if let Some(most) = book.volume_pages {
        say(format!("A volume should have {most} pages at most: {}.", room(book.pages, most)));
    }
    savings(book).into_iter().for_each(&mut say);
    text
}

/// A line for each part, the numbers in a column.
fn table(book: &BookPages) -> String {
    if let [whole] = book.sections.as_slice()
        && whole.part == Part::Whole
    {
        return String::new();
    }
    let name = |section: &SectionPages| name(&section.part).to_owned();
    let widest = book.sections.iter().map(|section| name(section).chars().count()).max().unwrap_or_default();
    let mut text = String::new();
    for section in &book.sections {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {:<widest$}  {:>4}", name(section), section.pages);
    }
    text + "\n"
}

fn name(part: &Part) -> &str {
    match part {
        Part::Front => "Cover and first pages",
        Part::Contents => "Contents",
        Part::New => "New this month",
        Part::Calendar => "Calendar",
        Part::Category(name) => name,
        Part::ByPlace => "Index by place",
        Part::AToZ => "Index from A to Z",
        Part::Back => "Last pages",
        Part::BackCover => "Back cover",
        Part::Whole => "All of it",
    }
}

/// "On paper: 21 sheets, folded, 167 g a copy (80 g/m²)."
fn paper(book: &BookPages) -> String {
    let paper = book.paper;
    let folded = if paper.folded { "folded, four pages each" } else { "folded to six panels" };
    format!("On paper: {} {folded}; {:.0} g a copy at {:.0} g/m².", count(paper.sheets, "sheet"), paper.grams, paper.weight)
}

/// What makes the last sheet necessary.
fn tipping(book: &BookPages) -> Option<String> {
    if !book.paper.folded {
        return None;
    }
    Some(match (book.over(), book.paper.blank) {
        (0, _) => "The sheets are full: no page stays empty. With 4 pages less it is one sheet less.".to_owned(),
        (over, blank) => format!(
            "{} over {}: one more sheet, with {} left empty. With {} less it is one sheet less.",
            count(over, "page"),
            book.pages - over,
            count(blank, "page"),
            count(over, "page"),
        ),
    })
}

/// "Budget: 56 pages; 4 over."
fn budget(budget: Budget) -> String {
    format!("Budget: {} pages; {}.", budget.most, room(budget.pages, budget.most))
}

fn room(pages: usize, most: usize) -> String {
    match pages.cmp(&most) {
        std::cmp::Ordering::Less => format!("{} to spare", most - pages),
        std::cmp::Ordering::Equal => "all used".to_owned(),
        std::cmp::Ordering::Greater => format!("{} over", pages - most),
    }
}

/// The pages that are the nearest to be saved.
fn savings(book: &BookPages) -> Vec<String> {
    let near = book.savings();
    let mut lines: Vec<String> = near.iter().take(NAMED).map(|section| format!("  {}", saving(section))).collect();
    if !lines.is_empty() {
        lines.insert(0, "The nearest pages to save:".to_owned());
    }
    lines
}

/// "Gardening ends 6 lines onto a new page, with 1 listing: shorten an entry, or move one, to save a page."
fn saving(section: &SectionPages) -> String {
    let who = match &section.part {
        Part::Front => "The first pages end",
        Part::Back => "The last pages end",
        part => &format!("{} ends", name(part)),
    };
    let lines = format!("{who} {} onto a new page", count(section.last.lines, "line"));
    match (&section.part, section.last_listings) {
        (Part::Category(_), 0) => format!("{lines}: shorten an entry, or move one."),
        (Part::Category(_), listings) => format!("{lines}, with {}: shorten an entry, or move one.", count(listings, "listing")),
        (Part::Front | Part::Back, _) => format!("{lines}: shorten a text."),
        _ => format!("{lines}."),
    }
}
