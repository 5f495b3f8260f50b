//! A to Z as people expect it: accents beside their letters, numbers by value, "The" passed over.

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale::locale;

/// The order of British English by the Unicode collation algorithm.
pub struct Collation {
    collator: CollatorBorrowed<'static>,
}

impl Collation {
    /// The one order used everywhere; it does not ask the machine's locale.
    pub fn new() -> Collation {
        let mut preferences = CollatorPreferences::from(&locale!("en-GB"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        options.alternate_handling = Some(AlternateHandling::NonIgnorable);
        let collator =
            Collator::try_new(preferences, options).unwrap_or_else(|error| unreachable!("the collation data is compiled in: {error}"));
        Collation { collator }
    }

    /// A key whose byte order is the order of names.
    pub fn key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        if self.collator.write_sort_key_to(filed(name), &mut key).is_err() {
            key.extend_from_slice(name.as_bytes()); // writing to a vector cannot fail; the order would still be fixed
        }
        key
    }

    /// The heading of an A to Z index that a name stands under: its first letter without accents, or `0 to 9`.
    pub fn letter(name: &str) -> String {
        let first = filed(name).chars().find(|c| c.is_alphanumeric());
        match first.and_then(deunicode::deunicode_char).and_then(|plain| plain.chars().next()) {
            Some(c) if c.is_ascii_alphabetic() => c.to_ascii_uppercase().to_string(),
            Some(_) => "0 to 9".to_owned(),
            None => "Other".to_owned(),
        }
    }
}

impl Default for Collation {
    fn default() -> Self {
        Collation::new()
    }
}

/// The part of a name it is filed under: "The Grays Lunch Club" stands under G.
fn filed(name: &str) -> &str {
    let name = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    match name.get(..4) {
        Some(article) if article.eq_ignore_ascii_case("the ") => name[4..].trim_start(),
        _ => name,
    }
}
