//! Nothing is ever wrong on a page: the finished PDF is read, and every promise about its pages is put to it.
//!
//! - A listing stands on one page, unless it alone is longer than one; then each further page says whose facts
//!   it has.
//! - No heading is the last thing on a page or in a column.
//! - No page is less than a third full, except before something new begins.
//! - No telephone number, postcode, date or time goes over two lines.
//! - Every page number printed beside a name is that of the page where the name stands as a heading.
//! - Listings stand in the order of the data.
//! - No text lies in the outer 7 mm or on another text.

use std::collections::BTreeMap;

use fingerpost::pipeline::BuildOptions;
use rayon::prelude::*;
use serde_json::Value;

use crate::pdf_text::{self, Pdf};
use crate::support::{Fixture, LISTING};

mod flow;
#[path = "../../benches/generator.rs"]
mod generator;
mod proof;

/// A listing as the data has it.
struct Entry {
    id: String,
    name: String,
}

/// The listings of an output's open data, in order.
fn entries(files: &BTreeMap<String, Vec<u8>>) -> Vec<Entry> {
    let feed: Value = serde_json::from_slice(&files["data/listings.json"]).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let entry = |one: &Value| Entry { id: text(&one["id"]), name: text(&one["name"]) };
    feed["listings"].as_array().expect("a list").iter().map(entry).collect()
}

fn proven(files: &BTreeMap<String, Vec<u8>>, books: &[(&str, Pdf)]) {
    let entries = entries(files);
    let judge = |(path, pdf): &(&str, Pdf)| -> Vec<String> {
        proof::faults(pdf, &entries).into_iter().map(|fault| format!("{path}: {fault}")).collect()
    };
    let faults: Vec<String> = books.par_iter().flat_map(judge).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_sample() {
    proven(crate::agree::sample(), pdf_text::sample());
}

#[test]
fn a_thousand_listings() {
    let fixture = generator::project(1_000).into_iter().fold(Fixture::empty(), |fixture, (path, text)| fixture.with(&path, text));
    let options = BuildOptions { editions: vec!["a5".to_owned()], ..BuildOptions::default() };
    let files = fixture.on_disk().built(&options);
    proven(&files, &pdf_text::books(&files));
}

/// A project with what no sensible directory has: the worst that the rules of the content let through.
fn nasty() -> Fixture {
    let editions = r#"
        [[edition]]
        id = "a5"
        paper = "a5"
        calendar = true
        category_codes = true
        listing_codes = true

        [[edition]]
        id = "full"
        paper = "a5"
        detail = "full"

        [[edition]]
        id = "large"
        paper = "a4"
        text_size = 18
        detail = "full"
        categories = ["food", "empty", "lonely"]
    "#;
    let word = |letter: &str| letter.repeat(60);
    let long = (0..58)
        .map(|n| format!("Sentence number {n} says a little more about lunch, cards, a chat and the walk home.\n\n"))
        .collect::<String>();
    let listing = |id: &str, name: &str, number: usize| {
        LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("01632 960123", &format!("01632 960{number}"))
    };
    let long_winded =
        listing("long-winded", "The Long-Winded Lunch", 201).replace("We cook a two-course", &format!("{long}\nWe cook a two-course"));
    let mut wordy: toml::Table = listing("wordy", &word("n"), 202).parse().expect("TOML");
    wordy.insert("summary".to_owned(), format!("A lunch for {} and friends.", word("m")).into());
    let fixture = Fixture::good()
        .overlaid("booklet.toml", editions)
        .with("categories.toml", "[[category]]\nid = \"food\"\nname = \"Lunch clubs and food\"\ntab = \"Food\"\nfood = true\n\n[[category]]\nid = \"empty\"\nname = \"Nothing in here\"\n\n[[category]]\nid = \"crowd\"\nname = \"A crowd\"\n\n[[category]]\nid = \"lonely\"\nname = \"Only one\"\n")
        .with("listings/food/long-winded.toml", long_winded)
        .with("listings/food/wordy.toml", toml::to_string(&wordy).expect("TOML"))
        .with("listings/lonely/alone.toml", listing("alone", "All Alone", 203).replace("[\"food\"]", "[\"lonely\"]"));
    (0..300).fold(fixture, |fixture, n| {
        let id = format!("crowd-{n}");
        // Of every length, so that every way to end a page comes up.
        let more = "Bring a friend, a chair, an umbrella and a story. ".repeat(n % 23);
        let text = listing(&id, &format!("Crowd Number {n}"), 300 + n)
            .replace("[\"food\"]", if n % 10 == 0 { "[\"crowd\", \"food\"]" } else { "[\"crowd\"]" })
            .replace("We cook", &format!("{more}We cook"));
        fixture.with(&format!("listings/crowd/{id}.toml"), text)
    })
}

#[test]
fn a_nasty_project() {
    let files = nasty().on_disk().built(&BuildOptions::default());
    proven(&files, &pdf_text::books(&files));
    let full = crate::agree::words_of_pdf(&files["booklet/2026-12-full.pdf"]);
    assert!(full.matches("The Long-Winded Lunch, continued").count() >= 2, "it is longer than two pages");
}

/// A theme that guesses the length of entries wrong prints nothing in the foot of a page all the same.
#[test]
fn a_wrong_guess_is_mended() {
    let guess = "  let lines = ";
    let listing = include_str!("../../themes/default/booklet/listing.typ");
    assert_eq!(listing.matches(guess).count(), 1, "the theme guesses in another place");
    let project = nasty().overlaid("booklet.toml", "theme = \"bold\"").on_disk();
    let theme = project.root().join("themes/bold");
    std::fs::create_dir_all(theme.join("booklet")).expect("writable");
    std::fs::write(theme.join("theme.toml"), "[theme]\nname = \"bold\"\ncontract = 1\nextends = \"default\"\n").expect("writable");
    std::fs::write(theme.join("booklet/listing.typ"), listing.replace(guess, &format!("{guess}0 * "))).expect("writable");
    let files = project.built(&BuildOptions { editions: vec!["full".to_owned()], ..BuildOptions::default() });
    proven(&files, &pdf_text::books(&files));
}

#[test]
fn one_listing_only() {
    let files = Fixture::good().on_disk().built(&BuildOptions::default());
    proven(&files, &pdf_text::books(&files));
}

/// In an edition of summaries every line of an entry is as far below the one before as lines of a paragraph are, be the
/// entry short or long. A notice has a frame, and a telephone number is larger than a line.
#[test]
fn lines_of_entries_stand_alike() {
    let entries = entries(crate::agree::sample());
    let (_, pdf) = pdf_text::sample().iter().find(|(path, _)| path.ends_with("-a5.pdf")).expect("the sample has an A5 booklet");
    let gaps = proof::gaps(pdf, &entries);
    assert!(gaps.len() > 500, "only {} lines were compared", gaps.len());
    let least = gaps.iter().map(|(gap, _)| *gap).fold(f32::MAX, f32::min);
    let odd: Vec<String> = gaps.iter().filter(|(gap, _)| gap - least > 0.3).map(|(gap, name)| format!("{gap:.2} in {name}")).collect();
    assert!(odd.is_empty(), "lines are {least:.2} apart, but {} are not:\n{}", odd.len(), odd.join("\n"));
}
