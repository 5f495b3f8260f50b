//! Cover is a sum of pounds.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "insurance-amount",
    level: Level::Error,
    fixed: false,
    explain: include_str!("insurance_amount.md"),
    check: Check::Each(check),
};

/// Reports sums that no insurer would write.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let sum = subject.listing.safety.insurance.as_ref().and_then(|insurance| insurance.public_liability.as_ref());
    if let Some(sum) = sum.filter(|sum| !(1..=1_000_000_000).contains(&sum.value)) {
        let finding = RULE.at(sum.span, "this is no sum that anybody is insured for");
        found.push(finding.help("copy it from the certificate in whole pounds, such as public_liability = 5_000_000"));
    }
}
