//! Insurance is in date.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostic, Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "insurance-lapsed",
    level: Level::Error,
    fixed: false,
    explain: include_str!("insurance_lapsed.md"),
    check: Check::Each(check),
};

/// Reports cover that ended before the issue date: an error where people work in homes, else a warning.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let safety = &subject.listing.safety;
    let until = safety.insurance.as_ref().and_then(|insurance| insurance.until.as_ref());
    let Some(until) = until.filter(|until| until.value < subject.whole.today && subject.listing.is_live()) else { return };
    let in_home = safety.in_home.as_ref().is_some_and(|flag| flag.value);
    let finding = RULE.at(until.span, "the insurance has run out").label(format!("the issue comes out on {}", subject.whole.today));
    let finding = finding.help("ask the provider for the new certificate, then write its last day and the day you saw it");
    found.push(Diagnostic { level: if in_home { Level::Error } else { Level::Warning }, ..finding });
}
