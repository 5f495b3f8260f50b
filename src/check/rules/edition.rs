//! Editions are of a paper and a text size that there are.

use std::collections::HashMap;

use super::{Check, Rule};
use crate::check::{Whole, accept};
use crate::diag::{Diagnostics, Level};
use crate::load::draft::EditionDraft;
use crate::load::shortened;
use crate::model::Paper;

pub(super) const RULE: Rule =
    Rule { name: "edition", level: Level::Error, fixed: false, explain: include_str!("edition.md"), check: Check::All(check) };

/// Reports editions that cannot be made, and a project without any.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(project) = &whole.draft.project else { return };
    if project.editions.is_empty() {
        let finding = RULE.at(whole.top, "nothing says what the booklet looks like");
        found.push(
            finding.help("add an edition to booklet.toml: [[edition]], id = \"a5\", title = \"Booklet\", paper = \"a5\", text_size = 12"),
        );
    }
    let mut ids = HashMap::new();
    for edition in &project.editions {
        if let Some(id) = &edition.id {
            let earlier = *ids.entry(id.text.as_str()).or_insert(id.span);
            if earlier != id.span {
                let finding = RULE.at(id.span, "two editions have the same id").label("this id is taken");
                found.push(
                    finding.also(earlier, "it was first used here").help("give one of them another id, such as id = \"large-print\""),
                );
            }
        }
        look(edition, found);
    }
}

fn look(edition: &EditionDraft, found: &mut Diagnostics) {
    if let Some(paper) = edition.paper.as_ref().filter(|paper| Paper::named(&paper.value).is_none()) {
        let known: Vec<String> = Paper::NAMED.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let finding = RULE.at(paper.span, format!("\"{}\" is not a paper that can be used", shortened(&paper.value)));
        found.push(finding.help(format!("choose one of: {}", known.join(", "))));
    }
    if let Some(size) = edition.text_size.as_ref().filter(|size| accept::text_pt(size).is_none()) {
        let finding = RULE.at(size.span, "this text size cannot be used").label("from 12 to 36 points");
        found.push(finding.help("write text_size = 12 for a booklet, or text_size = 18 for large print"));
    }
    if let Some(detail) = edition.detail.as_ref().filter(|detail| accept::is_full(detail).is_none()) {
        let finding = RULE.at(detail.span, format!("`detail` cannot be \"{}\"", shortened(&detail.value)));
        found.push(finding.help("choose \"summary\" for short entries, or \"full\" for entries with their descriptions"));
    }
}
