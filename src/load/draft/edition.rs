//! Editions and printers as written.

use super::{SlugDraft, Text};
use crate::model::{Arrangement, Cover, Detail, Flip, Form, Inks, Standard};
use crate::source::{Span, Spanned};

/// `[[edition]]`.
#[derive(Debug, Clone)]
pub struct EditionDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `paper`.
    pub paper: Option<Text>,
    /// `text_size` in points, as written.
    pub text_size: Option<Text>,
    /// `detail`.
    pub detail: Option<Spanned<Detail>>,
    /// `form`.
    pub form: Option<Spanned<Form>>,
    /// `categories`.
    pub categories: Vec<Text>,
    /// `localities`.
    pub localities: Vec<Text>,
    /// `area_wide`.
    pub area_wide: Option<Spanned<bool>>,
    /// `front`.
    pub front: Option<Vec<Text>>,
    /// `back`.
    pub back: Option<Vec<Text>>,
    /// `calendar`.
    pub calendar: Option<Spanned<bool>>,
    /// `category_codes`.
    pub category_codes: Option<Spanned<bool>>,
    /// `listing_codes`.
    pub listing_codes: Option<Spanned<bool>>,
    /// `lang`.
    pub lang: Option<Text>,
    /// `[edition.words]`.
    pub words: Vec<(Text, Text)>,
    /// `budget`.
    pub budget: Option<Spanned<i64>>,
    /// `volume_pages`.
    pub volume_pages: Option<Spanned<i64>>,
    /// `outlet_copies`.
    pub outlet_copies: Option<Spanned<bool>>,
}

/// `[[printer]]`. Lengths and weights are kept as written.
#[derive(Debug, Clone)]
pub struct PrinterDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `editions`.
    pub editions: Vec<Text>,
    /// `pages`.
    pub pages: Option<Spanned<Arrangement>>,
    /// `flip`.
    pub flip: Option<Spanned<Flip>>,
    /// `signature`.
    pub signature: Option<Spanned<i64>>,
    /// `paper_thickness`.
    pub paper_thickness: Option<Text>,
    /// `paper_weight`.
    pub paper_weight: Option<Text>,
    /// `cover`.
    pub cover: Option<Spanned<Cover>>,
    /// `bleed`.
    pub bleed: Option<Text>,
    /// `marks`.
    pub marks: Option<Spanned<bool>>,
    /// `safe`.
    pub safe: Option<Text>,
    /// `most_pages`.
    pub most_pages: Option<Spanned<i64>>,
    /// `inks`.
    pub inks: Option<Spanned<Inks>>,
    /// `rule`.
    pub rule: Option<Text>,
    /// `image_dpi`.
    pub image_dpi: Option<Text>,
    /// `standard`.
    pub standard: Option<Spanned<Standard>>,
}
