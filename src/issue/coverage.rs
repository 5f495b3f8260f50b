//! Where a directory is thin: what there is of each kind in each place, and what is missing.

use std::collections::BTreeMap;

use super::Issue;
use crate::catalogue::At;
use crate::model::{Access, Weekday, Word};

/// What there is and what is not, by positions in the vocabularies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// For each category, how many listings serve each place; those for the whole area are apart.
    pub grid: Vec<Vec<usize>>,
    /// For each category, how many listings serve the whole area.
    pub everywhere: Vec<usize>,
    /// Days of the week on which nothing happens in a place, for places with at least one session.
    pub idle: Vec<(usize, Vec<Weekday>)>,
    /// Places with nothing that is free.
    pub nothing_free: Vec<usize>,
    /// Places with no venue that is step-free.
    pub nothing_step_free: Vec<usize>,
    /// How old entries are on the issue date: days up to which, and how many.
    pub ages: Vec<(Option<i64>, usize)>,
}

/// Ages in days that people ask about: a month, a quarter, half a year.
const AGES: [i64; 3] = [31, 92, 183];

impl Coverage {
    /// Works out what an issue covers.
    pub fn of(issue: &Issue<'_>) -> Coverage {
        let catalogue = issue.catalogue();
        let content = catalogue.content();
        let places = 0..content.localities.len();
        let in_both = |category: usize, place: usize| {
            catalogue.in_category(category).iter().filter(|at| catalogue.in_locality(place).binary_search(at).is_ok()).count()
        };
        let categories = 0..content.categories.len();
        let is_wide = |at: &&At| catalogue.listing(**at).area_wide;
        let none = |place: &usize, has: &dyn Fn(At) -> bool| !catalogue.in_locality(*place).iter().any(|at| has(*at));
        let free = |at: At| catalogue.listing(at).free;
        let step_free = |at: At| catalogue.listing(at).access.contains(&Access::StepFree);
        Coverage {
            grid: categories.clone().map(|category| places.clone().map(|place| in_both(category, place)).collect()).collect(),
            everywhere: categories.map(|category| catalogue.in_category(category).iter().filter(is_wide).count()).collect(),
            idle: places.clone().filter_map(|place| Some((place, idle(issue, place)?))).collect(),
            nothing_free: places.clone().filter(|place| none(place, &free)).collect(),
            nothing_step_free: places.filter(|place| none(place, &step_free)).collect(),
            ages: ages(issue),
        }
    }
}

/// Days of the week on which nothing happens in a place; none for a place without sessions, or with something every day.
fn idle(issue: &Issue<'_>, place: usize) -> Option<Vec<Weekday>> {
    let catalogue = issue.catalogue();
    let dates = catalogue.in_locality(place).iter().flat_map(|at| issue.dates(*at));
    let busy: Vec<Weekday> = dates.map(|when| Weekday::of(when.date)).collect();
    let idle: Vec<Weekday> = Weekday::ALL.iter().copied().filter(|day| !busy.contains(day)).collect();
    (!busy.is_empty() && !idle.is_empty()).then_some(idle)
}

fn ages(issue: &Issue<'_>) -> Vec<(Option<i64>, usize)> {
    let mut counts: BTreeMap<usize, usize> = (0..=AGES.len()).map(|at| (at, 0)).collect();
    for listing in issue.catalogue().listings() {
        let days = (issue.date() - listing.checks.confirmed).get_days();
        let at = AGES.iter().position(|most| i64::from(days) <= *most).unwrap_or(AGES.len());
        *counts.entry(at).or_default() += 1;
    }
    counts.into_iter().map(|(at, count)| (AGES.get(at).copied(), count)).collect()
}
