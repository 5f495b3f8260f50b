//! The project's own colours can be read where the theme puts them.

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::Text;
use crate::model::colour::faint;

pub(super) const RULE: Rule =
    Rule { name: "contrast", level: Level::Error, fixed: true, explain: include_str!("contrast.md"), check: Check::All(check) };

/// Reports colours of `[colours]` that are too much like a colour they lie on, or that lies on them.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let own: BTreeMap<&str, &Text> =
        whole.draft.project.iter().flat_map(|project| &project.colours).map(|(key, colour)| (key.value.as_str(), colour)).collect();
    let mut all = whole.colours.clone();
    all.extend(own.iter().map(|(key, colour)| ((*key).to_owned(), colour.value.clone())));
    for faint in faint(&all, true) {
        // A pair of the theme's alone is the theme's fault.
        let Some(colour) = own.get(faint.pair.over).or_else(|| own.get(faint.pair.on)) else { continue };
        let finding = RULE.at(colour.span, faint.to_string());
        found.push(finding.help("choose a darker colour for what lies on light, or a lighter one for what lies on dark"));
    }
}
