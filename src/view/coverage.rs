//! Where a directory is thin, in words and tables.

use serde::Serialize;
use serde_json::{Map, Value};

use super::words::{self, typeset};
use crate::issue::{Coverage, Issue};

/// What there is and what is missing.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageView {
    /// "Local help near you".
    pub title: String,
    /// "December 2026".
    pub month: String,
    /// `en-GB`.
    pub lang: String,
    /// "Thurrock".
    pub area: String,
    /// The names of the places, then "All of Thurrock".
    pub places: Vec<String>,
    /// A row for each category.
    pub rows: Vec<CoverageRow>,
    /// How many listings serve each place, and the whole area.
    pub totals: Vec<usize>,
    /// What is missing, a sentence each, under a heading.
    pub gaps: Vec<Gap>,
    /// How old entries are: "checked in the last month", and how many.
    pub ages: Vec<(String, usize)>,
    /// Fixed words of the theme, by key.
    pub words: Map<String, Value>,
}

/// A category's row.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageRow {
    /// The category.
    pub name: String,
    /// How many listings serve each place, and the whole area.
    pub counts: Vec<usize>,
}

/// What is missing of one sort.
#[derive(Debug, Clone, Serialize)]
pub struct Gap {
    /// "Places with nothing free".
    pub name: String,
    /// One each.
    pub lines: Vec<String>,
}

/// What an issue covers, in words.
pub fn coverage(issue: &Issue<'_>, coverage: &Coverage, words: Map<String, Value>) -> CoverageView {
    let catalogue = issue.catalogue();
    let content = catalogue.content();
    let place = |at: &usize| typeset(&content.localities[*at].name);
    let places: Vec<String> = (0..content.localities.len()).map(|at| place(&at)).collect();
    let rows = content.categories.iter().enumerate().map(|(at, category)| CoverageRow {
        name: typeset(&category.name),
        counts: coverage.grid[at].iter().copied().chain([coverage.everywhere[at]]).collect(),
    });
    let totals = (0..content.localities.len()).map(|at| catalogue.in_locality(at).len());
    CoverageView {
        title: typeset(&content.project.title),
        month: issue.month().title(),
        lang: content.project.lang.clone(),
        area: typeset(&content.project.area),
        rows: rows.collect(),
        totals: totals.chain([catalogue.area_wide().len()]).collect(),
        gaps: gaps(issue, coverage, &places),
        ages: coverage.ages.iter().map(|(most, count)| (age(*most), *count)).collect(),
        places: places.into_iter().chain([words::all_of(&content.project.area)]).collect(),
        words,
    }
}

fn gaps(issue: &Issue<'_>, coverage: &Coverage, places: &[String]) -> Vec<Gap> {
    let categories = &issue.catalogue().content().categories;
    let empty = coverage.grid.iter().enumerate().filter_map(|(at, counts)| {
        let missing: Vec<String> = counts.iter().zip(places).filter(|(count, _)| **count == 0).map(|(_, place)| place.clone()).collect();
        let wide = if coverage.everywhere[at] > 0 { " (but some serve the whole area)" } else { "" };
        (!missing.is_empty()).then(|| format!("{}: nothing in {}{wide}", typeset(&categories[at].name), words::list(&missing)))
    });
    let idle = coverage.idle.iter().map(|(place, days)| {
        let days: Vec<String> = days.iter().map(|day| format!("{}s", day.name())).collect();
        format!("{}: nothing on {}", places[*place], words::list(&days))
    });
    let named = |list: &[usize]| list.iter().map(|place| places[*place].clone()).collect();
    let all = [
        ("Kinds of help that a place does not have", empty.collect::<Vec<_>>()),
        ("Days on which nothing is on", idle.collect()),
        ("Places with nothing free", named(&coverage.nothing_free)),
        ("Places with nothing step-free", named(&coverage.nothing_step_free)),
    ];
    all.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(name, lines)| Gap { name: name.to_owned(), lines }).collect()
}

fn age(most: Option<i64>) -> String {
    match most {
        Some(31) => "Checked in the last month".to_owned(),
        Some(92) => "One to three months ago".to_owned(),
        Some(_) => "Three to six months ago".to_owned(),
        None => "Longer ago".to_owned(),
    }
}
