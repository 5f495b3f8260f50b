//! The output folder: whether it may be written, its lock, and what is ours in it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::manifest::{Manifest, NAME};
use super::{PublishError, io};

/// Files that may lie in an output folder before anything has been written to it.
const HARMLESS: &[&str] = &[".gitignore", ".gitkeep"];

/// The name of a stage inside the folder.
const INSIDE: &str = ".fingerpost-stage";

/// A folder that may take output.
#[derive(Clone)]
pub(super) struct Place {
    /// The folder as the caller named it, for messages.
    pub named: PathBuf,
    /// The folder.
    pub folder: PathBuf,
    /// The folder it lies in.
    parent: PathBuf,
    /// Where the new tree is put together: beside the folder, or inside it.
    pub stage: PathBuf,
    /// Whether the new tree has to be put together inside, because the folder is a mount point of its own
    /// or nothing may be written beside it. Then its entries are swapped one by one.
    pub inside: bool,
}

impl Place {
    /// Refuses folders that nobody can want to be written over.
    pub fn judge(named: &Path, sources: &[&Path]) -> Result<Place, PublishError> {
        let refused = |why: &str| PublishError::refused(named, why);
        if named.as_os_str().is_empty() {
            return Err(refused("it has no name"));
        }
        if fs::symlink_metadata(named).is_ok_and(|data| data.file_type().is_symlink()) {
            return Err(refused("it is a link; name the folder itself"));
        }
        if named.exists() && !named.is_dir() {
            return Err(refused("it is a file, not a folder"));
        }
        let folder = absolute(named).map_err(io("read", named))?;
        let Some((parent, name)) = folder.parent().zip(folder.file_name()) else {
            return Err(refused("it is the top of the disk"));
        };
        for source in sources {
            let source = absolute(source).map_err(io("read", source))?;
            if source.starts_with(&folder) {
                return Err(refused("the project's own files are in it; name another folder with --output"));
            }
            let inside = ["content", "themes"].iter().any(|own| folder.starts_with(source.join(own)));
            if inside || (folder.starts_with(&source) && source.ends_with("content")) {
                return Err(refused("it lies among the files that are read; name another folder with --output"));
            }
        }
        if folder.join(".git").exists() {
            return Err(refused("it is the top of a git repository; name another folder with --output"));
        }
        let stage = parent.join(format!(".{}.fingerpost-stage", name.to_string_lossy()));
        let place = Place { named: named.to_owned(), parent: parent.to_owned(), stage, inside: false, folder };
        place.refuse_strangers()?;
        Ok(place)
    }

    /// The same folder with its stage inside.
    pub fn with_stage_inside(&self) -> Place {
        let folder = self.folder.clone();
        Place { named: self.named.clone(), parent: self.parent.clone(), stage: folder.join(INSIDE), inside: true, folder }
    }

    /// Makes the stage: beside the folder, or inside it where nothing can be made beside it or moved there.
    /// Call it under the lock, when what an earlier build left has been mended.
    pub fn with_stage(&self) -> Result<Place, PublishError> {
        let made = if self.exists() && is_mount_point(&self.folder, &self.parent) { None } else { fs::create_dir(&self.stage).ok() };
        let place = if made.is_some() || !self.exists() { self.clone() } else { self.with_stage_inside() };
        fs::create_dir_all(&place.stage).map_err(io("make", &place.stage))?;
        Ok(place)
    }

    /// A folder with files in it but no manifest is somebody else's.
    fn refuse_strangers(&self) -> Result<(), PublishError> {
        if !self.exists() || self.folder.join(NAME).is_file() {
            return Ok(());
        }
        let entries = fs::read_dir(&self.folder).map_err(io("read", &self.named))?;
        for entry in entries {
            let name = entry.map_err(io("read", &self.named))?.file_name();
            let name = name.to_string_lossy();
            if !HARMLESS.contains(&name.as_ref()) && name != INSIDE {
                let why = format!(
                    "there are files in it that Fingerpost has not written, such as {name}; empty it, or name another folder with --output"
                );
                return Err(PublishError::refused(&self.named, why));
            }
        }
        Ok(())
    }

    /// Whether the folder is there.
    pub fn exists(&self) -> bool {
        self.folder.is_dir()
    }

    /// Waits for other builds of folders beside this one; they go on when the file is dropped.
    pub fn lock(&self) -> Result<File, PublishError> {
        fs::create_dir_all(&self.parent).map_err(io("make", &self.parent))?;
        // On Unix the folder itself can be locked, which leaves no file behind.
        let path = if cfg!(unix) { self.parent.clone() } else { self.parent.join(".fingerpost.lock") };
        let file = if cfg!(unix) { File::open(&path) } else { File::create(&path) };
        let file = file.map_err(io("open", &path))?;
        file.lock().map_err(io("lock", &path))?;
        Ok(file)
    }

    /// What the last build wrote.
    pub fn manifest(&self) -> Result<Manifest, PublishError> {
        let path = self.folder.join(NAME);
        match fs::read(&path) {
            Ok(bytes) => Manifest::parse(&bytes).ok_or_else(|| {
                let why = format!("its {NAME} is not one of Fingerpost's; empty the folder, or name another with --output");
                PublishError::refused(&self.named, why)
            }),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Manifest::default()),
            Err(error) => Err(io("read", &path)(error)),
        }
    }

    /// Whether the manifest in the folder is this one to the byte.
    pub fn has_manifest(&self, manifest: &Manifest) -> bool {
        fs::read(self.folder.join(NAME)).is_ok_and(|bytes| bytes == manifest.text().as_bytes())
    }

    /// Removes one of our files, and folders it leaves empty; a link on the way is not followed.
    pub fn remove(&self, path: &str) -> Result<bool, PublishError> {
        let mut at = self.folder.clone();
        let parts: Vec<&str> = path.split('/').collect();
        for part in &parts[..parts.len() - 1] {
            at.push(part);
            if !fs::symlink_metadata(&at).is_ok_and(|data| data.is_dir()) {
                return Ok(false);
            }
        }
        let file = self.folder.join(path);
        match fs::remove_file(&file) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(io("remove", &file)(error)),
        }
        while at != self.folder && fs::remove_dir(&at).is_ok() {
            at.pop();
        }
        Ok(true)
    }

    /// Removes the manifest, last of all, so that an interrupted clean can be done again.
    pub fn remove_manifest(&self) -> Result<(), PublishError> {
        let path = self.folder.join(NAME);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(io("remove", &path)(error)),
            _ => Ok(()),
        }
    }

    /// Removes what is left of a stage; best effort, since the next build does it again.
    pub fn sweep(&self) {
        let _ = fs::remove_dir_all(&self.stage);
    }
}

/// The path without links, `.` and `..`, also where its last parts do not exist yet.
pub(super) fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    let mut missing = Vec::new();
    let mut existing = std::path::absolute(path)?;
    // `..` after a link means another folder than it seems, so the system resolves what exists.
    loop {
        match existing.canonicalize() {
            Ok(mut real) => {
                for part in missing.iter().rev() {
                    match Path::new(part).components().next() {
                        Some(Component::ParentDir) => drop(real.pop()),
                        Some(Component::CurDir) | None => {}
                        Some(_) => real.push(part),
                    }
                }
                return Ok(real);
            }
            Err(error) => {
                let last = existing.components().next_back().map(|part| part.as_os_str().to_owned());
                match last {
                    Some(part) if existing.pop() => missing.push(part),
                    _ => return Err(error),
                }
            }
        }
    }
}

#[cfg(unix)]
fn is_mount_point(folder: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|data| data.dev()).ok();
    device(folder) != device(parent)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path, _: &Path) -> bool {
    false
}
