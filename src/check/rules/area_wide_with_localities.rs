//! A listing serves some places or all of them.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "area-wide-with-localities",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("area_wide_with_localities.md"),
    check: Check::Each(check),
};

/// Reports a listing that says both.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(area_wide) = subject.listing.area_wide.as_ref().filter(|flag| flag.value) else { return };
    if let Some(first) = subject.listing.localities.first() {
        let finding =
            RULE.at(area_wide.span, "the listing covers the whole area, but names places too").also(first.span, "places are named here");
        found.push(finding.help("take one of the two out: places when it helps in those alone, area_wide when it helps everywhere"));
    }
}
