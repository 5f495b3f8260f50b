//! The two vocabularies readers look things up by, and the places that take copies.

use super::{Date, Phone, Postcode, Slug};

/// A kind of help: one page run of the booklet, one page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: Slug,
    /// "Lunch clubs and food".
    pub name: String,
    /// A word or two for the tab at the page's edge: "Food".
    pub tab: String,
    /// A sentence about it.
    pub description: String,
    /// Other words people look under.
    pub see_also: Vec<String>,
    /// The same notion in a published vocabulary.
    pub term_uri: Option<String>,
    /// Whether its listings serve food and so are asked for food registration.
    pub food: bool,
}

/// A place readers know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locality {
    /// Its id.
    pub id: Slug,
    /// "Stanford-le-Hope".
    pub name: String,
    /// A sentence about it.
    pub description: String,
    /// Other names people look under.
    pub see_also: Vec<String>,
    /// Places next to it.
    pub neighbours: Vec<Slug>,
    /// Postcode districts in it: `SS17`.
    pub postcodes: Vec<String>,
}

/// A library, hub or surgery that takes copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Its id.
    pub id: Slug,
    /// "Quayside Library".
    pub name: String,
    /// Address lines.
    pub address: Vec<String>,
    /// Town.
    pub town: String,
    /// Postcode.
    pub postcode: Postcode,
    /// Where it is, as readers look for it.
    pub locality: Option<Slug>,
    /// Opening hours in words.
    pub hours: Option<String>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Copies it takes of each edition, by edition id.
    pub copies: Vec<(String, u32)>,
    /// Which delivery round it is on.
    pub round: Option<u32>,
    /// Who to ask for there; for the run sheet, never published.
    pub contact: Option<String>,
    /// When it last told how many copies were left.
    pub counted: Option<Date>,
    /// Copies left then.
    pub returned: Option<u32>,
}
