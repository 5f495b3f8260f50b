//! The default theme, as part of the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// All files of the default theme but its preview pictures.
pub(super) fn files() -> BTreeMap<String, Cow<'static, [u8]>> {
    let mut files = BTreeMap::new();
    gather(&DEFAULT, &mut files);
    files
}

fn gather(folder: &'static Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if !path.starts_with("preview/") {
            files.insert(path, Cow::Borrowed(file.contents()));
        }
    }
    folder.dirs().for_each(|folder| gather(folder, files));
}
