//! Reading `content/`: the only room that opens its files.
//!
//! 1. Walk the folder once, in name order, without following links.
//! 2. Say of each path what it is, by where it lies.
//! 3. Read the bytes, several files at a time; of an over-large picture only its beginning.

pub mod amend;
pub mod begin;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

/// The list of services that asked to be taken out, below `content/`.
pub const RELIST: &str = "do-not-relist.toml";

/// A text file longer than this is not read: no listing is 8 MB of words.
pub const TEXT_LIMIT: u64 = 8 * 1024 * 1024;
/// A picture longer than this is not read beyond its header.
pub const IMAGE_LIMIT: u64 = 20 * 1024 * 1024;
/// How much of an over-large picture is read: enough for its header.
const HEADER: u64 = 64 * 1024;

/// What a file is, by where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// `booklet.toml`.
    Project,
    /// `categories.toml`.
    Categories,
    /// `localities.toml`.
    Localities,
    /// `outlets.toml`.
    Outlets,
    /// `closures.toml`.
    Closures,
    /// `do-not-relist.toml`.
    Relist,
    /// `listings/**/*.toml`.
    Listing,
    /// `pages/*.md`.
    Page,
    /// `issues/YYYY-MM.toml`.
    Issue,
    /// `issues/YYYY-MM.record.toml`.
    Record,
    /// `images/**`.
    Image,
    /// `archive/YYYY-MM-edition.pdf`.
    Archive,
    /// A link, a device or a pipe: never opened.
    NotAFile,
    /// Anything else.
    Unknown,
}

/// A file of the tree.
#[derive(Debug, Clone)]
pub struct ContentFile {
    /// Path from the project's root, with `/`: `content/listings/food/riverside-table.toml`.
    pub path: String,
    /// What it is.
    pub kind: FileKind,
    /// Its length on disk in bytes.
    pub len: u64,
    /// Its bytes; less than `len` for a file over the limit of its kind.
    pub bytes: Vec<u8>,
}

/// All files below `content/`, in path order.
#[derive(Debug, Clone, Default)]
pub struct ContentTree {
    files: Vec<ContentFile>,
}

/// A file or folder that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is no `content/` folder.
    #[error("there is no content folder at {0}: run fingerpost in the project's folder, or name it with --root")]
    Missing(PathBuf),
    /// The machine refused.
    #[error("could not read {path}: {cause}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the machine said.
        cause: std::io::Error,
    },
    /// A file name that is not Unicode.
    #[error("the file name {0:?} cannot be read: rename it with plain letters")]
    Name(PathBuf),
}

impl ContentTree {
    /// A tree from memory: `(path below content/, bytes)`, for tests and tools.
    pub fn from_memory(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> ContentTree {
        let mut files: Vec<ContentFile> = files
            .into_iter()
            .map(|(path, bytes)| ContentFile { kind: kind(&path), path: format!("content/{path}"), len: bytes.len() as u64, bytes })
            .collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        ContentTree { files }
    }

    /// The files in path order.
    pub fn files(&self) -> &[ContentFile] {
        &self.files
    }
}

/// Reads everything below `root/content`.
pub fn read(root: &Path) -> Result<ContentTree, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(ReadError::Missing(content));
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(&content).sort_by_file_name().into_iter().filter_entry(|entry| entry.depth() == 0 || !hidden(entry.path())) {
        let entry = entry.map_err(|error| ReadError::Io {
            path: error.path().unwrap_or(&content).to_owned(),
            cause: error.into_io_error().unwrap_or_else(|| std::io::Error::other("a folder contains itself")),
        })?;
        if entry.file_type().is_dir() || private(entry.path()) {
            continue;
        }
        found.push((entry.path().to_owned(), entry.file_type().is_file()));
    }
    let mut files =
        found.into_par_iter().map(|(path, regular)| read_one(&content, &path, regular)).collect::<Result<Vec<ContentFile>, ReadError>>()?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(ContentTree { files })
}

fn read_one(content: &Path, path: &Path, regular: bool) -> Result<ContentFile, ReadError> {
    let below = path.strip_prefix(content).unwrap_or(path);
    let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
    let below = parts.ok_or_else(|| ReadError::Name(path.to_owned()))?.join("/");
    let kind = if regular { kind(&below) } else { FileKind::NotAFile };
    let io = |cause| ReadError::Io { path: path.to_owned(), cause };
    let mut bytes = Vec::new();
    let mut len = 0;
    if !matches!(kind, FileKind::NotAFile | FileKind::Unknown) {
        let mut file = File::open(path).map_err(io)?;
        len = file.metadata().map_err(io)?.len();
        let limit = match kind {
            FileKind::Image if len > IMAGE_LIMIT => HEADER,
            FileKind::Image | FileKind::Archive => IMAGE_LIMIT,
            _ if len > TEXT_LIMIT => 0,
            _ => TEXT_LIMIT,
        };
        bytes.reserve_exact(usize::try_from(len.min(limit)).unwrap_or(0));
        file.by_ref().take(limit).read_to_end(&mut bytes).map_err(io)?;
    }
    Ok(ContentFile { path: format!("content/{below}"), kind, len, bytes })
}

/// Editors' and systems' own files.
fn hidden(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with('.') || name.ends_with('~') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini" | "README.md")
}

/// `<id>.private.toml` holds what must not be published; it is never even opened.
fn private(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(".private.toml"))
}

/// What a path below `content/` is.
fn kind(path: &str) -> FileKind {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["booklet.toml"] => FileKind::Project,
        ["categories.toml"] => FileKind::Categories,
        ["localities.toml"] => FileKind::Localities,
        ["outlets.toml"] => FileKind::Outlets,
        ["closures.toml"] => FileKind::Closures,
        [RELIST] => FileKind::Relist,
        ["listings", .., name] if name.ends_with(".toml") => FileKind::Listing,
        ["pages", name] if name.ends_with(".md") => FileKind::Page,
        ["issues", name] if name.ends_with(".record.toml") => FileKind::Record,
        ["issues", name] if name.ends_with(".toml") => FileKind::Issue,
        ["images", ..] => FileKind::Image,
        ["archive", name] if name.ends_with(".pdf") => FileKind::Archive,
        _ => FileKind::Unknown,
    }
}
