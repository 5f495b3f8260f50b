//! What somebody else said is cited.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Provenance;

pub(super) const RULE: Rule = Rule {
    name: "third-party-source",
    level: Level::Error,
    fixed: false,
    explain: include_str!("third_party_source.md"),
    check: Check::Each(check),
};

/// Reports information from somebody else who is not named.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let checks = &subject.listing.checks;
    let source = checks.source.as_ref().filter(|source| source.value == Provenance::ThirdParty);
    if let (Some(source), None) = (source, &checks.cite) {
        let finding = RULE.at(source.span, "the information comes from somebody else, but from whom is not said");
        found.push(finding.help("name the source: cite = \"Parish newsletter, September 2026\""));
    }
}
