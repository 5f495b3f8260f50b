//! Telephone numbers must be ones a reader can ring.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{Draft, ListingDraft, Parsed};
use crate::model::{Phone, PhoneFault};

pub(super) const RULE: Rule =
    Rule { name: "phone-number", level: Level::Error, fixed: false, explain: include_str!("phone_number.md"), check: Check::All(check) };

/// Reports numbers that no UK exchange could connect.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    whole.draft.listings.iter().flat_map(in_listing).chain(outside_listings(whole.draft)).for_each(|phone| report(phone, found));
}

/// The numbers of a listing's contacts.
pub(super) fn in_listing(listing: &ListingDraft) -> impl Iterator<Item = &Parsed<Phone, PhoneFault>> {
    listing.contacts.iter().flat_map(|contact| contact.phone.iter().chain(&contact.mobile))
}

/// The numbers of the publisher, the outlets and the pages.
pub(super) fn outside_listings(draft: &Draft) -> impl Iterator<Item = &Parsed<Phone, PhoneFault>> {
    let publisher = draft.project.iter().filter_map(|project| project.publisher_phone.as_ref());
    let outlets = draft.outlets.iter().filter_map(|outlet| outlet.phone.as_ref());
    let pages = draft.pages.iter().flat_map(|page| &page.numbers).filter_map(|number| number.phone.as_ref());
    publisher.chain(outlets).chain(pages)
}

fn report(phone: &Parsed<Phone, PhoneFault>, found: &mut Diagnostics) {
    let Err(fault) = &phone.value else { return };
    let (title, label) = match fault {
        PhoneFault::Character(other) => ("this telephone number has something in it that cannot be dialled", format!("`{other}`")),
        PhoneFault::Abroad => ("this is not a United Kingdom telephone number", "only +44 can be used".to_owned()),
        PhoneFault::TooShort(digits) => ("this telephone number is too short", format!("{digits} digits; most numbers have 11")),
        PhoneFault::TooLong(digits) => ("this telephone number is too long", format!("{digits} digits; most numbers have 11")),
        PhoneFault::NoZero => ("this telephone number does not begin with 0", "write the area code too".to_owned()),
        PhoneFault::NoSuchRange => ("no United Kingdom telephone number begins like this", String::new()),
    };
    found.push(RULE.at(phone.span, title).label(label).help("ring the provider to check the number, then correct this line"));
}
