//! Files for the publisher alone: letters, telephone lists, workbooks. They never lie where readers or builds look.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, NAME};
use super::place::absolute;
use super::{PublishError, io, write_private};

/// Where such files may not go.
#[derive(Debug, Clone, Copy)]
pub struct Apart<'p> {
    /// The project's folder.
    pub root: &'p Path,
    /// The folder that takes its output.
    pub output: &'p Path,
}

impl Apart<'_> {
    /// Writes one file.
    pub fn file(&self, path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
        self.judge(path)?;
        write_private(path, bytes)
    }

    /// Writes files into a folder that is new, empty, or has files of these names and no others.
    pub fn folder(&self, folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), PublishError> {
        self.judge(folder)?;
        fs::create_dir_all(folder).map_err(io("make", folder))?;
        for entry in fs::read_dir(folder).map_err(io("read", folder))? {
            let name = entry.map_err(io("read", folder))?.file_name();
            let name = name.to_string_lossy();
            if !files.contains_key(name.as_ref()) {
                // A message of last month that stays among the new ones would be sent again.
                let why = format!("{name} is in it, which is no part of these letters; name a new or an empty folder");
                return Err(private(folder, why));
            }
        }
        for (name, bytes) in files {
            write_private(&folder.join(name), bytes)?;
        }
        Ok(())
    }

    /// Refuses places that are published, or read by a build.
    fn judge(&self, named: &Path) -> Result<(), PublishError> {
        let real = absolute(named).map_err(io("read", named))?;
        let below = |folder: PathBuf| absolute(&folder).map(|folder| real.starts_with(folder)).map_err(io("read", named));
        if below(self.output.to_owned())? || real.ancestors().any(has_manifest) {
            return Err(private(named, "what lies there is published, and this has private details in it; name another place"));
        }
        for own in ["content", "themes"] {
            if below(self.root.join(own))? {
                let why = format!("it lies in {own}/, whose files are read by every build; name another place");
                return Err(private(named, why));
            }
        }
        Ok(())
    }
}

/// Whether a folder is the output of some build.
fn has_manifest(folder: &Path) -> bool {
    fs::read(folder.join(NAME)).is_ok_and(|bytes| Manifest::parse(&bytes).is_some())
}

fn private(path: &Path, why: impl Into<String>) -> PublishError {
    PublishError::Private { path: path.to_owned(), why: why.into() }
}
