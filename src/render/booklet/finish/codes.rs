//! Codes for telephones, drawn on finished pages.

use std::collections::HashMap;

use typst::layout::{Frame, FrameItem, GroupItem, Point};
use typst::syntax::Span;
use typst::visualize::{Color, Curve, FillRule, FixedStroke, Geometry, LineCap, Shape};

use super::super::Book;
use crate::view::booklet::CodeView;

/// How the label of a block begins that a code is drawn over.
const CODE: &str = "code:";

/// A dark module in a code's rows.
const DARK: u8 = b'1';

/// Rows overlap by a hair, so that no renderer leaves white lines between them.
const OVERLAP: f64 = 1.04;

/// The codes of a book by the addresses they hold.
#[derive(Default)]
pub struct Codes<'b> {
    codes: HashMap<&'b str, &'b CodeView>,
}

/// A place for a code that the book does not have.
pub(super) struct Unknown;

impl<'b> Codes<'b> {
    pub fn new(book: &'b Book<'_>) -> Codes<'b> {
        let of_runs = book.view.runs.iter().filter_map(|run| run.code.as_ref());
        let of_listings = book.runs.iter().flat_map(|run| run.codes.values());
        let all = book.view.code.iter().chain(of_runs).chain(of_listings);
        Codes { codes: all.map(|code| (code.href.as_str(), code)).collect() }
    }

    /// The drawing, where a group is a place for one.
    pub(super) fn drawn(&self, group: &GroupItem) -> Option<Result<Frame, Unknown>> {
        let label = group.label?.resolve();
        let address = label.as_str().strip_prefix(CODE)?;
        Some(self.codes.get(address).map(|code| drawing(code, &group.frame)).ok_or(Unknown))
    }
}

/// A code as large as its place.
fn drawing(code: &CodeView, place: &Frame) -> Frame {
    let mut drawn = Frame::new(place.size(), place.kind());
    if code.size == 0 {
        return drawn;
    }
    let module = place.width() / code.size as f64;
    let mut curve = Curve::new();
    for (y, row) in code.rows.iter().enumerate() {
        let middle = (y as f64 + 0.5) * module;
        let mut from = 0;
        for run in row.as_bytes().chunk_by(|one, next| one == next) {
            let to = from + run.len();
            if run[0] == DARK {
                curve.move_(Point::new(from as f64 * module, middle));
                curve.line(Point::new(to as f64 * module, middle));
            }
            from = to;
        }
    }
    let pen = FixedStroke { cap: LineCap::Butt, ..FixedStroke::from_pair(Color::BLACK, OVERLAP * module) };
    let shape = Shape { geometry: Geometry::Curve(curve), fill: None, fill_rule: FillRule::default(), stroke: Some(pen) };
    drawn.push(Point::zero(), FrameItem::Shape(shape, Span::detached()));
    drawn
}
