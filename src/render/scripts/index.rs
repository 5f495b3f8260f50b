//! The search index in the form that MiniSearch 7 writes and reads (`serializationVersion` 2).

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::terms::{plain, terms};
use crate::view::finder::{DocumentView, FIELD_NAMES, FIELDS};

/// The version of MiniSearch's own form that is written.
const VERSION: u8 = 2;

/// For a term and each field: the documents that have it, in order, and how often.
#[derive(Debug, Default)]
pub(super) struct Postings([Vec<(usize, usize)>; FIELDS]);

/// Written as MiniSearch has it: `{field: {document: often}}`, without fields that have none.
impl Serialize for Postings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, documents) in self.0.iter().enumerate().filter(|(_, documents)| !documents.is_empty()) {
            map.serialize_entry(&field, &Documents(documents))?;
        }
        map.end()
    }
}

struct Documents<'d>(&'d [(usize, usize)]);

impl Serialize for Documents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// All of an index but its terms.
#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Frame {
    document_count: usize,
    next_id: usize,
    document_ids: BTreeMap<usize, usize>,
    field_ids: BTreeMap<&'static str, usize>,
    field_length: BTreeMap<usize, [usize; FIELDS]>,
    average_field_length: [f64; FIELDS],
    stored_fields: BTreeMap<usize, ()>,
    dirt_count: usize,
    serialization_version: u8,
}

/// An index: its frame, and its terms in order.
pub(super) struct Index {
    pub frame: Frame,
    pub terms: Vec<(String, Postings)>,
}

/// Indexes documents; a document's id is its position.
pub(super) fn index(documents: &[DocumentView]) -> Index {
    let read = |document: &DocumentView| -> [String; FIELDS] { std::array::from_fn(|field| plain(&document.texts[field])) };
    let texts: Vec<[String; FIELDS]> = documents.par_iter().map(read).collect();
    let counted: Vec<[Vec<(&str, usize)>; FIELDS]> =
        texts.par_iter().map(|fields| std::array::from_fn(|field| counted(&fields[field]))).collect();
    // Its order is no order; the terms are sorted before anything is written.
    let mut all: HashMap<&str, Postings> = HashMap::new();
    let mut lengths = BTreeMap::new();
    let mut sums = [0; FIELDS];
    for (document, fields) in counted.into_iter().enumerate() {
        let mut unique = [0; FIELDS];
        for (field, terms) in fields.into_iter().enumerate() {
            unique[field] = terms.len();
            sums[field] += terms.len();
            for (term, often) in terms {
                all.entry(term).or_default().0[field].push((document, often));
            }
        }
        lengths.insert(document, unique);
    }
    let mut all: Vec<(String, Postings)> = all.into_iter().map(|(term, postings)| (term.to_owned(), postings)).collect();
    all.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let count = documents.len();
    let frame = Frame {
        document_count: count,
        next_id: count,
        document_ids: (0..count).map(|at| (at, at)).collect(),
        field_ids: FIELD_NAMES.iter().enumerate().map(|(at, name)| (*name, at)).collect(),
        field_length: lengths,
        // Two decimals are plenty for a ranking, and keep the file the same on every machine.
        average_field_length: sums.map(|sum| (sum * 100 / count.max(1)) as f64 / 100.0),
        stored_fields: BTreeMap::new(),
        dirt_count: 0,
        serialization_version: VERSION,
    };
    Index { frame, terms: all }
}

/// Each term of a text once, with how often it stands there.
fn counted(plain: &str) -> Vec<(&str, usize)> {
    let mut all: Vec<&str> = terms(plain).collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}
