//! An issue's file is named after its month, and its date lies in or near it.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::model::Month;
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "issue-date", level: Level::Error, fixed: false, explain: include_str!("issue_date.md"), check: Check::All(check) };

/// A booklet may come out some days before its month begins, or late.
const NEAR: i64 = 20;

/// Reports file names that are no months, and dates far from their month.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let near = jiff::Span::new().days(NEAR);
    for issue in &whole.draft.issues {
        let Some(month) = issue.month else {
            let wanted = issue.date.as_ref().map_or(whole.month, |date| Month::of(date.value));
            let finding = RULE.at(Span::top(issue.source), "this file's name is not a month, so no issue is made of it");
            found.push(finding.help(format!("rename it to the year and month, such as {wanted}.toml")));
            continue;
        };
        let Some(date) = &issue.date else { continue };
        let (first, last) = (month.first().saturating_sub(near), month.last().saturating_add(near));
        if date.value < first || date.value > last {
            let finding = RULE.at(date.span, format!("this day is far from {}", month.title()));
            let help = format!("write the day on which the issue comes out, such as date = {}", month.first());
            found.push(finding.label(format!("the file is called {month}.toml")).help(help));
        }
    }
}
