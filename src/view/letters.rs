//! Everything from A to Z, in parts when it is long.

use super::gathered::Pages;
use super::listing::LinkView;
use super::lists::{IndexEntry, IndexGroup};
use super::paging::{Head, part_path};
use super::site::{AToZView, LetterView, PageBody};

const PATH: &str = "a-to-z.html";
/// Entries are a line each: more of them than of other rows go on a page.
const MOST: usize = 600;

/// Adds the page, or several of them. Every part leads to every letter.
pub(super) fn a_to_z(groups: Vec<IndexGroup>, pages: &mut Pages<'_>) {
    let names: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    let rows: Vec<(usize, IndexEntry)> =
        groups.into_iter().enumerate().flat_map(|(at, group)| group.entries.into_iter().map(move |entry| (at, entry))).collect();
    let anchor = |at: usize| format!("letter-{}", at + 1);
    let letters = |part: usize| -> Vec<LinkView> {
        let link = |(at, name): (usize, &String)| {
            let begins = rows.partition_point(|(group, _)| *group < at) / MOST;
            let page = if begins == part { String::new() } else { part_path(PATH, begins) };
            LinkView { name: name.clone(), href: format!("{page}#{}", anchor(at)) }
        };
        names.iter().enumerate().map(link).collect()
    };
    let description = "Every service by name, and the words people look under.";
    let head = Head { path: PATH, title: "A to Z", description, section: "a-to-z", trail: &[] };
    pages.add_parts(head, rows.len(), MOST, |range| {
        let letters = letters(range.start / MOST);
        let group = |group: &[(usize, IndexEntry)]| LetterView {
            anchor: anchor(group[0].0),
            name: names[group[0].0].clone(),
            entries: group.iter().map(|(_, entry)| entry.clone()).collect(),
        };
        PageBody::AToZ(AToZView { letters, groups: rows[range].chunk_by(|one, next| one.0 == next.0).map(group).collect() })
    });
}
