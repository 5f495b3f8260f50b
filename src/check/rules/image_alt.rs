//! Every picture has words for those who cannot see it.

use super::pictures::named;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ImageDraft;

pub(super) const RULE: Rule =
    Rule { name: "image-alt", level: Level::Error, fixed: false, explain: include_str!("image_alt.md"), check: Check::All(check) };

/// Words that tell a blind reader nothing.
const EMPTY: &[&str] = &["alt", "graphic", "image", "img", "jpg", "logo", "photo", "photograph", "pic", "picture", "png", "untitled"];

/// Reports pictures without words, and with words that say nothing.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for image in named(whole.draft) {
        if image.decorative.as_ref().is_some_and(|decorative| decorative.value) {
            continue;
        }
        let help = "say what is to be seen, as on the telephone: alt = \"People eating at a long table\"";
        match &image.alt {
            None => {
                let finding =
                    RULE.at(image.file.as_ref().map_or(image.span, |file| file.span), "nothing says what is to be seen in this picture");
                found.push(finding.help(help).help("if it is mere decoration write decorative = true instead"));
            }
            Some(alt) if says_nothing(&alt.value, image) => {
                let finding = RULE.at(alt.span, "these words do not say what is to be seen in the picture");
                found.push(finding.help(help));
            }
            Some(_) => {}
        }
    }
}

/// Whether the words are the file's name, or just say that it is a picture.
fn says_nothing(alt: &str, image: &ImageDraft) -> bool {
    let alt = alt.to_lowercase();
    let words = alt.trim_matches(|c: char| !c.is_alphanumeric());
    let file = image.file.as_ref().map(|file| file.value.to_lowercase()).unwrap_or_default();
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    words.is_empty()
        || EMPTY.contains(&words)
        || words == file
        || words == name
        || words == stem && stem.contains(['-', '_', '.'])
        || alt == name
}
