//! What is private stands in no public text.

use super::public_texts::{self, Packed};
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{ListingDraft, PrivateDraft};
use crate::model::Phone;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "private-details",
    level: Level::Error,
    fixed: true,
    explain: include_str!("private_details.md"),
    check: Check::Each(check),
};

/// Something that must not be published.
enum Secret {
    /// The digits of a telephone number, without the 0 before them, so that +44 makes no difference.
    Number(String),
    /// An e-mail address in small letters.
    Mail(String),
    /// A person's full name.
    Name(Packed),
}

/// Reports public texts that say what `[private]`, or a contact that is not public, keeps back.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let secrets = secrets(subject.listing);
    if secrets.is_empty() {
        return;
    }
    for text in public_texts::of(subject.listing) {
        let (packed, small, digits) = (Packed::new(&text.text), text.text.to_lowercase(), digits(&text.text));
        for (what, span, secret) in &secrets {
            let said = match secret {
                Secret::Number(number) => digits.iter().any(|run| run.contains(number.as_str())),
                Secret::Mail(mail) => says_mail(&small, mail),
                Secret::Name(name) => packed.says(name),
            };
            if said {
                let title = format!("a private {what} stands in `{}`, where everybody can read it", text.field);
                let finding = RULE.at(text.span, title).also(*span, "it is kept back here");
                found.push(finding.help("take it out of this text; if readers may have it, take it out where it is kept back"));
            }
        }
    }
}

/// What a listing keeps back: what it is, where it stands, and how to know it.
fn secrets(listing: &ListingDraft) -> Vec<(&'static str, Span, Secret)> {
    let mut list: Vec<(&'static str, Span, Secret)> = Vec::new();
    for (span, text) in listing.private.iter().flat_map(PrivateDraft::secrets) {
        list.extend(secret(text).map(|(what, secret)| (what, span, secret)));
    }
    for contact in listing.contacts.iter().filter(|contact| !contact.is_public()) {
        let phones = contact.phone.iter().chain(&contact.mobile).map(|phone| (phone.span, phone.text.as_str()));
        let mails = contact.email.iter().map(|email| (email.span, email.text.as_str()));
        let labels = contact.label.iter().map(|label| (label.span, label.value.as_str()));
        // A label is most often a role ("Scheme manager"), which is no secret.
        let names = labels.filter(|(_, text)| text.split(' ').all(|word| word.starts_with(char::is_uppercase)));
        list.extend(phones.chain(mails).chain(names).filter_map(|(span, text)| secret(text).map(|(what, secret)| (what, span, secret))));
    }
    list
}

/// What sort of secret a text is. Short codes and first names alone are none: too many people have them.
fn secret(text: &str) -> Option<(&'static str, Secret)> {
    if text.contains('@') {
        return Some(("e-mail address", Secret::Mail(text.trim().to_lowercase())));
    }
    let number = Phone::parse(text).map_or_else(|_| digits(text).concat(), |phone| phone.digits().to_owned());
    if !number.is_empty() {
        let core = number.trim_start_matches('0');
        return (core.len() >= 7).then(|| ("telephone number", Secret::Number(core.to_owned())));
    }
    (text.split_whitespace().count() > 1).then(|| ("name", Secret::Name(Packed::new(text))))
}

/// Whether a text in small letters says an address, and not just a longer one that ends or begins like it.
fn says_mail(text: &str, mail: &str) -> bool {
    let within = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    text.match_indices(mail).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + mail.len()..].chars();
        !before.is_some_and(within) && !after.next().is_some_and(|c| c.is_alphanumeric() || c == '-')
    })
}

/// The runs of digits in a text; only letters come between two runs.
fn digits(text: &str) -> Vec<String> {
    let runs = text.split(char::is_alphabetic).map(|part| part.chars().filter(char::is_ascii_digit).collect::<String>());
    runs.filter(|run| !run.is_empty()).collect()
}
