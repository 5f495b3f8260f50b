//! Closures and terms end after they begin.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "closure-order", level: Level::Error, fixed: false, explain: include_str!("closure_order.md"), check: Check::All(check) };

/// Reports stretches of days whose last day comes before the first.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let calendar = &whole.draft.calendar;
    let closures = calendar.closures.iter().map(|closure| ("closure", closure));
    for (what, stretch) in closures.chain(calendar.terms.iter().map(|term| ("term", term))) {
        let (Some(from), Some(to)) = (&stretch.from, &stretch.to) else { continue };
        if to.value < from.value {
            let finding = RULE.at(to.span, format!("this {what} ends before it begins")).also(from.span, "it begins here");
            found.push(finding.help("correct one of the two dates; look at the year too"));
        }
    }
}
