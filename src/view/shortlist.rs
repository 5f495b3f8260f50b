//! A few listings on one sheet for one person: those that are named, or those that filters find.
//!
//! The theme's `print/shortlist.typ` reads it from `/data/paperwork.json`, as every paper of `print/` does.

use serde::Serialize;

use super::build::Views;
use super::finder::{self, FacetsView, FinderView, ResultView};
use super::paper::PaperView;
use super::shown::Shown;
use super::words::{list, typeset};
use crate::issue::Issue;
use crate::model::Scope;

/// What somebody asks for: ids, or filters that all hold.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Listings by id, in the order of the sheet.
    pub ids: Vec<String>,
    /// A place's id.
    pub place: Option<String>,
    /// Whether places next to it count too.
    pub nearby: bool,
    /// A category's id.
    pub kind: Option<String>,
    /// A day of the week.
    pub day: Option<String>,
    /// Other choices: `free`, `step-free`, `morning`, ...
    pub with: Vec<String>,
    /// Who it is for.
    pub name: Option<String>,
}

/// Something was asked for that there is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unmet {
    /// A word that names nothing.
    #[error("there is no {what} called {word:?}{}", if known.is_empty() { String::new() } else { format!("; there are: {known}") })]
    Unknown {
        /// "listing", "place", ...
        what: &'static str,
        /// The word.
        word: String,
        /// What there is; empty where that is too much to say.
        known: String,
    },
    /// Filters that nothing meets.
    #[error("no listing meets all of this; leave one of them out")]
    Nothing,
}

/// `/data/paperwork.json` of a shortlist.
#[derive(Debug, Clone, Serialize)]
pub struct ShortlistView {
    /// What every paper says of itself.
    #[serde(flatten)]
    pub paper: PaperView,
    /// Who it is for; empty for a line to write on.
    pub name: String,
    /// The services.
    pub entries: Vec<EntrySheet>,
}

/// A service on the sheet.
#[derive(Debug, Clone, Serialize)]
pub struct EntrySheet {
    /// The name.
    pub name: String,
    /// Where it is and who it is for.
    pub strap: String,
    /// The summary.
    pub summary: String,
    /// Something to know before going; empty for nothing.
    pub alert: String,
    /// When, a line each.
    pub when: Vec<String>,
    /// Where, a line each.
    pub place: Vec<String>,
    /// What it costs, a line each.
    pub cost: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
}

/// The sheet for what is wanted.
pub fn shortlist(issue: &Issue<'_>, views: &Views, wanted: &Wanted) -> Result<ShortlistView, Unmet> {
    let shown = Shown::new(issue, Scope::Web);
    let finder = finder::finder(&shown, views);
    let chosen = if wanted.ids.is_empty() { filtered(&finder, wanted)? } else { named(&finder, &wanted.ids)? };
    Ok(ShortlistView {
        paper: PaperView::new(issue, views),
        name: wanted.name.as_deref().map(typeset).unwrap_or_default(),
        entries: chosen.into_iter().map(|number| entry(&finder.row(number))).collect(),
    })
}

fn named(finder: &FinderView<'_>, ids: &[String]) -> Result<Vec<usize>, Unmet> {
    let find = |id: &String| {
        let found = (0..finder.len()).find(|number| finder.id(*number) == id);
        found.ok_or_else(|| Unmet::Unknown { what: "listing on the site", word: id.clone(), known: String::new() })
    };
    ids.iter().map(find).collect()
}

/// The listings that meet every filter, as the search page would show them.
fn filtered(finder: &FinderView<'_>, wanted: &Wanted) -> Result<Vec<usize>, Unmet> {
    let at = |what, choices: &[super::filters::ChoiceView], word: &Option<String>| -> Result<Option<usize>, Unmet> {
        let Some(word) = word else { return Ok(None) };
        let known = || list(&choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>());
        let position = choices.iter().position(|choice| choice.id == *word);
        position.map(Some).ok_or_else(|| Unmet::Unknown { what, word: word.clone(), known: known() })
    };
    let place = at("place", &finder.places, &wanted.place)?;
    let kind = at("category", &finder.kinds, &wanted.kind)?;
    let day = at("day", &finder.days, &wanted.day)?;
    let with = wanted.with.iter().map(|word| choice(finder, word)).collect::<Result<Vec<_>, _>>()?;
    let near: Vec<usize> = place
        .into_iter()
        .flat_map(|at| std::iter::once(at).chain(finder.places[at].near.iter().copied().filter(|_| wanted.nearby)))
        .collect();
    let fits = |number: &usize| {
        let FacetsView(places, kinds, when, bits) = finder.facets(*number);
        let here = near.is_empty() || places.is_empty() || places.iter().any(|place| near.contains(place));
        // A day and a part of it are one question, as on the search page.
        let parts = with.iter().filter(|(group, _)| finder.groups[*group].id == "time").fold(0, |bits, (_, bit)| bits | 1 << bit);
        let on = day.is_none_or(|day| (when >> (3 * day)) & if parts == 0 { 0b111 } else { parts } != 0);
        here && on && kind.is_none_or(|kind| kinds.contains(&kind)) && with.iter().all(|(group, bit)| bits[*group] >> bit & 1 == 1)
    };
    let found: Vec<usize> = (0..finder.len()).filter(fits).collect();
    if found.is_empty() { Err(Unmet::Nothing) } else { Ok(found) }
}

/// A choice of any group: the group, and its bit.
fn choice(finder: &FinderView<'_>, word: &str) -> Result<(usize, usize), Unmet> {
    let all =
        || finder.groups.iter().enumerate().flat_map(|(at, group)| group.choices.iter().enumerate().map(move |(bit, one)| (at, bit, one)));
    let found = all().find(|(_, _, one)| one.id == word).map(|(at, bit, _)| (at, bit));
    let known = || list(&all().map(|(_, _, one)| one.id.as_str()).collect::<Vec<_>>());
    found.ok_or_else(|| Unmet::Unknown { what: "choice", word: word.to_owned(), known: known() })
}

fn entry(row: &ResultView) -> EntrySheet {
    EntrySheet {
        name: row.1.clone(),
        strap: row.2.clone(),
        summary: row.3.clone(),
        when: row.4.clone(),
        place: row.5.clone(),
        cost: row.6.clone(),
        phones: row.7.iter().map(|(printed, _)| printed.clone()).collect(),
        alert: row.8.clone(),
    }
}
