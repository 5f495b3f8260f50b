//! Useful numbers have been rung, and not long ago.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::model::PageRole;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "numbers-checked",
    level: Level::Error,
    fixed: false,
    explain: include_str!("numbers_checked.md"),
    check: Check::All(check),
};

/// Reports pages with numbers that nobody has checked, or not lately.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let days = whole.policy.numbers_after_days;
    let oldest = whole.today.saturating_sub(jiff::Span::new().days(i64::from(days)));
    // The same page serves the issues before, so only a day after all of them is a slip of the pen.
    let newest = whole.draft.issues.iter().filter_map(|issue| issue.month).max().unwrap_or(whole.month).last();
    for page in &whole.draft.pages {
        let emergency = page.role.as_ref().filter(|role| role.value == PageRole::Emergency);
        if emergency.is_none() && page.numbers.is_empty() {
            continue;
        }
        let help = "ring every number on this page, then write the day on which you did: checked = ".to_owned() + &whole.today.to_string();
        let finding = match &page.checked {
            None => {
                let first = page.numbers.first().map(|number| number.span);
                let span = emergency.map(|role| role.span).or(first).unwrap_or(Span::top(page.source));
                RULE.at(span, "nothing says when the numbers on this page were checked")
            }
            Some(checked) if checked.value < oldest => {
                let label = format!("more than {days} days before the issue date, {}", whole.today);
                RULE.at(checked.span, "the numbers on this page were checked too long ago").label(label)
            }
            Some(checked) if checked.value > newest => {
                RULE.at(checked.span, "the numbers on this page cannot have been checked yet").label("this day is still to come")
            }
            Some(_) => continue,
        };
        found.push(finding.help(help));
    }
}
