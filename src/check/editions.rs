//! Editions and printer profiles, taken over where they are right.
//!
//! The numbers that can be used are said here once: the rules `edition` and `printer` ask for the same.

use std::ops::RangeInclusive;

use super::accept::{slug, text, value};
use crate::load::draft::{EditionDraft, PrinterDraft, Text};
use crate::model::{Arrangement, Cover, Detail, EditionSpec, Flip, Form, Inks, Paper, Printer, Slug, Standard, visible};
use crate::source::Spanned;

/// Sizes of text that people can read and a page can hold, in points.
pub(super) const TEXT_PT: RangeInclusive<f64> = 12.0..=36.0;
/// Pages of a budget or a volume.
pub(super) const PAGES: RangeInclusive<i64> = 4..=2_000;
/// Sheets of a signature.
pub(super) const SHEETS: RangeInclusive<i64> = 1..=24;
/// Thickness of a sheet in millimetres.
pub(super) const THICKNESS: RangeInclusive<f64> = 0.0..=0.5;
/// Weight of paper in grams a square metre.
pub(super) const WEIGHT: RangeInclusive<f64> = 40.0..=400.0;
/// Bleed in millimetres.
pub(super) const BLEED: RangeInclusive<f64> = 0.0..=5.0;
/// A safe margin in millimetres.
pub(super) const SAFE: RangeInclusive<f64> = 0.0..=20.0;
/// Weight of a line in points.
pub(super) const RULE_PT: RangeInclusive<f64> = 0.0..=2.0;
/// Pixels an inch.
pub(super) const DPI: RangeInclusive<f64> = 72.0..=2_400.0;
/// Spare copies, in per cent.
pub(super) const SPARE: RangeInclusive<i64> = 0..=100;

/// A number as written, if it can be used.
pub(super) fn amount(written: &Text, range: &RangeInclusive<f64>) -> Option<f64> {
    written.value.parse().ok().filter(|number| range.contains(number))
}

/// A whole number, if it can be used.
pub(super) fn count(written: &Spanned<i64>, range: &RangeInclusive<i64>) -> Option<usize> {
    range.contains(&written.value).then(|| usize::try_from(written.value).ok()).flatten()
}

fn amount_or(written: &Option<Text>, range: &RangeInclusive<f64>, usual: f64) -> Option<f64> {
    written.as_ref().map_or(Some(usual), |written| amount(written, range))
}

#[allow(clippy::option_option, reason = "not written and wrong are two things")]
fn count_if(written: &Option<Spanned<i64>>, range: &RangeInclusive<i64>) -> Option<Option<usize>> {
    written.as_ref().map_or(Some(None), |written| count(written, range).map(Some))
}

fn slugs(texts: &[Text]) -> Option<Vec<Slug>> {
    texts.iter().map(|text| Slug::parse(&text.value).ok()).collect()
}

/// An edition.
pub(super) fn edition(draft: &EditionDraft) -> Option<EditionSpec> {
    let id = slug(&draft.id)?;
    let pages = |list: &Option<Vec<Text>>| list.as_ref().map_or(Some(None), |list| slugs(list).map(Some));
    Some(EditionSpec {
        title: text(&draft.title).unwrap_or_else(|| id.to_string()),
        form: value(&draft.form).unwrap_or(Form::Booklet),
        paper: Paper::parse(&draft.paper.as_ref()?.value)?,
        text_pt: amount_or(&draft.text_size, &TEXT_PT, 12.0)?,
        detail: value(&draft.detail).unwrap_or(Detail::Summary),
        categories: slugs(&draft.categories)?,
        localities: slugs(&draft.localities)?,
        area_wide: value(&draft.area_wide).unwrap_or(true),
        front: pages(&draft.front)?,
        back: pages(&draft.back)?,
        calendar: value(&draft.calendar).unwrap_or(false),
        category_codes: value(&draft.category_codes).unwrap_or(false),
        listing_codes: value(&draft.listing_codes).unwrap_or(false),
        lang: text(&draft.lang),
        words: draft.words.iter().map(|(key, text)| (key.value.clone(), visible(&text.value))).collect(),
        budget: count_if(&draft.budget, &PAGES)?,
        volume_pages: count_if(&draft.volume_pages, &PAGES)?,
        outlet_copies: value(&draft.outlet_copies).unwrap_or(false),
        id,
    })
}

/// A printer profile.
pub(super) fn printer(draft: &PrinterDraft) -> Option<Printer> {
    let id = slug(&draft.id)?;
    Some(Printer {
        title: text(&draft.title).unwrap_or_else(|| id.to_string()),
        editions: slugs(&draft.editions)?,
        pages: value(&draft.pages).unwrap_or(Arrangement::Single),
        flip: value(&draft.flip).unwrap_or(Flip::Short),
        signature: count_if(&draft.signature, &SHEETS)?,
        paper_thickness: amount_or(&draft.paper_thickness, &THICKNESS, 0.1)?,
        paper_weight: amount_or(&draft.paper_weight, &WEIGHT, 80.0)?,
        cover: value(&draft.cover).unwrap_or(Cover::SelfCover),
        bleed: amount_or(&draft.bleed, &BLEED, 0.0)?,
        marks: value(&draft.marks).unwrap_or(false),
        safe: amount_or(&draft.safe, &SAFE, 5.0)?,
        most_pages: count_if(&draft.most_pages, &PAGES)?,
        inks: value(&draft.inks).unwrap_or(Inks::Rgb),
        rule_pt: amount_or(&draft.rule, &RULE_PT, 0.25)?,
        image_dpi: amount_or(&draft.image_dpi, &DPI, 300.0)?,
        standard: value(&draft.standard).unwrap_or(Standard::V17),
        id,
    })
}
