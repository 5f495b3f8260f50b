//! Every character can be printed.

use super::bidi_control::is_bidi;
use super::control_character::is_control;
use super::invisible_character::is_invisible;
use super::wording::{code, every, place_of_char};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "unprintable-character",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unprintable_character.md"),
    check: Check::All(check),
};

/// Reports the first character of each public text that no font of the theme has.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    every(whole, found, |field, found| {
        // Characters that nobody is meant to see have rules of their own.
        let seen = |c: char| !c.is_ascii() && !is_control(c) && !is_bidi(c) && !is_invisible(c);
        let missing = field.text.chars().find(|c| seen(*c) && !(whole.printable)(*c));
        let Some(c) = missing.filter(|_| field.public) else { return };
        let finding = RULE.at(place_of_char(whole, field.span, c), "this character cannot be printed: no font of the theme has it");
        found.push(finding.label(format!("{} in {}", code(c), field.called())).help("use another character, or say it in words"));
    });
}
