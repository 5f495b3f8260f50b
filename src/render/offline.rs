//! What keeps the site on a reader's device: a service worker with the list of all files, and how large they are.

use serde_json::json;

use super::{Artefacts, Made, RenderError};
use crate::theme::Theme;

/// Folders and files that are not kept: booklets are for paper, and these others for machines.
const LEFT_OUT: &[&str] = &["booklet/", "archive/", "sitemap.xml", "robots.txt", "feed", ".", "_", "nginx"];
/// What readers open.
const KEPT: &[&str] = &["html", "css", "js", "svg", "png", "jpg", "ics", "webp"];

/// The month and the words that the worker says.
pub struct Says<'s> {
    /// What stands on a page that comes from the device, with `{month}` in it.
    pub note: &'s str,
    /// "December 2026".
    pub month: &'s str,
    /// The size in words.
    pub size: fn(usize) -> String,
}

/// The worker and the size, for all files that have been made so far.
pub fn render(made: &[Made], says: &Says<'_>, theme: &Theme) -> Result<Artefacts, RenderError> {
    let mut out = Artefacts::default();
    let Some(worker) = theme.file("assets/sw/worker.js") else { return Ok(out) };
    let (mut files, mut size, mut hash) = (Vec::new(), 0, blake3::Hasher::new());
    for (path, file) in made.iter().filter_map(|file| Some((file.path.strip_prefix("site/")?, file))) {
        if !is_kept(path) {
            continue;
        }
        size += file.bytes;
        hash.update(path.as_bytes()).update(file.blake3.as_bytes());
        files.push(path);
    }
    hash.update(worker.as_ref());
    // The size is asked for once more when it is shown, so its script is no part of itself.
    let version = hash.finalize().to_hex();
    let note = escaped(&says.note.replace("{month}", says.month));
    let kept = json!({ "version": version[..12], "note": note, "files": files });
    let mut script = format!("'use strict';\nconst KEPT = {};\n", super::scripts::script(&kept)?).into_bytes();
    script.extend_from_slice(worker);
    out.add("site/sw.js", script)?;
    let said = super::scripts::script(&json!({ "size": (says.size)(size) }))?;
    out.add("site/assets/keep-size.js", format!("fingerpost.take(\"keep\", {said});\n"))?;
    Ok(out)
}

fn is_kept(path: &str) -> bool {
    !LEFT_OUT.iter().any(|left| path.starts_with(left)) && path.rsplit_once('.').is_some_and(|(_, ending)| KEPT.contains(&ending))
}

/// As text of a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
