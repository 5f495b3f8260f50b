//! Who works in homes has shown what the policy asks for.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "in-home-evidence",
    level: Level::Error,
    fixed: false,
    explain: include_str!("in_home_evidence.md"),
    check: Check::Each(check),
};

/// Reports work in homes without a certificate or insurance that was seen.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let (safety, policy) = (&subject.listing.safety, &subject.whole.policy);
    let Some(in_home) = safety.in_home.as_ref().filter(|flag| flag.value && subject.listing.is_live()) else { return };
    if policy.in_home_dbs && safety.dbs.is_none() {
        let finding = RULE.at(in_home.span, "people work in readers' homes, but no DBS certificate was seen");
        found.push(finding.help(
            "ask to see it, then add what you saw: dbs = { level = \"enhanced\", issued = 2026-03-02, seen = 2026-03-10, by = \"...\" }",
        ));
    }
    if policy.in_home_insurance && safety.insurance.is_none() {
        let finding = RULE.at(in_home.span, "people work in readers' homes, but no insurance was seen");
        found.push(finding.help(
            "ask to see it, then add what you saw: insurance = { public_liability = 5_000_000, until = 2027-03-31, seen = 2026-03-10 }",
        ));
    }
}
