//! Categories, places and outlets, taken over where they are right.

use super::values::{optional, slug, text, texts, value};
use crate::load::draft::{CategoryDraft, LocalityDraft, OutletDraft};
use crate::model::{Category, Locality, Outlet, Slug};
use crate::source::Spanned;

/// A category.
pub(super) fn category(draft: &CategoryDraft) -> Option<Category> {
    let name = text(&draft.name)?;
    Some(Category {
        id: slug(&draft.id)?,
        tab: text(&draft.tab).unwrap_or_else(|| name.clone()),
        name,
        description: text(&draft.description).unwrap_or_default(),
        see_also: texts(&draft.see_also),
        term_uri: optional(&draft.term_uri)?.map(|uri| uri.as_str().to_owned()),
        food: value(&draft.food).unwrap_or(false),
    })
}

/// A place.
pub(super) fn locality(draft: &LocalityDraft) -> Option<Locality> {
    Some(Locality {
        id: slug(&draft.id)?,
        name: text(&draft.name)?,
        description: text(&draft.description).unwrap_or_default(),
        see_also: texts(&draft.see_also),
        neighbours: draft.neighbours.iter().map(|id| Slug::parse(&id.value).ok()).collect::<Option<_>>()?,
        postcodes: texts(&draft.postcodes),
    })
}

/// An outlet.
pub(super) fn outlet(draft: &OutletDraft) -> Option<Outlet> {
    let count = |number: &Option<Spanned<i64>>| value(number).map(u32::try_from).transpose().ok();
    Some(Outlet {
        id: slug(&draft.id)?,
        name: text(&draft.name)?,
        address: texts(&draft.address),
        town: text(&draft.town)?,
        postcode: draft.postcode.as_ref()?.ok()?.clone(),
        locality: draft.locality.as_ref().map(|id| Slug::parse(&id.value)).transpose().ok()?,
        hours: text(&draft.hours),
        phone: optional(&draft.phone)?,
        copies: draft
            .copies
            .iter()
            .map(|(edition, number)| Some((edition.value.clone(), u32::try_from(number.value).ok()?)))
            .collect::<Option<_>>()?,
        round: count(&draft.round)?,
        contact: text(&draft.contact),
        counted: value(&draft.counted),
        returned: count(&draft.returned)?,
    })
}
