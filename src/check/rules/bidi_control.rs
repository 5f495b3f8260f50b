//! Texts do not turn the direction of writing.

use super::wording::{code, every, place_of_char};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "bidi-control", level: Level::Error, fixed: false, explain: include_str!("bidi_control.md"), check: Check::All(check) };

/// Reports the first one of each text.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    every(whole, found, |field, found| {
        let Some(c) = field.text.chars().find(|c| is_bidi(*c)) else { return };
        let finding =
            RULE.at(place_of_char(whole, field.span, c), "this text has a hidden character in it that turns the direction of writing");
        let help = "delete it, and type the words around it again if it cannot be seen";
        found.push(finding.label(format!("{} in {}", code(c), field.called())).help(help));
    });
}

/// Whether a character turns the direction of writing (Unicode Standard Annex 9, table 4).
pub(super) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
