//! `[levels]` names rules and levels that there are.

use super::{Check, Rule};
use crate::check::{Whole, parse_level, registry};
use crate::diag::{Diagnostics, Level};
use crate::load::shortened;

pub(super) const RULE: Rule =
    Rule { name: "rule-levels", level: Level::Error, fixed: false, explain: include_str!("rule_levels.md"), check: Check::All(check) };

/// Reports unknown rules and levels, and levels of rules that protect people.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for (name, level) in whole.draft.project.iter().flat_map(|project| &project.levels) {
        let finding = match registry::find(&name.value) {
            None => {
                let help = match registry::nearest(&name.value) {
                    Some(near) => format!("did you mean {near}?"),
                    None => "write the rule's name as it stands in square brackets in front of its findings".to_owned(),
                };
                RULE.at(name.span, format!("there is no rule called \"{}\"", shortened(&name.value))).help(help)
            }
            Some(rule) if rule.fixed => {
                let finding = RULE.at(name.span, format!("the level of {} cannot be changed", rule.name));
                finding.label("nothing can be published without it").help("take the line out, and correct what the rule finds")
            }
            Some(_) if parse_level(&level.value).is_none() => {
                let finding = RULE.at(level.span, format!("there is no level called \"{}\"", shortened(&level.value)));
                finding.help("choose one of: \"off\", \"note\", \"warning\", \"error\"")
            }
            Some(_) => continue,
        };
        found.push(finding);
    }
}
