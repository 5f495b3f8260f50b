//! Neighbours of a place are places.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::{nearest, shortened};

pub(super) const RULE: Rule = Rule {
    name: "unknown-neighbour",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_neighbour.md"),
    check: Check::All(check),
};

/// Reports neighbours that are no place, or the place itself.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for locality in &whole.draft.localities {
        let own = locality.id.as_ref().map(|id| id.text.as_str());
        for neighbour in &locality.neighbours {
            let name = neighbour.value.as_str();
            if own == Some(name) {
                let finding = RULE.at(neighbour.span, "this place is named as its own neighbour");
                found.push(finding.help("take it out of the list"));
            } else if !whole.localities.contains_key(name) {
                let help = match nearest(&name.to_lowercase(), whole.localities.keys().copied()) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => "write the id of a place as content/localities.toml has it, or take it out".to_owned(),
                };
                found.push(RULE.at(neighbour.span, format!("there is no place with the id \"{}\"", shortened(name))).help(help));
            }
        }
    }
}
