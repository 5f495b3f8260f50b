//! Colours are written in the web's way.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::shortened;

pub(super) const RULE: Rule =
    Rule { name: "colour", level: Level::Error, fixed: false, explain: include_str!("colour.md"), check: Check::All(check) };

/// Reports values that are no colours. Which colours a theme knows is its own business.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for (name, colour) in whole.draft.project.iter().flat_map(|project| &project.colours) {
        let digits = colour.value.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            let finding = RULE.at(colour.span, "this is not a colour").label("a # and six digits from 0 to 9 or a to f");
            found.push(finding.help(format!("write it like this: {} = \"#1f5c4a\"", shortened(&name.value))));
        }
    }
}
