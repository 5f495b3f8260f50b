//! From a [`Draft`] to [`Checked`]: the rules speak, then what is right goes on.
//!
//! 1. Read the project's levels, so that findings come out as staff asked for.
//! 2. Settle the issue: the month, and the issue date that "today" means to every rule.
//! 3. Run every rule of the [`registry`]: those about one listing side by side, then those about the whole.
//! 4. Take over (`accept`) what is right. Values that were wrong, private or withdrawn have no way on.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Level, Levels};
use crate::load::draft::{Draft, IssueDraft, ListingDraft};
use crate::model::{Calendar, Date, Month, Policy};
use crate::source::Span;

mod accept;
pub mod checked;
mod editions;
pub mod office;
pub mod registry;
mod rules;

pub use checked::{Checked, LeftOut, Picture};
pub use office::Office;
pub use registry::{Check, Rule};

/// What a check needs to know besides the content.
pub struct CheckOptions<'a> {
    /// The month to publish; none for the newest issue.
    pub month: Option<Month>,
    /// Whether faulty listings are left out instead of stopping everything.
    pub keep_going: bool,
    /// Whether some font of the theme can print a character; asked only for characters beyond ASCII.
    pub printable: &'a (dyn Fn(char) -> bool + Sync),
    /// The theme's colours by their keys, on which the project's own are laid.
    pub colours: &'a BTreeMap<String, String>,
}

/// Everything a rule may look at.
pub struct Whole<'a> {
    /// The content.
    pub draft: &'a Draft,
    /// Where to point for findings about the project as a whole.
    pub top: Span,
    /// The month to be published.
    pub month: Month,
    /// The issue date: what "today" means.
    pub today: Date,
    /// What the project asks of providers.
    pub policy: Policy,
    /// Bank holidays, closures and terms, as far as they are right.
    pub calendar: Calendar,
    /// Whether some font of the theme can print a character.
    pub printable: &'a (dyn Fn(char) -> bool + Sync),
    /// The theme's colours, without the project's own.
    pub colours: &'a BTreeMap<String, String>,
    /// Categories by id; the value is the position in `draft.categories`.
    pub categories: BTreeMap<&'a str, usize>,
    /// Places by id; the value is the position in `draft.localities`.
    pub localities: BTreeMap<&'a str, usize>,
}

/// One listing before a rule.
pub struct Subject<'a> {
    /// The listing.
    pub listing: &'a ListingDraft,
    /// Everything else.
    pub whole: &'a Whole<'a>,
}

/// Runs every rule and takes over what is right.
///
/// Returns `None` when something is wrong that no listing can be left out for; with `keep_going` a
/// listing with an error is left out and named in [`Checked::left_out`].
pub fn check(draft: Draft, options: &CheckOptions<'_>, found: &mut Diagnostics) -> Option<Checked> {
    judge(&draft, options, if options.keep_going { Strictness::WithoutFaulty } else { Strictness::Whole }, found)
}

/// The same for the publisher's own reports, with what only the office may see beside it.
///
/// What has only grown old does not keep a listing out, because the reports are there to say so: the result is not
/// fit to be published. Listings with other mistakes are named in [`Checked::left_out`].
pub fn review(draft: Draft, options: &CheckOptions<'_>, found: &mut Diagnostics) -> Option<(Checked, Office)> {
    let checked = judge(&draft, options, Strictness::Review, found)?;
    Some((checked, Office::of(&draft)))
}

/// What may go on though something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// Nothing, unless everything is right.
    Whole,
    /// What is right, without the listings that are not.
    WithoutFaulty,
    /// The same, and what has only grown old.
    Review,
}

/// Rules about what was right once: in a review they are what it is about, and no fault.
const AGED: &[&str] = &["review-overdue", "insurance-lapsed", "in-home-evidence", "numbers-checked"];

fn judge(draft: &Draft, options: &CheckOptions<'_>, strictness: Strictness, found: &mut Diagnostics) -> Option<Checked> {
    found.set_levels(levels(draft));
    let top = draft.top?;
    let (month, today) = settle_issue(draft, options.month, top, found)?;
    let whole = whole(draft, top, (month, today), options);
    run(&whole, found);
    found.sort(&draft.sources);
    accept::accept(draft, &whole, strictness, found)
}

/// Bank holidays, closures and terms of content that was not judged, as far as they are right.
pub fn calendar(draft: &Draft) -> Calendar {
    accept::calendar(draft)
}

fn run(whole: &Whole<'_>, found: &mut Diagnostics) {
    let each: Vec<fn(&Subject<'_>, &mut Diagnostics)> =
        registry::RULES.iter().filter_map(|rule| if let Check::Each(check) = rule.check { Some(check) } else { None }).collect();
    let findings: Vec<Diagnostics> = whole
        .draft
        .listings
        .par_iter()
        .map(|listing| {
            let mut found = Diagnostics::new();
            each.iter().for_each(|check| check(&Subject { listing, whole }, &mut found));
            if listing.torn {
                // In a file with syntax errors, what seems to be missing may only be misread.
                found.retain(|finding| finding.span != listing.top() && finding.name != "food-registration");
            }
            found
        })
        .collect();
    findings.into_iter().for_each(|findings| found.append(findings));
    let all: Vec<fn(&Whole<'_>, &mut Diagnostics)> =
        registry::RULES.iter().filter_map(|rule| if let Check::All(check) = rule.check { Some(check) } else { None }).collect();
    let findings: Vec<Diagnostics> = all
        .par_iter()
        .map(|check| {
            let mut found = Diagnostics::new();
            check(whole, &mut found);
            found
        })
        .collect();
    findings.into_iter().for_each(|findings| found.append(findings));
}

/// The levels of `[levels]` that may be set: known rules, known words, and none that protects people.
/// The rule `rule-levels` speaks about the others.
fn levels(draft: &Draft) -> Levels {
    let pairs = draft.project.iter().flat_map(|project| &project.levels);
    pairs
        .filter(|(name, _)| registry::find(&name.value).is_some_and(|rule| !rule.fixed))
        .filter_map(|(name, level)| Some((name.value.clone(), parse_level(&level.value)?)))
        .collect()
}

/// A level as `[levels]` writes it; the inner `None` is off.
pub(crate) fn parse_level(word: &str) -> Option<Option<Level>> {
    match word {
        "off" => Some(None),
        "note" => Some(Some(Level::Note)),
        "warning" => Some(Some(Level::Warning)),
        "error" => Some(Some(Level::Error)),
        _ => None,
    }
}

/// The month to publish and its issue date.
fn settle_issue(draft: &Draft, wanted: Option<Month>, top: Span, found: &mut Diagnostics) -> Option<(Month, Date)> {
    let dated = |issue: &IssueDraft| Some((issue.month?, issue.date.as_ref()?.value));
    let mut issues: Vec<(Month, Date)> = draft.issues.iter().filter_map(dated).collect();
    issues.sort_unstable();
    let settled = match wanted {
        Some(month) => issues.iter().find(|(known, _)| *known == month).copied(),
        None => issues.last().copied(),
    };
    if settled.is_none() {
        let known: Vec<String> = issues.iter().map(|(month, _)| month.to_string()).collect();
        let (title, help) = match wanted {
            Some(month) => (
                format!("there is no issue for {}", month.title()),
                format!(
                    "begin it with `fingerpost new issue {month}`, which writes content/issues/{month}.toml; there are issues for: {}",
                    known.join(", ")
                ),
            ),
            None => (
                "there is no issue to publish".to_owned(),
                "begin one with `fingerpost new issue 2026-12`, which writes content/issues/2026-12.toml".to_owned(),
            ),
        };
        let misnamed = draft.issues.iter().find(|issue| issue.month.is_none());
        let rename = misnamed.map(|issue| format!("or rename {}: its name is no month", draft.sources.get(issue.source).path));
        let finding = Diagnostic::new("no-issue", Level::Error, top, title).help(help);
        found.push(rename.into_iter().fold(finding, Diagnostic::help));
        found.sort(&draft.sources);
    }
    settled
}

fn whole<'a>(draft: &'a Draft, top: Span, (month, today): (Month, Date), options: &CheckOptions<'a>) -> Whole<'a> {
    let ids = |list: Vec<Option<&'a crate::load::draft::SlugDraft>>| -> BTreeMap<&'a str, usize> {
        // The first of two equal ids counts; a rule reports the second.
        list.into_iter().enumerate().rev().filter_map(|(at, id)| Some((id?.text.as_str(), at))).collect()
    };
    Whole {
        draft,
        top,
        month,
        today,
        policy: accept::policy(draft),
        calendar: accept::calendar(draft),
        printable: options.printable,
        colours: options.colours,
        categories: ids(draft.categories.iter().map(|category| category.id.as_ref()).collect()),
        localities: ids(draft.localities.iter().map(|locality| locality.id.as_ref()).collect()),
    }
}
