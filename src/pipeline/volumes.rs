//! An edition of too many pages for one book is split between categories, into as few volumes as hold it.

use rayon::prelude::*;

use super::editions::{Press, Unplaced, lay_out};
use crate::model::EditionSpec;
use crate::render::RenderError;
use crate::render::booklet::Laid;
use crate::view::booklet::StampView;
use crate::view::{self, Volume};

/// How often a division is tried again with the pages that the last one turned out to have.
const TRIES: usize = 4;
/// Cover, contents, indexes and texts of a volume, in pages: a first guess.
const AROUND: usize = 20;

/// An edition's volumes, laid out; one when it is not split.
pub(super) struct Parts<'p> {
    pub laid: Vec<Laid<'p>>,
    /// Said when a volume is longer than it should be, because one category alone is.
    pub too_long: Option<Unplaced>,
}

/// Lays out an edition in as many volumes as it needs.
pub(super) fn split<'p>(press: &Press<'p>, spec: &EditionSpec) -> Result<Parts<'p>, RenderError> {
    let Some(most) = spec.volume_pages else {
        return Ok(Parts { laid: vec![lay_out(press, spec, None, StampView::default())?], too_long: None });
    };
    let sizes = view::sizes(press.issue, spec, press.views);
    let categories: Vec<usize> = sizes.iter().map(|(category, _)| *category).collect();
    let mut pages: Vec<usize> = sizes.iter().map(|(_, size)| guess(spec, *size)).collect();
    let mut around = AROUND;
    let mut tries = 0;
    loop {
        let parts = divide(&pages, most.saturating_sub(around).max(1));
        let named: Vec<Vec<usize>> = parts.iter().map(|part| part.iter().map(|at| categories[*at]).collect()).collect();
        let volume = |at: usize| (named.len() > 1).then_some(Volume { parts: &named, at });
        let laid: Vec<Laid<'p>> =
            (0..named.len()).into_par_iter().map(|at| lay_out(press, spec, volume(at), StampView::default())).collect::<Result<_, _>>()?;
        let longest = laid.iter().map(Laid::pages).max().unwrap_or_default();
        tries += 1;
        let fits = longest <= most;
        // The book itself says how long everything is.
        let mut beside = 0;
        for (part, laid) in parts.iter().zip(&laid) {
            let measured = measure(part, &categories, laid, press);
            beside = beside.max(laid.pages() - measured.iter().sum::<usize>().min(laid.pages()));
            part.iter().zip(measured).for_each(|(at, measured)| pages[*at] = measured);
        }
        around = if fits { beside } else { around.max(beside) };
        // A first guess may have been too careful.
        let fewer = fits && divide(&pages, most.saturating_sub(around).max(1)).len() < parts.len();
        if (fits && !fewer) || tries == TRIES {
            let too_long = (!fits).then(|| Unplaced {
                name: "volume-pages",
                title: format!("a volume of {} has {longest} pages; it should have {most} at most", spec.title),
                help: "one category alone is too long for a volume: divide the category, or raise volume_pages".to_owned(),
            });
            return Ok(Parts { laid, too_long });
        }
    }
}

/// About how many pages a category takes.
fn guess(spec: &EditionSpec, size: usize) -> usize {
    let area = spec.paper.width_mm * spec.paper.height_mm;
    // Measured on the sample: a page of A4 in 18 points holds about 1,060 characters of entries.
    let holds = 1_060.0 * (area / 62_370.0) * (18.0 / spec.text_pt).powi(2);
    // A page is far from full of characters, and no count of them is near 2^52.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small positive numbers")]
    let pages = (size as f64 / holds).ceil() as usize;
    pages.max(1)
}

/// The pages of each category of a volume.
fn measure(part: &[usize], categories: &[usize], laid: &Laid<'_>, press: &Press<'_>) -> Vec<usize> {
    let all = &press.issue.catalogue().content().categories;
    let start = |at: &usize| laid.page_of(&format!("category-{}", all[categories[*at]].id));
    let ends = part.iter().skip(1).map(start).chain([laid.page_of("indexes")]);
    let pages = part.iter().map(start).zip(ends).map(|(from, to)| Some(to?.checked_sub(from?)?.max(1)));
    pages.map(|pages| pages.unwrap_or(1)).collect()
}

/// Divides pages, in order, into as few parts as hold `most` each, and makes the longest part as short as can be.
fn divide(pages: &[usize], most: usize) -> Vec<Vec<usize>> {
    let fill = |most: usize| {
        let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
        let mut sum = 0;
        for (at, pages) in pages.iter().enumerate() {
            if sum + pages > most && parts.last().is_some_and(|part| !part.is_empty()) {
                parts.push(Vec::new());
                sum = 0;
            }
            sum += pages;
            parts.last_mut().into_iter().for_each(|part| part.push(at));
        }
        parts
    };
    let fewest = fill(most).len();
    let longest = pages.iter().copied().max().unwrap_or(1);
    let shortest = (longest..=most).find(|most| fill(*most).len() <= fewest);
    fill(shortest.unwrap_or(most))
}

#[cfg(test)]
mod tests {
    use super::divide;

    #[test]
    fn volumes_are_few_and_alike() {
        assert_eq!(divide(&[10, 10, 10, 10], 25), [vec![0, 1], vec![2, 3]]);
        assert_eq!(divide(&[30, 5, 5, 5], 40), [vec![0], vec![1, 2, 3]]);
        assert_eq!(divide(&[50, 5], 40), [vec![0], vec![1]]);
        assert_eq!(divide(&[3], 40), [vec![0]]);
        assert_eq!(divide(&[], 40), [Vec::<usize>::new()]);
    }
}
