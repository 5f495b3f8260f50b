//! Texts have paragraphs and simple lists; only pages have headings.

use super::wording::proses;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::prose::ProseFault;

pub(super) const RULE: Rule = Rule {
    name: "prose-structure",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("prose_structure.md"),
    check: Check::All(check),
};

/// Reports what is neither a paragraph nor a simple list.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for fault in proses(whole.draft).flat_map(|prose| &prose.faults) {
        let (title, help) = match &fault.value {
            ProseFault::Picture => (
                "a text cannot hold a picture, so this one is left out".to_owned(),
                "name it under images: images = [{ file = \"lunch.jpg\", alt = \"...\" }]",
            ),
            ProseFault::Heading => {
                ("this text cannot have headings".to_owned(), "take out the # and make it the first words of the paragraph")
            }
            ProseFault::Structure(what) => (
                format!("this text cannot have {what} in it"),
                "write it as a paragraph; look for spaces, `, > or - at the beginning of the line",
            ),
            ProseFault::NestedList => ("this list stands inside another list".to_owned(), "write one list without a second level"),
            ProseFault::Html(_) | ProseFault::Link(_) => continue,
        };
        found.push(RULE.at(fault.span, title).help(help));
    }
}
