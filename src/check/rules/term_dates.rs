//! Sessions in term time need the dates of the terms.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "term-dates", level: Level::Warning, fixed: false, explain: include_str!("term_dates.md"), check: Check::All(check) };

/// Reports that no term is known for the month or later, where a session depends on it.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    if whole.calendar.terms.iter().any(|term| term.to >= whole.month.first()) {
        return;
    }
    let sessions = whole.draft.listings.iter().filter(|listing| listing.is_live()).flat_map(|listing| &listing.sessions);
    let mut flags = sessions.filter_map(|session| session.term_time_only.as_ref()).filter(|flag| flag.value);
    if let Some(first) = flags.next() {
        let others = flags.count();
        let finding = RULE.at(first.span, format!("content/closures.toml has no school term in {} or later", whole.month.title()));
        let finding = if others > 0 {
            finding.label(format!("{others} more sessions depend on it"))
        } else {
            finding.label("this session depends on it")
        };
        found.push(finding.help("add the next terms there: [[term]], name = \"Spring term\", from = 2027-01-04, to = 2027-03-25"));
    }
}
