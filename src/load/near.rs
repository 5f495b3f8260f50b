//! Words that come near to each other, and long texts made short, for messages.

/// How alike two words must be to be offered for each other; clap uses the same figure.
const ALIKE: f64 = 0.8;

/// Longer words are not compared.
const LONGEST_WORD: usize = 200;

/// The known word that comes nearest, if any comes near.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    // Nobody misspells a word of this length, and comparing it would take long.
    if word.len() > LONGEST_WORD {
        return None;
    }
    known
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// The first characters of a text, for use in a message.
pub(crate) fn shortened(text: &str) -> String {
    if text.chars().count() <= 60 { text.to_owned() } else { text.chars().take(57).chain("...".chars()).collect() }
}
