//! Texts have no control characters in them.

use super::wording::{Field, code, every, place_of_char};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "control-character",
    level: Level::Error,
    fixed: false,
    explain: include_str!("control_character.md"),
    check: Check::All(check),
};

/// Reports the first one of each text.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    every(whole, found, |field, found| {
        let Some(c) = first(field) else { return };
        let finding = RULE.at(place_of_char(whole, field.span, c), "this text has a control character in it");
        let help = "delete it and type the words around it again; such characters come with text copied from other programs";
        found.push(finding.label(format!("{} in {}", code(c), field.called())).help(help));
    });
}

/// Line ends and tabs are fine, and so is the carriage return of Windows line ends.
fn first(field: &Field<'_>) -> Option<char> {
    let mut characters = field.text.chars().peekable();
    while let Some(c) = characters.next() {
        let fine = matches!(c, '\n' | '\t') || c == '\r' && characters.peek() == Some(&'\n');
        if is_control(c) && !fine {
            return Some(c);
        }
    }
    None
}

/// Whether a character steers a machine instead of being read.
pub(super) fn is_control(c: char) -> bool {
    c.is_control()
}
