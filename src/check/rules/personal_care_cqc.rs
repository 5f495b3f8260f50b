//! Who gives personal care says how it stands with the Care Quality Commission.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::CqcStatus;

pub(super) const RULE: Rule = Rule {
    name: "personal-care-cqc",
    level: Level::Error,
    fixed: false,
    explain: include_str!("personal_care_cqc.md"),
    check: Check::Each(check),
};

/// Reports personal care without a statement about registration, or with one that cannot be.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let safety = &subject.listing.safety;
    let Some(care) = safety.personal_care.as_ref().filter(|care| care.value) else { return };
    let finding = match &safety.cqc {
        None => RULE.at(care.span, "personal care is given, but nothing is said about the Care Quality Commission"),
        Some(cqc) => match &cqc.status {
            Some(status) if status.value == CqcStatus::NotNeeded => {
                RULE.at(status.span, "personal care is given, so this cannot be `not_needed`").also(care.span, "personal care")
            }
            _ => return,
        },
    };
    found.push(finding.help(
        "ask the provider and write what they say: cqc = { status = \"registered\", provider_id = \"...\" }, or \"sole_worker_exempt\"",
    ));
}
