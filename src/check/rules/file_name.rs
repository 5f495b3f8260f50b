//! A listing's file has the name of its listing.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "file-name", level: Level::Warning, fixed: false, explain: include_str!("file_name.md"), check: Check::Each(check) };

/// Reports files with another name than their listing's id.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    // A faulty id is spoken of by `listing-id`.
    let Some((id, slug)) = listing.id.as_ref().and_then(|id| Some((id, id.ok()?))) else { return };
    if listing.stem != slug.as_str() {
        let label = format!("the file is called {}.toml", listing.stem);
        let help = format!("rename the file to {slug}.toml");
        found.push(RULE.at(id.span, "the file does not have the name of its listing").label(label).help(help));
    }
}
