//! Pages and the month's issue, taken over where they are right.

use super::values::{slug, text, value};
use crate::load::draft::{IssueDraft, PageDraft};
use crate::model::{IssueNote, Month, Page, Slug, UsefulNumber};

/// A page.
pub(super) fn page(draft: &PageDraft) -> Option<Page> {
    let numbers = draft.numbers.iter().map(|number| {
        Some(UsefulNumber { name: text(&number.name)?, phone: number.phone.as_ref()?.ok()?.clone(), note: text(&number.note) })
    });
    Some(Page {
        id: slug(&draft.id)?,
        title: text(&draft.title)?,
        place: value(&draft.place)?,
        order: value(&draft.order).unwrap_or(100),
        role: value(&draft.role),
        footer: value(&draft.footer).unwrap_or(false),
        checked: value(&draft.checked),
        numbers: numbers.collect::<Option<_>>()?,
        text: draft.text.prose.clone(),
    })
}

/// What an issue says of its month.
pub(super) fn issue(draft: &IssueDraft, month: Month) -> Option<IssueNote> {
    Some(IssueNote {
        month,
        date: value(&draft.date)?,
        title: text(&draft.title),
        letter: draft.letter.as_ref().map(|letter| letter.prose.clone()).unwrap_or_default(),
        signed: text(&draft.signed),
        highlights: draft.highlights.iter().map(|id| Slug::parse(&id.value).ok()).collect::<Option<_>>()?,
    })
}
