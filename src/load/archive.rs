//! Booklets of past months (`content/archive/2026-11-a5.pdf`), handed on as they are.

use std::sync::Arc;

use super::draft::ArchiveFile;
use crate::content::ContentFile;
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::model::{Month, Slug};
use crate::source::Span;

/// A booklet, by its file's name; or a finding when it is none.
pub(super) fn archive(file: &ContentFile, top: Span, found: &mut Diagnostics) -> Option<ArchiveFile> {
    let fault = |title: &str, help: &str| Some(Diagnostic::new("odd-file", Level::Warning, top, title).help(help));
    let name = file.path.strip_prefix("content/archive/").and_then(|name| name.strip_suffix(".pdf")).unwrap_or_default();
    let parts = name
        .split_at_checked(7)
        .and_then(|(month, edition)| Some((Month::parse(month).ok()?, Slug::parse(edition.strip_prefix('-')?).ok()?)));
    let wrong = match &parts {
        None => fault("this is no booklet of a past month by its name", "name it after its month and edition, such as 2026-11-a5.pdf"),
        Some(_) if !file.bytes.starts_with(b"%PDF-") => fault("this is no PDF file", "put the booklet's PDF here, or take the file away"),
        Some(_) if file.bytes.len() as u64 != file.len => {
            fault("this file is longer than 20 MB and was left out", "make a smaller PDF of it")
        }
        Some(_) => None,
    };
    if let Some(finding) = wrong {
        found.push(finding);
        return None;
    }
    parts.map(|(month, edition)| ArchiveFile {
        source: top.source,
        month,
        edition: edition.to_string(),
        bytes: Arc::from(file.bytes.as_slice()),
    })
}
