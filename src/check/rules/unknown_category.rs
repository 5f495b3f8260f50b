//! Categories are those of `categories.toml`.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::load::{nearest, shortened};

pub(super) const RULE: Rule = Rule {
    name: "unknown-category",
    level: Level::Error,
    fixed: false,
    explain: include_str!("unknown_category.md"),
    check: Check::Each(check),
};

/// Reports categories that nobody has defined.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let ids = &subject.whole.categories;
    for category in subject.listing.categories.iter().filter(|category| !ids.contains_key(category.value.as_str())) {
        let title = format!("there is no category \"{}\"", shortened(&category.value));
        found.push(offer(RULE.at(category.span, title), &category.value, ids.keys().copied()));
    }
}

/// Adds which ids there are: the nearest to a misspelt one, and the list.
pub(super) fn offer<'w>(finding: Diagnostic, word: &str, ids: impl Iterator<Item = &'w str> + Clone) -> Diagnostic {
    let shown: Vec<&str> = ids.clone().take(30).collect();
    let more = if ids.clone().count() > shown.len() { ", ..." } else { "" };
    let finding = match nearest(&word.to_lowercase().replace([' ', '_'], "-"), ids) {
        Some(near) => finding.help(format!("did you mean \"{near}\"?")),
        None => finding,
    };
    finding.help(format!("choose from: {}{more}", shown.join(", ")))
}
