//! Finished pages put together on the sheets of a file for a printer, with their marks.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Sides, Size, Transform};
use typst::syntax::Span;
use typst::visualize::{Color, Curve, FixedStroke, Geometry};
use typst_layout::Page;

use super::impose::Side;

/// Papers of copiers lying on their long side, in millimetres: A4, A3, A2. Two pages of A5 are a millimetre narrower
/// than A4, and no copier has a paper for that.
const LYING: [(f64, f64); 3] = [(297.0, 210.0), (420.0, 297.0), (594.0, 420.0)];
/// How far two sizes may be apart to be the same paper, in millimetres.
const SAME_PAPER: f64 = 1.6;
/// Trim marks: their length, and the least distance from the trim.
const TRIM_MARK: f64 = 5.0;
const TRIM_GAP: f64 = 2.0;
/// Fold marks reach from the edge to where text may begin.
const FOLD_MARK: f64 = 6.0;
/// A staple is half an inch wide; its mark disappears beneath it.
const STAPLE: f64 = 12.0;
const MARK_PT: f64 = 0.25;

/// How sheets look.
#[derive(Clone)]
pub(super) struct Look {
    /// What is printed beyond the trim.
    pub bleed: Abs,
    /// The colour of marks, if there are any.
    pub marks: Option<Color>,
}

/// Pages side by side, trimmed on the outside: a single page, or facing pages.
pub(super) fn spread(pages: &[&Page], look: &Look) -> Page {
    let width: Abs = pages.iter().map(|page| page.frame.width()).sum();
    let height = pages.iter().map(|page| page.frame.height()).max().unwrap_or_default();
    let mut sheet = Frame::hard(Size::new(width, height));
    let mut x = Abs::zero();
    for (at, page) in pages.iter().enumerate() {
        let (left, right) = (if at == 0 { look.bleed } else { Abs::zero() }, if at + 1 == pages.len() { look.bleed } else { Abs::zero() });
        place(&mut sheet, page, x, Sides::new(left, look.bleed, right, look.bleed));
        x += page.frame.width();
    }
    let mut beyond = look.bleed;
    if let Some(colour) = &look.marks {
        let gap = look.bleed.max(Abs::mm(TRIM_GAP));
        beyond = gap + Abs::mm(TRIM_MARK);
        trim_marks(&mut sheet, gap, colour);
    }
    bare(sheet, beyond)
}

/// One side of a folded sheet. Inner sheets stick out when a thick gathering is folded, so their pages move towards
/// the fold by the `thickness` of each sheet further out.
pub(super) fn side(side: &Side, pages: &[Page], thickness: Abs, look: &Look, is_front: bool) -> Page {
    let placed: Vec<&Page> = side.pages.iter().filter_map(|number| pages.get(number.checked_sub(1)?)).collect();
    let width: Abs = placed.iter().map(|page| page.frame.width()).sum();
    let height = placed.iter().map(|page| page.frame.height()).max().unwrap_or_default();
    let paper = paper(Size::new(width, height));
    let (margin, top) = (0.5 * (paper.x - width), 0.5 * (paper.y - height));
    #[allow(clippy::cast_precision_loss, reason = "a gathering has a few dozen sheets")]
    let creep = thickness * side.sheets_outside as f64;
    let mut sheet = Frame::hard(paper);
    let mut folds = Vec::new();
    let mut x = margin;
    for (at, page) in placed.iter().enumerate() {
        let (is_first, is_last) = (at == 0, at + 1 == placed.len());
        let shift = if placed.len() != 2 {
            Abs::zero()
        } else if is_first {
            creep
        } else {
            -creep
        };
        let (start, end) = (if is_first { Abs::zero() } else { x }, if is_last { paper.x } else { x + page.frame.width() });
        let reach = Sides::new(x + shift - start, top, end - (x + shift + page.frame.width()), top);
        place_at(&mut sheet, page, Point::new(x + shift, top), reach);
        x += page.frame.width();
        folds.extend((!is_last).then_some(x));
    }
    if let Some(colour) = look.marks.as_ref().filter(|_| is_front) {
        for fold in folds {
            fold_marks(&mut sheet, fold, placed.len() == 2 && side.sheets_outside == 0, colour);
        }
    }
    if side.turned { bare(turned(sheet), Abs::zero()) } else { bare(sheet, Abs::zero()) }
}

/// The paper that pages of a size are printed on.
fn paper(size: Size) -> Size {
    let same = |(width, height): &(f64, f64)| (size.x.to_mm() - width).abs() < SAME_PAPER && (size.y.to_mm() - height).abs() < SAME_PAPER;
    LYING.iter().find(|paper| same(paper)).map_or(size, |(width, height)| Size::new(Abs::mm(*width), Abs::mm(*height)))
}

fn place(sheet: &mut Frame, page: &Page, x: Abs, reach: Sides<Abs>) {
    place_at(sheet, page, Point::with_x(x), reach);
}

/// Puts a page on a sheet; what reaches further beyond its edges than `reach` is cut off.
fn place_at(sheet: &mut Frame, page: &Page, at: Point, reach: Sides<Abs>) {
    let size = page.frame.size() + Size::new(reach.left + reach.right, reach.top + reach.bottom);
    let corner = Point::new(-reach.left, -reach.top);
    let mut frame = page.frame.clone();
    if let Some(fill) = page.fill_or_transparent() {
        frame.prepend(corner, FrameItem::Shape(Geometry::Rect(size).filled(fill), Span::detached()));
    }
    let mut clip = Curve::rect(size);
    clip.translate(corner);
    sheet.push(at, FrameItem::Group(GroupItem { clip: Some(clip), ..GroupItem::new(frame) }));
}

/// A sheet upside down.
fn turned(sheet: Frame) -> Frame {
    let size = sheet.size();
    let half_turn = Transform { sx: -Ratio::one(), ky: Ratio::zero(), kx: Ratio::zero(), sy: -Ratio::one(), tx: size.x, ty: size.y };
    let mut turned = Frame::hard(size);
    turned.push(Point::zero(), FrameItem::Group(GroupItem { transform: half_turn, ..GroupItem::new(sheet) }));
    turned
}

fn bare(frame: Frame, beyond: Abs) -> Page {
    Page {
        frame,
        bleed: Sides::splat(beyond),
        fill: typst::foundations::Smart::Auto,
        numbering: None,
        supplement: typst::foundations::Content::empty(),
        number: 0,
    }
}

fn line(sheet: &mut Frame, from: Point, to: Point, colour: &Color) {
    let stroke = FixedStroke::from_pair(colour.clone(), Abs::pt(MARK_PT));
    sheet.push(from, FrameItem::Shape(Geometry::Line(to - from).stroked(stroke), Span::detached()));
}

/// Two lines at each corner, outside what is printed.
fn trim_marks(sheet: &mut Frame, gap: Abs, colour: &Color) {
    let size = sheet.size();
    let length = Abs::mm(TRIM_MARK);
    for (x, out_x) in [(Abs::zero(), -1.0), (size.x, 1.0)] {
        for (y, out_y) in [(Abs::zero(), -1.0), (size.y, 1.0)] {
            line(sheet, Point::new(x + out_x * gap, y), Point::new(x + out_x * (gap + length), y), colour);
            line(sheet, Point::new(x, y + out_y * gap), Point::new(x, y + out_y * (gap + length)), colour);
        }
    }
}

/// Lines at both ends of the fold, and where the two staples go.
fn fold_marks(sheet: &mut Frame, x: Abs, staples: bool, colour: &Color) {
    let height = sheet.size().y;
    let (mark, staple) = (Abs::mm(FOLD_MARK), Abs::mm(STAPLE));
    let mut spans = vec![(Abs::zero(), mark), (height - mark, height)];
    if staples {
        spans.extend([0.25, 0.75].map(|at| (at * height - 0.5 * staple, at * height + 0.5 * staple)));
    }
    for (from, to) in spans {
        line(sheet, Point::new(x, from), Point::new(x, to), colour);
    }
}
