//! Numbers, dates, times and postcodes stay on one line (UKAAF clear print: never part a piece of information), and
//! a word that is longer than any line may part.
//!
//! Done here on the data, once for all texts, because a show rule or a function of the theme would be asked
//! about every text of every listing.

use std::sync::LazyLock;

use regex::bytes::{Captures, Regex};

const MONTHS: &str = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const CLOCK: &str = "(?:[0-9]{1,2}(?::[0-9]{2})?[ap]m|midday|midnight)";

/// What must not be parted: "8 and 22 December 2026", "10am to midday", "01632 960 123", "RM18 0ZZ", "5 out of 5".
static GROUPS: LazyLock<Regex> = LazyLock::new(|| {
    let kinds = [
        format!("(?:[0-9]{{1,2}} and )?[0-9]{{1,2}} {MONTHS}(?: [0-9]{{4}})?"),
        format!("{MONTHS} [0-9]{{4}}"),
        format!("{CLOCK}(?: (?:to|and) {CLOCK})?"),
        "0[0-9]{2,4}(?: [0-9]{2,6}){1,3}".to_owned(),
        "116 [0-9]{3}".to_owned(),
        "[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}".to_owned(),
        "[0-9]+ (?:out of|to) [0-9]+".to_owned(),
        "[0-9]+ (?:million|point)".to_owned(),
    ];
    let pattern = format!("(?-u:\\b)(?:{})(?-u:\\b)", kinds.join("|"));
    Regex::new(&pattern).unwrap_or_else(|error| unreachable!("the pattern is fixed: {error}"))
});

/// A word of this many letters may not fit into a column of an index.
const LONG: usize = 24;
/// Letters of it that stay together.
const PART: usize = 12;

/// A long run of letters; before it, so that they are passed over, keys and addresses of all kinds.
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    let address = r#""(?:[a-z]+_)*(?:href|id|anchor|file)":"(?:[^"\\]|\\.)*""#;
    let pattern = format!(r#"(?-u:{address}|"[^"\\]*":|[A-Za-z\x80-\xff]{{{LONG},}})"#);
    Regex::new(&pattern).unwrap_or_else(|error| unreachable!("the pattern is fixed: {error}"))
});

/// Puts places to break into the long words of a JSON document.
pub(super) fn loosened(json: &[u8]) -> Vec<u8> {
    let loosen = |found: &Captures<'_>| match std::str::from_utf8(&found[0]) {
        Ok(word) if !word.starts_with('"') && word.chars().count() >= LONG => parted(word).into_bytes(),
        _ => found[0].to_vec(),
    };
    WORDS.replace_all(json, loosen).into_owned()
}

fn parted(word: &str) -> String {
    let mut out = String::new();
    for (at, c) in word.chars().enumerate() {
        // A mark stays with the letter it belongs to.
        if at > 0 && at % PART == 0 && c.is_alphabetic() {
            out.push('\u{200b}');
        }
        out.push(c);
    }
    out
}

/// Puts no-break spaces into the groups of a JSON document. Compact JSON has spaces in texts only, and no group
/// can reach from one text into the next.
pub(super) fn tied(json: &[u8]) -> Vec<u8> {
    let no_break = "\u{a0}".as_bytes();
    let tie = |found: &Captures<'_>| found[0].split(|byte| *byte == b' ').collect::<Vec<_>>().join(no_break);
    GROUPS.replace_all(json, tie).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{loosened, tied};

    fn check(text: &str, expected: &str) {
        let tied = String::from_utf8(tied(text.as_bytes())).unwrap_or_default();
        assert_eq!(tied.replace('\u{a0}', "_"), expected);
    }

    #[test]
    fn groups_are_tied_and_words_are_not() {
        check("Ring 01632 960 123 by 10am to midday", "Ring 01632_960_123 by 10am_to_midday");
        check("On 8 and 22 December, at RM18 0ZZ", "On 8_and_22_December, at RM18_0ZZ");
        check("rating 5 out of 5, dated March 2026", "rating 5_out_of_5, dated March_2026");
        check("£5 million, 116 123", "£5_million, 116_123");
        check(r#"{"a":"5","b":"12 people and 3 dogs"}"#, r#"{"a":"5","b":"12 people and 3 dogs"}"#);
    }

    #[test]
    fn long_words_may_part_and_addresses_stay() {
        let word = "Llanfairpwllgwyngyllgogerychwyrndrobwll";
        let json = format!(r#"{{"{word}":1,"id":"{word}","web_href":"https://{word}.example.org","name":"The {word}, {word}"}}"#);
        let text = String::from_utf8(loosened(json.as_bytes())).unwrap_or_default();
        let parted = "Llanfairpwll|gwyngyllgoge|rychwyrndrob|wll";
        assert_eq!(text.replace('\u{200b}', "|"), json.replace(&format!("The {word}, {word}"), &format!("The {parted}, {parted}")));
        let short = r#"{"name":"Internationalisation, déjà vu"}"#;
        assert_eq!(loosened(short.as_bytes()), short.as_bytes());
    }
}
