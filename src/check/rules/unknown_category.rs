//! Categories are those of `categories.toml`.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
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
    let known_ids = &subject.whole.categories;
    for category in subject.listing.categories.iter().filter(|category| !known_ids.contains_key(category.value.as_str())) {
        let title = format!("there is no category \"{}\"", shortened(&category.value));
        found.push(RULE.at(category.span, title).help(known(&category.value, known_ids.keys().copied())));
    }
}

/// Says which ids there are: the nearest to a misspelt one, and the list.
pub(super) fn known<'w>(word: &str, ids: impl Iterator<Item = &'w str> + Clone) -> String {
    let near = nearest(&word.to_lowercase().replace([' ', '_'], "-"), ids.clone()).map(|near| format!("did you mean \"{near}\"? "));
    let shown: Vec<&str> = ids.clone().take(30).collect();
    let more = if ids.count() > shown.len() { ", ..." } else { "" };
    format!("{}choose from: {}{more}", near.unwrap_or_default(), shown.join(", "))
}
