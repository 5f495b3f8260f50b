//! A new output folder in the making: files are taken one by one, from any thread, and staged as they come.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::manifest::{Entry, Manifest, NAME};
use super::place::Place;
use super::{PublishError, Published, Stamp, io, stage, swap};
use crate::render::{ArtefactError, Artefacts, Made, is_below};

/// Takes the files of a build and puts them in the output folder's place, all or none.
///
/// What is the same as in the folder is remembered, what differs is written to the stage at once, so that no build
/// has all of its files in memory. A delivery that is dropped before [`Delivery::finish`] leaves nothing behind.
pub struct Delivery {
    place: Place,
    /// Whether the folder was there.
    exists: bool,
    old: Manifest,
    files: Mutex<BTreeMap<String, Taken>>,
    stage: Mutex<Option<Stage>>,
    /// Holds off other builds until the end.
    _lock: File,
}

/// A file that was taken.
struct Taken {
    entry: Entry,
    /// Whether the folder has it already.
    same: bool,
}

/// Where the new tree is put together, with the folders that are there.
struct Stage {
    place: Place,
    folders: BTreeSet<String>,
}

impl Delivery {
    /// Judges the folder, waits for other builds of it, and mends what a stopped one has left.
    pub fn open(output: &Path, sources: &[&Path]) -> Result<Delivery, PublishError> {
        let place = Place::judge(output, sources)?;
        let lock = place.lock()?;
        swap::recover(&place)?;
        let (old, exists) = (place.manifest()?, place.exists());
        Ok(Delivery { place, exists, old, files: Mutex::default(), stage: Mutex::default(), _lock: lock })
    }

    /// Takes a file; `path` is below the output folder, with `/` whatever the machine.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if !is_below(path) {
            return Err(ArtefactError::Outside(path.to_owned()).into());
        }
        let target = self.place.folder.join(path);
        let same = self.exists && stage::is_same(&target, bytes);
        if self.exists && !same && !self.old.has(path) && fs::symlink_metadata(&target).is_ok() {
            let why = format!("there is a file {path} in it that Fingerpost has not written; move it away");
            return Err(PublishError::refused(&self.place.named, why));
        }
        let taken = Taken { entry: Entry::of(bytes), same };
        let before = self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), taken);
        if before.is_some() {
            return Err(ArtefactError::Twice(path.to_owned()).into());
        }
        if same { Ok(()) } else { stage::write(&self.staged(path)?, bytes) }
    }

    /// Takes all files of a part of the build.
    pub fn take(&self, artefacts: &Artefacts) -> Result<(), PublishError> {
        let all: Vec<(&str, &[u8])> = artefacts.iter().collect();
        all.par_iter().try_for_each(|(path, bytes)| self.put(path, bytes))
    }

    /// What was taken so far, in path order.
    pub fn made(&self) -> Vec<Made> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().map(|(path, taken)| taken.entry.made(path)).collect()
    }

    /// Puts the new tree in the old one's place. When nothing differs, nothing is touched.
    pub fn finish(self, stamp: &Stamp) -> Result<Published, PublishError> {
        let taken = std::mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        let same: BTreeSet<String> = taken.iter().filter(|(_, taken)| taken.same).map(|(path, _)| path.clone()).collect();
        let new = Manifest::new(stamp, taken.into_iter().map(|(path, taken)| (path, taken.entry)).collect());
        let written = new.paths().count() - same.len();
        let done = Published { written, unchanged: same.len(), removed: self.old.leaving(&new).count() };
        if done.written + done.removed == 0 && self.place.has_manifest(&new) {
            return Ok(done);
        }
        let linked = same.par_iter().map(|path| stage::link(&self.place.folder.join(path), &self.staged(path)?));
        linked.collect::<Result<(), PublishError>>()?;
        stage::write(&self.staged(NAME)?, new.text().as_bytes())?;
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(Stage { place, .. }) = &*stage else { return Ok(done) }; // the manifest was staged just now
        stage::keep_strangers(&new, &self.old, place)?;
        let mut fresh: Vec<&str> = new.paths().filter(|path| !same.contains(*path)).collect();
        fresh.push(NAME);
        stage::sync(&place.stage, &fresh)?;
        swap::swap(&place.stage, place)?;
        *stage = None;
        Ok(done)
    }

    /// Where a file is staged; its folder is there then.
    fn staged(&self, path: &str) -> Result<PathBuf, PublishError> {
        let mut stage = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if stage.is_none() {
            *stage = Some(Stage { place: self.place.with_stage()?, folders: BTreeSet::new() });
        }
        let Some(Stage { place, folders }) = &mut *stage else { return Ok(self.place.stage.join(path)) };
        if let Some((folder, _)) = path.rsplit_once('/')
            && !folders.contains(folder)
        {
            let made = place.stage.join(folder);
            fs::create_dir_all(&made).map_err(io("make", &made))?;
            folders.insert(folder.to_owned());
        }
        Ok(place.stage.join(path))
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        if let Some(stage) = self.stage.get_mut().unwrap_or_else(PoisonError::into_inner).take() {
            stage.place.sweep();
        }
    }
}
