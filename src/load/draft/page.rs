//! Pages and the month's issue as written.

use super::{Parsed, ProseDraft, SlugDraft, Text};
use crate::model::{Date, Month, PagePlace, PageRole, Phone, PhoneFault};
use crate::source::{SourceId, Span, Spanned};

/// A page of `pages/`.
#[derive(Debug, Clone)]
pub struct PageDraft {
    /// The file.
    pub source: SourceId,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `place`.
    pub place: Option<Spanned<PagePlace>>,
    /// `order`.
    pub order: Option<Spanned<i64>>,
    /// `role`.
    pub role: Option<Spanned<PageRole>>,
    /// `footer`.
    pub footer: Option<Spanned<bool>>,
    /// `checked`.
    pub checked: Option<Spanned<Date>>,
    /// `[[number]]`.
    pub numbers: Vec<NumberDraft>,
    /// The text below the head.
    pub text: ProseDraft,
}

/// `[[number]]`.
#[derive(Debug, Clone)]
pub struct NumberDraft {
    /// The whole table.
    pub span: Span,
    /// `name`.
    pub name: Option<Text>,
    /// `phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `note`.
    pub note: Option<Text>,
}

/// A file of `issues/`.
#[derive(Debug, Clone)]
pub struct IssueDraft {
    /// The file.
    pub source: SourceId,
    /// The month in the file's name; none when it is no month.
    pub month: Option<Month>,
    /// `date`.
    pub date: Option<Spanned<Date>>,
    /// `title`.
    pub title: Option<Text>,
    /// `letter`.
    pub letter: Option<ProseDraft>,
    /// `signed`.
    pub signed: Option<Text>,
    /// `highlights`.
    pub highlights: Vec<Text>,
}
