//! Texts are Markdown, not HTML.

use super::wording::proses;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::prose::ProseFault;
use crate::load::shortened;

pub(super) const RULE: Rule =
    Rule { name: "raw-html", level: Level::Warning, fixed: false, explain: include_str!("raw_html.md"), check: Check::All(check) };

/// Reports the first HTML of each text; where there is one tag, there are more.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for prose in proses(whole.draft) {
        let html = prose.faults.iter().find_map(|fault| match &fault.value {
            ProseFault::Html(html) => Some((html, fault.span)),
            _ => None,
        });
        let Some((html, span)) = html else { continue };
        let finding = RULE.at(span, "this is HTML, which readers will see as it stands here");
        found.push(
            finding
                .label(format!("`{}`", shortened(html.lines().next().unwrap_or_default())))
                .help("take out everything in <angle brackets>; for heavy type write **two stars** on each side"),
        );
    }
}
