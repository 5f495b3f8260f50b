//! Sentences for Easy Read are very short.

use super::wording::{count_words, sentences};
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "easy-words", level: Level::Warning, fixed: false, explain: include_str!("easy_words.md"), check: Check::Each(check) };

/// The usual advice for Easy Read.
const LONGEST: usize = 15;

/// Reports sentences of `easy` that are too long.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for easy in &subject.listing.easy {
        let words = sentences(&easy.value).into_iter().map(count_words).max().unwrap_or(0);
        if words > LONGEST {
            let finding = RULE.at(easy.span, "this sentence is too long for Easy Read");
            found.push(
                finding.label(format!("{words} words; at most {LONGEST}")).help("say one thing in each sentence, and make two of it"),
            );
        }
    }
}
