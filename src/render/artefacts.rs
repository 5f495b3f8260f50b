//! The output of a build, or of a part of it: which path gets which bytes.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The files a build produces, by path below `output/`, in path order.
#[derive(Debug, Default, Clone)]
pub struct Artefacts {
    files: BTreeMap<String, Vec<u8>>,
}

/// Two parts of a build wanted to write the same file, or a path would leave the output folder.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ArtefactError {
    /// A second writer of a path.
    #[error("two parts of the build write {0}")]
    Twice(String),
    /// A path that is absolute, empty, or has `.` or `..` in it.
    #[error("{0} is not a path below the output folder")]
    Outside(String),
}

/// A file that was made and is out of memory again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its path below `output/`.
    pub path: String,
    /// Its length.
    pub bytes: usize,
    /// The digest of its content, in hexadecimal figures.
    pub blake3: String,
}

/// Whether a path stays below the folder it starts from.
pub fn is_below(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains('\\'))
}

impl Artefacts {
    /// Adds a file; `path` uses `/` whatever the machine.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<(), ArtefactError> {
        let path = path.into();
        if !is_below(&path) {
            return Err(ArtefactError::Outside(path));
        }
        match self.files.entry(path) {
            Entry::Occupied(entry) => Err(ArtefactError::Twice(entry.key().clone())),
            Entry::Vacant(entry) => {
                entry.insert(bytes.into());
                Ok(())
            }
        }
    }

    /// Adds every file of `other`.
    pub fn extend(&mut self, other: Artefacts) -> Result<(), ArtefactError> {
        other.files.into_iter().try_for_each(|(path, bytes)| self.add(path, bytes))
    }

    /// The files in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The bytes of one file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
