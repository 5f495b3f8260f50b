//! Booklet, website and open data say the same: name, telephone number, address, times and order of every listing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fingerpost::model::{TimeOfDay, Weekday, Word};
use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::view::words::{times, typeset};
use serde_json::Value;

/// What one listing must say everywhere.
struct Expected {
    id: String,
    name: String,
    /// Telephone numbers, names of venues, address lines, postcodes, days and times, in the order they are given.
    facts: Vec<String>,
    home: String,
}

/// The sample's output for December, built once for all tests.
pub fn sample() -> &'static BTreeMap<String, Vec<u8>> {
    static SAMPLE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let output = tempfile::tempdir().expect("a temporary folder");
        let project = Project { root: root.to_owned(), output: output.path().join("output") };
        let outcome = pipeline::build(&project, &BuildOptions::default(), &mut |_| {});
        assert!(outcome.result.is_ok(), "{}", fingerpost::diag::text::render_short(&outcome.found, &outcome.sources));
        crate::publish::tree(&project.output)
    });
    &SAMPLE
}

fn texts<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn expected(feed: &Value) -> Vec<Expected> {
    let listings = feed["listings"].as_array().expect("a list");
    listings
        .iter()
        .map(|one| {
            let mut facts = Vec::new();
            for session in one["sessions"].as_array().into_iter().flatten() {
                let time = |key: &str| TimeOfDay::parse(session[key].as_str().expect("a time")).expect("a time");
                facts.push(times(time("from"), time("to")));
                let days = texts(session, "days");
                if let [day] = days.as_slice() {
                    facts.push(Weekday::from_word(day).expect("a day").name().to_owned());
                }
            }
            for venue in one["venues"].as_array().into_iter().flatten() {
                facts.extend(venue["name"].as_str().map(typeset));
                facts.extend(texts(venue, "address").into_iter().map(typeset));
                facts.extend(venue["postcode"].as_str().map(str::to_owned));
            }
            for contact in one["contacts"].as_array().into_iter().flatten() {
                facts.extend(["phone", "mobile", "email"].iter().filter_map(|key| contact[*key].as_str()).map(str::to_owned));
            }
            Expected {
                id: one["id"].as_str().expect("an id").to_owned(),
                name: typeset(one["name"].as_str().expect("a name")),
                home: texts(one, "categories")[0].to_owned(),
                facts,
            }
        })
        .collect()
}

/// Spaces of every kind as one plain space.
fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{a0}').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of an HTML page.
pub fn words_of(html: &[u8]) -> String {
    use html5gum::{Token, Tokenizer};
    let html = String::from_utf8_lossy(html);
    let mut out = String::new();
    for Ok(token) in Tokenizer::new(html.as_ref()) {
        match token {
            Token::String(text) => out.push_str(&String::from_utf8_lossy(&text.value)),
            // Inline elements do not part words; everything else does.
            Token::StartTag(tag) if !matches!(&tag.name[..], b"a" | b"span" | b"strong" | b"time") => out.push(' '),
            Token::EndTag(tag) if !matches!(&tag.name[..], b"a" | b"span" | b"strong" | b"time") => out.push(' '),
            _ => {}
        }
    }
    plain(&out)
}

/// The words of a PDF, page after page.
pub fn words_of_pdf(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    plain(&document.extract_text(&pages).expect("its text can be read"))
}

/// Without spaces: a PDF may part a line in the middle of a long address. The word joiner that holds a page number
/// to its line is no letter either.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{2060}').collect()
}

#[test]
fn booklet_website_and_data_agree() {
    let files = sample();
    let feed: Value = serde_json::from_slice(&files["data/listings.json"]).expect("JSON");
    let expected = expected(&feed);
    assert!(expected.len() >= 140, "{} listings", expected.len());
    for one in &expected {
        let page = words_of(&files[&format!("site/listing/{}.html", one.id)]);
        for fact in one.facts.iter().chain([&one.name]) {
            assert!(page.contains(&plain(fact)), "{}: the website does not say {fact:?}\n{page}", one.id);
        }
    }
    let pdf = squeezed(&words_of_pdf(&files["booklet/2026-12-a5.pdf"]));
    let categories: toml::Table = include_str!("../../content/categories.toml").parse().expect("TOML");
    for category in categories["category"].as_array().expect("a list") {
        let intro = squeezed(&typeset(category["description"].as_str().expect("a text")));
        let mut at = pdf.find(&intro).unwrap_or_else(|| panic!("the booklet has no {intro}"));
        for one in expected.iter().filter(|one| Some(one.home.as_str()) == category["id"].as_str()) {
            let name = squeezed(&one.name);
            let found = pdf[at..].find(&name).unwrap_or_else(|| panic!("the booklet has {} in no or the wrong place", one.name));
            at += found + name.len();
            let entry: String = pdf[at..].chars().take(3_500).collect();
            for fact in &one.facts {
                assert!(entry.contains(&squeezed(fact)), "{}: the booklet does not say {fact:?}\n{entry}", one.id);
            }
        }
    }
}

/// The lists of the website keep the order of the booklet.
#[test]
fn lists_are_in_the_same_order() {
    let files = sample();
    let feed: Value = serde_json::from_slice(&files["data/listings.json"]).expect("JSON");
    let order: Vec<String> = expected(&feed).into_iter().map(|one| one.id).collect();
    for (path, html) in files.iter().filter(|(path, _)| path.starts_with("site/category/") && !path.ends_with("index.html")) {
        let html = String::from_utf8_lossy(html);
        let rows = html.split("class=\"rows\"").nth(1).unwrap_or_else(|| panic!("{path} has no list"));
        let positions: Vec<Option<usize>> = order.iter().map(|id| rows.find(&format!("listing/{id}.html"))).collect();
        let there: Vec<usize> = positions.into_iter().flatten().collect();
        assert!(!there.is_empty() && there.is_sorted(), "{path}: {there:?}");
    }
}
