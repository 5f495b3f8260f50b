//! Pictures are JPEG, PNG or WebP files.

use std::collections::HashSet;

use super::pictures::shown;
use super::{Check, Rule};
use crate::check::Whole;
use crate::content::IMAGE_LIMIT;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::load::draft::{ImageFault, ImageFile};
use crate::source::Span;

pub(super) const RULE: Rule =
    Rule { name: "image-file", level: Level::Error, fixed: false, explain: include_str!("image_file.md"), check: Check::All(check) };

/// Reports files that cannot be used, where they are shown; as a warning those that nothing shows.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let shown = shown(whole.draft);
    for (file, image) in &shown {
        finding(image, file.span).into_iter().for_each(|finding| found.push(finding));
    }
    let shown: HashSet<&str> = shown.iter().map(|(_, image)| image.file.as_str()).collect();
    for image in whole.draft.images.iter().filter(|image| !shown.contains(image.file.as_str())) {
        if let Some(mut finding) = finding(image, Span::top(image.source)) {
            finding.level = Level::Warning;
            found.push(finding.help("nothing shows it, so it can also be taken out of content/images/"));
        }
    }
}

fn finding(image: &ImageFile, at: Span) -> Option<Diagnostic> {
    // Of an over-long picture only the beginning is read, which may lack the size; `image-size` speaks of it.
    let fault = image.header.err().filter(|_| image.len <= IMAGE_LIMIT)?;
    let (title, help) = match fault {
        ImageFault::Type => {
            ("this file is not a picture that can be used", "save it as a JPEG, PNG or WebP picture; giving it another name is not enough")
        }
        ImageFault::Broken => {
            ("this picture is damaged", "ask for the picture again, or save it once more from the program it was made with")
        }
        ImageFault::Link => ("this is a link or a device, not a picture", "put a copy of the picture itself in its place"),
    };
    Some(RULE.at(at, title).label(format!("content/images/{}", image.file)).help(help))
}
