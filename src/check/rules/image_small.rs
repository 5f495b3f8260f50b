//! Pictures are large enough to be printed well.

use super::pictures::shown;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule =
    Rule { name: "image-small", level: Level::Warning, fixed: false, explain: include_str!("image_small.md"), check: Check::All(check) };

/// Six centimetres at 300 dots to the inch, which is what printers ask for.
const SMALLEST: u32 = 700;

/// Reports pictures that will look coarse.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for (file, image) in shown(whole.draft) {
        let Ok(header) = image.header else { continue };
        if header.width.max(header.height) < SMALLEST {
            let finding = RULE.at(file.span, "this picture will look coarse on paper");
            let label = format!("{} by {} pixels; the longer side should have {SMALLEST}", header.width, header.height);
            found.push(finding.label(label).help("ask the provider for the picture as it came from the camera"));
        }
    }
}
