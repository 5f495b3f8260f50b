//! A page's id must be fit for a web address.

use super::{Check, Rule, slugs};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "page-id", level: Level::Error, fixed: false, explain: include_str!("page_id.md"), check: Check::All(check) };

/// Reports ids of pages that are none.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for page in &whole.draft.pages {
        let finding = page.id.as_ref().and_then(|id| slugs::finding(&RULE, id, page.title.as_ref()));
        finding.into_iter().for_each(|finding| found.push(finding));
    }
}
