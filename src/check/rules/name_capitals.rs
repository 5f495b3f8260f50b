//! Names are not written in capitals.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::shortened;

pub(super) const RULE: Rule =
    Rule { name: "name-capitals", level: Level::Error, fixed: false, explain: include_str!("name_capitals.md"), check: Check::Each(check) };

/// Reports names in capitals; one short word may be an abbreviation, such as MIND.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(name) = &subject.listing.name else { return };
    let letters: Vec<char> = name.value.chars().filter(|c| c.is_alphabetic()).collect();
    let words = name.value.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    if letters.len() >= 4 && letters.iter().all(|c| c.is_uppercase()) && (words > 1 || letters.len() > 5) {
        let help = format!("write it with small letters: name = \"{}\"", shortened(&capitalised(&name.value)));
        found.push(RULE.at(name.span, "this name is written in capitals").help(help));
    }
}

/// Every word with a capital at its beginning only.
fn capitalised(name: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in name.chars() {
        if inside {
            out.extend(c.to_lowercase())
        } else {
            out.push(c)
        }
        inside = c.is_alphabetic() || inside && matches!(c, '\'' | '\u{2019}');
    }
    out
}
