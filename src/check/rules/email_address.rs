//! E-mail addresses must have the form of one.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::Parsed;
use crate::model::{Email, EmailFault};

pub(super) const RULE: Rule =
    Rule { name: "email-address", level: Level::Error, fixed: false, explain: include_str!("email_address.md"), check: Check::All(check) };

/// Reports texts that are no e-mail address.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let contacts = whole.draft.listings.iter().flat_map(|listing| &listing.contacts).filter_map(|contact| contact.email.as_ref());
    let publisher = whole.draft.project.iter().filter_map(|project| project.publisher_email.as_ref());
    contacts.chain(publisher).for_each(|email| report(email, found));
}

fn report(email: &Parsed<Email, EmailFault>, found: &mut Diagnostics) {
    if email.value.is_ok() {
        return;
    }
    let label = match email.text.split_once('@') {
        _ if email.text.contains(char::is_whitespace) => "it has a space in it",
        None => "it has no @",
        Some((_, host)) if !host.contains('.') => "there is no dot after the @",
        Some(_) => "it is not written like name@example.org",
    };
    found.push(
        RULE.at(email.span, "this is not an e-mail address")
            .label(label)
            .help("ask the provider for the address and write that alone, without a name"),
    );
}
