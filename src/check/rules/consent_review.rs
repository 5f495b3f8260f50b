//! Consent is asked for again when it is due.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "consent-review",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("consent_review.md"),
    check: Check::Each(check),
};

/// Reports live listings whose consent should have been asked for again before the issue date.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let review = subject.listing.consent.as_ref().and_then(|consent| consent.review_by.as_ref());
    if let Some(review) = review.filter(|review| review.value < subject.whole.today && subject.listing.is_live()) {
        let finding = RULE.at(review.span, "consent should have been asked for again").label("this day is before the issue date");
        found.push(finding.help("ask the provider, then write the new `given` and `review_by`"));
    }
}
