//! Text to search terms, by the one rule that `assets/js/search.js` keeps too (`tests/web/terms.json` holds both to it).
//!
//! 1. Compatibility decomposition (NFKD); marks U+0300 to U+036F, apostrophes and soft hyphens are dropped.
//! 2. Lower case; a few letters that do not decompose become plain ones (`ł` to `l`, `ß` to `ss`).
//! 3. A term is a longest run of ASCII letters, digits, and characters from U+00C0 on, without `×`, `÷`,
//!    the punctuation and signs of U+2000 to U+2BFF, and those of U+3000 to U+303F.

use unicode_normalization::UnicodeNormalization;

/// The terms of a text that [`plain`] has made ready, in order.
pub fn terms(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(|c| !is_part(c)).filter(|term| !term.is_empty())
}

/// The first two steps.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text.to_ascii_lowercase();
        plain.retain(|c| c != '\'');
        return plain;
    }
    let kept: String = text.nfkd().filter(|c| !is_dropped(*c)).collect();
    let mut plain = String::with_capacity(kept.len());
    for c in kept.to_lowercase().chars() {
        match c {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'ς' => plain.push('σ'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            other => plain.push(other),
        }
    }
    plain
}

fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{ad}')
}

fn is_part(c: char) -> bool {
    match c {
        '\0'..='\u{bf}' => c.is_ascii_alphanumeric(),
        '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, terms};

    #[derive(serde::Deserialize)]
    struct Case {
        text: String,
        terms: Vec<String>,
    }

    /// The same cases are put to the script by `tests/web/search.test.mjs`.
    #[test]
    fn terms_are_those_of_the_script() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("../../../tests/web/terms.json")).expect("the cases are JSON");
        for case in cases {
            assert_eq!(terms(&plain(&case.text)).collect::<Vec<_>>(), case.terms, "{:?}", case.text);
        }
    }
}
