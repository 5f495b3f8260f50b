//! Categories and places that no listing names.

use std::collections::HashSet;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{ListingDraft, SlugDraft};

pub(super) const RULE: Rule =
    Rule { name: "unused-entry", level: Level::Note, fixed: false, explain: include_str!("unused_entry.md"), check: Check::All(check) };

/// Reports categories and places without a published listing.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let draft = whole.draft;
    let live = || draft.listings.iter().filter(|listing| listing.is_live());
    let named: HashSet<&str> = live().flat_map(|listing: &ListingDraft| &listing.categories).map(|id| id.value.as_str()).collect();
    for id in draft.categories.iter().filter_map(|category| category.id.as_ref()) {
        look("category", id, &named, found);
    }
    let named: HashSet<&str> = live().flat_map(|listing: &ListingDraft| &listing.localities).map(|id| id.value.as_str()).collect();
    for id in draft.localities.iter().filter_map(|locality| locality.id.as_ref()) {
        look("place", id, &named, found);
    }
}

fn look(what: &str, id: &SlugDraft, named: &HashSet<&str>, found: &mut Diagnostics) {
    if !named.contains(id.text.as_str()) {
        let finding = RULE.at(id.span, format!("no listing names this {what}"));
        found.push(finding.help(format!("name it in a listing, or take the {what} out if there is nothing to offer")));
    }
}
