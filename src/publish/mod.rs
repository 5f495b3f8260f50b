//! From artefacts to the output folder, all or nothing.
//!
//! 1. Judge the folder (`place`): it must be one that may be written, and hold nothing of somebody else's.
//! 2. Lock it, so that two builds at once follow each other.
//! 3. Take the files as they are made (`delivery`) and compare each with what is there; what differs is staged
//!    beside it (`stage`). When nothing differs, nothing is touched.
//! 4. Complete the stage to a whole new tree: unchanged files are linked, so that they keep their times, and
//!    everything is synced to the disk.
//! 5. Swap the two trees in one step (`swap`) and remove the old one.
//!
//! Whatever stops it before step 5 leaves the old output whole; after it the new one is whole.

mod apart;
mod delivery;
mod manifest;
mod place;
mod stage;
mod swap;

use std::path::{Path, PathBuf};

pub use apart::Apart;
pub use delivery::Delivery;
pub use manifest::Stamp;

use crate::render::{ArtefactError, Artefacts};
use place::Place;

/// What was done to the output folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that are as before; their times have not moved.
    pub unchanged: usize,
    /// Files of the last build that are not part of this one.
    pub removed: usize,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The folder may not be written to.
    #[error("{folder} cannot take the output: {why}")]
    Refused {
        /// The folder.
        folder: PathBuf,
        /// The reason, and what to do.
        why: String,
    },
    /// Two parts of the build want the same file, or one leaves the folder.
    #[error(transparent)]
    Artefact(#[from] ArtefactError),
    /// What is for the publisher alone may not lie there.
    #[error("{path} cannot take private papers: {why}")]
    Private {
        /// The file or folder.
        path: PathBuf,
        /// The reason, and what to do.
        why: String,
    },
    /// The machine refused.
    #[error("could not {what} {}: {}", path.strip_prefix(".").unwrap_or(path).display(), why(cause))]
    Io {
        /// What was tried: "write", "read", "remove".
        what: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the machine said.
        cause: std::io::Error,
    },
}

impl PublishError {
    /// Whether the folder was refused, rather than the machine failing.
    pub fn is_refusal(&self) -> bool {
        matches!(self, PublishError::Refused { .. } | PublishError::Private { .. })
    }

    fn refused(folder: &Path, why: impl Into<String>) -> PublishError {
        PublishError::Refused { folder: folder.to_owned(), why: why.into() }
    }
}

/// What the machine said, in words for whoever sits before it where there are any.
fn why(cause: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match cause.kind() {
        ErrorKind::PermissionDenied => {
            "you may not do that there; choose another place, or ask whoever looks after this computer".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => "this disk can be read, and not written to; choose another place".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room and try again".to_owned(),
        _ => cause.to_string(),
    }
}

/// Turns an error of the machine into one that names the file.
fn io(what: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> PublishError {
    move |cause| PublishError::Io { what, path: path.to_owned(), cause }
}

/// Writes a file of the content whole or not at all; says whether it was any different before.
pub fn write_content(path: &Path, bytes: &[u8]) -> Result<bool, PublishError> {
    if std::fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(false);
    }
    let file = filled(beside(path, Readers::AsUsual), path, bytes)?;
    file.persist(path).map_err(|error| io("write", path)(error.error))?;
    Ok(true)
}

/// Writes a file with private details whole or not at all. Nobody but its writer may read it where the system knows of such a thing.
fn write_private(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let file = filled(beside(path, Readers::WriterAlone), path, bytes)?;
    file.persist(path).map_err(|error| io("write", path)(error.error))?;
    Ok(())
}

/// Writes a new file of the content, with the folder it lies in. A file that is there is not written over.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(io("make", folder))?;
    let file = filled(beside(path, Readers::AsUsual), path, bytes)?;
    file.persist_noclobber(path).map_err(|error| io("write", path)(error.error))?;
    Ok(())
}

/// Who may read a file that is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Whoever could before, and of a new file whoever may read what is made there: colleagues share the content.
    AsUsual,
    /// Its writer.
    WriterAlone,
}

/// An empty file in the folder of another whose place it is to take.
fn beside(path: &Path, readers: Readers) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".fingerpost-");
    #[cfg(unix)]
    if readers == Readers::AsUsual {
        use std::os::unix::fs::PermissionsExt;
        // The system takes away what the user's settings (umask) do not give.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    if cfg!(unix)
        && readers == Readers::AsUsual
        && let Ok(before) = std::fs::metadata(path)
    {
        file.as_file().set_permissions(before.permissions())?;
    }
    Ok(file)
}

fn filled(file: std::io::Result<tempfile::NamedTempFile>, path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, PublishError> {
    use std::io::Write;
    let mut file = file.map_err(io("write", path))?;
    file.write_all(bytes).map_err(io("write", path))?;
    file.as_file().sync_all().map_err(io("write", path))?;
    Ok(file)
}

/// Removes a file of the content; one that is not there any more is no matter.
pub fn remove_content(path: &Path) -> Result<(), PublishError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io("remove", path)(error)),
        _ => Ok(()),
    }
}

/// Writes the artefacts to `output`; `sources` are the project's own folders, which output may not be or hold.
pub fn publish(artefacts: &Artefacts, stamp: &Stamp, output: &Path, sources: &[&Path]) -> Result<Published, PublishError> {
    let delivery = Delivery::open(output, sources)?;
    delivery.take(artefacts)?;
    delivery.finish(stamp)
}

/// Removes what builds have written to `output`, and nothing else. Returns how many files went.
pub fn clean(output: &Path, sources: &[&Path]) -> Result<usize, PublishError> {
    let place = Place::judge(output, sources)?;
    if !place.exists() {
        return Ok(0);
    }
    let _lock = place.lock()?;
    swap::recover(&place)?;
    let manifest = place.manifest()?;
    let mut removed = 0;
    for path in manifest.paths() {
        removed += usize::from(place.remove(path)?);
    }
    place.remove_manifest()?;
    Ok(removed)
}
