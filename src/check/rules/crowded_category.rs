//! Categories that readers get lost in.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "crowded-category",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("crowded_category.md"),
    check: Check::All(check),
};

/// Reports categories with more published listings than the policy says.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut counts = vec![0_usize; whole.draft.categories.len()];
    for listing in whole.draft.listings.iter().filter(|listing| listing.is_live()) {
        let named: BTreeSet<usize> = listing.categories.iter().filter_map(|id| whole.categories.get(id.value.as_str()).copied()).collect();
        named.into_iter().for_each(|at| counts[at] += 1);
    }
    let most = whole.policy.crowded;
    for (category, count) in whole.draft.categories.iter().zip(counts) {
        if count > most {
            let span = category.id.as_ref().map_or(category.span, |id| id.span);
            let finding = RULE
                .at(span, "this category has very many listings")
                .label(format!("{count} listings; more than {most} are hard to look through"));
            found.push(finding.help("make two categories of it, or name it only in listings that are mainly about it"));
        }
    }
}
