//! Two listings may be one service, entered twice.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::wording::normal;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ListingDraft;
use crate::model::Postcode;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "near-duplicate",
    level: Level::Warning,
    fixed: false,
    explain: include_str!("near_duplicate.md"),
    check: Check::All(check),
};

/// Only so many numbers and postcodes of a listing are compared; no real one has more.
const MOST: usize = 10;

/// Reports the later of two published listings that may be the same.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let live: Vec<&ListingDraft> = whole.draft.listings.iter().filter(|listing| listing.is_live()).collect();
    same_name(&live, found);
    same_place(&live, found);
}

fn same_name(live: &[&ListingDraft], found: &mut Diagnostics) {
    let mut first: HashMap<String, Span> = HashMap::new();
    for name in live.iter().filter_map(|listing| listing.name.as_ref()) {
        match first.entry(normal(&name.value)) {
            Entry::Occupied(earlier) if !earlier.key().is_empty() => {
                let finding = RULE.at(name.span, "two listings have the same name").label("is this the same service?");
                let help =
                    "delete one of the two files; if they are two services, tell them apart, as in name = \"Riverside Table, Grays\"";
                found.push(finding.also(*earlier.get(), "this one is called so too").help(help));
            }
            Entry::Occupied(_) => {}
            Entry::Vacant(free) => {
                free.insert(name.span);
            }
        }
    }
}

fn same_place(live: &[&ListingDraft], found: &mut Diagnostics) {
    let mut first: HashMap<(&str, &Postcode), (&ListingDraft, Span)> = HashMap::new();
    for &listing in live {
        let pairs = numbers(listing).flat_map(|(digits, span)| postcodes(listing).map(move |postcode| ((digits, postcode), span)));
        for (pair, span) in pairs {
            let (earlier, there) = *first.entry(pair).or_insert((listing, span));
            if !are_kin(earlier, listing) {
                let finding = RULE.at(span, "two listings have the same telephone number and the same postcode");
                let help =
                    "if they are one service, delete one of the files; if one organisation runs both, name it under [organisation] in both";
                found.push(finding.label("is this the same service?").also(there, "this one has them too").help(help));
                break;
            }
        }
    }
}

/// The telephone numbers readers may ring for a listing, without short codes, which belong to everybody.
pub(super) fn numbers(listing: &ListingDraft) -> impl Iterator<Item = (&str, Span)> {
    let contacts = listing.contacts.iter().filter(|contact| contact.is_public());
    let phones = contacts.flat_map(|contact| contact.phone.iter().chain(&contact.mobile));
    let digits = phones.filter_map(|phone| Some((phone.ok()?.digits(), phone.span)));
    digits.filter(|(digits, _)| digits.len() >= 10).take(MOST)
}

/// The postcodes of a listing's venues.
pub(super) fn postcodes(listing: &ListingDraft) -> impl Iterator<Item = &Postcode> {
    listing.venues.iter().filter_map(|venue| venue.postcode.as_ref()?.ok()).take(MOST)
}

/// Whether two listings are one and the same file, of one organisation, or of one name, which is reported by itself.
pub(super) fn are_kin(one: &ListingDraft, other: &ListingDraft) -> bool {
    let name = |listing: &ListingDraft| listing.name.as_ref().map(|name| normal(&name.value));
    let owner = |listing: &ListingDraft| match listing.organisation.as_ref().and_then(|organisation| organisation.name.as_ref()) {
        Some(organisation) => Some(normal(&organisation.value)),
        None => name(listing),
    };
    one.source == other.source || owner(one) == owner(other) || name(one) == name(other)
}
