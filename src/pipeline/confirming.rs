//! Answers of providers, written into their listings' files.

use std::path::PathBuf;

use super::{Outcome, Project, Stopped};
use crate::content::{self, amend};
use crate::diag::Diagnostics;
use crate::load::draft::ListingDraft;
use crate::load::{self, Draft};
use crate::model::{ConfirmedBy, Date};
use crate::publish;

/// Listings that were confirmed.
#[derive(Debug)]
pub struct Confirmed {
    /// Id and file of each.
    pub files: Vec<(String, PathBuf)>,
}

/// Why a listing's file cannot be changed.
#[derive(Debug, thiserror::Error)]
pub enum ListingFault {
    /// No listing has the id.
    #[error("there is no listing with the id {id:?}{}", near.as_ref().map(|near| format!("; did you mean {near:?}?")).unwrap_or_default())]
    Unknown {
        /// The id asked for.
        id: String,
        /// One like it.
        near: Option<String>,
    },
    /// Its consent was withdrawn, or it was removed: nothing of it is to be confirmed.
    #[error("{0} is not published any more, so there is nothing to confirm")]
    Gone(String),
    /// It was confirmed later than that already.
    #[error("{id} was confirmed on {confirmed} already, which is later than {on}; if that day is wrong, correct `confirmed` in {path}")]
    Later {
        /// The listing.
        id: String,
        /// The day in its file.
        confirmed: Date,
        /// The day of the answer.
        on: Date,
        /// Its file.
        path: String,
    },
    /// It was taken out before.
    #[error("{0} has been taken out already, and nothing of it is left")]
    TakenOut(String),
    /// The file cannot be amended.
    #[error("{path} cannot be changed: {fault}")]
    Amend {
        /// The file.
        path: String,
        /// Why.
        fault: amend::AmendFault,
    },
}

/// Writes into the file of each listing by whom and when its entry was confirmed. All of them, or none.
pub fn confirm(project: &Project, ids: &[String], by: ConfirmedBy, on: Date) -> Outcome<Confirmed> {
    let result = prepare(project, ids, by, on).and_then(|changes| {
        for (_, path, bytes) in &changes {
            publish::write_content(path, bytes)?;
        }
        Ok(Confirmed { files: changes.into_iter().map(|(id, path, _)| (id, path)).collect() })
    });
    Outcome::untold(result)
}

type Change = (String, PathBuf, Vec<u8>);

fn prepare(project: &Project, ids: &[String], by: ConfirmedBy, on: Date) -> Result<Vec<Change>, Stopped> {
    let tree = content::read(&project.root)?;
    let draft = load::load(&tree, &mut Diagnostics::new());
    let mut changes = Vec::new();
    for id in ids {
        let listing = listing(&draft, id)?;
        if !listing.is_live() {
            return Err(ListingFault::Gone(id.clone()).into());
        }
        let path = &draft.sources.get(listing.source).path;
        // Most often the year is wrong, and an entry that is right would count as out of date.
        let confirmed = listing.checks.confirmed.as_ref().map(|day| day.value);
        if let Some(confirmed) = confirmed.filter(|confirmed| *confirmed > on) {
            return Err(ListingFault::Later { id: id.clone(), confirmed, on, path: path.clone() }.into());
        }
        let file = tree.files().iter().find(|file| file.path == *path);
        let bytes = file.map(|file| file.bytes.as_slice()).unwrap_or_default();
        let amended = amend::confirmed(bytes, by, on).map_err(|fault| ListingFault::Amend { path: path.clone(), fault })?;
        changes.push((id.clone(), project.root.join(path), amended));
    }
    Ok(changes)
}

/// The listing with an id, or which id may have been meant.
pub(super) fn listing<'d>(draft: &'d Draft, id: &str) -> Result<&'d ListingDraft, ListingFault> {
    draft.listings.iter().find(|one| one.id.as_ref().is_some_and(|own| own.text == id)).ok_or_else(|| {
        let known = draft.listings.iter().filter_map(|one| one.id.as_ref()).map(|own| own.text.as_str());
        ListingFault::Unknown { id: id.to_owned(), near: load::nearest(id, known).map(str::to_owned) }
    })
}
