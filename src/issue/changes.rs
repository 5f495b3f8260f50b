//! What has changed since an earlier issue: new, changed, paused, back, left.

use std::collections::BTreeSet;

use super::facts;
use crate::catalogue::{At, Catalogue};
use crate::model::{Fact, Month, Record, Slug, Status};

/// The differences between this issue and an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The earlier month.
    pub since: Month,
    /// Listings that were not in it.
    pub new: Vec<At>,
    /// Listings that say something else now, with what.
    pub changed: Vec<(At, Vec<Fact>)>,
    /// Those that have stopped for a while.
    pub paused: Vec<At>,
    /// Those that had stopped and run again.
    pub back: Vec<At>,
    /// Names of those that are gone, in order.
    pub left: Vec<String>,
    /// How many are gone because consent was withdrawn: neither named nor described.
    pub withdrawn: usize,
}

/// Compares the catalogue with an earlier issue's record. A listing that a fault keeps out of this build has not left.
pub(super) fn since(catalogue: &Catalogue, record: &Record) -> Changes {
    let content = catalogue.content();
    let mut changes = Changes {
        since: record.month,
        new: Vec::new(),
        changed: Vec::new(),
        paused: Vec::new(),
        back: Vec::new(),
        left: Vec::new(),
        withdrawn: 0,
    };
    for (at, listing) in catalogue.listings().iter().enumerate() {
        let Some(before) = record.listings.get(&listing.id) else {
            changes.new.push(at);
            continue;
        };
        match (before.status, listing.status) {
            (Status::Active, Status::Paused) => changes.paused.push(at),
            (Status::Paused, Status::Active) => changes.back.push(at),
            _ => {
                let now = facts::recorded(listing);
                let other = now.facts.iter().filter(|(fact, digest)| before.facts.get(fact).is_some_and(|before| before != *digest));
                let renamed = (before.name != listing.name).then_some(Fact::Name);
                let other: Vec<Fact> = renamed.into_iter().chain(other.map(|(fact, _)| *fact)).collect();
                if !other.is_empty() {
                    changes.changed.push((at, other));
                }
            }
        }
    }
    let here: BTreeSet<&Slug> = catalogue.listings().iter().map(|listing| &listing.id).collect();
    let absent: BTreeSet<&str> = content.left_out.iter().map(|one| one.id.as_str()).collect();
    for (id, before) in record.listings.iter().filter(|(id, _)| !here.contains(id) && !absent.contains(id.as_str())) {
        match content.withdrawn.contains(id) {
            true => changes.withdrawn += 1,
            false => changes.left.push(before.name.clone()),
        }
    }
    changes.left.sort();
    changes
}
