//! Nothing is published without a ground for it.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Basis;

pub(super) const RULE: Rule =
    Rule { name: "consent", level: Level::Error, fixed: true, explain: include_str!("consent.md"), check: Check::Each(check) };

/// Reports live listings without consent, or with one that lacks a part.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    if !listing.is_live() {
        return;
    }
    let Some(consent) = &listing.consent else {
        let finding = RULE.at(listing.top(), "nobody has written down that this listing may be published");
        found.push(finding.help(
            "ask the provider, then add: [consent], basis = \"consent\", given = 2026-02-03, scope = [\"print\", \"web\", \"feed\"]",
        ));
        return;
    };
    let reasoned = consent.basis.as_ref().is_none_or(|basis| basis.value != Basis::LegitimateInterests) || consent.reason.is_some();
    let parts = [
        (consent.basis.is_some(), "on which ground the listing is published", "add basis = \"consent\""),
        (reasoned, "why it is published without consent", "add the reason in a sentence: reason = \"...\""),
        (consent.given.is_some(), "when consent was given", "add the day: given = 2026-02-03"),
        (!consent.scope.is_empty(), "where the listing may appear", "add what was agreed: scope = [\"print\", \"web\", \"feed\"]"),
    ];
    for (_, what, help) in parts.into_iter().filter(|(said, ..)| !said) {
        found.push(RULE.at(consent.span, format!("[consent] does not say {what}")).help(help));
    }
}
