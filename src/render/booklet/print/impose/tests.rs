//! Sheets are folded here as a person folds them, and what can be read is 1, 2, 3 and so on.

use proptest::prelude::*;

use super::{Leaf, Side, letter_fold, padded, saddle, spreads};
use crate::view::printer::Flip;

const FLIPS: [Flip; 2] = [Flip::Short, Flip::Long];

/// What lies in the file from left to right, and whether it is upside down.
fn in_file(side: &Side) -> Vec<(usize, bool)> {
    let pages = side.pages.iter().map(|page| (*page, side.turned));
    if side.turned { pages.rev().collect() } else { pages.collect() }
}

/// What the copier prints behind the first side: from left to right as the second side is read after turning the
/// paper like the page of a book. Over the long edge it comes out upside down.
fn printed_behind(side: &Side, flip: Flip) -> Vec<usize> {
    let mut pages = in_file(side);
    if flip == Flip::Long {
        pages.reverse();
        pages.iter_mut().for_each(|(_, upside_down)| *upside_down = !*upside_down);
    }
    assert!(pages.iter().all(|(_, upside_down)| !upside_down), "{pages:?} stand on their heads");
    pages.into_iter().map(|(page, _)| page).collect()
}

/// Lays the sheets of one gathering into each other and reads it: through the right halves to the middle, then
/// back out through the left halves.
fn read(sides: &[Side], flip: Flip) -> Vec<usize> {
    let sheets: Vec<(Vec<usize>, Vec<usize>)> =
        sides.chunks(2).map(|sheet| (sheet[0].pages.clone(), printed_behind(&sheet[1], flip))).collect();
    let inwards = sheets.iter().flat_map(|(front, back)| [front[1], back[0]]);
    let outwards = sheets.iter().rev().flat_map(|(front, back)| [back[1], front[0]]);
    inwards.chain(outwards).collect()
}

/// The gatherings of a book: a new one begins where no sheet lies further out.
fn gatherings(sides: &[Side]) -> Vec<&[Side]> {
    sides.chunk_by(|_, next| next.sheets_outside > 0 || next.pages[0] < next.pages[1]).collect()
}

fn orders(sides: &[Side]) -> Vec<String> {
    sides.iter().map(|side| side.pages.iter().map(usize::to_string).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn known_orders() {
    assert_eq!(orders(&saddle(4, None, Flip::Short)), ["4|1", "2|3"]);
    assert_eq!(orders(&saddle(8, None, Flip::Short)), ["8|1", "2|7", "6|3", "4|5"]);
    let forty = orders(&saddle(40, None, Flip::Long));
    assert_eq!((forty.len(), &forty[..4]), (20, ["40|1", "2|39", "38|3", "4|37"].map(str::to_owned).as_slice()));
    assert_eq!(&forty[18..], ["22|19", "20|21"]);
    assert_eq!(orders(&saddle(16, Some(2), Flip::Short)), ["8|1", "2|7", "6|3", "4|5", "16|9", "10|15", "14|11", "12|13"]);
    assert_eq!(orders(&saddle(12, Some(2), Flip::Short)), ["8|1", "2|7", "6|3", "4|5", "12|9", "10|11"]);
    assert!(saddle(0, None, Flip::Short).is_empty());
}

#[test]
fn a_letter_has_its_cover_outside_on_the_right() {
    assert_eq!(orders(&letter_fold(6, Flip::Short)), ["5|6|1", "2|3|4"]);
    assert_eq!(orders(&letter_fold(12, Flip::Short)), ["5|6|1", "2|3|4", "11|12|7", "8|9|10"]);
    for flip in FLIPS {
        // Behind the cover is the first page inside; behind the flap the last.
        let sides = letter_fold(6, flip);
        let mut behind = printed_behind(&sides[1], flip);
        behind.reverse();
        let through: Vec<(usize, usize)> = sides[0].pages.iter().copied().zip(behind).collect();
        assert_eq!(through, [(5, 4), (6, 3), (1, 2)]);
    }
}

#[test]
fn the_back_cover_stays_outside() {
    assert_eq!(padded(5, 4), [1, 2, 3, 4].map(Leaf::Page).into_iter().chain([Leaf::Notes; 3]).chain([Leaf::Page(5)]).collect::<Vec<_>>());
    assert_eq!(padded(4, 4), [1, 2, 3, 4].map(Leaf::Page));
    assert_eq!(padded(1, 4), [Leaf::Page(1), Leaf::Notes, Leaf::Notes, Leaf::Notes]);
    assert!(padded(0, 4).is_empty());
}

#[test]
fn pages_face_each_other_as_in_an_open_book() {
    assert_eq!(spreads(6), [vec![1], vec![2, 3], vec![4, 5], vec![6]]);
    assert_eq!(spreads(5), [vec![1], vec![2, 3], vec![4, 5]]);
    assert_eq!(spreads(1), [vec![1]]);
    assert!(spreads(0).is_empty());
}

proptest! {
    #[test]
    fn a_folded_book_reads_from_the_first_page_to_the_last(pages in 1usize..=200, signature in proptest::option::of(1usize..=12), flip in 0usize..2) {
        let (leaves, flip) = (padded(pages, 4), FLIPS[flip]);
        let sides = saddle(leaves.len(), signature, flip);
        prop_assert_eq!(sides.len() * 2, leaves.len());
        let all: Vec<usize> = gatherings(&sides).into_iter().flat_map(|sides| read(sides, flip)).collect();
        prop_assert_eq!(all, (1..=leaves.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_right_page_is_odd_and_neighbours_add_up(pages in 1usize..=200, signature in proptest::option::of(1usize..=12)) {
        let leaves = padded(pages, 4).len();
        for gathering in gatherings(&saddle(leaves, signature, Flip::Short)) {
            let sum = gathering[0].pages[0] + gathering[0].pages[1];
            for (at, side) in gathering.iter().enumerate() {
                let [left, right] = side.pages[..] else { panic!("two pages on a side") };
                prop_assert!(left % 2 == 0 && right % 2 == 1, "a left page is even: {left}|{right}");
                prop_assert_eq!(left + right, sum);
                prop_assert_eq!(side.sheets_outside, at / 2);
            }
            prop_assert!(signature.is_none_or(|sheets| gathering.len() <= 2 * sheets));
        }
    }

    #[test]
    fn every_page_is_there_once_and_the_last_is_last(pages in 1usize..=200, unit in 1usize..=8) {
        let leaves = padded(pages, unit);
        prop_assert!(leaves.len().is_multiple_of(unit) && leaves.len() < pages + unit);
        let real: Vec<usize> = leaves.iter().filter_map(|leaf| if let Leaf::Page(page) = leaf { Some(*page) } else { None }).collect();
        prop_assert_eq!(real, (1..=pages).collect::<Vec<_>>());
        prop_assert_eq!(leaves[0], Leaf::Page(1));
        prop_assert!(pages == 1 || leaves.last() == Some(&Leaf::Page(pages)));
        let open: Vec<usize> = spreads(pages).concat();
        prop_assert_eq!(open, (1..=pages).collect::<Vec<_>>());
    }
}
