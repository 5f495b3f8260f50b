//! What has changed since an earlier issue: new, changed, paused, back, left.

use std::collections::BTreeSet;

use super::facts;
use crate::catalogue::{At, Catalogue};
use crate::model::{Fact, Month, Record, Recorded, Scope, Slug, Status, Word};

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
    /// Those that are gone, in order of their names.
    pub left: Vec<Left>,
    /// Where those have appeared that appear no more and may not be named: consent was withdrawn, has ended, or covers
    /// less than it did. One for each listing.
    pub unnamed: Vec<Vec<Scope>>,
}

/// A listing that is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// Its name.
    pub name: String,
    /// Where it appeared: elsewhere it is not named now either.
    pub scope: Vec<Scope>,
}

/// Where a listing appeared; anywhere, when the record does not say.
fn everywhere(before: &Recorded) -> Vec<Scope> {
    before.scope.clone().unwrap_or_else(|| Scope::ALL.to_vec())
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
        unnamed: Vec::new(),
    };
    for (at, listing) in catalogue.listings().iter().enumerate() {
        let Some(before) = record.listings.get(&listing.id) else {
            changes.new.push(at);
            continue;
        };
        // A record that does not say where a listing appeared is no ground to say that it is there no more.
        let had = before.scope.iter().flatten().copied();
        let lost: Vec<Scope> = had.filter(|scope| !listing.consent.scope.contains(scope)).collect();
        if !lost.is_empty() {
            changes.unnamed.push(lost);
        }
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
            true => changes.unnamed.push(everywhere(before)),
            false => changes.left.push(Left { name: before.name.clone(), scope: everywhere(before) }),
        }
    }
    changes.left.sort();
    changes
}
