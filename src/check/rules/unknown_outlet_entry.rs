//! Outlets name places and editions there are, and numbers that can be counted.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::OutletDraft;
use crate::load::{nearest, shortened};
use crate::source::Spanned;

pub(super) const RULE: Rule = Rule {
    name: "unknown-outlet-entry",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_outlet_entry.md"),
    check: Check::All(check),
};

/// More copies than this is a slip of the pen.
const MOST: i64 = 1_000_000;

/// Reports what an outlet says that cannot be.
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
            found.push(finding.help(format!("choose one of: {}", known.join(", "))));
        }
        numbers(outlet, found);
    }
}

fn numbers(outlet: &OutletDraft, found: &mut Diagnostics) {
    let copies = outlet.copies.iter().map(|(_, number)| number);
    let all: Vec<&Spanned<i64>> = copies.chain(&outlet.returned).chain(&outlet.round).collect();
    for number in all.into_iter().filter(|number| !(0..=MOST).contains(&number.value)) {
        let title = if number.value < 0 { "this number cannot be less than 0" } else { "this number is too large" };
        found.push(RULE.at(number.span, title).help("write the number that was meant, such as 60"));
    }
}
