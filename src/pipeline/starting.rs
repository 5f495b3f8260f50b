//! Beginning a month or a listing: its file, with what can be known already.

use std::path::PathBuf;

use super::{Outcome, Project, Stopped};
use crate::check;
use crate::content::{self, begin};
use crate::diag::Diagnostics;
use crate::load::{self, draft::Draft};
use crate::model::{Calendar, Date, Holiday, Month, Slug, Weekday, visible};
use crate::publish;

/// A month that was begun.
#[derive(Debug)]
pub struct Started {
    /// The month.
    pub month: Month,
    /// The day on which it comes out, by the file.
    pub date: Date,
    /// The file.
    pub path: PathBuf,
    /// The issue before, when it is not closed yet.
    pub open: Option<Month>,
}

/// Why a month cannot be begun.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// Its file is there.
    #[error("{0} is there already, and stays as it is")]
    Exists(String),
    /// It was closed.
    #[error("{} was closed already: {path} says what was in it", month.title())]
    Closed {
        /// The month.
        month: Month,
        /// Its record.
        path: String,
    },
    /// It comes before the newest issue.
    #[error("{} is before the newest issue, {}; if you mean it, add --any-month", month.title(), newest.title())]
    Earlier {
        /// The month asked for.
        month: Month,
        /// The newest issue.
        newest: Month,
    },
    /// It comes long after the newest issue.
    #[error("{} is more than a year after the newest issue, {}; if you mean it, add --any-month", month.title(), newest.title())]
    FarOff {
        /// The month asked for.
        month: Month,
        /// The newest issue.
        newest: Month,
    },
    /// No month was named, and there is none that it could follow.
    #[error("there is no issue yet that a new one could follow; name the month, such as fingerpost new issue 2027-01")]
    NoneYet,
    /// No category has the id.
    #[error("there is no category {id:?}{}; there are: {known}", near.as_ref().map(|near| format!(" (did you mean {near:?}?)")).unwrap_or_default())]
    NoCategory {
        /// The id asked for.
        id: String,
        /// One like it.
        near: Option<String>,
        /// The ids there are.
        known: String,
    },
    /// No id can be made of the name.
    #[error("no id can be made of {0:?}; use a name with letters or digits in it, which you can correct in the file")]
    NoId(String),
    /// Another listing has the id, or had it.
    #[error("the id {id:?} is taken by {path}; choose a name that tells the two apart")]
    Taken {
        /// The id.
        id: String,
        /// The other listing's file.
        path: String,
    },
    /// The id is one of those who asked to be taken out.
    #[error(
        "a service with the id {0:?} has asked to be taken out, and an id is never used again. List the service only if it has asked to come back: begin it with a longer name, and correct the name in the file"
    )]
    Withdrawn(String),
    /// No month was named, and the newest issue is the last that there can be.
    #[error("no month comes after {}", .0.title())]
    NoneLeft(Month),
}

/// Writes `content/issues/<month>.toml`; without a month, that of the month after the newest issue.
///
/// `any_month` allows months before the newest issue and long after it. A file that is there is never written over.
pub fn start(project: &Project, month: Option<Month>, any_month: bool) -> Outcome<Started> {
    let result = prepare(project, month, any_month).and_then(|(started, text)| {
        publish::write_new(&started.path, text.as_bytes())?;
        Ok(started)
    });
    Outcome::untold(result)
}

fn prepare(project: &Project, month: Option<Month>, any_month: bool) -> Result<(Started, String), Stopped> {
    let tree = content::read(&project.root)?;
    let draft = load::load(&tree, &mut Diagnostics::new());
    let newest = draft.issues.iter().filter_map(|issue| issue.month).max();
    let month = match (month, newest) {
        (Some(month), _) => month,
        (None, Some(newest)) => newest.next().ok_or(StartFault::NoneLeft(newest))?,
        (None, None) => return Err(StartFault::NoneYet.into()),
    };
    let path = format!("content/issues/{month}.toml");
    let record = format!("content/issues/{month}.record.toml");
    let is_there = |path: &str| tree.files().iter().any(|file| file.path == path);
    if is_there(&path) {
        return Err(StartFault::Exists(path).into());
    }
    if is_there(&record) {
        return Err(StartFault::Closed { month, path: record }.into());
    }
    if let Some(newest) = newest.filter(|_| !any_month) {
        judge_distance(month, newest)?;
    }
    let calendar = check::calendar(&draft);
    let before = draft.issues.iter().filter_map(|issue| issue.month).filter(|other| *other < month).max();
    let new = begin::NewIssue {
        month,
        date: first_working_day(month, &calendar),
        signed: draft.issues.iter().find(|issue| issue.month == before).and_then(|issue| issue.signed.clone()).map(|text| text.value),
        special: special(month, &calendar),
        joined: joined(&draft, month),
    };
    let open = before.filter(|before| !is_there(&format!("content/issues/{before}.record.toml")));
    let started = Started { month, date: new.date, path: project.root.join(path), open };
    Ok((started, begin::issue(&new)))
}

fn judge_distance(month: Month, newest: Month) -> Result<(), StartFault> {
    if month < newest {
        return Err(StartFault::Earlier { month, newest });
    }
    // The same month a year later is the last that nobody writes by a slip of the pen.
    if month.months_after(newest) > 12 { Err(StartFault::FarOff { month, newest }) } else { Ok(()) }
}

/// The first day of a month on which offices are open.
fn first_working_day(month: Month, calendar: &Calendar) -> Date {
    let weekend = |date: Date| matches!(Weekday::of(date), Weekday::Saturday | Weekday::Sunday);
    let open = |date: &Date| !weekend(*date) && calendar.holiday(*date).is_none() && calendar.closure(*date, None).is_none();
    month.days().find(open).unwrap_or_else(|| month.first())
}

/// Bank holidays, and days on which everything is closed.
fn special(month: Month, calendar: &Calendar) -> Vec<(Date, String)> {
    let holiday = |date| calendar.holiday(date).map(Holiday::reason);
    let closed = |date| calendar.closure(date, None).map(|closure| format!("everything is closed, {}", closure.reason));
    month.days().filter_map(|date| Some((date, holiday(date).or_else(|| closed(date))?))).collect()
}

/// Live listings that join in a month's issue, by id.
fn joined(draft: &Draft, month: Month) -> Vec<(String, String)> {
    let since = month.previous().closes();
    let live = draft.listings.iter().filter(|listing| listing.is_live());
    let new = live.filter(|one| one.added.as_ref().is_some_and(|added| since < added.value && added.value <= month.closes()));
    let mut named: Vec<(String, String)> =
        new.filter_map(|one| Some((one.id.as_ref()?.text.clone(), one.name.as_ref()?.value.clone()))).collect();
    named.sort();
    named
}

/// Writes the file of a new listing, and says where it is.
pub fn start_listing(project: &Project, category: &str, name: &str) -> Outcome<PathBuf> {
    let result = prepare_listing(project, category, name).and_then(|(path, text)| {
        publish::write_new(&path, text.as_bytes())?;
        Ok(path)
    });
    Outcome::untold(result)
}

fn prepare_listing(project: &Project, category: &str, name: &str) -> Result<(PathBuf, String), Stopped> {
    let tree = content::read(&project.root)?;
    let draft = load::load(&tree, &mut Diagnostics::new());
    let known: Vec<&str> = draft.categories.iter().filter_map(|known| Some(known.id.as_ref()?.text.as_str())).collect();
    if !known.contains(&category) {
        let near = load::nearest(category, known.iter().copied()).map(str::to_owned);
        return Err(StartFault::NoCategory { id: category.to_owned(), near, known: known.join(", ") }.into());
    }
    let id = Slug::suggest(name);
    if Slug::parse(&id).is_err() {
        return Err(StartFault::NoId(name.to_owned()).into());
    }
    if draft.relist.iter().any(|entry| entry.id.as_ref().is_some_and(|gone| gone.text == id)) {
        return Err(StartFault::Withdrawn(id).into());
    }
    // A listing that was removed keeps its id, and a file that cannot be read has its name.
    let path = format!("content/listings/{category}/{id}.toml");
    let same = draft.listings.iter().find(|one| one.stem == id || one.id.as_ref().is_some_and(|own| own.text == id));
    let same = same.map(|one| draft.sources.get(one.source).path.clone());
    if let Some(path) = same.or_else(|| tree.files().iter().find(|file| file.path == path).map(|file| file.path.clone())) {
        return Err(StartFault::Taken { id, path }.into());
    }
    let places = draft.localities.iter().filter_map(|place| Some(place.id.as_ref()?.text.clone())).collect();
    let new = begin::NewListing { id, name: visible(name).trim().to_owned(), category: category.to_owned(), places };
    Ok((project.root.join(path), begin::listing(&new)))
}
