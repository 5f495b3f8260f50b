//! Who asked to be taken out stays out until they ask to come back.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{ListingDraft, RelistDraft};
use crate::load::relist::digests;
use crate::model::Basis;

pub(super) const RULE: Rule =
    Rule { name: "do-not-relist", level: Level::Error, fixed: true, explain: include_str!("do_not_relist.md"), check: Check::All(check) };

/// Reports listings that use the id, or have the name or number, of somebody who asked to be taken out; and digests
/// that are none.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for entry in &whole.draft.relist {
        for digest in entry.digests.iter().filter(|digest| !is_digest(&digest.value)) {
            let finding = RULE.at(digest.span, "this is no digest, so it keeps nobody out");
            found.push(finding.help("write it as `fingerpost withdraw` wrote it: 32 digits and letters from a to f"));
        }
        for listing in whole.draft.listings.iter().filter(|listing| listing.is_live()) {
            check_one(entry, listing, found);
        }
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

fn check_one(entry: &RelistDraft, listing: &ListingDraft, found: &mut Diagnostics) {
    let Some(id) = &entry.id else { return };
    if let Some(own) = listing.id.as_ref().filter(|own| own.text == id.text) {
        let finding = RULE.at(own.span, "this id belonged to a service that asked to be taken out").also(id.span, "it is kept here");
        found.push(finding.help("choose another id and rename the file: an id is never used again"));
    }
    if entry.digests.is_empty() || agreed_again(entry, listing) {
        return;
    }
    let told = digests(listing, &id.text);
    if entry.digests.iter().any(|digest| told.contains(&digest.value)) {
        let span = listing.name.as_ref().map_or(listing.top(), |name| name.span);
        let finding = RULE.at(span, "a service with this name or telephone number asked to be taken out");
        let finding = finding.also(id.span, "it is kept here");
        found.push(finding.help(
            "take this listing out; if the provider has asked to be listed again, write it: basis = \"consent\", and the day as `given`",
        ));
    }
}

/// Whether the provider has agreed after having asked to be taken out.
fn agreed_again(entry: &RelistDraft, listing: &ListingDraft) -> bool {
    let Some((consent, since)) = listing.consent.as_ref().zip(entry.since.as_ref()) else { return false };
    let asked = consent.basis.as_ref().is_some_and(|basis| basis.value == Basis::Consent);
    asked && consent.given.as_ref().is_some_and(|given| given.value > since.value)
}
