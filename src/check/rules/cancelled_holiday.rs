//! Only a bank holiday can be taken away.

use super::{Check, Rule};
use crate::check::{Whole, accept};
use crate::diag::{Diagnostics, Level};
use crate::model::{Weekday, bank_holidays};

pub(super) const RULE: Rule = Rule {
    name: "cancelled-holiday",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("cancelled_holiday.md"),
    check: Check::All(check),
};

/// Reports days that are said to be no bank holiday, and are none anyway.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let region = accept::region(whole.draft);
    for holiday in whole.draft.calendar.holidays.iter().filter(|holiday| holiday.is_cancelled()) {
        let Some(date) = &holiday.date else { continue };
        if bank_holidays(region, date.value.year()).iter().any(|known| known.date == date.value) {
            continue;
        }
        let day = Weekday::of(date.value).name();
        let title = format!("{day} {} is no bank holiday in {} anyway", date.value, region.name());
        found.push(RULE.at(date.span, title).help("correct the date, or take these lines out; look at `region` in booklet.toml too"));
    }
}
