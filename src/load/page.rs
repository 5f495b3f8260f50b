//! `content/pages/*.md` and `content/issues/*.toml`.

use super::Reader;
use super::draft::*;
use super::listing::slug;
use super::prose::Allowed;
use super::table::Table;
use crate::diag::Diagnostics;
use crate::model::{Month, Phone};
use crate::source::{Span, Spanned};

/// A page's file in two parts: where its TOML head lies between two lines of `+++`, and the text after it.
pub(super) struct Parts {
    pub head: std::ops::Range<usize>,
    pub body: std::ops::Range<usize>,
}

/// Finds the head and the body; `None` when the file does not begin with a head.
pub(super) fn split(text: &str) -> Option<Parts> {
    let after = text.strip_prefix("+++")?;
    let start = 3 + after.find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some(Parts { head: start..at, body: at + line.len()..text.len() });
        }
        at += line.len();
    }
    None
}

/// Reads a page; `body` is where its text stands in the file.
pub(super) fn page(mut t: Table<'_>, body: Spanned<String>, reader: &Reader<'_>, found: &mut Diagnostics) -> PageDraft {
    let before = found.len();
    let place = t.word("place", found);
    if place.is_none() && found.len() == before {
        t.missing("place", "say where the page stands: place = \"front\", \"back\" or \"site\"", found);
    }
    let draft = PageDraft {
        source: t.span().source,
        id: t.required("id", "give the page a short name, the same as the file's", found).map(slug),
        title: t.required("title", "give the page a title", found),
        place,
        order: t.int("order", found),
        role: t.word("role", found),
        footer: t.flag("footer", found),
        checked: t.date("checked", found),
        numbers: t.tables("number", found).into_iter().map(|t| number(t, found)).collect(),
        text: reader.prose(body, Allowed { headings: true }),
    };
    t.finish(found);
    draft
}

fn number(mut t: Table<'_>, found: &mut Diagnostics) -> NumberDraft {
    let draft = NumberDraft {
        span: t.span(),
        name: t.required("name", "say whose number it is", found),
        phone: t.required("phone", "give the number", found).map(|text| Parsed {
            span: text.span,
            value: Phone::parse(&text.value),
            text: text.value,
        }),
        note: t.text("note", found),
    };
    t.finish(found);
    draft
}

/// Reads what a month says besides its listings.
pub(super) fn issue(mut t: Table<'_>, path: &str, reader: &Reader<'_>, found: &mut Diagnostics) -> IssueDraft {
    let name = path.rsplit('/').next().unwrap_or(path);
    let before = found.len();
    let date = t.date("date", found);
    if date.is_none() && found.len() == before {
        t.missing("date", "say on which day the issue comes out: date = 2026-12-01", found);
    }
    let draft = IssueDraft {
        source: t.span().source,
        month: Month::parse(name.trim_end_matches(".toml")).ok(),
        date,
        title: t.text("title", found),
        letter: t.text("letter", found).map(|text| reader.prose(text, Allowed { headings: false })),
        signed: t.text("signed", found),
        highlights: t.texts("highlights", found),
    };
    t.finish(found);
    draft
}

/// The place of a page's body.
pub(super) fn body(text: &str, source: crate::source::SourceId, parts: &Parts) -> Spanned<String> {
    Spanned::new(text[parts.body.clone()].to_owned(), Span::new(source, parts.body.clone()))
}
