//! What is new and changed, for programs that follow the site (Atom, RFC 4287).

use super::build::Views;
use super::shown::Shown;
use super::words::typeset;
use crate::catalogue::At;
use crate::model::{Date, Scope};

/// The path of the feed from the site's root.
pub const FEED: &str = "feed.xml";

/// `feed.xml`.
#[derive(Debug, Clone)]
pub struct NewsView {
    /// A `tag:` address that never changes.
    pub id: String,
    /// "Local help near you".
    pub title: String,
    /// A line under the title.
    pub subtitle: String,
    /// The site's address, ending in `/`.
    pub href: String,
    /// `en-GB`.
    pub lang: String,
    /// Who publishes it.
    pub author: String,
    /// The issue date: `2026-12-01T00:00:00Z`.
    pub updated: String,
    /// The issue itself, then what joined or changed, the newest first.
    pub entries: Vec<NewsEntry>,
}

/// One entry.
#[derive(Debug, Clone)]
pub struct NewsEntry {
    /// A `tag:` address that never changes.
    pub id: String,
    /// The issue's or the listing's name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// The day it joined, or the issue date when it has changed: `2026-11-28T00:00:00Z`.
    pub updated: String,
    /// What it is, or what has changed, in plain words.
    pub summary: String,
    /// Names of its categories.
    pub categories: Vec<String>,
}

/// What is new and changed this month; only listings whose consent covers feeds.
pub(super) fn news(shown: &Shown<'_, '_>, views: &Views) -> NewsView {
    let issue = shown.issue;
    let content = issue.catalogue().content();
    let project = &content.project;
    let (base, host) = (project.base_url.as_str(), project.base_url.host());
    // The path keeps two directories of one host apart. The year is part of the form: the first that Fingerpost saw.
    let path = base.split_once(host).map_or("", |(_, path)| path).trim_matches('/');
    let slash = if path.is_empty() { "" } else { "/" };
    let tag = |name: &str| format!("tag:{host},2026:{path}{slash}{name}");
    let catalogue = issue.catalogue();
    let may = |at: &At| catalogue.listing(*at).consent.scope.contains(&Scope::Feed);
    let new = shown.new_ones().into_iter().filter(may);
    let mut all: Vec<(Date, At, String)> = new
        .map(|at| {
            let view = &views.listings[at];
            (catalogue.listing(at).added.unwrap_or(issue.date()), at, format!("{}. {}", view.strap, view.summary))
        })
        .collect();
    all.extend(changed(shown, views).into_iter().filter(|(at, _)| may(at)).map(|(at, what)| (issue.date(), at, what)));
    all.sort_by_key(|(day, at, _)| (std::cmp::Reverse(*day), *at));
    let entry = |(day, at, summary): (Date, At, String)| {
        let view = &views.listings[at];
        NewsEntry {
            id: tag(&format!("listing/{}", view.id)),
            title: view.name.clone(),
            href: format!("{base}{}", view.href),
            updated: instant(day),
            summary,
            categories: view.categories.iter().map(|category| category.name.clone()).collect(),
        }
    };
    let letter = content.issue.letter.plain();
    let first = NewsEntry {
        id: tag(&format!("issue/{}", issue.month())),
        title: content
            .issue
            .title
            .as_deref()
            .map_or_else(|| issue.month().title(), |title| format!("{}: {}", issue.month().title(), typeset(title))),
        href: base.to_owned(),
        updated: instant(issue.date()),
        summary: letter.lines().next().map_or_else(|| typeset(&project.subtitle), str::to_owned),
        categories: Vec::new(),
    };
    NewsView {
        id: tag("feed"),
        title: typeset(&project.title),
        subtitle: typeset(&project.subtitle),
        href: base.to_owned(),
        lang: project.lang.clone(),
        author: typeset(&project.publisher.name),
        updated: instant(issue.date()),
        entries: std::iter::once(first).chain(all.into_iter().map(entry)).collect(),
    }
}

/// Listings that say something else now, and what.
fn changed(shown: &Shown<'_, '_>, views: &Views) -> Vec<(At, String)> {
    let Some(changes) = shown.issue.changes() else { return Vec::new() };
    let worded = super::changes::changes(shown, views, changes, |_| String::new()).changed;
    let at = changes.changed.iter().map(|(at, _)| *at).filter(|at| shown.has(*at));
    at.zip(worded).map(|(at, one)| (at, format!("Changed: {}", one.what.join("; ")))).collect()
}

/// A day as the feed's format writes moments.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
