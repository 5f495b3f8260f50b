//! From bytes to a [`Draft`]: every file parsed, every value in its place, every mistake of form reported.
//!
//! 1. Decode each text file; one that is not UTF-8 is reported and left out.
//! 2. Parse it, with recovery, so that all its syntax errors are heard at once.
//! 3. Walk its table key by key (`table`) into the draft of its kind ([`draft`]).
//!
//! Loading cannot fail. Whether the values make sense together is for `check`.

use rayon::prelude::*;
use toml::de::DeTable;

use crate::content::{ContentFile, ContentTree, FileKind, TEXT_LIMIT};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::source::{SourceId, SourceMap, Span, Spanned};

mod archive;
pub mod draft;
mod image;
mod listing;
mod near;
mod page;
mod project;
pub mod prose;
pub(crate) mod record;
pub(crate) mod relist;
mod syntax;
mod table;
mod value;
mod vocabulary;

pub use draft::Draft;
pub(crate) use near::{nearest, shortened};

use draft::{ArchiveFile, ImageFile, IssueDraft, ListingDraft, PageDraft, ProseDraft};

/// What loading needs to know of all files.
pub(crate) struct Reader<'a> {
    sources: &'a SourceMap,
}

impl Reader<'_> {
    /// A Markdown text with its faults placed in the file.
    fn prose(&self, text: Spanned<String>, allowed: prose::Allowed) -> ProseDraft {
        let (tree, faults) = prose::parse(&text.value, allowed);
        let span = text.span;
        let raw = self.sources.get(span.source).text.get(span.start..span.end).unwrap_or_default();
        // In a text with escapes the places differ; then the whole text is pointed at.
        let shift = raw.find(&text.value).map(|at| span.start + at);
        let faults = faults
            .into_iter()
            .map(|(fault, range)| {
                let place = shift.map_or(span, |shift| Span { start: shift + range.start, end: shift + range.end, ..span });
                Spanned::new(fault, place)
            })
            .collect();
        ProseDraft { span, text: text.value, prose: tree, faults }
    }
}

/// What one file came to.
enum Loaded {
    Project(Box<draft::ProjectDraft>),
    Categories(Vec<draft::CategoryDraft>),
    Localities(Vec<draft::LocalityDraft>),
    Outlets(Vec<draft::OutletDraft>),
    Calendar(draft::CalendarDraft),
    Listing(Box<ListingDraft>),
    Page(Box<PageDraft>),
    Issue(Box<IssueDraft>),
    Record(Box<draft::RecordDraft>),
    Relist(Vec<draft::RelistDraft>),
    Image(ImageFile),
    Archive(ArchiveFile),
    Nothing,
}

/// So many files are read at a time: enough for all cores, few enough not to be in memory twice.
const AT_A_TIME: usize = 512;

/// Reads all files of a tree.
pub fn load(tree: &ContentTree, found: &mut Diagnostics) -> Draft {
    let mut sources = SourceMap::default();
    let ids: Vec<SourceId> = tree.files().iter().map(|file| add(file, &mut sources, found)).collect();
    let reader = Reader { sources: &sources };
    let mut draft = Draft::default();
    draft.listings.reserve_exact(tree.files().iter().filter(|file| file.path.starts_with("content/listings/")).count());
    for (files, ids) in tree.files().chunks(AT_A_TIME).zip(ids.chunks(AT_A_TIME)) {
        let load = |(file, &source): (&ContentFile, &SourceId)| {
            let mut found = Diagnostics::new();
            (load_one(file, source, &reader, &mut found), found)
        };
        let loaded: Vec<(Loaded, Diagnostics)> = files.par_iter().zip(ids).map(load).collect();
        for (one, findings) in loaded {
            found.append(findings);
            take(one, &mut draft);
        }
    }
    for path in ["content/booklet.toml", "content/categories.toml", "content/localities.toml"] {
        if !tree.files().iter().any(|file| file.path == path) {
            let source = sources.add(path, "");
            let finding = Diagnostic::new("missing-file", Level::Error, Span::top(source), format!("there is no {path}"));
            found.push(finding.help("every project needs this file; copy it from the sample project and change it"));
        }
    }
    draft.top = Some(match &draft.project {
        Some(project) => Span::top(project.source),
        None => Span::top(sources.add("content", "")),
    });
    draft.sources = sources;
    draft
}

/// Puts a document in its place.
fn take(one: Loaded, draft: &mut Draft) {
    match one {
        Loaded::Project(project) => draft.project = Some(*project),
        Loaded::Categories(list) => draft.categories = list,
        Loaded::Localities(list) => draft.localities = list,
        Loaded::Outlets(list) => draft.outlets = list,
        Loaded::Calendar(calendar) => draft.calendar = calendar,
        Loaded::Listing(listing) => draft.listings.push(*listing),
        Loaded::Page(page) => draft.pages.push(*page),
        Loaded::Issue(issue) => draft.issues.push(*issue),
        Loaded::Record(record) => draft.records.push(*record),
        Loaded::Relist(list) => draft.relist = list,
        Loaded::Image(image) => draft.images.push(image),
        Loaded::Archive(file) => draft.archive.push(file),
        Loaded::Nothing => {}
    }
}

/// Adds a file to the sources, decoded.
fn add(file: &ContentFile, sources: &mut SourceMap, found: &mut Diagnostics) -> SourceId {
    let text = match file.kind {
        FileKind::Image | FileKind::Archive | FileKind::NotAFile | FileKind::Unknown => String::new(),
        _ => match decode(&file.bytes) {
            Ok(text) => one_ending(text),
            Err(offset) => {
                let source = sources.add(&file.path, "");
                found.push(encoding(Span::top(source), &file.bytes, offset));
                return source;
            }
        },
    };
    sources.add(&file.path, text)
}

/// The text with the line endings of an old Mac made new ones; of the same length, so that places stay true.
fn one_ending(text: &str) -> String {
    let lone = text.match_indices('\r').any(|(at, _)| text.as_bytes().get(at + 1) != Some(&b'\n'));
    if lone { text.replace("\r\n", "\0\n").replace('\r', "\n").replace("\0\n", "\r\n") } else { text.to_owned() }
}

/// The text of a file, without its byte order mark; or the first byte that is not UTF-8.
fn decode(bytes: &[u8]) -> Result<&str, usize> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| error.valid_up_to())
}

fn encoding(span: Span, bytes: &[u8], offset: usize) -> Diagnostic {
    let finding = Diagnostic::new("encoding", Level::Error, span, "this file is not saved as UTF-8 text");
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return finding.help("it was saved as \"Unicode\" (UTF-16): open it again and save it with the encoding UTF-8");
    }
    let line = bytes[..offset].iter().filter(|byte| **byte == b'\n').count() + 1;
    finding
        .help(format!("the first wrong character is in line {line} (byte {offset})"))
        .help("open it in your editor and save it again with the encoding UTF-8")
}

fn load_one(file: &ContentFile, source: SourceId, reader: &Reader<'_>, found: &mut Diagnostics) -> Loaded {
    let top = Span::top(source);
    match file.kind {
        FileKind::Image => return Loaded::Image(image::image(file, source)),
        FileKind::NotAFile if file.path.starts_with("content/images/") => return Loaded::Image(image::image(file, source)),
        FileKind::NotAFile => {
            let finding = Diagnostic::new("odd-file", Level::Error, top, "this is a link or a device, not a file");
            found.push(finding.help("put a copy of the file itself in its place"));
            return Loaded::Nothing;
        }
        FileKind::Unknown => {
            let finding = Diagnostic::new("odd-file", Level::Warning, top, "nothing reads this file");
            found.push(finding.help(
                "listings go in content/listings/<category>/ and end in .toml; pages in content/pages/ and end in .md; pictures in content/images/; booklets of past months in content/archive/",
            ));
            return Loaded::Nothing;
        }
        FileKind::Archive => return archive::archive(file, top, found).map_or(Loaded::Nothing, Loaded::Archive),
        _ if file.len > TEXT_LIMIT => {
            let finding = Diagnostic::new("file-too-long", Level::Error, top, "this file is longer than 8 MB and was not read");
            found.push(finding.help("look whether a picture or another document was pasted into it"));
            return Loaded::Nothing;
        }
        _ => {}
    }
    let text = reader.sources.get(source).text.as_str();
    if text.trim().is_empty() {
        if decode(&file.bytes).is_ok() {
            found.push(Diagnostic::new("missing-key", Level::Error, top, "this file is empty").help("fill it in, or delete it"));
        }
        return Loaded::Nothing;
    }
    if file.kind == FileKind::Page {
        return load_page(text, source, reader, found);
    }
    document(text, source, found, |values, torn, found| {
        let root = |called: &str| table::Table::root(values, source, called, torn);
        match file.kind {
            FileKind::Project => Loaded::Project(Box::new(project::project(root("booklet.toml"), found))),
            FileKind::Categories => Loaded::Categories(vocabulary::categories(root("categories.toml"), found)),
            FileKind::Localities => Loaded::Localities(vocabulary::localities(root("localities.toml"), found)),
            FileKind::Outlets => Loaded::Outlets(vocabulary::outlets(root("outlets.toml"), found)),
            FileKind::Closures => Loaded::Calendar(vocabulary::calendar(root("closures.toml"), found)),
            FileKind::Relist => Loaded::Relist(relist::relist(root("do-not-relist.toml"), found)),
            FileKind::Record => Loaded::Record(Box::new(record::record(root("the record"), text, &file.path, found))),
            FileKind::Issue => Loaded::Issue(Box::new(page::issue(root("the issue"), &file.path, reader, found))),
            _ => Loaded::Listing(Box::new(listing::listing(root("the listing"), &file.path, reader, found))),
        }
    })
}

fn load_page(text: &str, source: SourceId, reader: &Reader<'_>, found: &mut Diagnostics) -> Loaded {
    let Some(parts) = page::split(text) else {
        let finding = Diagnostic::new("missing-key", Level::Error, Span::top(source), "this page has no head");
        found.push(finding.help("begin the file with a line +++, then id, title and place, then another line +++"));
        return Loaded::Nothing;
    };
    let body = page::body(text, source, &parts);
    // The head is parsed in place: what stands before it is blanked, so that the places stay true.
    let blank: String = text[..parts.head.start].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    let head = format!("{blank}{}", &text[parts.head.clone()]);
    document(&head, source, found, |values, torn, found| {
        Loaded::Page(Box::new(page::page(table::Table::root(values, source, "the page", torn), body, reader, found)))
    })
}

/// Parses a document, reports its syntax errors, and hands over what could be recovered.
fn document(
    text: &str,
    source: SourceId,
    found: &mut Diagnostics,
    read: impl FnOnce(&DeTable<'_>, bool, &mut Diagnostics) -> Loaded,
) -> Loaded {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !syntax::report(&errors, text, source, found) {
        return Loaded::Nothing;
    }
    let loaded = read(document.get_ref(), !errors.is_empty(), found);
    // A value that could not be parsed is not of the wrong type as well.
    let broken: Vec<usize> = errors.iter().filter_map(|error| error.span()).map(|range| range.start).collect();
    found.retain(|finding| !(matches!(finding.name, "wrong-type" | "unknown-value") && broken.contains(&finding.span.start)));
    loaded
}
