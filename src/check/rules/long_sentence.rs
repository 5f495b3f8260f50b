//! Sentences are short enough to be read in one go.

use super::wording::{count_words, place, proses, sentences};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "long-sentence", level: Level::Note, fixed: false, explain: include_str!("long_sentence.md"), check: Check::All(check) };

/// The Government Digital Service advises to split longer ones.
const LONGEST: usize = 25;

/// Reports long sentences in summaries, descriptions, pages and letters.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for summary in whole.draft.listings.iter().filter_map(|listing| listing.summary.as_ref()) {
        look(&summary.value, summary.span, whole, found);
    }
    for prose in proses(whole.draft) {
        look(&prose.prose.plain(), prose.span, whole, found);
    }
}

fn look(text: &str, span: Span, whole: &Whole<'_>, found: &mut Diagnostics) {
    for sentence in sentences(text) {
        let words = count_words(sentence);
        if words > LONGEST {
            let finding = RULE.at(place(whole, span, sentence), "this sentence is long");
            found.push(finding.label(format!("{words} words; up to {LONGEST} are easy to read")).help("make two sentences of it"));
        }
    }
}
