//! What a listing says about safety and checks, as written.

use super::Text;
use crate::model::{ConfirmedBy, CqcStatus, Date, DbsLevel, Provenance};
use crate::source::{Span, Spanned};

/// `[safety]`.
#[derive(Debug, Clone, Default)]
pub struct SafetyDraft {
    /// The whole table.
    pub span: Option<Span>,
    /// `personal_care`.
    pub personal_care: Option<Spanned<bool>>,
    /// `in_home`.
    pub in_home: Option<Spanned<bool>>,
    /// `cqc`.
    pub cqc: Option<CqcDraft>,
    /// `dbs`.
    pub dbs: Option<DbsDraft>,
    /// `insurance`.
    pub insurance: Option<InsuranceDraft>,
    /// `food`.
    pub food: Option<FoodDraft>,
    /// `training`.
    pub training: Vec<Text>,
}

/// `cqc`.
#[derive(Debug, Clone)]
pub struct CqcDraft {
    /// The whole table.
    pub span: Span,
    /// `status`.
    pub status: Option<Spanned<CqcStatus>>,
    /// `provider_id`.
    pub provider_id: Option<Text>,
}

/// `dbs`.
#[derive(Debug, Clone)]
pub struct DbsDraft {
    /// The whole table.
    pub span: Span,
    /// `level`.
    pub level: Option<Spanned<DbsLevel>>,
    /// `issued`.
    pub issued: Option<Spanned<Date>>,
    /// `seen`.
    pub seen: Option<Spanned<Date>>,
    /// `by`.
    pub by: Option<Text>,
}

/// `insurance`.
#[derive(Debug, Clone)]
pub struct InsuranceDraft {
    /// The whole table.
    pub span: Span,
    /// `public_liability`.
    pub public_liability: Option<Spanned<i64>>,
    /// `until`.
    pub until: Option<Spanned<Date>>,
    /// `seen`.
    pub seen: Option<Spanned<Date>>,
}

/// `food`.
#[derive(Debug, Clone)]
pub struct FoodDraft {
    /// The whole table.
    pub span: Span,
    /// `registered`.
    pub registered: Option<Spanned<bool>>,
    /// `rating`.
    pub rating: Option<Spanned<i64>>,
    /// `rated`.
    pub rated: Option<Spanned<Date>>,
    /// `awaiting`.
    pub awaiting: Option<Spanned<bool>>,
    /// `exempt`.
    pub exempt: Option<Spanned<bool>>,
}

/// `[checks]`.
#[derive(Debug, Clone, Default)]
pub struct ChecksDraft {
    /// `confirmed`.
    pub confirmed: Option<Spanned<Date>>,
    /// `confirmed_by`.
    pub confirmed_by: Option<Spanned<ConfirmedBy>>,
    /// `next_due`.
    pub next_due: Option<Spanned<Date>>,
    /// `source`.
    pub source: Option<Spanned<Provenance>>,
    /// `cite`.
    pub cite: Option<Text>,
}
