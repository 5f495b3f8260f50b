//! What is painted on a page: texts with their places, and what they belong to.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use super::{Page, Piece, media_box};

/// A font: letters by their codes, and how wide they are in thousandths of its size.
pub struct Font<'d> {
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

/// What comes of the first and then the second.
pub fn product(a: Matrix, b: Matrix) -> Matrix {
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

/// Reads a page; fonts that it has in common with others are read once.
pub fn read_page<'d>(document: &'d Document, id: ObjectId, at: usize, fonts: &mut BTreeMap<ObjectId, Font<'d>>) -> Page {
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
            "BDC" | "BMC" => around.push(begun(&operation.operands, inside, &mut page.marked)),
            "EMC" => drop(around.pop()),
            "Tj" | "TJ" => {
                if inside.mark.is_none() && inside.artifact.is_none() {
                    page.unmarked += 1;
                }
                let (id, size) = font.expect("a font was chosen");
                let font = &fonts[&id];
                let (text, width) = shown(&operation.operands[0], font);
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

/// What surrounds the content of a sequence that begins inside another.
fn begun(operands: &[Object], outside: Surroundings, marked: &mut Vec<Option<i64>>) -> Surroundings {
    let mut inner = outside;
    let own = operands.get(1).and_then(|own| own.as_dict().ok());
    if let Some(mark) = own.and_then(|own| own.get(b"MCID").ok()).map(|mark| mark.as_i64().expect("a number")) {
        inner.mark = Some(mark);
        marked.push(Some(mark));
    } else if operands[0].as_name().expect("a tag") == b"Artifact" {
        let kind = own.and_then(|own| own.get(b"Subtype").or(own.get(b"Type")).ok()).and_then(|kind| kind.as_name().ok());
        inner.artifact = Some(String::from_utf8_lossy(kind.unwrap_or_default()).into_owned());
        marked.push(None);
    }
    if let Some(words) = own.and_then(|own| own.get(b"ActualText").ok()) {
        inner.instead = Some(lopdf::decode_text_string(words).expect("a text"));
    }
    inner
}

/// The letters that are shown, and how far they reach in thousandths of the font's size.
fn shown(operand: &Object, font: &Font<'_>) -> (String, f32) {
    let (mut text, mut width) = (String::new(), 0.0);
    let parts = match operand {
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
    (text, width)
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
