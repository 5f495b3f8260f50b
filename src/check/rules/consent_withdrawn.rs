//! Who takes consent back is left out.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "consent-withdrawn",
    level: Level::Note,
    fixed: true,
    explain: include_str!("consent_withdrawn.md"),
    check: Check::Each(check),
};

/// Says that a listing is left out because consent was withdrawn.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let withdrawn = subject.listing.consent.as_ref().and_then(|consent| consent.withdrawn.as_ref());
    if let Some(withdrawn) = withdrawn.filter(|withdrawn| withdrawn.value) {
        let finding = RULE.at(withdrawn.span, "consent was withdrawn, so this listing is left out");
        let withdraw =
            format!("or take its details out for good: fingerpost withdraw {} --on {}", subject.listing.called(), subject.whole.today);
        found.push(finding.help("keep the file, so that nobody adds the service again without asking").help(withdraw));
    }
}
