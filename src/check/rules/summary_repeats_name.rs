//! Summaries do not say the name once more.

use super::wording::normal;
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "summary-repeats-name",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("summary_repeats_name.md"),
    check: Check::Each(check),
};

/// Reports summaries that begin with the listing's name.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let (Some(name), Some(summary)) = (&subject.listing.name, &subject.listing.summary) else { return };
    let (called, words) = (normal(&name.value), normal(&summary.value));
    let rest = words.strip_prefix(&called).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    if !called.is_empty() && rest.is_some() {
        let finding = RULE.at(summary.span, "this summary begins with the name").label("the name stands just above it");
        found.push(finding.help("begin with what it offers, such as \"A hot lunch and a chat\""));
    }
}
