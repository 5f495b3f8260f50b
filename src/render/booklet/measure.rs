//! How far down its pages a laid-out book is filled, read off the finished pages.

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use super::Laid;

/// What stands on a page besides its running head.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Fill {
    /// Lines of text: how many heights it has letters at.
    pub lines: usize,
    /// How much of the room is used, from 0 to 1.
    pub used: f64,
}

/// Lines whose letters stand nearer to each other than this are one: a large word beside a small one.
const SAME_LINE: Abs = Abs::raw(4.0);

impl Laid<'_> {
    /// How each page is filled.
    pub fn fills(&self) -> Vec<Fill> {
        let pages: Vec<Vec<Abs>> = self.document.pages().iter().map(|page| lines(&page.frame)).collect();
        let head = running_head(&pages);
        let bodies: Vec<&[Abs]> = pages.iter().map(|lines| body(lines, head)).collect();
        let all = || bodies.iter().filter(|lines| !lines.is_empty());
        let top = all().map(|lines| lines[0]).min().unwrap_or_default();
        let foot = all().filter_map(|lines| lines.last()).max().copied().unwrap_or_default();
        let used = |lines: &[Abs]| match lines.last() {
            Some(last) if foot > top => (*last - top) / (foot - top),
            Some(_) => 1.0,
            None => 0.0,
        };
        bodies.into_iter().map(|lines| Fill { lines: lines.len(), used: used(lines) }).collect()
    }
}

/// What a printer may trim from a page (`theme`: the outer 7 mm hold no text).
const TRIM: Abs = Abs::raw(7.0 * 72.0 / 25.4);

/// Whether text runs into the foot of a page, because something that is never broken was longer than the page.
pub(super) fn runs_over(document: &PagedDocument) -> bool {
    document.pages().iter().any(|page| {
        let foot = page.frame.height() - TRIM;
        let mut heights = Vec::new();
        gather(&page.frame, Abs::zero(), false, &mut heights);
        heights.into_iter().any(|height| height > foot)
    })
}

/// The heights at which a page has letters, from the top.
fn lines(frame: &Frame) -> Vec<Abs> {
    let mut heights = Vec::new();
    gather(frame, Abs::zero(), true, &mut heights);
    heights.sort_unstable();
    heights.dedup_by(|next, line| *next - *line < SAME_LINE);
    heights
}

/// Heights of letters, and of pictures where they count.
fn gather(frame: &Frame, top: Abs, pictures: bool, heights: &mut Vec<Abs>) {
    for (Point { y, .. }, item) in frame.items() {
        match item {
            FrameItem::Text(_) => heights.push(top + *y),
            // A picture counts as far as it reaches.
            FrameItem::Image(_, size, _) if pictures => heights.push(top + *y + size.y),
            // What is turned, such as the word of a tab, belongs to the edge of the page.
            FrameItem::Group(group) if is_upright(&group.transform) => {
                gather(&group.frame, top + *y + group.transform.ty, pictures, heights);
            }
            _ => {}
        }
    }
}

fn is_upright(transform: &Transform) -> bool {
    transform.kx.is_zero() && transform.ky.is_zero()
}

/// The height of the running head: where most pages have their first line.
fn running_head(pages: &[Vec<Abs>]) -> Option<Abs> {
    let firsts = || pages.iter().filter_map(|lines| lines.first());
    let alike = |height: &Abs| firsts().filter(|other| is_near(**other, *height)).count();
    // Of two that are as frequent the higher one, whatever the order of the pages.
    let head = firsts().max_by_key(|height| (alike(height), std::cmp::Reverse(**height)))?;
    (2 * alike(head) > pages.len()).then_some(*head)
}

fn is_near(a: Abs, b: Abs) -> bool {
    (a - b).abs() < SAME_LINE
}

fn body(lines: &[Abs], head: Option<Abs>) -> &[Abs] {
    match (lines.split_first(), head) {
        (Some((first, rest)), Some(head)) if is_near(*first, head) => rest,
        _ => lines,
    }
}
