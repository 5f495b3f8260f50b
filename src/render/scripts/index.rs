//! The search index in the form that MiniSearch 7 writes and reads (`serializationVersion` 2).

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::terms::terms;
use crate::view::finder::{DocumentView, FIELD_NAMES, FIELDS};

/// The version of MiniSearch's own form that is written.
const VERSION: u8 = 2;

/// For a term: field, then document, then how often.
pub(super) type Postings = BTreeMap<usize, BTreeMap<usize, u32>>;

/// All of an index but its terms.
#[derive(Debug, Serialize)]
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
    pub terms: BTreeMap<String, Postings>,
}

/// Indexes documents; a document's id is its position.
pub(super) fn index(documents: &[DocumentView]) -> Index {
    let read = |document: &DocumentView| -> [Vec<String>; FIELDS] { std::array::from_fn(|field| terms(&document.texts[field])) };
    let texts: Vec<[Vec<String>; FIELDS]> = documents.par_iter().map(read).collect();
    let mut all: BTreeMap<String, Postings> = BTreeMap::new();
    let mut lengths = BTreeMap::new();
    let mut sums = [0; FIELDS];
    for (document, fields) in texts.into_iter().enumerate() {
        let mut unique = [0; FIELDS];
        for (field, terms) in fields.into_iter().enumerate() {
            for term in terms {
                let often = all.entry(term).or_default().entry(field).or_default().entry(document).or_default();
                *often += 1;
                unique[field] += usize::from(*often == 1);
            }
            sums[field] += unique[field];
        }
        lengths.insert(document, unique);
    }
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
