//! `manifest.json`: which files a build wrote. What is not in it is not ours.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::render::Made;

/// The manifest's own name in the output folder.
pub(super) const NAME: &str = "manifest.json";

/// What a build says of itself in the manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The program and its version.
    pub generator: String,
    /// The month, `2026-12`.
    pub month: String,
    /// Whether every listing is in it.
    pub complete: bool,
    /// Ids of listings that were left out because something in them is wrong.
    pub left_out: Vec<String>,
}

/// The files of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    #[serde(flatten)]
    stamp: Stamp,
    files: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    bytes: u64,
    blake3: String,
}

impl Entry {
    /// What the manifest says of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Entry {
        Entry { bytes: bytes.len() as u64, blake3: blake3::hash(bytes).to_hex().to_string() }
    }

    /// The same for others to see.
    pub fn made(&self, path: &str) -> Made {
        Made { path: path.to_owned(), bytes: usize::try_from(self.bytes).unwrap_or(usize::MAX), blake3: self.blake3.clone() }
    }
}

impl Manifest {
    /// The manifest of a build.
    pub fn new(stamp: &Stamp, files: BTreeMap<String, Entry>) -> Manifest {
        Manifest { stamp: stamp.clone(), files }
    }

    /// Reads a manifest; paths that would leave the folder are passed over.
    pub fn parse(bytes: &[u8]) -> Option<Manifest> {
        let mut manifest: Manifest = serde_json::from_slice(bytes).ok()?;
        manifest
            .files
            .retain(|path, _| path.split('/').all(|part| !part.is_empty() && part != "." && part != ".." && !part.contains('\\')));
        Some(manifest)
    }

    /// Its text.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n" // strings and numbers only: cannot fail
    }

    /// Its files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a file is one of them.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Files that are not part of the next build.
    pub fn leaving<'m>(&'m self, next: &'m Manifest) -> impl Iterator<Item = &'m str> {
        self.paths().filter(|path| !next.has(path))
    }
}
