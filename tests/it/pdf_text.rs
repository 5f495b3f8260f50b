//! A PDF as a reader gets it: every text with its place on the page, the tree of tags, and where links lead.
//!
//! Reads what Typst writes (composite fonts with a map to Unicode, one marked-content sequence for each run of text)
//! and panics at anything else, so that a test cannot overlook what it cannot read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use lopdf::{Document, Object, ObjectId};
use rayon::prelude::*;

mod content;
mod tags;

pub use content::product;
use content::read_page;
use tags::{Reader, named};

/// A PDF, read.
pub struct Pdf {
    pub pages: Vec<Page>,
    /// The children of the structure tree's root.
    pub tree: Vec<Element>,
    /// Bookmarks: depth from 1, title, page from 0.
    pub bookmarks: Vec<(usize, String, usize)>,
    /// Named places: page from 0, and how far from its left and below its upper edge.
    pub places: BTreeMap<String, (usize, f32, f32)>,
    /// The document itself, for what nothing here reads.
    pub document: Document,
}

/// One page.
pub struct Page {
    pub width: f32,
    pub height: f32,
    /// Runs of text in the order they are painted.
    pub pieces: Vec<Piece>,
    /// The marked-content sequences on it, in order: their number, or none for an artifact.
    pub marked: Vec<Option<i64>>,
    /// How often something is painted that neither belongs to the tree nor is an artifact.
    pub unmarked: usize,
}

/// A run of text in one font. Places are in points from the page's upper left corner.
#[derive(Debug, Clone)]
pub struct Piece {
    pub page: usize,
    pub text: String,
    pub left: f32,
    pub right: f32,
    /// The line the letters stand on.
    pub base: f32,
    pub size: f32,
    /// Whether it is turned.
    pub turned: bool,
    /// The number of its marked-content sequence; none for an artifact.
    pub mark: Option<i64>,
    /// What kind of artifact it is: `Header`, `Background`.
    pub artifact: String,
}

/// An element of the structure tree.
#[derive(Debug)]
pub struct Element {
    /// Its standard role: `P`, `H1`, `Link`.
    pub role: String,
    pub alt: Option<String>,
    pub kids: Vec<Kid>,
}

/// What an element has, in reading order.
#[derive(Debug)]
pub enum Kid {
    Element(Element),
    /// A marked-content sequence: page from 0, number.
    Content(usize, i64),
    /// An annotation.
    Link(Target),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Web(String),
    /// A page of this file, from 0, and a place on it from its left and its upper edge.
    Page(usize, f32, f32),
}

impl Element {
    /// This element and all below it, in reading order.
    pub fn all(&self) -> Vec<&Element> {
        let mut list = vec![self];
        for kid in &self.kids {
            if let Kid::Element(element) = kid {
                list.extend(element.all());
            }
        }
        list
    }

    /// The level of a heading.
    pub fn level(&self) -> Option<usize> {
        self.role.strip_prefix('H')?.parse().ok()
    }

    fn contents(&self, list: &mut Vec<(usize, i64)>) {
        for kid in &self.kids {
            match kid {
                Kid::Element(element) => element.contents(list),
                Kid::Content(page, mark) => list.push((*page, *mark)),
                Kid::Link(_) => {}
            }
        }
    }
}

impl Pdf {
    /// Reads a file.
    pub fn read(bytes: &[u8]) -> Pdf {
        let document = Document::load_mem(bytes).expect("a PDF");
        let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
        let numbers: BTreeMap<ObjectId, usize> = ids.iter().copied().zip(0..).collect();
        let mut fonts = BTreeMap::new();
        let pages = ids.iter().enumerate().map(|(at, id)| read_page(&document, *id, at, &mut fonts)).collect();
        let reader = Reader { named: named(&document), document: &document, numbers };
        let catalogue = document.catalog().expect("a catalogue");
        let root = reader.dict(catalogue.get(b"StructTreeRoot").expect("it is tagged"));
        let roles = root.get_deref(b"RoleMap", &document).ok().map(|map| reader.dict(map).clone()).unwrap_or_default();
        let tree = reader
            .kids(root.get(b"K").expect("a tree"), None, &roles)
            .into_iter()
            .map(|kid| if let Kid::Element(element) = kid { element } else { panic!("text at the root of the tree") })
            .collect();
        let mut bookmarks = Vec::new();
        if let Ok(outlines) = catalogue.get_deref(b"Outlines", &document) {
            reader.bookmarks(reader.dict(outlines), 1, &mut bookmarks);
        }
        let place = |(name, place): (&Vec<u8>, &Object)| {
            (String::from_utf8_lossy(name).into_owned(), reader.place(reader.document.dereference(place).expect("a place").1))
        };
        let places = reader.named.iter().map(place).collect();
        Pdf { pages, tree, bookmarks, places, document }
    }

    /// Every element in reading order.
    pub fn elements(&self) -> Vec<&Element> {
        self.tree.iter().flat_map(Element::all).collect()
    }

    /// The runs of text of an element in reading order.
    pub fn pieces(&self, element: &Element) -> Vec<&Piece> {
        let mut contents = Vec::new();
        element.contents(&mut contents);
        contents.into_iter().flat_map(|(page, mark)| self.pages[page].pieces.iter().filter(move |piece| piece.mark == Some(mark))).collect()
    }

    /// The text of an element, a line break wherever a new line begins.
    pub fn lines(&self, element: &Element) -> String {
        let mut text = String::new();
        let mut last: Option<&Piece> = None;
        for piece in self.pieces(element) {
            if last.is_some_and(|last| last.page != piece.page || (last.base - piece.base).abs() > 0.5 * last.size.min(piece.size)) {
                text.push('\n');
            }
            text.push_str(&piece.text);
            last = Some(piece);
        }
        text
    }

    /// Where the links of an element lead.
    pub fn targets<'p>(&'p self, element: &'p Element) -> Vec<&'p Target> {
        let links =
            |element: &'p Element| element.kids.iter().filter_map(|kid| if let Kid::Link(target) = kid { Some(target) } else { None });
        element.all().into_iter().flat_map(links).collect()
    }
}

/// Every booklet among the files of an output, read: path, and what is in it.
pub fn books(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, Pdf)> {
    let books: Vec<_> = files.iter().filter(|(path, _)| path.starts_with("booklet/") && path.ends_with(".pdf")).collect();
    assert!(!books.is_empty(), "there is no booklet");
    books.par_iter().map(|(path, bytes)| (path.as_str(), Pdf::read(bytes))).collect()
}

/// The booklets of the sample, read once for all tests.
pub fn sample() -> &'static [(&'static str, Pdf)] {
    static BOOKS: LazyLock<Vec<(&str, Pdf)>> = LazyLock::new(|| books(crate::agree::sample()));
    &BOOKS
}

/// Text without spaces and joiners, to compare by.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{2060}' | '\u{200b}' | '\u{ad}')).collect()
}

fn media_box(document: &Document, page: ObjectId) -> [f32; 4] {
    let page = document.get_dictionary(page).expect("a page");
    let corners = page.get_deref(b"MediaBox", document).and_then(Object::as_array).expect("a size");
    [0, 1, 2, 3].map(|at: usize| corners[at].as_float().expect("a number"))
}

fn height(document: &Document, page: ObjectId) -> f32 {
    let [_, low, _, high] = media_box(document, page);
    high - low
}
