//! Every picture that an entry names is there.

use std::collections::HashMap;

use super::pictures::{files, named};
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::nearest;

pub(super) const RULE: Rule =
    Rule { name: "image-missing", level: Level::Error, fixed: false, explain: include_str!("image_missing.md"), check: Check::All(check) };

/// Looking for a like name among more pictures than this could take long.
const FEW: usize = 500;

/// Reports names that are no file in `content/images/`.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let files = files(whole.draft);
    let small: HashMap<String, &str> = files.keys().map(|file| (file.to_lowercase(), *file)).collect();
    for file in named(whole.draft).filter_map(|image| image.file.as_ref()) {
        let name = file.value.as_str();
        if files.contains_key(name) {
            continue;
        }
        let alike = || if files.len() <= FEW { nearest(name, files.keys().copied()) } else { None };
        let near = small.get(tidy(name).as_str()).copied().or_else(alike);
        let outside = name.starts_with('/') || name.contains(':') || name.split(['/', '\\']).any(|part| part == "..");
        let help = match near {
            Some(near) => format!("did you mean file = \"{near}\"?"),
            None if outside => "put a copy of the picture into content/images/ and name it from there: file = \"lunch.jpg\"".to_owned(),
            None => "put the picture into content/images/, or correct its name".to_owned(),
        };
        let title = if outside { "this picture does not lie in content/images" } else { "there is no such picture in content/images" };
        found.push(RULE.at(file.span, title).help(help));
    }
}

/// The name as it may have been meant: small letters, no folder in front, forward slashes.
fn tidy(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    let name = name.trim_start_matches("./").trim_start_matches('/');
    name.trim_start_matches("content/").trim_start_matches("images/").to_owned()
}
