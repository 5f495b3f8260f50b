//! Texts do not shout.

use super::wording::place;
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "shouting", level: Level::Warning, fixed: false, explain: include_str!("shouting.md"), check: Check::Each(check) };

/// So many words in capitals, one after the other, are no abbreviations any more.
const MANY: usize = 3;

/// Reports words in capitals in the summary, the description and the alert.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let texts = listing.summary.iter().chain(&listing.alert).map(|text| (text.value.clone(), text.span));
    let description = listing.description.iter().map(|description| (description.prose.plain(), description.span));
    for (text, span) in texts.chain(description) {
        if let Some(words) = loud(&text) {
            let at: Span = place(subject.whole, span, &words);
            let finding = RULE.at(at, "these words are written in capitals").label("hard to read, and it sounds like shouting");
            found.push(finding.help("write them in small letters; for one or two words that matter use **stars** in the description"));
        }
    }
}

/// The first run of words in capitals that is long enough.
fn loud(text: &str) -> Option<String> {
    let mut run: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        if letters.chars().count() >= 3 && letters.chars().all(char::is_uppercase) {
            run.push(letters);
        } else if run.len() >= MANY {
            break;
        } else {
            run.clear();
        }
    }
    (run.len() >= MANY).then(|| run.join(" "))
}
