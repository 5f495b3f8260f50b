//! Consent that was given for a time has not ended.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "consent-expired",
    level: Level::Warning,
    fixed: true,
    explain: include_str!("consent_expired.md"),
    check: Check::Each(check),
};

/// Says that a listing is left out because its consent held until a day before the issue date.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let today = subject.whole.today;
    let consent = subject.listing.consent.as_ref().filter(|consent| consent.has_ended(today) && subject.listing.is_live());
    if let Some(until) = consent.and_then(|consent| consent.until.as_ref()) {
        let finding = RULE.at(until.span, "consent has ended, so this listing is left out");
        let finding = finding.label(format!("the issue comes out on {today}"));
        found.push(finding.help("ask the provider; if they agree again, write the new `given` and `until`"));
    }
}
