//! Bank holidays, closures and terms as written.

use super::Text;
use crate::model::Date;
use crate::source::{Span, Spanned};

/// `closures.toml`.
#[derive(Debug, Clone, Default)]
pub struct CalendarDraft {
    /// `[[bank_holiday]]`.
    pub holidays: Vec<HolidayDraft>,
    /// `[[closure]]`.
    pub closures: Vec<StretchDraft>,
    /// `[[term]]`.
    pub terms: Vec<StretchDraft>,
}

/// `[[bank_holiday]]`.
#[derive(Debug, Clone)]
pub struct HolidayDraft {
    /// `date`.
    pub date: Option<Spanned<Date>>,
    /// `name`.
    pub name: Option<Text>,
    /// `cancelled`.
    pub cancelled: Option<Spanned<bool>>,
}

impl HolidayDraft {
    /// Whether the day is said to be no bank holiday.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.as_ref().is_some_and(|cancelled| cancelled.value)
    }
}

/// A stretch of days with a name or reason.
#[derive(Debug, Clone)]
pub struct StretchDraft {
    /// The whole table.
    pub span: Span,
    /// `from`.
    pub from: Option<Spanned<Date>>,
    /// `to`.
    pub to: Option<Spanned<Date>>,
    /// `venue`.
    pub venue: Option<Text>,
    /// `reason` of a closure, `name` of a term.
    pub words: Option<Text>,
}
