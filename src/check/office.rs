//! What only the publisher's own people may see: who keeps an entry, on what ground it is published, who has gone.
//!
//! It stands beside [`Checked`](super::Checked), and no catalogue, issue or view of a publication can be made from it.

use std::collections::BTreeMap;

use super::accept::{slug, text, texts, value};
use crate::load::draft::{ContactDraft, Draft, ListingDraft, Parsed};
use crate::model::{Date, Email, Keeper, Letters, Phone, PhoneFault, Slug};

/// What the office knows of the listings, by their ids.
#[derive(Debug, Clone, Default)]
pub struct Office {
    /// Who keeps each entry.
    pub keepers: BTreeMap<Slug, Keeper>,
    /// Why a listing is published without consent.
    pub reasons: BTreeMap<Slug, String>,
    /// Ids of those that asked to be taken out, with the day where it is written down.
    pub gone: BTreeMap<Slug, Option<Date>>,
}

impl Office {
    /// What a draft tells the office.
    pub(super) fn of(draft: &Draft) -> Office {
        let mut office = Office::default();
        for listing in &draft.listings {
            let Some(id) = slug(&listing.id) else { continue };
            if listing.is_withdrawn() {
                office.gone.insert(id, None);
                continue;
            }
            let reason = listing.consent.as_ref().and_then(|consent| text(&consent.reason));
            office.reasons.extend(reason.map(|reason| (id.clone(), reason)));
            office.keepers.insert(id, keeper(listing));
        }
        let listed = draft.relist.iter().filter_map(|entry| Some((slug(&entry.id)?, value(&entry.since))));
        office.gone.extend(listed);
        office
    }
}

/// Who keeps an entry: as `[private]` says, and for the rest as its contacts say, the public ones first.
fn keeper(listing: &ListingDraft) -> Keeper {
    let private = listing.private.as_ref();
    let mut contacts: Vec<&ContactDraft> = listing.contacts.iter().collect();
    contacts.sort_by_key(|contact| !contact.is_public());
    // Number and name are of the same person.
    let rings = contacts.iter().find(|contact| contact.phone.is_some() || contact.mobile.is_some()).or(contacts.first());
    let phones = rings.iter().flat_map(|contact| contact.phone.iter().chain(&contact.mobile));
    let own = private.and_then(|private| private.phone.as_ref());
    let mails = contacts.iter().filter_map(|contact| contact.email.as_ref());
    Keeper {
        name: private.and_then(|private| text(&private.name)),
        // "Ask for Stavros" is a label for readers; what is made of it here begins with those words itself.
        desk: rings
            .and_then(|contact| text(&contact.label))
            .map(|label| label.strip_prefix("Ask for ").map_or(label.clone(), str::to_owned)),
        phone: own.into_iter().chain(phones).map(rung).next(),
        email: private.and_then(|private| private.email.as_ref()).into_iter().chain(mails).find_map(|mail| mail.ok()).map(Email::to_string),
        address: private.map(|private| texts(&private.address)).unwrap_or_default(),
        best_time: rings.filter(|_| own.is_none()).and_then(|contact| text(&contact.best_time)),
        letters: private.and_then(|private| value(&private.letters)).unwrap_or(Letters::Standard),
        staff: private.and_then(|private| text(&private.staff)),
    }
}

/// A number as it is printed, or as written where it is none.
fn rung(phone: &Parsed<Phone, PhoneFault>) -> String {
    phone.ok().map_or_else(|| phone.text.clone(), Phone::printed)
}
