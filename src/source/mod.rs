//! Where text comes from: files, and places in them.

use std::ops::Range;
use std::sync::Arc;

/// A file of a [`SourceMap`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A file that was read: its path below the project and its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path from the project's root, with `/` between its parts.
    pub path: String,
    /// The text; empty for pictures and for files that are not text.
    pub text: String,
}

/// All files of a run, in the order they were added. A copy shares the texts.
#[derive(Debug, Clone, Default)]
pub struct SourceMap {
    files: Vec<Arc<SourceFile>>,
}

impl SourceMap {
    /// Adds a file and returns its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Arc::new(SourceFile { path: path.into(), text: text.into() }));
        id
    }

    /// Lets go of the texts of files that nobody will ask for again; their paths stay.
    pub fn forget(&mut self, asked_for: impl Fn(SourceId, &str) -> bool) {
        for (at, file) in self.files.iter_mut().enumerate() {
            let id = SourceId(u32::try_from(at).unwrap_or(u32::MAX));
            if !asked_for(id, &file.path) {
                *file = Arc::new(SourceFile { path: file.path.clone(), text: String::new() });
            }
        }
    }

    /// The file of an id that this map gave out.
    pub fn get(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    pub fn line_column(&self, id: SourceId, offset: usize) -> (usize, usize) {
        let text = &self.get(id).text;
        let before = &text[..floor_boundary(text, offset)];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    }
}

/// The nearest character boundary at or before `offset`.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A stretch of a file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A stretch of `source`.
    pub fn new(source: SourceId, range: Range<usize>) -> Span {
        Span { source, start: range.start, end: range.end }
    }

    /// The very start of a file: for findings about the file as a whole.
    pub fn top(source: SourceId) -> Span {
        Span { source, start: 0, end: 0 }
    }
}

/// A value and where it was written.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }

    /// Borrows the value, keeps the place.
    pub fn as_ref(&self) -> Spanned<&T> {
        Spanned { value: &self.value, span: self.span }
    }
}
