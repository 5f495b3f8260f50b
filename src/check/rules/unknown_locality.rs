//! Places are those of `localities.toml`.

use super::unknown_category::offer;
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::shortened;

pub(super) const RULE: Rule = Rule {
    name: "unknown-locality",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_locality.md"),
    check: Check::Each(check),
};

/// Reports places that nobody has defined.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let ids = &subject.whole.localities;
    for locality in subject.listing.localities.iter().filter(|locality| !ids.contains_key(locality.value.as_str())) {
        let title = format!("there is no place \"{}\"", shortened(&locality.value));
        found.push(offer(RULE.at(locality.span, title), &locality.value, ids.keys().copied()));
    }
}
