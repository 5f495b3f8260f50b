//! Categories, places and outlets are told apart by id and by name.

use std::collections::HashMap;

use super::wording::normal;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{SlugDraft, Text};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-entry",
    level: Level::Error,
    fixed: false,
    explain: include_str!("duplicate_entry.md"),
    check: Check::All(check),
};

/// Reports the second of two categories, places or outlets with one id or one name.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let draft = whole.draft;
    look("categories", draft.categories.iter().map(|category| (category.id.as_ref(), category.name.as_ref())), found);
    look("places", draft.localities.iter().map(|locality| (locality.id.as_ref(), locality.name.as_ref())), found);
    look("outlets", draft.outlets.iter().map(|outlet| (outlet.id.as_ref(), outlet.name.as_ref())), found);
}

fn look<'a>(what: &str, entries: impl Iterator<Item = (Option<&'a SlugDraft>, Option<&'a Text>)>, found: &mut Diagnostics) {
    let (mut ids, mut names) = (HashMap::new(), HashMap::new());
    for (id, name) in entries {
        if let Some(id) = id {
            let earlier = *ids.entry(id.text.as_str()).or_insert(id.span);
            if earlier != id.span {
                let finding = RULE.at(id.span, format!("two {what} have the same id")).label("this id is taken");
                found.push(finding.also(earlier, "it was first used here").help("give one of them another id, or delete one"));
                continue;
            }
        }
        if let Some(name) = name {
            let earlier = *names.entry(normal(&name.value)).or_insert(name.span);
            if earlier != name.span {
                let finding = RULE.at(name.span, format!("two {what} have the same name")).label("readers cannot tell them apart");
                found.push(finding.also(earlier, "this one is called so too").help("give one of them another name, or delete one"));
            }
        }
    }
}
