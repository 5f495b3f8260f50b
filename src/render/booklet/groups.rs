//! Numbers, dates, times and postcodes stay on one line (UKAAF clear print: never part a piece of information).
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

/// Puts no-break spaces into the groups of a JSON document. Compact JSON has spaces in texts only, and no group
/// can reach from one text into the next.
pub(super) fn tied(json: &[u8]) -> Vec<u8> {
    let no_break = "\u{a0}".as_bytes();
    let tie = |found: &Captures<'_>| found[0].split(|byte| *byte == b' ').collect::<Vec<_>>().join(no_break);
    GROUPS.replace_all(json, tie).into_owned()
}

#[cfg(test)]
mod tests {
    use super::tied;

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
}
