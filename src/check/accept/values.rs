//! Single values, taken over as they are.

use crate::load::draft::{Parsed, SlugDraft, Text};
use crate::model::{Slug, visible};
use crate::source::Spanned;

/// A value that needs no parsing.
pub(in crate::check) fn value<T: Copy>(spanned: &Option<Spanned<T>>) -> Option<T> {
    spanned.as_ref().map(|spanned| spanned.value)
}

/// A text as readers see it.
pub(in crate::check) fn text(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| visible(&text.value))
}

/// Texts as readers see them.
pub(in crate::check) fn texts(texts: &[Text]) -> Vec<String> {
    texts.iter().map(|text| visible(&text.value)).collect()
}

/// An id.
pub(in crate::check) fn slug(slug: &Option<SlugDraft>) -> Option<Slug> {
    slug.as_ref()?.ok().cloned()
}

/// A value that may be missing but must not be wrong: the outer `None` is wrong.
#[allow(clippy::option_option, reason = "missing and wrong are two things")]
pub(super) fn optional<T: Clone, F>(parsed: &Option<Parsed<T, F>>) -> Option<Option<T>> {
    match parsed {
        None => Some(None),
        Some(parsed) => parsed.ok().cloned().map(Some),
    }
}
