//! The checked content, grouped and ordered the way readers look things up.
//!
//! Categories and places keep the order of their vocabularies; listings stand in collated A to Z.
//! Booklet and site both take their order from here, so it cannot differ between them.

mod order;

pub use order::Collation;

use std::collections::BTreeMap;

use crate::check::Checked;
use crate::model::{Listing, Slug};

/// A position in [`Catalogue::listings`].
pub type At = usize;

/// Checked content with its groups.
#[derive(Debug)]
pub struct Catalogue {
    content: Checked,
    /// Listings by category: the position in `content.categories`, then in order.
    by_category: Vec<Vec<At>>,
    /// Listings by place: the position in `content.localities`, then in order.
    by_locality: Vec<Vec<At>>,
    /// Listings that serve all of the area, in order.
    area_wide: Vec<At>,
    by_id: BTreeMap<Slug, At>,
}

impl Catalogue {
    /// Orders and groups the content.
    pub fn new(mut content: Checked) -> Catalogue {
        let collation = Collation::new();
        let keys = |listing: &Listing| (collation.key(&listing.name), listing.id.clone());
        content.listings.sort_by_cached_key(keys);
        let categories: BTreeMap<&Slug, usize> = content.categories.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
        let localities: BTreeMap<&Slug, usize> = content.localities.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
        let mut by_category = vec![Vec::new(); content.categories.len()];
        let mut by_locality = vec![Vec::new(); content.localities.len()];
        let mut area_wide = Vec::new();
        let mut by_id = BTreeMap::new();
        for (at, listing) in content.listings.iter().enumerate() {
            by_id.insert(listing.id.clone(), at);
            for &group in listing.categories.iter().filter_map(|id| categories.get(id)) {
                by_category[group].push(at);
            }
            if listing.area_wide {
                area_wide.push(at);
            } else {
                for &group in listing.localities.iter().filter_map(|id| localities.get(id)) {
                    by_locality[group].push(at);
                }
            }
        }
        Catalogue { content, by_category, by_locality, area_wide, by_id }
    }

    /// What was checked: settings, pages, calendar, pictures.
    pub fn content(&self) -> &Checked {
        &self.content
    }

    /// All listings, in collated order.
    pub fn listings(&self) -> &[Listing] {
        &self.content.listings
    }

    /// The listing at a position this catalogue gave out.
    pub fn listing(&self, at: At) -> &Listing {
        &self.content.listings[at]
    }

    /// The position of a listing.
    pub fn find(&self, id: &Slug) -> Option<At> {
        self.by_id.get(id).copied()
    }

    /// Listings of a category, by its position in the vocabulary.
    pub fn in_category(&self, category: usize) -> &[At] {
        &self.by_category[category]
    }

    /// Listings of a place, by its position in the vocabulary; those that serve all of the area are apart.
    pub fn in_locality(&self, locality: usize) -> &[At] {
        &self.by_locality[locality]
    }

    /// Listings that serve all of the area.
    pub fn area_wide(&self) -> &[At] {
        &self.area_wide
    }
}
