//! `do-not-relist.toml`: who asked to be taken out, without saying who.
//!
//! An entry keeps the id, which is never used again, the day, and digests of name and telephone numbers. A digest
//! cannot be read back, but whoever guesses a number can try the guess: the file is for the publisher alone.

use super::draft::{ListingDraft, RelistDraft};
use super::listing::slug;
use super::table::Table;
use crate::diag::Diagnostics;

/// What the digests of this form are keyed with, so that they are of no use to compare with other lists.
const CONTEXT: &str = "fingerpost do-not-relist 1";

/// A number with fewer digits is a short code that everybody has.
const FEWEST_DIGITS: usize = 7;

/// Reads the list.
pub(super) fn relist(mut t: Table<'_>, found: &mut Diagnostics) -> Vec<RelistDraft> {
    let list = t.tables("entry", found).into_iter().map(|t| entry(t, found)).collect();
    t.finish(found);
    list
}

fn entry(mut t: Table<'_>, found: &mut Diagnostics) -> RelistDraft {
    let before = found.len();
    let id = t.required("id", "write the id that the service had: id = \"riverside-table\"", found).map(slug);
    let since = t.date("since", found);
    if since.is_none() && found.len() == before {
        t.missing("since", "say on which day it asked to be taken out: since = 2026-12-01", found);
    }
    let draft = RelistDraft { span: t.span(), id, since, digests: t.texts("digests", found) };
    t.finish(found);
    draft
}

/// The digests of a listing's name and telephone numbers, for the entry of an id: of two entries no digests are alike.
pub(crate) fn digests(listing: &ListingDraft, id: &str) -> Vec<String> {
    let salted = |text: String| {
        let key = blake3::derive_key(CONTEXT, id.as_bytes());
        blake3::keyed_hash(&key, text.as_bytes()).to_hex()[..32].to_owned()
    };
    let mut list: Vec<String> = told(listing).into_iter().map(salted).collect();
    list.dedup();
    list
}

/// Name and numbers in a form that spelling makes no difference to.
fn told(listing: &ListingDraft) -> Vec<String> {
    let name = listing.name.iter().map(|name| name.value.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let public = listing.contacts.iter().flat_map(|contact| contact.phone.iter().chain(&contact.mobile));
    let phones = public.chain(listing.private.iter().flat_map(|private| &private.phone));
    let mut digits: Vec<String> = phones.filter_map(|phone| Some(phone.ok()?.digits().to_owned())).collect();
    digits.retain(|digits| digits.len() >= FEWEST_DIGITS);
    digits.sort();
    digits.dedup();
    name.filter(|name| !name.is_empty()).chain(digits).collect()
}
