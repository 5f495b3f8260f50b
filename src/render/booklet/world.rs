//! The closed world a booklet is laid out in: nothing in it comes from a disk, a clock or a network.

use std::collections::BTreeMap;

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

/// The fonts of a theme, and no others: the same PDF on every machine.
pub struct Fonts {
    store: FontStore,
    /// Ranges of characters that some font can print, from the fonts' own tables.
    covered: Vec<Font>,
}

impl Fonts {
    /// Reads the fonts below the theme's `assets/fonts/`.
    pub fn new(theme: &Theme) -> Fonts {
        let mut fonts = Fonts { store: FontStore::new(), covered: Vec::new() };
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

/// The folder of a theme with the paper that goes with a print run.
const PRINT: &str = "print/";

/// Where a file of the world lies in the theme.
pub(super) fn theme_path(path: &str) -> String {
    if path.starts_with(PRINT) { path.to_owned() } else { format!("booklet/{path}") }
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
            theme.below("booklet/").map(|(path, bytes)| (path["booklet".len()..].to_owned(), Bytes::new(bytes.to_vec()))).collect();
        files.extend(theme.below(PRINT).map(|(path, bytes)| (format!("/{path}"), Bytes::new(bytes.to_vec()))));
        files.extend(data);
        let main = VirtualPath::new(main).map_err(|_| RenderError::Internal(format!("{main} is no path")))?;
        Ok(BookletWorld {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            files: FileStore::new(Files { files }),
            fonts,
            main: FileId::new(RootedPath::new(VirtualRoot::Project, main)),
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
            main: FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(main).ok()?)),
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
        self.files.source(id)
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
