//! What is right is taken over into the types of `model`; the rest stays behind.
//!
//! Every function here answers `None` for a draft with something missing or wrong in it. The rules have
//! said so already; here is only made sure that nothing wrong can go on.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

mod calendar;
mod listing;
mod page;
mod project;
mod session;
mod values;
mod vocabulary;

use super::checked::{Checked, LeftOut, Picture};
use super::{AGED, Strictness, Whole};
use crate::diag::Diagnostics;
use crate::load::draft::{Draft, ListingDraft};
use crate::model::{Listing, Page, Slug};

pub(super) use calendar::{calendar, region};
use listing::listing;
use page::{issue, page};
pub(super) use project::policy;
use project::project;
pub(super) use session::session;
pub(super) use values::{slug, text, texts, value};
use vocabulary::{category, locality, outlet};

/// Takes over everything, or nothing when something is wrong that no listing can be left out for.
pub(super) fn accept(draft: &Draft, whole: &Whole<'_>, strictness: Strictness, found: &Diagnostics) -> Option<Checked> {
    let (keep_going, review) = (strictness != Strictness::Whole, strictness == Strictness::Review);
    let listing_sources: Vec<_> = draft.listings.iter().map(|listing| listing.source).collect();
    let in_listing = |source| listing_sources.binary_search(&source).is_ok();
    let errors = found.iter().filter(|finding| finding.level == crate::diag::Level::Error);
    let mut bad: Vec<_> = errors.filter(|error| !(review && AGED.contains(&error.name))).map(|error| error.span.source).collect();
    bad.sort_unstable();
    bad.dedup();
    if bad.iter().any(|source| !keep_going || !in_listing(*source) && !is_lost_listing(draft, *source)) {
        return None;
    }
    let project = project(draft.project.as_ref()?)?;
    let mut listings = Vec::with_capacity(draft.listings.len());
    // A file that could not be read far enough is left out as well.
    let lost = bad.iter().filter(|source| !in_listing(**source)).map(|source| lost_listing(draft, *source));
    let mut left_out: Vec<LeftOut> = lost.collect();
    let accept = |one: &ListingDraft| if bad.binary_search(&one.source).is_ok() { None } else { listing(one, &project.county) };
    let accepted: Vec<Option<Listing>> = draft.listings.par_iter().map(accept).collect();
    for (one, accepted) in draft.listings.iter().zip(accepted) {
        match accepted {
            Some(listing) if publishable(one, &listing, whole) && (review || !has_ended(&listing, whole)) => listings.push(listing),
            Some(_) => {}
            None if !one.is_live() => {}
            None => left_out.push(LeftOut { id: one.called().to_owned(), path: draft.sources.get(one.source).path.clone() }),
        }
    }
    left_out.sort();
    if !keep_going && !left_out.is_empty() {
        return None; // cannot happen while every fault has a rule; never publish around one that has none
    }
    let mut pages: Vec<Page> = draft.pages.iter().map(page).collect::<Option<_>>()?;
    pages.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    let mut checked = Checked {
        categories: draft.categories.iter().map(category).collect::<Option<_>>()?,
        localities: draft.localities.iter().map(locality).collect::<Option<_>>()?,
        outlets: draft.outlets.iter().map(outlet).collect::<Option<_>>()?,
        calendar: whole.calendar.clone(),
        issue: draft.issues.iter().find(|issue| issue.month == Some(whole.month)).and_then(|draft| issue(draft, whole.month))?,
        months: draft.issues.iter().filter_map(|issue| issue.month).collect(),
        archive: draft.archive.iter().filter(|file| file.month < whole.month).cloned().collect(),
        records: draft.records.iter().filter_map(|draft| draft.record.clone()).map(|record| (record.month, record)).collect(),
        withdrawn: unnamed(draft, whole),
        pictures: BTreeMap::new(),
        project,
        listings,
        pages,
        left_out,
    };
    checked.pictures = pictures(draft, &checked);
    Some(checked)
}

/// A listing's file that could not be read far enough to become a draft.
fn is_lost_listing(draft: &Draft, source: crate::source::SourceId) -> bool {
    draft.sources.get(source).path.starts_with("content/listings/")
}

fn lost_listing(draft: &Draft, source: crate::source::SourceId) -> LeftOut {
    let path = draft.sources.get(source).path.clone();
    let stem = path.rsplit('/').next().unwrap_or(&path).trim_end_matches(".toml");
    LeftOut { id: stem.to_owned(), path }
}

/// Whether a right listing is published this month.
fn publishable(draft: &ListingDraft, listing: &Listing, whole: &Whole<'_>) -> bool {
    draft.is_live() && listing.added.is_none_or(|added| added <= whole.month.closes())
}

/// Whether the consent was given for a time that is over on the issue date.
fn has_ended(listing: &Listing, whole: &Whole<'_>) -> bool {
    listing.consent.until.is_some_and(|until| until < whole.today)
}

/// Ids of those that no list of changes may name: their consent was withdrawn, or has ended.
fn unnamed(draft: &Draft, whole: &Whole<'_>) -> BTreeSet<Slug> {
    let ended = |one: &&ListingDraft| one.is_withdrawn() || one.consent.as_ref().is_some_and(|consent| consent.has_ended(whole.today));
    let here = draft.listings.iter().filter(ended).map(|one| &one.id);
    here.chain(draft.relist.iter().map(|entry| &entry.id)).filter_map(slug).collect()
}

/// The pictures that something published shows, without any that would take too much to decode.
fn pictures(draft: &Draft, checked: &Checked) -> BTreeMap<String, Picture> {
    let shown = checked.listings.iter().flat_map(|listing| listing.images.iter().map(|image| image.file.as_str()));
    let shown: BTreeSet<&str> =
        shown.chain(checked.project.logo.iter().chain(&checked.project.cover).map(|(file, _)| file.as_str())).collect();
    let mut pictures = BTreeMap::new();
    for image in draft.images.iter().filter(|image| shown.contains(image.file.as_str()) && !image.is_too_large()) {
        if let Ok(header) = image.header {
            pictures.insert(image.file.clone(), Picture { width: header.width, height: header.height, bytes: image.bytes.clone() });
        }
    }
    pictures
}
