//! A theme: templates, type, colours and fixed words, all in memory before anything is rendered.
//!
//! 1. The project's own `themes/<name>/` wins; without it the theme is looked for in the program.
//! 2. `extends` lays a theme over another: files and values it does not bring come from the other.
//! 3. Colours that are too much alike where the templates put them together are a fault (`contrast`).
//! 4. `theme.toml` names the contract it was written for; a theme for another one is refused with a reason.

mod builtin;
mod contrast;
mod manifest;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use walkdir::WalkDir;

pub use manifest::Manifest;

/// A theme's files are no longer than this altogether.
const LONGEST_FILE: u64 = 16 * 1024 * 1024;

/// A theme in memory.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name.
    pub name: String,
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// What `theme.toml` says, laid over what the extended theme says.
    pub manifest: Manifest,
}

/// Something wrong in a theme's file: for the person who looks after the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFault {
    /// The file, from the theme's folder: `html/home.html`.
    pub file: String,
    /// The file's text, where it has one.
    pub text: String,
    /// Where in the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub title: String,
    /// What to do.
    pub help: Vec<String>,
}

/// A theme that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// No theme of that name.
    #[error("there is no theme called {name:?}; themes here: {known}")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// The machine refused.
    #[error("could not read {path}: {cause}")]
    Io {
        /// The file or folder.
        path: String,
        /// What the machine said.
        cause: std::io::Error,
    },
    /// Its files have mistakes.
    #[error("the theme {0:?} has mistakes")]
    Faulty(String, Vec<ThemeFault>),
}

impl Theme {
    /// Loads the theme of a name; `themes` is the project's folder of themes.
    pub fn load(name: &str, themes: &Path) -> Result<Theme, ThemeError> {
        load(name, themes, &mut Vec::new())
    }

    /// The theme that is part of the program.
    pub fn builtin() -> Result<Theme, ThemeError> {
        assemble("default", builtin::files(), Path::new(""), &mut Vec::new())
    }

    /// One file, by its path in the theme's folder.
    pub fn file(&self, path: &str) -> Option<&Cow<'static, [u8]>> {
        self.files.get(path)
    }

    /// The files below a folder, in path order: `(path from the theme's folder, bytes)`.
    pub fn below<'t>(&'t self, folder: &'t str) -> impl Iterator<Item = (&'t str, &'t Cow<'static, [u8]>)> {
        self.files.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// A theme from memory, for tests.
    pub fn from_memory(name: &str, files: BTreeMap<String, Vec<u8>>) -> Result<Theme, ThemeError> {
        let files = files.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))).collect();
        assemble(name, files, Path::new(""), &mut Vec::new())
    }
}

fn load(name: &str, themes: &Path, chain: &mut Vec<String>) -> Result<Theme, ThemeError> {
    let folder = themes.join(name);
    if folder.is_dir() {
        return assemble(name, read(&folder)?, themes, chain);
    }
    if name == "default" {
        return assemble(name, builtin::files(), themes, chain);
    }
    let mut known = vec!["default".to_owned()];
    let entries = std::fs::read_dir(themes).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir());
    known.extend(entries.filter_map(|entry| entry.file_name().into_string().ok()));
    known.sort_unstable();
    known.dedup();
    Err(ThemeError::Unknown { name: name.to_owned(), known: known.join(", ") })
}

fn read(folder: &Path) -> Result<BTreeMap<String, Cow<'static, [u8]>>, ThemeError> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let io = |path: &Path, cause| ThemeError::Io { path: path.display().to_string(), cause };
        let entry = entry
            .map_err(|error| io(folder, error.into_io_error().unwrap_or_else(|| std::io::Error::other("a folder contains itself"))))?;
        // Links are not followed: a theme cannot reach outside its folder.
        if !entry.file_type().is_file() || entry.metadata().is_ok_and(|data| data.len() > LONGEST_FILE) {
            continue;
        }
        let parts: Option<Vec<&str>> =
            entry.path().strip_prefix(folder).ok().and_then(|below| below.components().map(|part| part.as_os_str().to_str()).collect());
        if let Some(parts) = parts {
            files.insert(parts.join("/"), Cow::Owned(std::fs::read(entry.path()).map_err(|cause| io(entry.path(), cause))?));
        }
    }
    Ok(files)
}

fn assemble(name: &str, files: BTreeMap<String, Cow<'static, [u8]>>, themes: &Path, chain: &mut Vec<String>) -> Result<Theme, ThemeError> {
    let faulty = |fault: ThemeFault| ThemeError::Faulty(name.to_owned(), vec![fault]);
    let manifest = manifest::parse(files.get("theme.toml").map(Cow::as_ref)).map_err(faulty)?;
    let Some(base) = manifest.extends.clone() else {
        return Ok(Theme { name: name.to_owned(), files, manifest });
    };
    chain.push(name.to_owned());
    let base = if base == name {
        // A project's own `default` may extend the program's.
        assemble("default", builtin::files(), themes, chain)?
    } else if chain.contains(&base) {
        return Err(faulty(manifest::fault(&files, &base, format!("this theme extends itself: {} -> {base}", chain.join(" -> ")))));
    } else {
        load(&base, themes, chain)?
    };
    let mut all = base.files;
    all.extend(files);
    Ok(Theme { name: name.to_owned(), files: all, manifest: manifest.over(base.manifest) })
}
