//! A listing lies in the folder of its first category.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "listing-folder",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("listing_folder.md"),
    check: Check::Each(check),
};

/// Reports listings that lie somewhere else.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let Some(home) = listing.categories.first() else { return };
    if listing.folder == home.value {
        return;
    }
    let label = match listing.folder.as_str() {
        "" => "the file lies directly in content/listings".to_owned(),
        folder => format!("the file lies in content/listings/{folder}"),
    };
    let help = match subject.whole.categories.contains_key(home.value.as_str()) {
        true => format!("move the file to content/listings/{}, or put the right category first", home.value),
        false => "put the category whose folder the file lies in first".to_owned(),
    };
    found.push(RULE.at(home.span, "the file does not lie in the folder of its first category").label(label).help(help));
}
