//! Old tree out, new tree in, in one step where the system has one.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use super::manifest::{self, Manifest};
use super::place::Place;
use super::{PublishError, io};

/// Written into a stage inside the folder once it is whole: from then on the swap is carried through.
const READY: &str = ".ready";
/// Before the names of old folders in a stage inside the folder.
const OLD: &str = ".old-";

/// Puts the staged tree in the folder's place and removes the old one.
pub(super) fn swap(staged: &Path, place: &Place) -> Result<(), PublishError> {
    if place.inside {
        fs::write(staged.join(READY), b"").map_err(io("write", staged))?;
        return carry_through(place);
    }
    if !place.exists() {
        return fs::rename(staged, &place.folder).map_err(io("write", &place.named));
    }
    if exchange(staged, &place.folder).is_err() {
        // No such step on this system or disk: two steps, and `recover` mends what a stop between them leaves.
        let aside = aside(place);
        fs::rename(&place.folder, &aside).map_err(io("move", &place.named))?;
        if let Err(error) = fs::rename(staged, &place.folder) {
            let _ = fs::rename(&aside, &place.folder);
            return Err(io("write", &place.named)(error));
        }
        let _ = fs::remove_dir_all(&aside);
    }
    place.sweep();
    Ok(())
}

/// Mends what an interrupted build has left.
pub(super) fn recover(place: &Place) -> Result<(), PublishError> {
    let inside = place.with_stage_inside();
    if inside.stage.join(READY).is_file() {
        carry_through(&inside)?;
    }
    if inside.stage.exists() {
        fs::remove_dir_all(&inside.stage).map_err(io("remove", &inside.stage))?;
    }
    let aside = aside(place);
    if aside.is_dir() {
        if place.exists() {
            let _ = fs::remove_dir_all(&aside);
        } else {
            fs::rename(&aside, &place.folder).map_err(io("move", &place.named))?;
        }
    }
    if place.stage.exists() {
        fs::remove_dir_all(&place.stage).map_err(io("remove", &place.stage))?;
    }
    Ok(())
}

/// Where the old tree waits while two steps are needed.
fn aside(place: &Place) -> std::path::PathBuf {
    place.stage.with_extension("fingerpost-old")
}

/// Moves the entries of a stage inside the folder to their places, the manifest last. It can be stopped and
/// taken up again at any point: an entry that has been moved is no longer in the stage.
fn carry_through(place: &Place) -> Result<(), PublishError> {
    let read = fs::read_dir(&place.stage)
        .and_then(|entries| entries.map(|entry| Ok(entry?.file_name())).collect::<std::io::Result<Vec<OsString>>>());
    let mut names = read.map_err(io("read", &place.stage))?;
    names.retain(|name| name != READY && name != manifest::NAME && !name.to_string_lossy().starts_with(OLD));
    names.sort();
    for name in &names {
        let (from, to) = (place.stage.join(name), place.folder.join(name));
        if fs::symlink_metadata(&to).is_ok_and(|data| data.is_dir()) {
            let mut old = OsString::from(OLD);
            old.push(name);
            fs::rename(&to, place.stage.join(old)).map_err(io("move", &to))?;
        }
        fs::rename(&from, &to).map_err(io("write", &to))?;
    }
    let staged = place.stage.join(manifest::NAME);
    if let Some(next) = fs::read(&staged).ok().and_then(|bytes| Manifest::parse(&bytes)) {
        for path in place.manifest()?.leaving(&next) {
            place.remove(path)?;
        }
        fs::rename(&staged, place.folder.join(manifest::NAME)).map_err(io("write", &staged))?;
    }
    fs::remove_dir_all(&place.stage).map_err(io("remove", &place.stage))
}

/// Exchanges two folders in one step.
#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(Into::into)
}

/// Exchanges two folders in one step: not known here.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
