//! A registered charity gives its number.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Kind;

pub(super) const RULE: Rule = Rule {
    name: "charity-number",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("charity_number.md"),
    check: Check::Each(check),
};

/// Reports charities without a number.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let Some(kind) = listing.kind.as_ref().filter(|kind| kind.value == Kind::Charity) else { return };
    if listing.organisation.as_ref().is_none_or(|organisation| organisation.charity_number.is_none()) {
        let finding = RULE.at(kind.span, "the listing says it is a registered charity, but gives no number");
        found.push(finding.help("look it up and add it: [organisation], name = \"...\", charity_number = \"1234567\"; a group that is not registered is kind = \"group\""));
    }
}
