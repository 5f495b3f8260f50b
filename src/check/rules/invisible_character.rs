//! Texts have no invisible characters in them.

use super::wording::{code, every, place_of_char};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "invisible-character",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("invisible_character.md"),
    check: Check::All(check),
};

/// Reports the first one of each text.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    every(whole, found, |field, found| {
        let Some(c) = field.text.chars().find(|c| is_invisible(*c)) else { return };
        let finding = RULE.at(place_of_char(whole, field.span, c), "this text has an invisible character in it");
        let help = "delete it, and type the words around it again if it cannot be seen";
        found.push(finding.label(format!("{} in {}", code(c), field.called())).help(help));
    });
}

/// Whether a character has no shape of its own: soft hyphens, joiners, byte order marks, tags.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}
