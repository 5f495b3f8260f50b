//! Pictures are of a size that any computer can open.

use super::pictures::shown;
use super::{Check, Rule};
use crate::check::Whole;
use crate::content::IMAGE_LIMIT;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{ImageFile, MOST_PIXELS};

pub(super) const RULE: Rule =
    Rule { name: "image-size", level: Level::Error, fixed: false, explain: include_str!("image_size.md"), check: Check::All(check) };

/// Reports pictures that are too large, by their length and header: nothing is decoded.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for (file, image) in shown(whole.draft) {
        if image.is_too_large() {
            let finding = RULE.at(file.span, "this picture is too large").label(size(image));
            found.push(finding.help("make it smaller in a picture program: 2,000 pixels on the longer side are plenty"));
        }
    }
}

fn size(image: &ImageFile) -> String {
    match image.header {
        _ if image.len > IMAGE_LIMIT => format!("{} MB; at most 20 can be used", image.len.div_ceil(1024 * 1024)),
        Ok(header) => format!("{} by {} pixels; at most {} million can be used", header.width, header.height, MOST_PIXELS / 1_000_000),
        Err(_) => String::new(),
    }
}
