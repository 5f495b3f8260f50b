//! `categories.toml`, `localities.toml`, `outlets.toml`, `closures.toml`.

use super::draft::*;
use super::listing::slug;
use super::table::Table;
use crate::diag::Diagnostics;
use crate::model::{Phone, Postcode, WebAddress};

/// Reads the categories.
pub(super) fn categories(mut t: Table<'_>, found: &mut Diagnostics) -> Vec<CategoryDraft> {
    let list = t.tables("category", found).into_iter().map(|t| category(t, found)).collect();
    t.finish(found);
    list
}

fn category(mut t: Table<'_>, found: &mut Diagnostics) -> CategoryDraft {
    let draft = CategoryDraft {
        span: t.span(),
        id: t.required("id", "give it a short name of small letters and hyphens: id = \"food\"", found).map(slug),
        name: t.required("name", "say what readers call it: name = \"Lunch clubs and food\"", found),
        tab: t.text("tab", found),
        description: t.text("description", found),
        see_also: t.texts("see_also", found),
        term_uri: t.parsed("term_uri", WebAddress::parse, found),
        food: t.flag("food", found),
    };
    t.finish(found);
    draft
}

/// Reads the places.
pub(super) fn localities(mut t: Table<'_>, found: &mut Diagnostics) -> Vec<LocalityDraft> {
    let list = t.tables("locality", found).into_iter().map(|t| locality(t, found)).collect();
    t.finish(found);
    list
}

fn locality(mut t: Table<'_>, found: &mut Diagnostics) -> LocalityDraft {
    let draft = LocalityDraft {
        span: t.span(),
        id: t.required("id", "give it a short name of small letters and hyphens: id = \"tilbury\"", found).map(slug),
        name: t.required("name", "say what readers call it: name = \"Tilbury\"", found),
        description: t.text("description", found),
        see_also: t.texts("see_also", found),
        neighbours: t.texts("neighbours", found),
        postcodes: t.texts("postcodes", found),
    };
    t.finish(found);
    draft
}

/// Reads the outlets.
pub(super) fn outlets(mut t: Table<'_>, found: &mut Diagnostics) -> Vec<OutletDraft> {
    let list = t.tables("outlet", found).into_iter().map(|t| outlet(t, found)).collect();
    t.finish(found);
    list
}

fn outlet(mut t: Table<'_>, found: &mut Diagnostics) -> OutletDraft {
    let draft = OutletDraft {
        span: t.span(),
        id: t.required("id", "give it a short name of small letters and hyphens: id = \"tilbury-hub\"", found).map(slug),
        name: t.required("name", "say what it is called", found),
        address: t.texts("address", found),
        town: t.required("town", "say in which town it is", found),
        postcode: t.required("postcode", "give its postcode", found).map(|text| Parsed {
            span: text.span,
            value: Postcode::parse(&text.value),
            text: text.value,
        }),
        locality: t.text("locality", found),
        hours: t.text("hours", found),
        phone: t.parsed("phone", Phone::parse, found),
        copies: t.counts("copies", found),
        round: t.int("round", found),
        contact: t.text("contact", found),
        counted: t.date("counted", found),
        returned: t.int("returned", found),
    };
    t.finish(found);
    draft
}

/// Reads bank holidays, closures and school terms.
pub(super) fn calendar(mut t: Table<'_>, found: &mut Diagnostics) -> CalendarDraft {
    let draft = CalendarDraft {
        holidays: t.tables("bank_holiday", found).into_iter().map(|t| holiday(t, found)).collect(),
        closures: t.tables("closure", found).into_iter().map(|t| stretch(t, "reason", found)).collect(),
        terms: t.tables("term", found).into_iter().map(|t| stretch(t, "name", found)).collect(),
    };
    t.finish(found);
    draft
}

fn holiday(mut t: Table<'_>, found: &mut Diagnostics) -> HolidayDraft {
    let before = found.len();
    let date = t.date("date", found);
    if date.is_none() && found.len() == before {
        t.missing("date", "say which day it is: date = 2026-12-25", found);
    }
    let draft = HolidayDraft { date, cancelled: t.flag("cancelled", found), name: t.text("name", found) };
    if draft.name.is_none() && !draft.is_cancelled() {
        t.missing("name", "say which holiday it is: name = \"Christmas Day\"; to take one away, cancelled = true", found);
    }
    t.finish(found);
    draft
}

fn stretch(mut t: Table<'_>, words: &'static str, found: &mut Diagnostics) -> StretchDraft {
    let mut day = |key: &'static str, help: &str| {
        let before = found.len();
        let date = t.date(key, found);
        if date.is_none() && found.len() == before {
            t.missing(key, help, found);
        }
        date
    };
    let from = day("from", "say on which day it begins: from = 2026-12-21");
    let to = day("to", "say on which day it ends: to = 2027-01-03");
    let venue = if words == "reason" { t.text("venue", found) } else { None };
    let words = t.required(words, "say it in a few words", found);
    let span = t.span();
    t.finish(found);
    StretchDraft { span, from, to, venue, words }
}
