//! Outlets name places and editions there are, and numbers that can be counted.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::OutletDraft;
use crate::load::{nearest, shortened};

pub(super) const RULE: Rule = Rule {
    name: "unknown-outlet-entry",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_outlet_entry.md"),
    check: Check::All(check),
};

/// Reports places and editions that are not there, and numbers of copies that cannot be.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let editions = whole.draft.project.iter().flat_map(|project| &project.editions);
    let editions: BTreeSet<&str> = editions.filter_map(|edition| edition.id.as_ref()).map(|id| id.text.as_str()).collect();
    for outlet in &whole.draft.outlets {
        if let Some(locality) = outlet.locality.as_ref().filter(|locality| !whole.localities.contains_key(locality.value.as_str())) {
            let help = match nearest(&locality.value.to_lowercase(), whole.localities.keys().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "write the id of a place as content/localities.toml has it".to_owned(),
            };
            found.push(RULE.at(locality.span, format!("there is no place with the id \"{}\"", shortened(&locality.value))).help(help));
        }
        for (edition, _) in outlet.copies.iter().filter(|(edition, _)| !editions.contains(edition.value.as_str())) {
            let known: Vec<&str> = editions.iter().copied().collect();
            let finding = RULE.at(edition.span, format!("there is no edition with the id \"{}\"", shortened(&edition.value)));
            let help = match known.is_empty() {
                true => "add an edition to booklet.toml first".to_owned(),
                false => format!("choose one of: {}", known.join(", ")),
            };
            found.push(finding.help(help));
        }
        numbers(outlet, found);
    }
}

/// Numbers that are too large, and the round, are the business of `outlet-number`.
fn numbers(outlet: &OutletDraft, found: &mut Diagnostics) {
    for (_, number) in outlet.copies.iter().filter(|(_, number)| number.value < 0) {
        found.push(RULE.at(number.span, "an outlet cannot take less than 0 copies").help("write how many copies it takes, such as 60"));
    }
}
