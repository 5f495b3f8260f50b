//! Syntax errors of TOML, in words that staff can act on.

use toml::de::Error;

use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::source::{SourceId, Span};

/// More errors than this in one file come from one slip that has thrown the parser off.
const MOST: usize = 10;

/// Reports the errors of a file, each in its place. Returns whether the rest of the file is worth reading: after a
/// list that is not closed, everything seems to be part of it.
pub(super) fn report(errors: &[Error], text: &str, source: SourceId, found: &mut Diagnostics) -> bool {
    let place = |error: &Error| {
        let range = error.span().unwrap_or(0..0);
        Span::new(source, range)
    };
    let swallowed = errors.iter().position(|error| error.message().contains("in array, expected value"));
    let heard = swallowed.map_or(errors.len(), |at| {
        let line = line_start(text, place(&errors[at]).start);
        errors.iter().position(|error| place(error).start >= line).unwrap_or(at)
    });
    let shown = heard.min(MOST);
    for error in &errors[..shown] {
        found.push(finding(error.message(), place(error), text));
    }
    if swallowed.is_some() {
        let finding = Diagnostic::new("toml-syntax", Level::Error, place(&errors[heard]), "the list before this line is not closed");
        found.push(finding.help("put a ] at the end of the list; then check the file again"));
    } else if heard > shown {
        let more = heard - shown;
        let finding = Diagnostic::new("toml-syntax", Level::Error, place(&errors[shown]), format!("{more} more mistakes of this kind"));
        found.push(finding.help("correct the first ones, then check again: the others often go with them"));
    }
    swallowed.is_none() && heard == shown
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}

/// What the parser's words mean for somebody who is not a programmer: its beginning, a title, the next step.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("string values must be quoted", "this text has no quotes round it", QUOTES),
    ("invalid basic string", "this text is not closed", "put a straight quote at its end"),
    ("invalid literal string", "this text is not closed", "put a straight quote at its end"),
    ("invalid multi-line basic string", "this long text is not closed", "put three straight quotes on a line after it"),
    ("duplicate key", "this is written twice", "each key and each [heading] may stand once; take one of the two out"),
    ("key with no value", "no = stands after this key", "write it like this: key = \"text\""),
    ("invalid unquoted key", "this cannot be a key", "keys have only letters, digits, - and _; a remark begins with #"),
    ("missing comma between array elements", "a comma is missing in this list", "put a comma between the entries: [\"a\", \"b\"]"),
    ("unclosed table", "this heading is not closed", "put a ] at its end, such as [checks], or ]] where it began with [["),
    ("unclosed array", "this list is not closed", "put a ] at its end"),
    ("unexpected key or value", "something stands after the value", "take it out, or begin it with # to make it a remark"),
    ("missing escaped value", "a backslash has a meaning of its own here", "write / instead, or two backslashes"),
    ("invalid boolean", "this text has no quotes round it", QUOTES),
    ("invalid float", "this text has no quotes round it", QUOTES),
];
const QUOTES: &str = "put straight quotes round the words, such as name = \"A Smith\"; a text over several lines needs three at each end";

/// Whether a word follows a closing quote without a space: the quote was meant to be printed.
fn ends_a_text(text: &str, at: usize) -> bool {
    text.split_at_checked(at).is_some_and(|(before, after)| before.ends_with('"') && after.starts_with(char::is_alphanumeric))
}

fn finding(message: &str, span: Span, text: &str) -> Diagnostic {
    let here = text.get(span.start..span.end).unwrap_or_default().trim();
    if looks_like_date(here) {
        return date(here, span);
    }
    if message.starts_with("unexpected key or value") && ends_a_text(text, span.start) {
        let finding = Diagnostic::new("toml-syntax", Level::Error, span, "a quotation mark inside this text ends it");
        return finding
            .help("write curly marks inside a text: \u{201c}the best\u{201d}; or a backslash before each straight one: \\\"the best\\\"");
    }
    let known = MEANINGS.iter().find(|(beginning, _, _)| message.starts_with(beginning));
    let parser = message.lines().next().unwrap_or_default().split(", expected").next().unwrap_or_default();
    let title = known.map_or(if parser.is_empty() { "this line is not TOML" } else { parser }, |(_, title, _)| *title);
    let finding = Diagnostic::new("toml-syntax", Level::Error, span, title);
    if here.contains(':') && here.starts_with(|c: char| c.is_ascii_digit()) {
        finding.help("a time of day stands in quotes, such as from = \"09:00\"")
    } else if here.contains(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        finding.label("curly quotes").help("these are quotes from a word processor: type straight ones")
    } else {
        let usual = "compare the line with one that works: key = \"text\", key = 3, key = true, key = 2026-12-08, key = [\"a\", \"b\"]";
        finding.help(known.map_or(usual, |(_, _, help)| *help))
    }
}

/// Whether a text is three numbers with the same sign between them: `2026-02-30`, `30/2/2026`.
fn looks_like_date(text: &str) -> bool {
    text.len() <= 10
        && ['-', '/', '.'].iter().any(|sign| {
            let parts: Vec<&str> = text.split(*sign).collect();
            parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
        })
}

fn date(here: &str, span: Span) -> Diagnostic {
    let named = |title: String| Diagnostic::new("impossible-date", Level::Error, span, title);
    if here.len() == 10 && here.as_bytes().get(4) == Some(&b'-') {
        named(format!("there is no day {here}")).help("correct the date; look how many days the month has")
    } else {
        named(format!("`{here}` is not how a date is written here"))
            .help("write the year, then the month and the day with two figures each, such as 2026-12-08")
    }
}
