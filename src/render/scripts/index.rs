//! The search index in the form that MiniSearch 7 writes and reads (`serializationVersion` 2).

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::terms::{plain, terms};
use crate::view::finder::{FIELD_NAMES, FIELDS};

/// The version of MiniSearch's own form that is written.
const VERSION: u8 = 2;

/// For a term and each field: the documents that have it, in order, and how often.
#[derive(Debug, Default)]
pub(super) struct Postings([Vec<(u32, u32)>; FIELDS]);

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

struct Documents<'d>(&'d [(u32, u32)]);

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
    pub terms: Vec<(Box<str>, Postings)>,
}

/// So many documents are read at a time: enough for all cores, few enough to be small beside the index.
const AT_A_TIME: usize = 512;

/// Indexes so many documents; a document's id is its number.
pub(super) fn index(count: usize, texts: impl Fn(usize) -> [String; FIELDS] + Sync) -> Index {
    let mut known = Known::default();
    let mut lengths = BTreeMap::new();
    let mut sums = [0; FIELDS];
    for first in (0..count).step_by(AT_A_TIME) {
        let numbers = first..count.min(first + AT_A_TIME);
        let read = |number: usize| texts(number).map(|text| plain(&text));
        let texts: Vec<[String; FIELDS]> = numbers.clone().into_par_iter().map(read).collect();
        let counted = texts.par_iter().map(|fields| std::array::from_fn(|field| counted(&fields[field])));
        let counted: Vec<[Vec<(&str, u32)>; FIELDS]> = counted.collect();
        for (document, fields) in numbers.zip(&counted) {
            lengths.insert(document, fields.each_ref().map(Vec::len));
            for (field, terms) in fields.iter().enumerate() {
                sums[field] += terms.len();
                terms.iter().for_each(|(term, often)| known.of(term).0[field].push((document as u32, *often)));
            }
        }
    }
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
    Index { frame, terms: known.sorted() }
}

/// Terms with their postings while documents are read.
#[derive(Default)]
struct Known {
    /// Where the postings of a term are. Its order is no order; terms are sorted before anything is written.
    at: HashMap<Box<str>, usize>,
    postings: Vec<Postings>,
}

impl Known {
    fn of(&mut self, term: &str) -> &mut Postings {
        let at = self.at.get(term).copied().unwrap_or_else(|| {
            self.postings.push(Postings::default());
            self.at.insert(term.into(), self.postings.len() - 1);
            self.postings.len() - 1
        });
        &mut self.postings[at]
    }

    fn sorted(mut self) -> Vec<(Box<str>, Postings)> {
        let mut all: Vec<(Box<str>, Postings)> =
            self.at.into_iter().map(|(term, at)| (term, std::mem::take(&mut self.postings[at]))).collect();
        all.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        all
    }
}

/// Each term of a text once, with how often it stands there.
fn counted(plain: &str) -> Vec<(&str, u32)> {
    let mut all: Vec<&str> = terms(plain).collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).map(|same| (same[0], same.iter().map(|_| 1).sum())).collect()
}
