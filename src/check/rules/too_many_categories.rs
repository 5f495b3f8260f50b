//! A listing stands in one to three categories.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "too-many-categories",
    level: Level::Error,
    fixed: false,
    explain: include_str!("too_many_categories.md"),
    check: Check::Each(check),
};

/// The most categories of a listing; readers, not providers, must find their way.
const MOST: usize = 3;

/// Reports a fourth category, and one named twice.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let categories = &subject.listing.categories;
    if let Some(fourth) = categories.get(MOST) {
        let finding = RULE.at(fourth.span, format!("the listing names {} categories", categories.len())).label("three are the most");
        found.push(finding.help("keep the ones under which people would look for it, its home first"));
    }
    let mut seen = BTreeMap::new();
    for category in categories {
        if let Some(first) = seen.insert(category.value.as_str(), category.span) {
            let finding = RULE.at(category.span, "this category is named twice").also(first, "here already");
            found.push(finding.help("take one of the two out"));
        }
    }
}
