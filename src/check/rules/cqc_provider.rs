//! Who is registered gives the number of the registration.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::CqcStatus;

pub(super) const RULE: Rule =
    Rule { name: "cqc-provider", level: Level::Error, fixed: false, explain: include_str!("cqc_provider.md"), check: Check::Each(check) };

/// Reports registrations without a provider's number.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(cqc) = &subject.listing.safety.cqc else { return };
    let registered = cqc.status.as_ref().filter(|status| status.value == CqcStatus::Registered);
    if let (Some(status), None) = (registered, &cqc.provider_id) {
        let finding = RULE.at(status.span, "the registration with the Care Quality Commission has no number");
        found.push(finding.help("look the provider up on cqc.org.uk and add the number: provider_id = \"1-990012345\""));
    }
}
