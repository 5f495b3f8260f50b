//! Categories, places and outlets as written.

use super::{Parsed, SlugDraft, Text};
use crate::model::{Date, Phone, PhoneFault, Postcode, PostcodeFault, WebAddress, WebFault};
use crate::source::{Span, Spanned};

/// `[[category]]`.
#[derive(Debug, Clone)]
pub struct CategoryDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `tab`.
    pub tab: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `see_also`.
    pub see_also: Vec<Text>,
    /// `term_uri`.
    pub term_uri: Option<Parsed<WebAddress, WebFault>>,
    /// `food`.
    pub food: Option<Spanned<bool>>,
}

/// `[[locality]]`.
#[derive(Debug, Clone)]
pub struct LocalityDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `see_also`.
    pub see_also: Vec<Text>,
    /// `neighbours`.
    pub neighbours: Vec<Text>,
    /// `postcodes`.
    pub postcodes: Vec<Text>,
}

/// `[[outlet]]`.
#[derive(Debug, Clone)]
pub struct OutletDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `address`.
    pub address: Vec<Text>,
    /// `town`.
    pub town: Option<Text>,
    /// `postcode`.
    pub postcode: Option<Parsed<Postcode, PostcodeFault>>,
    /// `locality`.
    pub locality: Option<Text>,
    /// `hours`.
    pub hours: Option<Text>,
    /// `phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `copies`: edition id and number.
    pub copies: Vec<(Text, Spanned<i64>)>,
    /// `round`.
    pub round: Option<Spanned<i64>>,
    /// `contact`.
    pub contact: Option<Text>,
    /// `counted`.
    pub counted: Option<Spanned<Date>>,
    /// `returned`.
    pub returned: Option<Spanned<i64>>,
}
