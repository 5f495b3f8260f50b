//! No two listings may have one id, not even when one of them has gone.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "duplicate-id", level: Level::Error, fixed: false, explain: include_str!("duplicate_id.md"), check: Check::All(check) };

/// Reports one of two listings with one id; where only one of them is published, that one.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut first = HashMap::new();
    for listing in &whole.draft.listings {
        let Some(id) = &listing.id else { continue };
        let Some(&(earlier, earlier_id)) = first.get(id.text.as_str()) else {
            first.insert(id.text.as_str(), (listing, id));
            continue;
        };
        let gone = earlier.is_live() != listing.is_live();
        // Of two that are published, the one whose file has another name was copied, and its id forgotten.
        let first_is_wrong = if gone { earlier.is_live() } else { earlier.stem != id.text && listing.stem == id.text };
        let (wrong, taken) = if first_is_wrong { (earlier_id, id) } else { (id, earlier_id) };
        let help = if gone {
            "choose another id and rename the file: an id is never used again, even after its listing has gone"
        } else {
            "if this is the same service, delete one of the two files; if not, choose another id and rename the file"
        };
        let finding = RULE.at(wrong.span, "two listings have the same id").label("this id is taken");
        found.push(finding.also(taken.span, "it is used here").help(help));
    }
}
