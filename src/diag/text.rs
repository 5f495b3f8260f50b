//! Findings for people: the shape of rustc's messages, drawn by `annotate-snippets`.

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Renderer, Snippet, renderer::DecorStyle};

use super::{Diagnostic, Diagnostics, Level};
use crate::source::{SourceMap, Span, floor_boundary};

/// How findings are drawn.
#[derive(Debug, Clone, Copy)]
pub struct TextOptions {
    /// Whether to use colour.
    pub colour: bool,
    /// The width of the terminal, in characters.
    pub width: usize,
}

/// A longer source line than this is cut around the finding, so that a 5 MB line does not fill the screen.
const LONG_LINE: usize = 400;

/// Words all findings, with the lines they are about.
pub fn render(found: &Diagnostics, sources: &SourceMap, options: TextOptions) -> String {
    let renderer = if options.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(options.width);
    let mut out = String::new();
    for finding in found.iter() {
        out.push_str(renderer.render(&report(finding, sources)).trim_end());
        out.push_str("\n\n");
    }
    out
}

/// Words each finding in one line: `path:line:column: level[name]: title`.
pub fn render_short(found: &Diagnostics, sources: &SourceMap) -> String {
    let mut out = String::new();
    for finding in found.iter() {
        let (line, column) = sources.line_column(finding.span.source, finding.span.start);
        let path = &sources.get(finding.span.source).path;
        out.push_str(&format!("{path}:{line}:{column}: {}[{}]: {}\n", finding.level.word(), finding.name, finding.title));
    }
    out
}

fn report<'a>(finding: &'a Diagnostic, sources: &'a SourceMap) -> Vec<Group<'a>> {
    let level = match finding.level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
        Level::Note => Mark::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(finding.title.as_str()).id(finding.name));
    let mut places = vec![(finding.span, finding.label.as_str(), AnnotationKind::Primary)];
    places.extend(finding.others.iter().map(|other| (other.span, other.text.as_str(), AnnotationKind::Context)));
    while let Some(&(first, _, _)) = places.first() {
        let (here, rest): (Vec<_>, Vec<_>) = places.into_iter().partition(|(span, _, _)| span.source == first.source);
        places = rest;
        group = with_file(group, first, &here, sources);
    }
    for help in &finding.help {
        group = group.element(Mark::HELP.message(help.as_str()));
    }
    group = group.element(Mark::NOTE.with_name("more").message(format!("fingerpost explain {}", finding.name)));
    vec![group]
}

/// Adds one file's lines to a report; a file without text is only named.
fn with_file<'a>(group: Group<'a>, first: Span, places: &[(Span, &'a str, AnnotationKind)], sources: &'a SourceMap) -> Group<'a> {
    let file = sources.get(first.source);
    if file.text.is_empty() {
        return group.element(annotate_snippets::Origin::path(file.path.as_str()));
    }
    let (text, line, offset) = window(&file.text, first, places.iter().map(|(span, _, _)| *span));
    let mut snippet = Snippet::source(text).path(file.path.as_str()).line_start(line);
    for (span, label, kind) in places {
        let clip = |at: usize| floor_boundary(text, at.saturating_sub(offset).min(text.len()));
        let mut annotation = kind.span(clip(span.start)..clip(span.end.max(span.start)));
        if !label.is_empty() {
            annotation = annotation.label(*label);
        }
        snippet = snippet.annotation(annotation);
    }
    group.element(snippet)
}

/// The text to show for some places of a file, the number of its first line, and where it begins: the lines they
/// stand on, or just the piece around the first where a line is very long.
fn window(text: &str, first: Span, places: impl Iterator<Item = Span>) -> (&str, usize, usize) {
    let (mut from, mut to) = (first.start, first.end);
    for place in places {
        (from, to) = (from.min(place.start), to.max(place.end));
    }
    let (from, to) = (floor_boundary(text, from), floor_boundary(text, to.max(from)));
    let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
    let end = text[to..].find('\n').map_or(text.len(), |at| to + at);
    let line = text[..start].matches('\n').count() + 1;
    let longest = text[start..end].lines().map(str::len).max().unwrap_or_default();
    if longest <= LONG_LINE {
        return (&text[start..end], line, start);
    }
    let here = floor_boundary(text, first.start);
    let line_start = text[..here].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[here..].find('\n').map_or(text.len(), |at| here + at);
    let cut_from = line_start.max(floor_boundary(text, here.saturating_sub(LONG_LINE / 2)));
    let cut_to = floor_boundary(text, (here + LONG_LINE / 2).min(line_end));
    (&text[cut_from..cut_to], text[..line_start].matches('\n').count() + 1, cut_from)
}
