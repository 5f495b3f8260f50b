//! No two pages have one id.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-page",
    level: Level::Error,
    fixed: false,
    explain: include_str!("duplicate_page.md"),
    check: Check::All(check),
};

/// Reports the second page of an id.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut first = HashMap::new();
    for id in whole.draft.pages.iter().filter_map(|page| page.id.as_ref()) {
        let earlier = *first.entry(id.text.as_str()).or_insert(id.span);
        if earlier != id.span {
            let finding = RULE.at(id.span, "two pages have the same id").label("this id is taken");
            found.push(finding.also(earlier, "it was first used here").help("give this page another id, the same as its file's name"));
        }
    }
}
