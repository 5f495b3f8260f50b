//! No two listings may have one id, not even when one of them has gone.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "duplicate-id", level: Level::Error, fixed: false, explain: include_str!("duplicate_id.md"), check: Check::All(check) };

/// Reports the second listing of an id; where only one of the two is published, that one.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let mut first = HashMap::new();
    for listing in &whole.draft.listings {
        let Some(id) = &listing.id else { continue };
        let Some(&(earlier, earlier_id)) = first.get(id.text.as_str()) else {
            first.insert(id.text.as_str(), (listing, id));
            continue;
        };
        let gone = earlier.is_live() && !listing.is_live();
        let (wrong, taken) = if gone { (earlier_id, id) } else { (id, earlier_id) };
        let help = if gone || !earlier.is_live() {
            "choose another id and rename the file: an id is never used again, even after its listing has gone"
        } else {
            "if this is the same service, delete one of the two files; if not, choose another id and rename the file"
        };
        let finding = RULE.at(wrong.span, "two listings have the same id").label("this id is taken");
        found.push(finding.also(taken.span, "it was first used here").help(help));
    }
}
