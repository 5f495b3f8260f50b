//! `manifest.json`: which files a build wrote. What is not in it is not ours.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::render::Artefacts;

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
struct Entry {
    bytes: u64,
    blake3: String,
}

impl Manifest {
    /// The manifest of a build.
    pub fn of(artefacts: &Artefacts, stamp: &Stamp) -> Manifest {
        use rayon::prelude::*;
        let all: Vec<(&str, &[u8])> = artefacts.iter().collect();
        let entry = |(path, bytes): &(&str, &[u8])| {
            let entry = Entry { bytes: bytes.len() as u64, blake3: blake3::hash(bytes).to_hex().to_string() };
            ((*path).to_owned(), entry)
        };
        let files: Vec<(String, Entry)> = all.par_iter().map(entry).collect();
        Manifest { stamp: stamp.clone(), files: files.into_iter().collect() }
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
