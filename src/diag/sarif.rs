//! Findings as SARIF 2.1.0, for code-scanning views.

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics};
use crate::source::SourceMap;

/// Writes one SARIF log with one run.
pub fn render(found: &Diagnostics, sources: &SourceMap) -> String {
    let mut names: Vec<&str> = found.iter().map(|finding| finding.name).collect();
    names.sort_unstable();
    names.dedup();
    let rules: Vec<Value> = names.iter().map(|name| json!({ "id": name })).collect();
    let results: Vec<Value> = found.iter().map(|finding| result(finding, sources)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "fingerpost", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn result(finding: &Diagnostic, sources: &SourceMap) -> Value {
    let (line, column) = sources.line_column(finding.span.source, finding.span.start);
    let (end_line, end_column) = sources.line_column(finding.span.source, finding.span.end);
    let mut text = finding.title.clone();
    for help in &finding.help {
        text.push_str(". ");
        text.push_str(help);
    }
    json!({
        "ruleId": finding.name,
        "level": finding.level.word(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": sources.get(finding.span.source).path },
            "region": { "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column },
        }}],
    })
}
