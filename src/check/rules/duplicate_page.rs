//! No two pages have one id.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::PageDraft;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-page",
    level: Level::Error,
    fixed: false,
    explain: include_str!("duplicate_page.md"),
    check: Check::All(check),
};

/// Reports one of two pages with one id.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut first = HashMap::new();
    for page in &whole.draft.pages {
        let Some(id) = &page.id else { continue };
        let Some(&(earlier, earlier_id)) = first.get(id.text.as_str()) else {
            first.insert(id.text.as_str(), (page, id));
            continue;
        };
        // The one whose file has another name was copied, and its id forgotten.
        let first_is_wrong = !is_named(whole, earlier, &id.text) && is_named(whole, page, &id.text);
        let (wrong, taken) = if first_is_wrong { (earlier_id, id) } else { (id, earlier_id) };
        let finding = RULE.at(wrong.span, "two pages have the same id").label("this id is taken");
        found.push(finding.also(taken.span, "it is used here").help("give this page another id, such as the name of its file"));
    }
}

/// Whether a page's file is named after an id.
fn is_named(whole: &Whole<'_>, page: &PageDraft, id: &str) -> bool {
    let path = whole.draft.sources.get(page.source).path.as_str();
    path.strip_prefix("content/pages/").and_then(|name| name.strip_suffix(".md")) == Some(id)
}
