//! Findings for programs: one JSON object a line.

use serde::Serialize;

use super::{Diagnostic, Diagnostics};
use crate::source::{SourceMap, Span};

/// A place, as written out.
#[derive(Debug, Serialize)]
struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    name: &'a str,
    level: &'a str,
    title: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Place<'a>>,
    help: &'a [String],
}

/// Writes each finding as a line of JSON.
pub fn render(found: &Diagnostics, sources: &SourceMap) -> String {
    found.iter().map(|finding| line(finding, sources) + "\n").collect()
}

fn line(finding: &Diagnostic, sources: &SourceMap) -> String {
    let line = Line {
        name: finding.name,
        level: finding.level.word(),
        title: &finding.title,
        place: place(finding.span, &finding.label, sources),
        also: finding.others.iter().map(|other| place(other.span, &other.text, sources)).collect(),
        help: &finding.help,
    };
    serde_json::to_string(&line).unwrap_or_default() // strings and numbers only: cannot fail
}

fn place<'a>(span: Span, text: &'a str, sources: &'a SourceMap) -> Place<'a> {
    let (line, column) = sources.line_column(span.source, span.start);
    let (end_line, end_column) = sources.line_column(span.source, span.end);
    Place { path: &sources.get(span.source).path, line, column, end_line, end_column, text }
}
