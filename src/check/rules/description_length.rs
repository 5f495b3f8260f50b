//! Descriptions say enough, and not too much.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "description-length",
    level: Level::Error,
    fixed: false,
    explain: include_str!("description_length.md"),
    check: Check::Each(check),
};

const SHORTEST: usize = 40;
const LONG: usize = 1_200;
const LONGEST: usize = 5_000;

/// Reports descriptions that are too short or too long; rather long ones as a warning.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(description) = &subject.listing.description else { return };
    let length = description.prose.plain().trim().chars().count();
    let (title, label, help) = match length {
        0..SHORTEST => (
            "this description is too short",
            format!("{length} characters of text; at least {SHORTEST} are needed"),
            "say what happens, who comes and how to begin",
        ),
        SHORTEST..=LONG => return,
        _ => (
            "this description is too long",
            format!("{length} characters of text; up to {LONG} are read"),
            "keep what somebody must know before the first visit, and leave the rest to the provider's website",
        ),
    };
    let mut finding = RULE.at(description.span, title).label(label).help(help);
    if (LONG..=LONGEST).contains(&length) {
        finding.level = Level::Warning;
    }
    found.push(finding);
}
