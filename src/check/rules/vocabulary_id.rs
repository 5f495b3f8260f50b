//! Ids of categories, places, outlets, editions and of services that are gone are fit for file names and web addresses.

use super::{Check, Rule, slugs};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "vocabulary-id", level: Level::Error, fixed: false, explain: include_str!("vocabulary_id.md"), check: Check::All(check) };

/// Reports ids that are none.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let draft = whole.draft;
    let categories = draft.categories.iter().map(|category| (&category.id, &category.name));
    let localities = draft.localities.iter().map(|locality| (&locality.id, &locality.name));
    let outlets = draft.outlets.iter().map(|outlet| (&outlet.id, &outlet.name));
    let editions = draft.project.iter().flat_map(|project| &project.editions).map(|edition| (&edition.id, &edition.title));
    let gone = draft.relist.iter().map(|entry| (&entry.id, &None));
    for (id, name) in categories.chain(localities).chain(outlets).chain(editions).chain(gone) {
        let finding = id.as_ref().and_then(|id| slugs::finding(&RULE, id, name.as_ref()));
        finding.into_iter().for_each(|finding| found.push(finding));
    }
}
