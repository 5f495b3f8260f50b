//! Pictures as entries name them, and the files there are.

use std::collections::HashMap;

use crate::load::draft::{Draft, ImageDraft, ImageFile, Text};

/// Every entry that names a picture: those of listings, and the project's logo.
pub(super) fn named(draft: &Draft) -> impl Iterator<Item = &ImageDraft> {
    let logo = draft.project.iter().filter_map(|project| project.logo.as_ref());
    draft.listings.iter().flat_map(|listing| &listing.images).chain(logo)
}

/// The pictures in `content/images/` by their path there.
pub(super) fn files(draft: &Draft) -> HashMap<&str, &ImageFile> {
    draft.images.iter().map(|image| (image.file.as_str(), image)).collect()
}

/// Every entry that shows a picture there is, with that picture.
pub(super) fn shown(draft: &Draft) -> Vec<(&Text, &ImageFile)> {
    let files = files(draft);
    named(draft)
        .filter_map(|image| {
            let file = image.file.as_ref()?;
            Some((file, *files.get(file.value.as_str())?))
        })
        .collect()
}
