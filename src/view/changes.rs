//! What has changed since an earlier issue, in words.

use serde::Serialize;

use super::booklet::EntryView;
use super::build::Views;
use super::listing::ListingView;
use super::shown::Shown;
use super::words;
use crate::catalogue::At;
use crate::issue::{Changes, Issue};
use crate::model::{Fact, Scope};

/// The differences between two issues.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ChangesView {
    /// "November 2026".
    pub since: String,
    /// What joined.
    pub new: Vec<EntryView>,
    /// What says something else now.
    pub changed: Vec<ChangedView>,
    /// What has stopped for a while.
    pub paused: Vec<EntryView>,
    /// What had stopped and runs again.
    pub back: Vec<EntryView>,
    /// Names of what has gone.
    pub left: Vec<String>,
    /// "2 other entries were taken out", for those that are not named; nothing when there are none.
    pub taken_out: Option<String>,
}

/// A listing that says something else now.
#[derive(Debug, Clone, Serialize)]
pub struct ChangedView {
    /// The listing.
    pub entry: EntryView,
    /// What is new, a phrase each: "new time: Wednesdays, 2pm to 4pm", "new prices".
    pub what: Vec<String>,
}

impl ChangesView {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        let lists = self.new.len() + self.paused.len() + self.back.len();
        lists == 0 && self.changed.is_empty() && self.left.is_empty() && self.taken_out.is_none()
    }
}

/// What has changed since an issue, for people who look things up for others: everything that is on the site.
pub fn changes_for_web(issue: &Issue<'_>, views: &Views, changes: &Changes) -> ChangesView {
    self::changes(&Shown::new(issue, Scope::Web), views, changes, |at| views.listings[at].strap.clone())
}

/// Changes as far as a form of publication shows their listings, with a few words beside each. A listing that is not
/// shown there is not named.
pub(super) fn changes(shown: &Shown<'_, '_>, views: &Views, changes: &Changes, note: impl Fn(At) -> String) -> ChangesView {
    let entries = |list: &[At]| shown.of(list).into_iter().map(|at| views.entry(at, note(at))).collect();
    let changed = changes.changed.iter().filter(|(at, _)| shown.has(*at)).map(|(at, facts)| ChangedView {
        entry: views.entry(*at, note(*at)),
        what: facts.iter().map(|fact| told(*fact, &views.listings[*at])).collect(),
    });
    let taken_out = match changes.unnamed.iter().filter(|scopes| scopes.contains(&shown.scope())).count() {
        0 => None,
        1 => Some("1 other entry was taken out".to_owned()),
        many => Some(format!("{many} other entries were taken out")),
    };
    ChangesView {
        since: changes.since.title(),
        new: entries(&changes.new),
        changed: changed.collect(),
        paused: entries(&changes.paused),
        back: entries(&changes.back),
        // Who never agreed to be printed is not printed when they leave.
        left: changes.left.iter().filter(|one| one.scope.contains(&shown.scope())).map(|one| words::typeset(&one.name)).collect(),
        taken_out,
    }
}

/// A changed fact, with what it says now where that fits into a line.
fn told(fact: Fact, view: &ListingView) -> String {
    let with = |what: &str, now: Vec<String>| match now.as_slice() {
        [] => format!("no {what} any more"),
        [one] => format!("new {what}: {one}"),
        _ => format!("new {what}s"),
    };
    match fact {
        Fact::Name => "new name".to_owned(),
        Fact::When => with("time", view.sessions.iter().map(|one| [one.days.as_str(), one.times.as_str()].join(", ")).collect()),
        Fact::Where => with("place", view.venues.iter().map(|venue| place(&venue.name, &venue.town)).collect()),
        Fact::Area => format!("now for: {}", view.area),
        Fact::Cost => with("price", view.costs.clone()),
        Fact::Contact => match phones(view).as_slice() {
            [one] => format!("new way to get in touch: {one}"),
            _ => "new ways to get in touch".to_owned(),
        },
        Fact::WhoFor => "new: who it is for".to_owned(),
        Fact::Access => "new: access or languages".to_owned(),
        Fact::Words => "new description".to_owned(),
        Fact::Evidence => "new certificates or insurance seen".to_owned(),
        Fact::Categories => "now under other kinds of help".to_owned(),
    }
}

fn place(name: &str, town: &str) -> String {
    [name, town].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn phones(view: &ListingView) -> Vec<&str> {
    let ways = view.contacts.iter().flat_map(|contact| &contact.ways);
    ways.filter(|way| matches!(way.kind, "phone" | "mobile")).map(|way| way.text.as_str()).collect()
}
