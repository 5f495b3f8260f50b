//! Bank holidays, closures and terms, as far as they are right.

use std::collections::BTreeMap;

use super::values::{text, value};
use crate::load::draft::{Draft, StretchDraft};
use crate::model::{Calendar, Closure, Date, FIRST_YEAR, Holiday, LAST_YEAR, Region, Term, bank_holidays};

/// The calendar, without entries that are wrong (the rules report those).
pub(in crate::check) fn calendar(draft: &Draft) -> Calendar {
    let stretch = |stretch: &StretchDraft| {
        let (from, to) = (value(&stretch.from)?, value(&stretch.to)?);
        (from <= to).then_some((from, to, text(&stretch.words)?))
    };
    let mut calendar = Calendar { holidays: holidays(draft), ..Calendar::default() };
    for closure in &draft.calendar.closures {
        if let Some((from, to, reason)) = stretch(closure) {
            calendar.closures.push(Closure { from, to, venue: text(&closure.venue), reason });
        }
    }
    for term in &draft.calendar.terms {
        if let Some((from, to, name)) = stretch(term) {
            calendar.terms.push(Term { name, from, to });
        }
    }
    calendar.closures.sort_by_key(|closure| closure.from);
    calendar.terms.sort_by_key(|term| term.from);
    calendar
}

/// The bank holidays of the region, with those that the project adds, names otherwise or takes away.
fn holidays(draft: &Draft) -> Vec<Holiday> {
    let region = region(draft);
    let known = (FIRST_YEAR..=LAST_YEAR).flat_map(|year| bank_holidays(region, year));
    let mut days: BTreeMap<Date, String> = known.map(|holiday| (holiday.date, holiday.name)).collect();
    for holiday in &draft.calendar.holidays {
        match (value(&holiday.date), text(&holiday.name)) {
            (Some(date), _) if holiday.is_cancelled() => drop(days.remove(&date)),
            (Some(date), Some(name)) => drop(days.insert(date, name)),
            _ => {}
        }
    }
    days.into_iter().map(|(date, name)| Holiday { date, name }).collect()
}

/// The part of the country whose bank holidays count.
pub(in crate::check) fn region(draft: &Draft) -> Region {
    draft.project.as_ref().and_then(|project| value(&project.region)).unwrap_or(Region::EnglandAndWales)
}
