//! What a reader meets in a book, one after the other, and where it stands.

use std::collections::BTreeMap;

use crate::pdf_text::{Element, Kid, Pdf, Piece, squeezed};

/// Letters stand this much above their line and hang this much below it, in parts of their size.
const ABOVE: f32 = 0.78;
const BELOW: f32 = 0.22;

/// What a reader meets, one after the other.
pub enum Event<'p> {
    Heading(usize, Vec<&'p Piece>),
    Text(&'p Piece),
}

/// A listing in a book.
pub struct Listing<'p> {
    pub name: String,
    pub head: &'p Piece,
    /// The number of the heading it stands below.
    pub chapter: usize,
    pub first: bool,
    pub pieces: Vec<&'p Piece>,
}

/// The elements below one as what a reader meets.
pub fn events<'p>(pdf: &'p Pdf, element: &'p Element, flow: &mut Vec<Event<'p>>) {
    if let Some(level) = element.level() {
        flow.push(Event::Heading(level, pdf.pieces(element)));
        return;
    }
    for kid in &element.kids {
        match kid {
            Kid::Element(element) => events(pdf, element, flow),
            Kid::Content(page, mark) => {
                flow.extend(pdf.pages[*page].pieces.iter().filter(|piece| piece.mark == Some(*mark)).map(Event::Text));
            }
            Kid::Link(_) => {}
        }
    }
}

pub fn head_of<'p>(event: &Event<'p>) -> Option<(&'p Piece, String)> {
    let Event::Heading(_, pieces) = event else { return None };
    Some((pieces.first()?, pieces.iter().map(|piece| piece.text.as_str()).collect()))
}

/// From where to where some texts reach on each page.
pub fn extents(pieces: &[&Piece]) -> BTreeMap<usize, (f32, f32)> {
    let mut parts: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
    for piece in pieces {
        let (top, bottom) = parts.entry(piece.page).or_insert((f32::MAX, 0.0));
        (*top, *bottom) = (top.min(above(piece)), bottom.max(below(piece)));
    }
    parts
}

pub fn above(piece: &Piece) -> f32 {
    piece.base - ABOVE * piece.size
}

pub fn below(piece: &Piece) -> f32 {
    piece.base + BELOW * piece.size
}

/// The number at the end of a line, as it is printed: digits that touch each other.
pub fn number(pieces: &[&Piece]) -> String {
    let mut digits = String::new();
    let mut right_of: Option<&Piece> = None;
    for piece in pieces.iter().rev().filter(|piece| !squeezed(&piece.text).is_empty()) {
        let text = squeezed(&piece.text);
        let touches =
            right_of.is_none_or(|next| (next.left - piece.right).abs() < 0.2 * piece.size && (next.base - piece.base).abs() < 0.5);
        if !touches || !text.chars().all(|c| c.is_ascii_digit()) {
            break;
        }
        digits.insert_str(0, &text);
        right_of = Some(piece);
    }
    digits
}
