//! What has changed, on one page that a coordinator can send on: as text, Markdown, HTML or JSON.

use std::fmt::Write;

use serde::Serialize;
use tera::Context;

use super::{RenderError, html};
use crate::theme::Theme;
use crate::view::booklet::EntryView;
use crate::view::changes::ChangesView;

/// How a bulletin is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// Markdown (CommonMark).
    Markdown,
    /// A page of HTML that stands alone.
    Html,
    /// JSON.
    Json,
}

/// What has changed, with whose directory it is.
#[derive(Debug, Clone, Serialize)]
pub struct BulletinView {
    /// "Local help near you".
    pub title: String,
    /// "December 2026".
    pub month: String,
    /// The website's address, ending in `/`.
    pub base_url: String,
    /// `en-GB`.
    pub lang: String,
    /// Who publishes it.
    pub publisher: String,
    /// Fixed words of the theme, by key.
    pub words: serde_json::Map<String, serde_json::Value>,
    /// What has changed.
    pub changes: ChangesView,
}

/// A line of a bulletin.
struct Line<'b> {
    name: &'b str,
    href: Option<&'b str>,
    note: String,
}

impl<'b> From<&'b EntryView> for Line<'b> {
    fn from(entry: &'b EntryView) -> Line<'b> {
        Line { name: &entry.name, href: Some(&entry.href), note: entry.note.clone() }
    }
}

/// Writes a bulletin.
pub fn bulletin(view: &BulletinView, form: Form, theme: &Theme) -> Result<String, RenderError> {
    match form {
        Form::Text => Ok(lines(view, false)),
        Form::Markdown => Ok(lines(view, true)),
        Form::Html => {
            let context = Context::from_serialize(view).map_err(|error| RenderError::Internal(error.to_string()))?;
            html::single("bulletin.html", &context, theme)
        }
        Form::Json => {
            let json = serde_json::to_string_pretty(&view.changes).map_err(|error| RenderError::Internal(error.to_string()))?;
            Ok(json + "\n")
        }
    }
}

fn lines(view: &BulletinView, markdown: bool) -> String {
    let changes = &view.changes;
    let word = |key: &str| view.words.get(key).and_then(serde_json::Value::as_str).unwrap_or(key).to_owned();
    let mut out = String::new();
    let title = format!("{}: {}, {}", word("changes"), view.title, view.month);
    let since = word("changes_since").replace("{month}", &changes.since);
    let hashes = |level: usize| if markdown { "#".repeat(level) + " " } else { String::new() };
    // Writing to a String cannot fail.
    let _ = write!(out, "{}{title}\n\n{since}\n", hashes(1));
    for (key, group) in groups(changes) {
        if group.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{}{}\n\n", hashes(2), word(key));
        for line in group {
            let note = if line.note.is_empty() { String::new() } else { format!(": {}", line.note) };
            let _ = match line.href.filter(|_| markdown) {
                Some(href) => writeln!(out, "- [{}]({}{href}){}", escaped(line.name), view.base_url, escaped(&note)),
                None if markdown => writeln!(out, "- {}{}", escaped(line.name), escaped(&note)),
                None => writeln!(out, "- {}{note}", line.name),
            };
        }
    }
    if changes.is_empty() {
        let _ = write!(out, "\n{}\n", word("changes_none"));
    }
    let _ = write!(out, "\n{}\n{}\n", view.publisher, view.base_url);
    out
}

fn entries(list: &[EntryView]) -> Vec<Line<'_>> {
    list.iter().map(Line::from).collect()
}

fn groups(changes: &ChangesView) -> [(&'static str, Vec<Line<'_>>); 5] {
    let changed = changes.changed.iter().map(|one| Line { name: &one.entry.name, href: Some(&one.entry.href), note: one.what.join("; ") });
    let gone = changes.left.iter().chain(&changes.taken_out).map(|name| Line { name, href: None, note: String::new() });
    [
        ("changes_new", entries(&changes.new)),
        ("changes_changed", changed.collect()),
        ("changes_paused", entries(&changes.paused)),
        ("changes_back", entries(&changes.back)),
        ("changes_left", gone.collect()),
    ]
}

/// A text with Markdown's signs as themselves.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
