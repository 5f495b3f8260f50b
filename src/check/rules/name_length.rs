//! Names fit on a line.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "name-length", level: Level::Error, fixed: false, explain: include_str!("name_length.md"), check: Check::Each(check) };

const LONGEST: usize = 60;

/// Reports names that are too long.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(name) = &subject.listing.name else { return };
    let length = name.value.chars().count();
    if length > LONGEST {
        let finding = RULE.at(name.span, "this name is too long").label(format!("{length} characters; there is room for {LONGEST}"));
        found.push(finding.help("use the name people say, and put the rest into the summary"));
    }
}
