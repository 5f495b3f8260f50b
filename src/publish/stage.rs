//! The new tree, put together beside the old one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::{Manifest, NAME};
use super::place::Place;
use super::{PublishError, io};

/// Whether a file has these bytes. A link never counts as the file it points to.
pub(super) fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let Ok(data) = fs::symlink_metadata(path) else { return false };
    if !data.is_file() || data.len() != bytes.len() as u64 {
        return false;
    }
    let Ok(mut file) = File::open(path) else { return false };
    let (mut buffer, mut rest) = (vec![0; bytes.len().clamp(1, 64 * 1024)], bytes);
    while !rest.is_empty() {
        let wanted = rest.len().min(buffer.len());
        if file.read_exact(&mut buffer[..wanted]).is_err() || buffer[..wanted] != rest[..wanted] {
            return false;
        }
        rest = &rest[wanted..];
    }
    true
}

/// Writes a new file.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let mut file = File::create(path).map_err(io("write", path))?;
    file.write_all(bytes).map_err(io("write", path))
}

/// Takes a file over with its times: as a second name of it, or where the disk knows no such thing, as a copy.
pub(super) fn link(from: &Path, to: &Path) -> Result<(), PublishError> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to).map_err(io("write", to))?;
    let times = fs::metadata(from).and_then(|data| data.modified());
    if let Ok(modified) = times
        && let Ok(file) = File::options().write(true).open(to)
    {
        let _ = file.set_modified(modified); // a time that could not be kept costs a re-upload, nothing else
    }
    Ok(())
}

/// Takes over what others have put into the folder since the last build: it is theirs and stays.
pub(super) fn keep_strangers(new: &Manifest, old: &Manifest, place: &Place) -> Result<(), PublishError> {
    if !place.exists() {
        return Ok(());
    }
    for entry in WalkDir::new(&place.folder).min_depth(1).sort_by_file_name() {
        let entry =
            entry.map_err(|error| io("read", &place.folder)(error.into_io_error().unwrap_or_else(|| std::io::Error::other("a loop"))))?;
        let below = entry.path().strip_prefix(&place.folder).unwrap_or(entry.path());
        let name = below.to_string_lossy().replace('\\', "/");
        // In a stage inside the folder, what lies at the top is not touched at all.
        let untouched = place.inside && (!name.contains('/') || entry.path().starts_with(&place.stage));
        if untouched || entry.file_type().is_dir() || name == NAME || old.has(&name) || new.has(&name) {
            continue;
        }
        if place.inside && !place.stage.join(name.split('/').next().unwrap_or_default()).is_dir() {
            continue; // its folder is not replaced
        }
        let to = place.stage.join(below);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).map_err(io("make", folder))?;
        }
        if entry.file_type().is_symlink() {
            let why = format!("there is a link {name} in it that Fingerpost has not made; move it away");
            return Err(PublishError::refused(&place.named, why));
        }
        link(entry.path(), &to)?;
    }
    Ok(())
}

/// Up to so many new files are synced one by one, side by side; more are left to one sync of the whole disk, which
/// has to wait for everything else that is being written there.
const FEW: usize = 1_000;
/// How many files are synced at a time: the disk gathers them into few writes.
const AT_A_TIME: usize = 16;

/// Waits until the new files are on the disk, so that a power cut after the swap finds them whole.
pub(super) fn sync(stage: &Path, new: &[&str]) -> Result<(), PublishError> {
    #[cfg(target_os = "linux")]
    if new.len() > FEW {
        let folder = File::open(stage).map_err(io("read", stage))?;
        return rustix::fs::syncfs(&folder).map_err(|error| io("write", stage)(error.into()));
    }
    let mut paths: Vec<PathBuf> = new.iter().map(|path| stage.join(path)).collect();
    if cfg!(unix) {
        let folders: BTreeSet<PathBuf> = paths.iter().flat_map(|path| path.ancestors().skip(1)).map(Path::to_owned).collect();
        paths.extend(folders.into_iter().filter(|folder| folder.starts_with(stage)));
    }
    let one = |path: &PathBuf| {
        let file = if cfg!(unix) { File::open(path) } else { File::options().write(true).open(path) };
        file.and_then(|file| file.sync_all()).map_err(io("write", path))
    };
    std::thread::scope(|scope| {
        let share = paths.len().div_ceil(AT_A_TIME).max(1);
        let hands: Vec<_> = paths.chunks(share).map(|paths| scope.spawn(move || paths.iter().try_for_each(one))).collect();
        hands.into_iter().try_for_each(|hand| hand.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
