//! Names have letters in them.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "name-without-letters",
    level: Level::Error,
    fixed: false,
    explain: include_str!("name_without_letters.md"),
    check: Check::Each(check),
};

/// Reports names of signs alone.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(name) = &subject.listing.name else { return };
    if !name.value.contains(char::is_alphanumeric) {
        let finding = RULE.at(name.span, "this name has no letters in it").label("signs only");
        found.push(finding.help("write the name in letters, the way people say it"));
    }
}
