//! Findings as GitHub workflow commands, so that they show beside the changed lines of a pull request.

use super::{Diagnostics, Level};
use crate::source::SourceMap;

/// Writes a `::error file=...::` line for each finding.
///
/// The escapes are those of GitHub's `actions/toolkit` (command.ts).
pub fn render(found: &Diagnostics, sources: &SourceMap) -> String {
    let mut out = String::new();
    for finding in found.iter() {
        let command = match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "notice",
        };
        let (line, column) = sources.line_column(finding.span.source, finding.span.start);
        let (end_line, _) = sources.line_column(finding.span.source, finding.span.end);
        let path = property(&sources.get(finding.span.source).path);
        let mut message = finding.title.clone();
        for help in &finding.help {
            message.push('\n');
            message.push_str(help);
        }
        out.push_str(&format!(
            "::{command} file={path},line={line},col={column},endLine={end_line},title={}::{}\n",
            property(finding.name),
            data(&message)
        ));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
