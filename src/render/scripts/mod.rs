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

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::RenderError;
use crate::theme::Theme;
use crate::view::finder::{FacetsView, FinderView};
use crate::view::site::SiteCommon;

/// Up to so many listings everything is loaded at once.
const WHOLE: usize = 2_000;
/// So many rows are in a part.
const PART: usize = 100;
/// Words with these beginnings are for scripts.
const FOR_SCRIPTS: [&str; 3] = ["find_", "list_", "keep_"];

/// Takes the files, whose paths are below `site/`.
struct Scripts<P> {
    put: P,
}

/// What the search page's scripts get to filter by.
#[derive(Serialize)]
struct Choices<'f> {
    choices: &'f FinderView<'f>,
    listings: Vec<FacetsView>,
    ids: Vec<&'f str>,
}

/// Makes every script of the site but the one that keeps it for later, which lists all files, and gives them to `put`.
/// Returns the names templates know the theme's scripts by: `site` for `assets/site.3f2a.js`.
pub fn render<E: From<RenderError>>(
    finder: &FinderView<'_>,
    common: &SiteCommon,
    theme: &Theme,
    put: impl Fn(&str, &[u8]) -> Result<(), E>,
) -> Result<BTreeMap<String, String>, E> {
    let made = Scripts { put };
    let mut names = BTreeMap::new();
    for (path, bytes) in theme.below("assets/js/") {
        match path.strip_prefix("assets/js/").and_then(|file| file.strip_suffix(".js")) {
            Some(stem) => {
                let name = made.add(stem, bytes)?;
                names.insert(stem.to_owned(), name);
            }
            None => (made.put)(&format!("site/{path}"), bytes)?,
        }
    }
    let index = made.index(finder)?;
    let rows = made.rows(finder)?;
    let listings = (0..finder.len()).into_par_iter().map(|number| finder.facets(number)).collect();
    let ids = (0..finder.len()).map(|number| finder.id(number)).collect();
    let facts = made.data("finder", "finder", &Choices { choices: finder, listings, ids })?;
    let words = common.words.iter().filter(|(key, _)| FOR_SCRIPTS.iter().any(|begin| key.starts_with(begin)));
    let words: Map<String, Value> = words.map(|(key, word)| (key.clone(), word.clone())).collect();
    let known = json!({
        "month": common.month,
        "version": common.month_id,
        "service": common.words.get("service"),
        "services": common.words.get("services"),
        "words": words,
        "files": { "scripts": names, "finder": facts, "index": index, "rows": rows, "per": part(finder.len()) },
    });
    let path = made.add("words", format!("window.fingerpost = {};\n", script(&known)?).as_bytes())?;
    names.insert("words".to_owned(), path);
    Ok(names)
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

impl<E: From<RenderError>, P: Fn(&str, &[u8]) -> Result<(), E>> Scripts<P> {
    /// Adds a script named after its content, and says where it is.
    fn add(&self, stem: &str, bytes: &[u8]) -> Result<String, E> {
        let hash = blake3::hash(bytes).to_hex();
        let path = format!("assets/{stem}.{}.js", &hash[..8]);
        (self.put)(&format!("site/{path}"), bytes)?;
        Ok(path)
    }

    /// A script that hands data over by a key.
    fn data(&self, stem: &str, key: &str, value: &impl Serialize) -> Result<String, E> {
        let text = format!("fingerpost.take({}, {});\n", script(&key)?, script(value)?);
        self.add(stem, text.as_bytes())
    }

    /// The search index: its frame, and its terms in one file or by their first characters.
    fn index(&self, finder: &FinderView<'_>) -> Result<BTreeMap<String, String>, E> {
        let index = index::index(finder.len(), |number| finder.texts(number));
        let mut parts: BTreeMap<String, Vec<&(Box<str>, index::Postings)>> = BTreeMap::new();
        for entry in &index.terms {
            let letter = if finder.len() > WHOLE { entry.0.chars().take(1).collect() } else { "all".to_owned() };
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
    fn rows(&self, finder: &FinderView<'_>) -> Result<Vec<String>, E> {
        let mut paths = Vec::new();
        let (all, part) = (finder.len(), part(finder.len()));
        for at in 0..all.div_ceil(part) {
            let rows: Vec<_> = (at * part..all.min((at + 1) * part)).into_par_iter().map(|number| finder.row(number)).collect();
            paths.push(self.data(&format!("rows-{at}"), &format!("rows-{at}"), &rows)?);
        }
        Ok(paths)
    }
}
