//! Which page goes where on which side of which sheet: arithmetic only.
//!
//! 1. A book gets blank pages before its back cover, so that its pages fill whole sheets ([`padded`]).
//! 2. Its pages are put on sheets that lie in each other and are stapled through the fold ([`saddle`]), all in one
//!    or as gatherings of a few sheets each; or on one sheet that is folded like a letter ([`letter_fold`]).
//! 3. A copier that turns the paper over its long edge needs the second side upside down.
//! 4. In a thick gathering the inner sheets stick out, and are trimmed more at their outer edge. Their pages move
//!    towards the fold, so that they do not lose their margin (creep).

use crate::view::printer::Flip;

/// A page of a book whose pages have been made to fill sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaf {
    /// A page that was laid out, from 1.
    Page(usize),
    /// A page to write on.
    Notes,
}

/// The pages of a book of `pages` pages, filled up to a multiple of `unit`. The first page stays the first, and the
/// last the last.
pub(super) fn padded(pages: usize, unit: usize) -> Vec<Leaf> {
    let missing = pages.next_multiple_of(unit) - pages;
    let mut leaves: Vec<Leaf> = (1..=pages).map(Leaf::Page).collect();
    let back_cover = pages.saturating_sub(1).max(1).min(pages);
    leaves.splice(back_cover..back_cover, std::iter::repeat_n(Leaf::Notes, missing));
    leaves
}

/// One side of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Side {
    /// Numbers of pages, from 1, from left to right for somebody who reads it.
    pub pages: Vec<usize>,
    /// Whether the whole side is upside down in the file.
    pub turned: bool,
    /// How many sheets lie further out in the same gathering.
    pub sheets_outside: usize,
}

/// The sides of the sheets of a saddle-stitched book, two for each sheet, the outermost sheet first. `pages` is a
/// multiple of four. With a `signature` so many sheets are folded together, and the gatherings follow each other.
pub(super) fn saddle(pages: usize, signature: Option<usize>, flip: Flip) -> Vec<Side> {
    let gathering = signature.map_or(pages, |sheets| sheets * 4).max(4);
    let starts = (0..pages).step_by(gathering);
    starts.flat_map(|start| fold(start, gathering.min(pages - start), flip)).collect()
}

/// One gathering of `pages` pages after `before`.
fn fold(before: usize, pages: usize, flip: Flip) -> Vec<Side> {
    let sheet = |outside: usize| {
        let (first, last) = (before + 2 * outside + 1, before + pages - 2 * outside);
        let side = |pages: [usize; 2], turned: bool| Side { pages: pages.to_vec(), turned, sheets_outside: outside };
        [side([last, first], false), side([first + 1, last - 1], flip == Flip::Long)]
    };
    (0..pages / 4).flat_map(sheet).collect()
}

/// Panels on one side of a sheet that is folded like a letter.
pub(super) const PANELS: usize = 3;

/// The sides of sheets of six panels. Outside, from left to right: the flap that is folded in, the back, the front;
/// inside: the three pages that the reader opens.
pub(super) fn letter_fold(pages: usize, flip: Flip) -> Vec<Side> {
    let sheet = |at: usize| {
        let panel = |number: usize| at * 2 * PANELS + number;
        let outside = Side { pages: [5, 6, 1].map(panel).to_vec(), turned: false, sheets_outside: 0 };
        let inside = Side { pages: [2, 3, 4].map(panel).to_vec(), turned: flip == Flip::Long, sheets_outside: 0 };
        [outside, inside]
    };
    (0..pages / (2 * PANELS)).flat_map(sheet).collect()
}

/// Facing pages of an open book: the cover alone, then left and right, and the back cover alone if it is a left page.
pub(super) fn spreads(pages: usize) -> Vec<Vec<usize>> {
    let pairs = (2..=pages).step_by(2).map(|left| (left..=(left + 1).min(pages)).collect());
    (pages > 0).then(|| vec![1]).into_iter().chain(pairs).collect()
}

#[cfg(test)]
mod tests;
