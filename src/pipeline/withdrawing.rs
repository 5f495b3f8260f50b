//! Somebody asks to be taken out: what is personal goes, and what is left keeps them out.
//!
//! 1. The id goes on the list of those not to be listed again, with digests of name and numbers.
//! 2. The name goes from the records of closed months.
//! 3. The listing's file is removed, and the notes beside it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::confirming::{ListingFault, listing};
use super::{Outcome, Project, Stopped};
use crate::content::{self, ContentTree, FileKind, amend};
use crate::diag::Diagnostics;
use crate::load::draft::ListingDraft;
use crate::load::relist::digests;
use crate::load::{self, Draft};
use crate::model::Date;
use crate::publish;
use crate::render::{RenderError, record};

/// A listing that was taken out.
#[derive(Debug)]
pub struct Withdrawn {
    /// Its id.
    pub id: String,
    /// The list it is on now.
    pub list: PathBuf,
    /// Files that were removed.
    pub removed: Vec<PathBuf>,
    /// Records in which its name stood.
    pub records: Vec<PathBuf>,
    /// Other files of the content that speak of it: letters, pages, other listings.
    pub spoken_of: Vec<PathBuf>,
    /// Booklets that are kept for readers and may name it.
    pub archived: Vec<PathBuf>,
    /// Pictures that it alone used.
    pub pictures: Vec<PathBuf>,
}

/// Takes a listing out for good.
pub fn withdraw(project: &Project, id: &str, on: Date) -> Outcome<Withdrawn> {
    Outcome::untold(plan(project, id, on).and_then(Plan::carried_out))
}

/// What taking a listing out would do; nothing is done.
pub fn foreseen(project: &Project, id: &str, on: Date) -> Outcome<Withdrawn> {
    Outcome::untold(plan(project, id, on).map(|plan| plan.withdrawn))
}

/// What is to be written and removed.
struct Plan {
    withdrawn: Withdrawn,
    writes: Vec<(PathBuf, Vec<u8>)>,
}

impl Plan {
    /// The list first and the listing last: when it stops in between, it can be done again.
    fn carried_out(self) -> Result<Withdrawn, Stopped> {
        for (path, bytes) in &self.writes {
            publish::write_content(path, bytes)?;
        }
        for path in &self.withdrawn.removed {
            publish::remove_content(path)?;
        }
        Ok(self.withdrawn)
    }
}

fn plan(project: &Project, id: &str, on: Date) -> Result<Plan, Stopped> {
    let tree = content::read(&project.root)?;
    let draft = load::load(&tree, &mut Diagnostics::new());
    let is_listed = draft.relist.iter().any(|entry| entry.id.as_ref().is_some_and(|own| own.text == id));
    let listing = listing(&draft, id).map_err(|unknown| if is_listed { ListingFault::TakenOut(id.to_owned()) } else { unknown })?;
    let list = format!("content/{}", content::RELIST);
    let mut writes = Vec::new();
    if !is_listed {
        let before = bytes(&tree, &list);
        let amended = amend::relisted(before, id, on, &own_digests(&draft, listing, id));
        writes.push((project.root.join(&list), amended.map_err(|fault| ListingFault::Amend { path: list.clone(), fault })?));
    }
    let mut records = Vec::new();
    for one in &draft.records {
        let path = draft.sources.get(one.source).path.clone();
        let text = bytes(&tree, &path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        // A record that somebody has changed is not sealed anew: `check` reports it.
        let amended = if one.record.is_some() { record::without_name(text, id).map_err(internal)? } else { None };
        if let Some(amended) = amended {
            records.push(project.root.join(&path));
            writes.push((project.root.join(&path), amended));
        }
    }
    let path = &draft.sources.get(listing.source).path;
    let notes = project.root.join(path).with_extension("private.toml");
    let removed = [Some(project.root.join(path)), notes.is_file().then_some(notes)].into_iter().flatten().collect();
    let withdrawn = Withdrawn {
        id: id.to_owned(),
        list: project.root.join(list),
        removed,
        records,
        spoken_of: spoken_of(&tree, listing, path).into_iter().map(|path| project.root.join(path)).collect(),
        archived: archived(&draft, id).into_iter().map(|path| project.root.join(path)).collect(),
        pictures: pictures(&draft, listing).into_iter().map(|file| project.root.join("content/images").join(file)).collect(),
    };
    Ok(Plan { withdrawn, writes })
}

fn internal(error: RenderError) -> Stopped {
    Stopped::Render(error)
}

fn bytes<'t>(tree: &'t ContentTree, path: &str) -> Option<&'t [u8]> {
    tree.files().iter().find(|file| file.path == path).map(|file| file.bytes.as_slice())
}

/// Digests of what belongs to the listing alone: a switchboard that others are reached by keeps nobody else out.
fn own_digests(draft: &Draft, listing: &ListingDraft, id: &str) -> Vec<String> {
    let others = draft.listings.iter().filter(|one| one.source != listing.source);
    let shared: BTreeSet<String> = others.flat_map(|one| digests(one, id)).collect();
    digests(listing, id).into_iter().filter(|digest| !shared.contains(digest)).collect()
}

/// Files that say its id, its name or one of its numbers, in words that only a person can change.
fn spoken_of(tree: &ContentTree, listing: &ListingDraft, own: &str) -> Vec<String> {
    let packed = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let names = listing.id.iter().map(|id| packed(&id.text)).chain(listing.name.iter().map(|name| packed(&name.value)));
    let phones = listing.contacts.iter().flat_map(|contact| contact.phone.iter().chain(&contact.mobile)).map(|phone| packed(&phone.text));
    let told: BTreeSet<String> = names.chain(phones).filter(|text| !text.is_empty()).collect();
    let by_hand = |kind| {
        matches!(kind, FileKind::Page | FileKind::Issue | FileKind::Listing | FileKind::Outlets | FileKind::Closures | FileKind::Project)
    };
    let says = |bytes: &[u8]| {
        let text = packed(&String::from_utf8_lossy(bytes));
        told.iter().any(|one| text.contains(one.as_str()))
    };
    let others = tree.files().iter().filter(|file| by_hand(file.kind) && file.path != own);
    others.filter(|file| says(&file.bytes)).map(|file| file.path.clone()).collect()
}

/// Kept booklets of months in which it was listed; of a month without a record nobody can tell.
fn archived(draft: &Draft, id: &str) -> Vec<String> {
    let had = |file: &&load::draft::ArchiveFile| {
        let mut records = draft.records.iter().filter_map(|one| one.record.as_ref());
        records.find(|record| record.month == file.month).is_none_or(|record| record.listings.keys().any(|own| own.as_str() == id))
    };
    draft.archive.iter().filter(had).map(|file| draft.sources.get(file.source).path.clone()).collect()
}

/// Pictures that no other listing shows.
fn pictures(draft: &Draft, listing: &ListingDraft) -> Vec<String> {
    let files =
        |one: &ListingDraft| one.images.iter().filter_map(|image| Some(image.file.as_ref()?.value.clone())).collect::<BTreeSet<_>>();
    let others = draft.listings.iter().filter(|one| one.source != listing.source);
    let shared: BTreeSet<String> = others.flat_map(files).collect();
    files(listing).into_iter().filter(|file| !shared.contains(file)).collect()
}
