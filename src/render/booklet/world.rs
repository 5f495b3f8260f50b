//! The closed world a booklet is laid out in: nothing in it comes from a disk, a clock or a network.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;

use crate::render::RenderError;
use crate::theme::Theme;

/// The fonts of a theme, and no others: the same PDF on every machine. With them what else every book of the theme needs.
pub struct Fonts {
    store: FontStore,
    /// The theme's files as Typst reads them, once books are to be made.
    sources: HashMap<FileId, Source>,
    /// Ranges of characters that some font can print, from the fonts' own tables.
    covered: Vec<Font>,
}

impl Fonts {
    /// Reads the fonts below the theme's `assets/fonts/`.
    pub fn new(theme: &Theme) -> Fonts {
        let mut fonts = Fonts { store: FontStore::new(), sources: HashMap::new(), covered: Vec::new() };
        for (path, bytes) in theme.below("assets/fonts/") {
            if !path.ends_with(".ttf") && !path.ends_with(".otf") {
                continue;
            }
            let bytes = match bytes {
                std::borrow::Cow::Borrowed(bytes) => Bytes::new(*bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::new(bytes.clone()),
            };
            for font in Font::iter(bytes) {
                fonts.store.push((font.clone(), font.info().clone()));
                fonts.covered.push(font);
            }
        }
        fonts
    }

    /// Parses the theme's files for books, side by side and for all of them: Typst would parse one when it comes to it,
    /// and keep the other cores waiting.
    pub fn read(&mut self, theme: &Theme) {
        let parse = |(path, bytes): (&str, &[u8])| {
            let id = file_id(&path[BOOKLET.len() - 1..])?;
            Some((id, Source::new(id, std::str::from_utf8(bytes).ok()?.to_owned())))
        };
        let files: Vec<_> = theme.below(BOOKLET).filter(|(path, _)| path.ends_with(".typ")).collect();
        self.sources = files.par_iter().filter_map(|(path, bytes)| parse((path, bytes))).collect();
    }

    /// Whether some font has a shape for a character.
    pub fn can_print(&self, c: char) -> bool {
        self.covered.iter().any(|font| font.info().coverage.contains(c as u32))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.covered.is_empty()
    }
}

/// Files by their path in the world.
struct Files {
    files: BTreeMap<String, Bytes>,
}

impl FileLoader for Files {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if !matches!(path.root(), VirtualRoot::Project) {
            return Err(FileError::Other(Some("a booklet uses no packages: put the file into the theme".into())));
        }
        let name = path.vpath().get_with_slash();
        self.files.get(name).cloned().ok_or_else(|| FileError::NotFound(name.into()))
    }
}

/// The folder of a theme with what lays a book out.
const BOOKLET: &str = "booklet/";

/// The folder of a theme with the paper that goes with a print run.
const PRINT: &str = "print/";

/// Where a file of the world lies in the theme.
pub(super) fn theme_path(path: &str) -> String {
    if path.starts_with(PRINT) { path.to_owned() } else { format!("booklet/{path}") }
}

fn file_id(path: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?)))
}

/// A theme's Typst files with the data of one edition.
pub(super) struct BookletWorld<'f> {
    library: LazyHash<Library>,
    files: FileStore<Files>,
    fonts: &'f Fonts,
    main: FileId,
}

impl<'f> BookletWorld<'f> {
    /// The theme's `booklet/` as the root, with its `print/` and `data` beside it; `main` is the file that lays
    /// everything out.
    pub fn new(theme: &Theme, data: Vec<(String, Bytes)>, fonts: &'f Fonts, main: &str) -> Result<BookletWorld<'f>, RenderError> {
        BookletWorld::told(Dict::new(), theme, data, fonts, main)
    }

    /// The same, where the theme's files are told something (`sys.inputs`).
    pub fn told(
        inputs: Dict,
        theme: &Theme,
        data: Vec<(String, Bytes)>,
        fonts: &'f Fonts,
        main: &str,
    ) -> Result<BookletWorld<'f>, RenderError> {
        let mut files: BTreeMap<String, Bytes> =
            theme.below(BOOKLET).map(|(path, bytes)| (path[BOOKLET.len() - 1..].to_owned(), Bytes::new(bytes.to_vec()))).collect();
        files.extend(theme.below(PRINT).map(|(path, bytes)| (format!("/{path}"), Bytes::new(bytes.to_vec()))));
        let main = file_id(main).ok_or_else(|| RenderError::Internal(format!("{main} is no path")))?;
        files.extend(data);
        Ok(BookletWorld {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            files: FileStore::new(Files { files }),
            fonts,
            main,
        })
    }

    /// The same files and one more, laid out from another file of the theme that is told nothing; nothing when the theme
    /// has no such file.
    pub fn beside(&self, main: &str, path: &str, bytes: Bytes) -> Option<BookletWorld<'f>> {
        let mut files = self.files.loader().files.clone();
        files.contains_key(main).then_some(())?;
        files.insert(path.to_owned(), bytes);
        Some(BookletWorld {
            library: LazyHash::new(Library::default()),
            files: FileStore::new(Files { files }),
            fonts: self.fonts,
            main: file_id(main)?,
        })
    }
}

impl World for BookletWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.fonts.sources.get(&id).map_or_else(|| self.files.source(id), |source| Ok(source.clone()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store.font(index)
    }

    /// There is no today: a theme takes the issue date from the data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
