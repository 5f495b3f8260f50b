//! Readers need one way to get in touch.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::ContactDraft;

pub(super) const RULE: Rule =
    Rule { name: "no-contact", level: Level::Error, fixed: false, explain: include_str!("no_contact.md"), check: Check::Each(check) };

/// Reports a listing without any public contact, and contacts that say nothing.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let help = "give a telephone number, e-mail address or website: [[contact]], phone = \"...\"";
    for contact in listing.contacts.iter().filter(|contact| contact.is_public() && !reaches(contact)) {
        found.push(RULE.at(contact.span, "this contact says no way to get in touch").help(help));
    }
    let misread = listing.says_contact && listing.contacts.is_empty(); // then its form has been reported
    if !misread && !listing.contacts.iter().any(ContactDraft::is_public) {
        let finding = RULE.at(listing.top(), "the listing gives readers no way to get in touch");
        let finding =
            listing.contacts.iter().take(3).fold(finding, |finding, contact| finding.also(contact.span, "this one is not public"));
        found.push(finding.help(help));
    }
}

fn reaches(contact: &ContactDraft) -> bool {
    contact.phone.is_some() || contact.mobile.is_some() || contact.email.is_some() || contact.url.is_some()
}
