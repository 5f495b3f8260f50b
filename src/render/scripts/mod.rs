//! The scripts of the site: the theme's own, and the data that they read.
//!
//! 1. The search index, the filters' facts and the rows are written as plain scripts, so that they also load
//!    from a folder without a server.
//! 2. Each file has its content in its name; which file is which is in one script that every page has.
//! 3. Above `WHOLE` listings the index is parted by first letter and the rows by hundreds, loaded on demand.

pub mod budget;
mod index;
pub mod terms;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Artefacts, RenderError};
use crate::theme::Theme;
use crate::view::finder::{DocumentView, FinderView};
use crate::view::site::SiteCommon;

/// Up to so many listings everything is loaded at once.
const WHOLE: usize = 2_000;
/// So many rows are in a part.
const PART: usize = 100;
/// Words with these beginnings are for scripts.
const FOR_SCRIPTS: [&str; 3] = ["find_", "list_", "keep_"];

/// The files, below `site/`, and the names templates know the theme's scripts by.
pub struct Scripts {
    /// `site` to `assets/site.3f2a.js`.
    pub names: BTreeMap<String, String>,
    /// The files.
    pub artefacts: Artefacts,
}

/// Makes every script of the site but the one that keeps it for later, which lists all files.
pub fn render(finder: &FinderView, common: &SiteCommon, theme: &Theme) -> Result<Scripts, RenderError> {
    let mut made = Scripts { names: BTreeMap::new(), artefacts: Artefacts::default() };
    for (path, bytes) in theme.below("assets/js/") {
        match path.strip_prefix("assets/js/").and_then(|file| file.strip_suffix(".js")) {
            Some(stem) => {
                let name = made.add(stem, bytes.to_vec())?;
                made.names.insert(stem.to_owned(), name);
            }
            None => made.artefacts.add(format!("site/{path}"), bytes.as_ref())?,
        }
    }
    let index = made.index(&finder.documents)?;
    let rows = made.rows(&finder.documents)?;
    let facets: Vec<_> = finder.documents.iter().map(|document| &document.facets).collect();
    let ids: Vec<&str> = finder.documents.iter().map(|document| document.row.0.as_str()).collect();
    let data = json!({ "choices": finder, "listings": facets, "ids": ids });
    let facts = made.data("finder", "finder", &data)?;
    let words = common.words.iter().filter(|(key, _)| FOR_SCRIPTS.iter().any(|begin| key.starts_with(begin)));
    let words: Map<String, Value> = words.map(|(key, word)| (key.clone(), word.clone())).collect();
    let known = json!({
        "month": common.month,
        "version": common.month_id,
        "service": common.words.get("service"),
        "services": common.words.get("services"),
        "words": words,
        "files": { "scripts": made.names, "finder": facts, "index": index, "rows": rows, "per": part(finder.documents.len()) },
    });
    let path = made.add("words", format!("window.fingerpost = {};\n", script(&known)?).into_bytes())?;
    made.names.insert("words".to_owned(), path);
    Ok(made)
}

/// How many rows are in a part.
fn part(listings: usize) -> usize {
    if listings > WHOLE { PART } else { WHOLE }
}

/// JSON that a script may hold: nothing in it ends the script or a line of it.
pub(super) fn script(value: &impl Serialize) -> Result<String, RenderError> {
    let json =
        serde_json::to_string(value).map_err(|error| RenderError::Internal(format!("the site's data cannot be written: {error}")))?;
    // Most of it has nothing of the kind, and is long.
    if !json.contains(['<', '\u{2028}', '\u{2029}']) {
        return Ok(json);
    }
    Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

impl Scripts {
    /// Adds a script named after its content, and says where it is.
    fn add(&mut self, stem: &str, bytes: Vec<u8>) -> Result<String, RenderError> {
        let hash = blake3::hash(&bytes).to_hex();
        let path = format!("assets/{stem}.{}.js", &hash[..8]);
        self.artefacts.add(format!("site/{path}"), bytes)?;
        Ok(path)
    }

    /// A script that hands data over by a key.
    fn data(&mut self, stem: &str, key: &str, value: &impl Serialize) -> Result<String, RenderError> {
        let text = format!("fingerpost.take({}, {});\n", script(&key)?, script(value)?);
        self.add(stem, text.into_bytes())
    }

    /// The search index: its frame, and its terms in one file or by their first characters.
    fn index(&mut self, documents: &[DocumentView]) -> Result<BTreeMap<String, String>, RenderError> {
        let index = index::index(documents);
        let mut parts: BTreeMap<String, Vec<&(String, index::Postings)>> = BTreeMap::new();
        for entry in &index.terms {
            let letter = if documents.len() > WHOLE { entry.0.chars().take(1).collect() } else { "all".to_owned() };
            // Letters beyond ASCII are few and share a file.
            let letter = if letter.is_ascii() { letter } else { "other".to_owned() };
            parts.entry(letter).or_default().push(entry);
        }
        let mut paths = BTreeMap::new();
        paths.insert("frame".to_owned(), self.data("index", "index-frame", &index.frame)?);
        for (letter, terms) in parts {
            let path = self.data(&format!("index-{letter}"), &format!("index-{letter}"), &terms)?;
            paths.insert(letter, path);
        }
        Ok(paths)
    }

    /// What results show, in parts.
    fn rows(&mut self, documents: &[DocumentView]) -> Result<Vec<String>, RenderError> {
        let mut paths = Vec::new();
        for (at, part) in documents.chunks(part(documents.len())).enumerate() {
            let rows: Vec<_> = part.iter().map(|document| &document.row).collect();
            paths.push(self.data(&format!("rows-{at}"), &format!("rows-{at}"), &rows)?);
        }
        Ok(paths)
    }
}
