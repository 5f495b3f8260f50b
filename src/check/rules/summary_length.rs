//! Summaries are short.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "summary-length",
    level: Level::Error,
    fixed: false,
    explain: include_str!("summary_length.md"),
    check: Check::Each(check),
};

const LONGEST: usize = 140;

/// Reports summaries that are too long.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(summary) = &subject.listing.summary else { return };
    let length = summary.value.chars().count();
    if length > LONGEST {
        let finding = RULE.at(summary.span, "this summary is too long").label(format!("{length} characters; there is room for {LONGEST}"));
        found.push(finding.help("keep one sentence that says what it is and for whom, and move the rest to the description"));
    }
}
