//! Pictures that nothing shows.

use std::collections::HashSet;

use super::pictures::named;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "image-unused", level: Level::Note, fixed: false, explain: include_str!("image_unused.md"), check: Check::All(check) };

/// Reports good pictures that no entry names; faulty ones are the business of `image-file`.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let named: HashSet<&str> = named(whole.draft).filter_map(|image| Some(image.file.as_ref()?.value.as_str())).collect();
    for image in whole.draft.images.iter().filter(|image| image.header.is_ok() && !named.contains(image.file.as_str())) {
        let finding = RULE.at(Span::top(image.source), "nothing shows this picture");
        found.push(
            finding.help(format!("name it in a listing, as images = [{{ file = \"{}\", alt = \"...\" }}], or delete it", image.file)),
        );
    }
}
