//! No booklet that is kept for readers names somebody who asked to be taken out.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::SlugDraft;
use crate::model::Slug;

pub(super) const RULE: Rule = Rule {
    name: "archived-withdrawal",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("archived_withdrawal.md"),
    check: Check::All(check),
};

/// Reports kept booklets of months whose record has somebody who is not to be published any more.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let draft = whole.draft;
    let withdrawn = draft.listings.iter().filter(|one| one.is_withdrawn()).map(|one| &one.id);
    let ids = withdrawn.chain(draft.relist.iter().map(|entry| &entry.id));
    let gone: Vec<&Slug> = ids.filter_map(|id| id.as_ref().and_then(SlugDraft::ok)).collect();
    for file in draft.archive.iter().filter(|file| file.month < whole.month) {
        let mut records = draft.records.iter().filter_map(|one| one.record.as_ref());
        let Some(record) = records.find(|record| record.month == file.month) else { continue };
        let named = gone.iter().filter(|id| record.listings.contains_key(**id)).count();
        if named > 0 {
            let title = match named {
                1 => "a service in this booklet has asked to be taken out since".to_owned(),
                many => format!("{many} services in this booklet have asked to be taken out since"),
            };
            let finding = RULE.at(crate::source::Span::top(file.source), title);
            found.push(finding.help("take the file out of content/archive/, so that readers cannot download it any more"));
        }
    }
}
