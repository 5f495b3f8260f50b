//! Other listings of the same kind, in the same place or next to it.

use std::collections::BTreeMap;

use super::booklet::EntryView;
use super::build::Views;
use super::shown::Shown;
use crate::catalogue::At;
use crate::model::Slug;

/// The most that are shown.
const MOST: usize = 4;

/// Finds them for one listing after the other.
pub(super) struct Similar<'s> {
    shown: &'s Shown<'s, 's>,
    /// Listings by home category and place, in order; those of no one place serve all of the area.
    groups: BTreeMap<(usize, Option<&'s Slug>), Vec<At>>,
    neighbours: BTreeMap<&'s Slug, &'s [Slug]>,
}

impl<'s> Similar<'s> {
    pub fn new(shown: &'s Shown<'s, 's>) -> Self {
        let catalogue = shown.issue.catalogue();
        let mut groups: BTreeMap<(usize, Option<&Slug>), Vec<At>> = BTreeMap::new();
        for at in shown.all() {
            let Some(home) = shown.home(at) else { continue };
            let listing = catalogue.listing(at);
            for place in listing.localities.iter().map(Some).chain(listing.localities.is_empty().then_some(None)) {
                groups.entry((home, place)).or_default().push(at);
            }
        }
        let localities = &catalogue.content().localities;
        let neighbours = localities.iter().map(|locality| (&locality.id, locality.neighbours.as_slice())).collect();
        Similar { shown, groups, neighbours }
    }

    /// At most four: those of its own places first, then those of places nearby, then those that serve all
    /// of the area. Each list begins after the listing
    /// itself and goes round, so that every listing is shown beside some other.
    pub fn of(&self, at: At, views: &Views) -> Vec<EntryView> {
        let listing = self.shown.issue.catalogue().listing(at);
        let Some(home) = self.shown.home(at) else { return Vec::new() };
        let nearby = listing.localities.iter().flat_map(|place| self.neighbours.get(place).copied().unwrap_or_default());
        let mut found: Vec<At> = Vec::new();
        for place in listing.localities.iter().chain(nearby).map(Some).chain([None]) {
            let group = self.groups.get(&(home, place)).map_or(&[][..], Vec::as_slice);
            let (before, after) = group.split_at(group.partition_point(|other| *other <= at));
            for &other in after.iter().chain(before) {
                if found.len() == MOST {
                    break;
                }
                if other != at && !found.contains(&other) {
                    found.push(other);
                }
            }
        }
        found.into_iter().map(|other| views.entry(other, views.listings[other].strap.clone())).collect()
    }
}
