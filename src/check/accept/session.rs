//! A recurring time, taken over where all of it is right.

use super::values::{text, value};
use crate::load::draft::SessionDraft;
use crate::model::{BankHolidays, Date, MonthDay, Rrule, Session, WeekOfMonth, Weekday};
use crate::source::Spanned;

/// Takes over a session; rules use it to ask on which dates a right session happens.
pub(in crate::check) fn session(draft: &SessionDraft) -> Option<Session> {
    let dates = |list: &[Spanned<Date>]| {
        let mut dates: Vec<Date> = list.iter().map(|date| date.value).collect();
        dates.sort_unstable();
        dates
    };
    let pattern = pattern(draft)?;
    Some(Session {
        days: pattern.days,
        weeks: pattern.weeks,
        month_days: pattern.month_days,
        every: pattern.every,
        starting: value(&draft.starting),
        until: draft.last().map(|last| last.value),
        from: *draft.from.as_ref()?.ok()?,
        to: *draft.to.as_ref()?.ok()?,
        bank_holidays: value(&draft.bank_holidays).unwrap_or(BankHolidays::Closed),
        term_time_only: value(&draft.term_time_only).unwrap_or(false),
        not_on: dates(&draft.not_on),
        extra: dates(&draft.extra),
        booking: text(&draft.booking),
        note: text(&draft.note),
        venue: text(&draft.venue),
    })
}

/// On which days a session is, from its own keys or from its rule.
fn pattern(draft: &SessionDraft) -> Option<Rrule> {
    if draft.misread {
        return None;
    }
    if let Some(rule) = &draft.rrule {
        let rule = rule.ok()?.clone();
        let (days, month_days) = rule.days(value(&draft.starting));
        return Some(Rrule { days, month_days, ..rule });
    }
    let mut days: Vec<Weekday> = draft.days.iter().map(|day| day.value).collect();
    days.sort_unstable();
    days.dedup();
    let mut weeks: Vec<WeekOfMonth> = draft.weeks.iter().map(|week| WeekOfMonth::new(week.value)).collect::<Option<_>>()?;
    weeks.sort_unstable_by_key(|week| week.order());
    let mut month_days: Vec<MonthDay> = draft.month_days.iter().map(|day| MonthDay::new(day.value)).collect::<Option<_>>()?;
    month_days.sort_unstable_by_key(|day| day.order());
    month_days.dedup();
    let every = u8::try_from(value(&draft.every).unwrap_or(1)).ok().filter(|every| (1..=52).contains(every))?;
    Some(Rrule { days, weeks, month_days, every, until: None, open: None })
}
