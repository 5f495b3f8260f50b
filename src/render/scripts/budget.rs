//! What a theme may weigh, compressed as hosts send it: old telephones and thin signals are who the site is for.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::super::RenderError;
use crate::theme::{Theme, ThemeFault};

/// All scripts of a theme together, MiniSearch included.
const SCRIPTS: usize = 25 * 1024;
/// The style sheet.
const STYLES: usize = 12 * 1024;

/// Refuses a theme whose scripts or style sheet are too heavy.
pub fn check(theme: &Theme, stylesheet: &[u8]) -> Result<(), RenderError> {
    let scripts: Vec<(&str, usize)> =
        theme.below("assets/js/").filter(|(path, _)| path.ends_with(".js")).map(|(path, bytes)| (path, compressed(bytes))).collect();
    let heaviest = scripts.iter().max_by_key(|(_, size)| *size).map_or("assets/js", |(path, _)| path);
    let all = scripts.iter().map(|(_, size)| size).sum();
    let mut faults = Vec::new();
    faults.extend(over("the theme's scripts together are", all, SCRIPTS, heaviest));
    faults.extend(over("the theme's style sheet is", compressed(stylesheet), STYLES, "assets/css/site.css"));
    if faults.is_empty() { Ok(()) } else { Err(RenderError::Theme(faults)) }
}

fn over(what: &str, size: usize, limit: usize, file: &str) -> Option<ThemeFault> {
    let kilobytes = |bytes: usize| bytes.div_ceil(1024);
    (size > limit).then(|| ThemeFault {
        file: file.to_owned(),
        text: String::new(),
        range: 0..0,
        title: format!("{what} {} KB compressed; at most {} KB is allowed", kilobytes(size), kilobytes(limit)),
        help: vec!["take out what the pages do not need, so that they open quickly on an old phone".to_owned()],
    })
}

/// How many bytes are sent, by gzip's usual level.
fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail; if it did, the bytes as they are would be the answer.
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(bytes.len(), |all| all.len())
}
