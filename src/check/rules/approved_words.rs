//! Nobody is called approved: the directory says what was seen and leaves the judgement to the reader.

use super::wording::{bare_words, place, sentences};
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "approved-words",
    level: Level::Error,
    fixed: false,
    explain: include_str!("approved_words.md"),
    check: Check::Each(check),
};

/// Words that sound like a promise, longer ones first. "Cleared" alone is not among them: gutters and tables are cleared too.
const CLAIMS: &[&[&str]] = &[
    &["cleared", "by", "the", "council"],
    &["cleared", "by", "the", "police"],
    &["cleared", "to", "work"],
    &["council", "approved"],
    &["council", "checked"],
    &["council", "cleared"],
    &["police", "checked"],
    &["police", "cleared"],
    &["security", "cleared"],
    &["dbs", "approved"],
    &["dbs", "checked"],
    &["dbs", "cleared"],
    &["dbs", "registered"],
    &["crb", "checked"],
    &["crb", "cleared"],
    &["approved"],
    &["endorsed"],
    &["recommended"],
    &["trusted"],
    &["vetted"],
];

/// A text without any of these has none of the claims.
const LAST: &[&str] = &["approved", "checked", "cleared", "endorsed", "recommended", "registered", "trusted", "vetted"];

/// "Booking is recommended" recommends no provider.
const ADVICE: &[&str] = &["advance", "book", "booking", "clothing", "donation", "footwear", "ringing", "shoes"];
const ADVISED: &[&str] = &["age", "ages", "contribution", "donation", "minimum", "reading"];
/// A sentence with one of these denies the claim: "We are not vetted by the council".
const DENIALS: &[&str] = &["not", "cannot", "arent", "cant", "dont", "doesnt", "hasnt", "havent", "isnt", "wasnt", "werent"];

/// Reports such words in the name, the summary, the descriptions and the training.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let organisation = listing.organisation.iter().filter_map(|organisation| organisation.description.as_ref());
    let texts = listing.name.iter().chain(&listing.summary).chain(organisation).chain(&listing.safety.training);
    let texts = texts.map(|text| (text.value.clone(), text.span));
    let description = listing.description.iter().map(|description| (description.prose.plain(), description.span));
    for (text, span) in texts.chain(description) {
        let small = text.to_lowercase();
        if !LAST.iter().any(|word| small.contains(word)) {
            continue;
        }
        for sentence in sentences(&text) {
            let Some(claim) = claim(sentence) else { continue };
            let at = place(subject.whole, place(subject.whole, span, sentence), &claim);
            let finding = RULE.at(at, format!("\"{claim}\" sounds like a promise that this directory cannot keep"));
            found.push(
                finding.help("take the words out; what was seen goes under [safety], and is printed as \"We have seen\" with its date"),
            );
        }
    }
}

/// The first claim of a sentence that does not deny it.
fn claim(sentence: &str) -> Option<String> {
    let words = bare_words(sentence);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words.iter().any(|word| DENIALS.contains(word)) {
        return None;
    }
    (0..words.len()).find_map(|at| {
        let claim = CLAIMS.iter().find(|claim| words[at..].starts_with(claim))?;
        (!is_advice(&words, at)).then(|| claim.join(" "))
    })
}

fn is_advice(words: &[&str], at: usize) -> bool {
    words[at] == "recommended"
        && (words[at.saturating_sub(3)..at].iter().any(|word| ADVICE.contains(word))
            || words.get(at + 1).is_some_and(|next| ADVISED.contains(next)))
}
