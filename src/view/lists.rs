//! Long lists: the calendar and the indexes of an edition as its Typst theme sees them, the index of the website.

use serde::Serialize;

/// The files of the long lists; nothing for a list that the edition does not have.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ListFiles {
    /// Of [`Lists::calendar`].
    pub calendar: Option<&'static str>,
    /// Of [`Lists::places`].
    pub places: Option<&'static str>,
    /// Of [`Lists::a_to_z`].
    pub a_to_z: Option<&'static str>,
}

/// The long lists of an edition, each held in its own file.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Lists {
    /// What is on, by the day of the week; empty when the edition has no calendar.
    pub calendar: Vec<LineGroup>,
    /// The index by place.
    pub places: Vec<PlaceGroup>,
    /// The index from A to Z.
    pub a_to_z: Vec<LineGroup>,
}

impl Lists {
    /// The files of those that have something in them.
    pub fn files(&self) -> ListFiles {
        let of = |path: &'static str, empty: bool| (!empty).then_some(path);
        ListFiles {
            calendar: of("/data/calendar.json", self.calendar.is_empty()),
            places: of("/data/places.json", self.places.is_empty()),
            a_to_z: of("/data/a-to-z.json", self.a_to_z.is_empty()),
        }
    }
}

/// Lines under a heading: of a day of the week, a letter, or a kind of help in a place.
#[derive(Debug, Clone, Serialize)]
pub struct LineGroup {
    /// "Mondays", "R", "Food".
    pub name: String,
    /// The lines in order.
    pub lines: Vec<LineView>,
}

/// A line that ends with a page number.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// The anchor whose page is meant: a listing's id, or `category-...` or `place-...` for a "see" line.
    pub anchor: String,
    /// Words that stand out before the others, "10am to midday"; nothing in an index.
    pub strong: Option<String>,
    /// "Riverside Table", "Befriending: see Company and befriending".
    pub said: String,
}

/// A place of the index by place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceGroup {
    /// The place.
    pub name: String,
    /// Its own anchor: `place-grays`.
    pub anchor: String,
    /// What there is, by kind of help in the booklet's order.
    pub parts: Vec<LineGroup>,
}

/// A heading of an index of the website with its entries.
#[derive(Debug, Clone, Serialize)]
pub struct IndexGroup {
    /// A letter.
    pub name: String,
    /// The entries in order.
    pub entries: Vec<IndexEntry>,
}

/// A line of an index.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry {
    /// "Riverside Table", "Befriending".
    pub text: String,
    /// Beside it: the category, or the place.
    pub note: String,
    /// The anchor whose page is printed: a listing's id, or `category-...` or `place-...` for a "see" line.
    pub anchor: String,
    /// "see Company and befriending", when this is a cross reference.
    pub see: Option<String>,
    /// Its page on the site, from the root.
    pub href: String,
}
