//! A PDF as a reader gets it: every text with its place on the page, the tree of tags, and where links lead.
//!
//! Reads what Typst writes (composite fonts with a map to Unicode, one marked-content sequence for each run of text)
//! and panics at anything else, so that a test cannot overlook what it cannot read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use rayon::prelude::*;

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

/// Named places of a document.
fn named(document: &Document) -> BTreeMap<Vec<u8>, Object> {
    let mut list = BTreeMap::new();
    let catalogue = document.catalog().expect("a catalogue");
    let names = catalogue.get_deref(b"Names", document).ok().and_then(|names| names.as_dict().ok());
    let mut open: Vec<&Dictionary> = names.and_then(|names| names.get_deref(b"Dests", document).ok()?.as_dict().ok()).into_iter().collect();
    while let Some(node) = open.pop() {
        for kid in node.get_deref(b"Kids", document).ok().and_then(|kids| kids.as_array().ok()).into_iter().flatten() {
            open.push(document.dereference(kid).expect("a node").1.as_dict().expect("a node"));
        }
        let pairs = node.get_deref(b"Names", document).ok().and_then(|names| names.as_array().ok());
        for pair in pairs.into_iter().flat_map(|pairs| pairs.chunks_exact(2)) {
            list.insert(pair[0].as_str().expect("a name").to_vec(), pair[1].clone());
        }
    }
    list
}

/// Reads the tree of tags and what it points to.
struct Reader<'d> {
    document: &'d Document,
    numbers: BTreeMap<ObjectId, usize>,
    named: BTreeMap<Vec<u8>, Object>,
}

impl<'d> Reader<'d> {
    fn dict<'o>(&self, object: &'o Object) -> &'o Dictionary
    where
        'd: 'o,
    {
        self.document.dereference(object).expect("an object").1.as_dict().expect("a dictionary")
    }

    fn page(&self, owner: &Dictionary) -> Option<usize> {
        self.numbers.get(&owner.get(b"Pg").ok()?.as_reference().ok()?).copied()
    }

    fn kids(&self, object: &Object, page: Option<usize>, roles: &Dictionary) -> Vec<Kid> {
        match self.document.dereference(object).expect("an object").1 {
            Object::Array(list) => list.iter().flat_map(|one| self.kids(one, page, roles)).collect(),
            Object::Integer(mark) => vec![Kid::Content(page.expect("its page is known"), *mark)],
            Object::Dictionary(kid) => match kid.get(b"Type").and_then(Object::as_name).unwrap_or_default() {
                b"MCR" => {
                    let mark = kid.get(b"MCID").and_then(Object::as_i64).expect("a number");
                    vec![Kid::Content(self.page(kid).or(page).expect("its page is known"), mark)]
                }
                b"OBJR" => vec![Kid::Link(self.target(self.dict(kid.get(b"Obj").expect("an annotation"))))],
                _ => vec![Kid::Element(self.element(kid, page, roles))],
            },
            other => panic!("an element has {other:?}"),
        }
    }

    fn element(&self, element: &Dictionary, page: Option<usize>, roles: &Dictionary) -> Element {
        let own = element.get(b"S").and_then(Object::as_name).expect("a role");
        let role = roles.get(own).and_then(Object::as_name).unwrap_or(own);
        let page = self.page(element).or(page);
        Element {
            role: String::from_utf8_lossy(role).into_owned(),
            alt: element.get(b"Alt").ok().map(|alt| lopdf::decode_text_string(alt).expect("a text")),
            kids: element.get(b"K").map(|kids| self.kids(kids, page, roles)).unwrap_or_default(),
        }
    }

    /// Where an annotation or a bookmark leads.
    fn target(&self, link: &Dictionary) -> Target {
        let action = link.get_deref(b"A", self.document).ok().and_then(|action| action.as_dict().ok());
        if let Some(address) = action.and_then(|action| action.get(b"URI").ok()) {
            return Target::Web(String::from_utf8_lossy(address.as_str().expect("an address")).into_owned());
        }
        let place = link.get(b"Dest").ok().or_else(|| action?.get(b"D").ok()).expect("a link leads somewhere");
        let mut place = self.document.dereference(place).expect("a place").1;
        if let Ok(known) = place.as_str() {
            place = self.document.dereference(&self.named[known]).expect("a place").1;
        }
        let (page, across, down) = self.place(place);
        Target::Page(page, across, down)
    }

    /// A page, and how far from its left and below its upper edge.
    fn place(&self, place: &Object) -> (usize, f32, f32) {
        let place = place.as_array().expect("a page and a place on it");
        let page = place[0].as_reference().expect("a page");
        let number = |at: usize| place[at].as_float().expect("a number");
        (self.numbers[&page], number(2), height(self.document, page) - number(3))
    }

    fn bookmarks(&self, parent: &Dictionary, depth: usize, list: &mut Vec<(usize, String, usize)>) {
        let mut next = parent.get(b"First").ok();
        while let Some(one) = next.map(|one| self.dict(one)) {
            let title = lopdf::decode_text_string(one.get(b"Title").expect("a title")).expect("a text");
            let Target::Page(page, ..) = self.target(one) else { panic!("the bookmark {title} leads out") };
            list.push((depth, title, page));
            self.bookmarks(one, depth + 1, list);
            next = one.get(b"Next").ok();
        }
    }
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

/// A font: letters by their codes, and how wide they are in thousandths of its size.
struct Font<'d> {
    encoding: Encoding<'d>,
    widths: BTreeMap<u16, f32>,
}

impl Font<'_> {
    fn new<'d>(font: &'d Dictionary, document: &'d Document) -> Font<'d> {
        let encoding = font.get_font_encoding(document).expect("a map to Unicode");
        assert!(matches!(encoding, Encoding::UnicodeMapEncoding(_)), "a font without a map to Unicode");
        let inner = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).expect("a composite font");
        let inner = document.dereference(&inner[0]).expect("a font").1.as_dict().expect("a font");
        let mut widths = BTreeMap::new();
        let mut list = inner.get_deref(b"W", document).and_then(Object::as_array).map(|list| list.iter()).into_iter().flatten();
        while let Some(first) = list.next().map(|first| first.as_i64().expect("a code")) {
            match document.dereference(list.next().expect("widths")).expect("widths").1 {
                Object::Array(each) => {
                    for (code, width) in (first..).zip(each) {
                        widths.insert(u16::try_from(code).expect("a code"), width.as_float().expect("a width"));
                    }
                }
                last => {
                    let width = list.next().expect("a width").as_float().expect("a width");
                    for code in first..=last.as_i64().expect("a code") {
                        widths.insert(u16::try_from(code).expect("a code"), width);
                    }
                }
            }
        }
        Font { encoding, widths }
    }

    fn width(&self, codes: &[u8]) -> f32 {
        codes.chunks_exact(2).map(|code| self.widths.get(&u16::from_be_bytes([code[0], code[1]])).copied().unwrap_or(0.0)).sum()
    }
}

/// A matrix as PDF writes it.
type Matrix = [f32; 6];

fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// What surrounds a place in a page's content.
#[derive(Clone, Default)]
struct Surroundings {
    mark: Option<i64>,
    artifact: Option<String>,
    /// Words that stand for what is painted; the first letters take them.
    instead: Option<String>,
}

fn read_page<'d>(document: &'d Document, id: ObjectId, at: usize, fonts: &mut BTreeMap<ObjectId, Font<'d>>) -> Page {
    let [left, low, right, high] = media_box(document, id);
    let mut page = Page { width: right - left, height: high - low, pieces: Vec::new(), marked: Vec::new(), unmarked: 0 };
    let names = page_fonts(document, id);
    for font in names.values() {
        fonts.entry(*font).or_insert_with(|| Font::new(document.get_dictionary(*font).expect("a font"), document));
    }
    let content = Content::decode(&document.get_page_content(id)).expect("a page's content");
    let mut saved = Vec::new();
    let mut matrix: Matrix = [1.0, 0.0, 0.0, 1.0, -left, -low];
    let mut line: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let mut font: Option<(ObjectId, f32)> = None;
    let mut around = vec![Surroundings::default()];
    for operation in &content.operations {
        let numbers = || -> Matrix { [0, 1, 2, 3, 4, 5].map(|at: usize| operation.operands[at].as_float().expect("a number")) };
        let inside = around.last().cloned().unwrap_or_default();
        match operation.operator.as_str() {
            "q" => saved.push(matrix),
            "Q" => matrix = saved.pop().expect("what was saved"),
            "cm" => matrix = product(numbers(), matrix),
            "BT" => line = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            "Tm" => line = numbers(),
            "Tf" => {
                font = Some((names[operation.operands[0].as_name().expect("a font")], operation.operands[1].as_float().expect("a size")))
            }
            "BDC" | "BMC" => {
                let mut inner = inside.clone();
                let own = operation.operands.get(1).and_then(|own| own.as_dict().ok());
                if let Some(mark) = own.and_then(|own| own.get(b"MCID").ok()).map(|mark| mark.as_i64().expect("a number")) {
                    inner.mark = Some(mark);
                    page.marked.push(Some(mark));
                } else if operation.operands[0].as_name().expect("a tag") == b"Artifact" {
                    let kind = own.and_then(|own| own.get(b"Subtype").or(own.get(b"Type")).ok()).and_then(|kind| kind.as_name().ok());
                    inner.artifact = Some(String::from_utf8_lossy(kind.unwrap_or_default()).into_owned());
                    page.marked.push(None);
                }
                if let Some(words) = own.and_then(|own| own.get(b"ActualText").ok()) {
                    inner.instead = Some(lopdf::decode_text_string(words).expect("a text"));
                }
                around.push(inner);
            }
            "EMC" => drop(around.pop()),
            "Tj" | "TJ" => {
                if inside.mark.is_none() && inside.artifact.is_none() {
                    page.unmarked += 1;
                }
                let (id, size) = font.expect("a font was chosen");
                let font = &fonts[&id];
                let (mut text, mut width) = (String::new(), 0.0);
                let parts = match &operation.operands[0] {
                    Object::Array(parts) => parts.clone(),
                    one => vec![one.clone()],
                };
                for part in &parts {
                    match part {
                        Object::String(codes, _) => {
                            text.push_str(&font.encoding.bytes_to_string(codes).expect("letters"));
                            width += font.width(codes);
                        }
                        gap => width -= gap.as_float().expect("a gap"),
                    }
                }
                let instead = around.last_mut().and_then(|around| around.instead.as_mut());
                let text = instead.map_or(text, std::mem::take);
                let place = product(line, matrix);
                page.pieces.push(piece(at, text, &inside, place, page.height, size, width * size / 1000.0));
            }
            "Td" | "TD" | "T*" | "'" | "\"" | "Tc" | "Tw" | "Tz" | "Ts" => panic!("{} is not understood", operation.operator),
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "sh" | "Do" if inside.mark.is_none() && inside.artifact.is_none() => {
                page.unmarked += 1;
            }
            _ => {}
        }
    }
    page
}

fn piece(page: usize, text: String, inside: &Surroundings, place: Matrix, height: f32, size: f32, width: f32) -> Piece {
    let end = place[0] * width + place[4];
    Piece {
        page,
        text,
        left: place[4].min(end),
        right: place[4].max(end),
        base: height - place[5],
        size: size * place[0].hypot(place[1]),
        turned: place[1].abs() > 0.01,
        mark: if inside.artifact.is_some() { None } else { inside.mark },
        artifact: inside.artifact.clone().unwrap_or_default(),
    }
}

/// The fonts of a page by the names its content uses.
fn page_fonts(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, ObjectId> {
    let page = document.get_dictionary(page).expect("a page");
    let resources = page.get_deref(b"Resources", document).and_then(Object::as_dict).expect("resources");
    let Ok(fonts) = resources.get_deref(b"Font", document).and_then(Object::as_dict) else { return BTreeMap::new() };
    fonts.iter().map(|(name, font)| (name.clone(), font.as_reference().expect("a font"))).collect()
}
