//! What to say about an id that is none: listings, pages and vocabularies share it.

use super::Rule;
use super::wording::shown;
use crate::diag::Diagnostic;
use crate::load::draft::{SlugDraft, Text};
use crate::model::{Slug, SlugFault};

/// A finding about a faulty id; `name` helps to think of a better one.
pub(super) fn finding(rule: &Rule, id: &SlugDraft, name: Option<&Text>) -> Option<Diagnostic> {
    let Err(fault) = &id.value else { return None };
    let (title, label) = match fault {
        SlugFault::TooShort => ("this id is too short", "it must have at least 2 characters".to_owned()),
        SlugFault::TooLong(length) => ("this id is too long", format!("{length} characters; there is room for 60")),
        SlugFault::Character(c) if c.is_uppercase() => ("this id has a capital letter in it", format!("{} must be small", shown(*c))),
        SlugFault::Character(c) => ("this id has a character in it that an id cannot have", shown(*c)),
        SlugFault::Hyphens => ("this id has a hyphen too many", "hyphens stand singly, between letters or digits".to_owned()),
        SlugFault::Reserved => ("this word cannot be an id", "Windows or the website keeps it for itself".to_owned()),
    };
    let better = [Some(id.text.as_str()), name.map(|name| name.value.as_str())].into_iter().flatten().map(Slug::suggest);
    let help = match better.into_iter().find(|slug| Slug::parse(slug).is_ok()) {
        Some(slug) => format!("write id = \"{slug}\""),
        None => "use small letters a to z, digits and single hyphens, such as id = \"riverside-table\"".to_owned(),
    };
    Some(rule.at(id.span, title).label(label).help(help))
}
