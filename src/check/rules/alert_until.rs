//! Alerts end by themselves.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "alert-until", level: Level::Error, fixed: false, explain: include_str!("alert_until.md"), check: Check::Each(check) };

/// Reports alerts without a last day, and, as a warning, alerts whose last day has passed.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let Some(alert) = &listing.alert else { return };
    let Some(until) = &listing.alert_until else {
        let finding = RULE.at(alert.span, "nothing says how long this alert holds");
        found.push(finding.help("add the last day on which readers should see it: alert_until = 2026-12-31"));
        return;
    };
    if until.value < subject.whole.today && listing.is_live() {
        let mut finding = RULE.at(until.span, "this alert has passed and is not shown any more");
        finding.level = Level::Warning;
        found.push(
            finding
                .label(format!("before the issue date, {}", subject.whole.today))
                .also(alert.span, "the alert")
                .help("delete both lines, or give a later day if it still holds"),
        );
    }
}
