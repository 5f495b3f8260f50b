//! Words of print: what a theme sets one after the other.

use serde::Serialize;

/// A stretch of words: a plain text, or an object whose keys say what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum SaidView {
    /// Plain words, or `\n` for a line break.
    Text(String),
    /// What is told next: "When". It stays on one line, and the words after it begin with some room.
    Label {
        /// `when`, `where`, `cost`, `who_for`, `languages`, `access`, `evidence`, `contact`, `run_by` or `checked`.
        key: &'static str,
        /// The label.
        label: String,
    },
    /// Words that stand out.
    Strong {
        /// The words.
        strong: String,
    },
    /// A telephone number, never parted.
    Phone {
        /// `tel:+441632960123`.
        phone_href: String,
        /// "01632 960 123".
        text: String,
        /// Whether other words follow on its line, so that some room belongs between.
        room: bool,
    },
    /// Another address, never parted.
    Address {
        /// `mailto:` or `https:`.
        href: String,
        /// As it is printed.
        text: String,
        /// Whether a line could end within it, so that it has to be held together.
        held: bool,
    },
}

impl SaidView {
    /// An address that is held together where it has to be.
    pub(super) fn address(href: &str, text: &str) -> SaidView {
        SaidView::Address { href: href.to_owned(), text: text.to_owned(), held: may_part(text) }
    }
}

/// One thing about a listing: its label, where the words need one, and what is said.
pub(super) struct Fact {
    pub key: &'static str,
    pub label: Option<String>,
    pub runs: Vec<SaidView>,
}

/// The facts of a paragraph as one row of words; what is plain and stands side by side is one.
pub(super) fn paragraph(facts: Vec<Fact>) -> Vec<SaidView> {
    let mut said: Vec<SaidView> = Vec::new();
    let mut say = |run: SaidView| match (said.last_mut(), run) {
        (Some(SaidView::Text(before)), SaidView::Text(text)) if *before != "\n" && text != "\n" => before.push_str(&text),
        (_, run) => said.push(run),
    };
    for (at, fact) in facts.into_iter().enumerate() {
        if at > 0 {
            say(SaidView::Text(" ".to_owned()));
        }
        if let Some(label) = fact.label {
            say(SaidView::Label { key: fact.key, label });
            say(SaidView::Text("\u{a0}\u{a0}".to_owned()));
        }
        fact.runs.into_iter().for_each(&mut say);
    }
    said
}

/// Whether a line may end within an address (UAX #14): between letters, figures, dots, `_` and `@` it may not. Typst also
/// parts what begins as a web address does, and the program what is longer than any line.
fn may_part(address: &str) -> bool {
    let is_whole = |letter: char| letter.is_ascii_alphanumeric() || "._@".contains(letter);
    let is_long = || address.split(|letter: char| !letter.is_ascii_alphabetic()).any(|run| run.len() > 20);
    address.starts_with("www.") || !address.chars().all(is_whole) || is_long()
}

/// All of a short text on one line.
pub(super) fn tied(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
