//! Who keeps an entry can be reached.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "updater-details",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("updater_details.md"),
    check: Check::Each(check),
};

/// Reports numbers and addresses in `[private]` that no letter, message or call would reach.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(private) = subject.listing.private.as_ref().filter(|_| subject.listing.is_live()) else { return };
    if let Some(phone) = private.phone.as_ref().filter(|phone| phone.ok().is_none()) {
        let finding = RULE.at(phone.span, "this is no telephone number that can be rung");
        found.push(finding.help("write the number alone, such as updater_phone = \"01632 960556\"; put words into notes"));
    }
    if let Some(email) = private.email.as_ref().filter(|email| email.ok().is_none()) {
        let finding = RULE.at(email.span, "this is no e-mail address that can be written to");
        found.push(finding.help("write the address alone, such as updater_email = \"marian@example.org\"; put words into notes"));
    }
}
