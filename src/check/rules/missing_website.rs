//! Whoever speaks of a website gives its address.

use super::wording::{bare_words, of_listing, place};
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "missing-website",
    level: Level::Error,
    fixed: false,
    explain: include_str!("missing_website.md"),
    check: Check::Each(check),
};

const PHRASES: &[&str] = &[
    "our website",
    "our web site",
    "our web page",
    "our web pages",
    "our webpage",
    "our homepage",
    "our home page",
    "online at our site",
    "visit our site",
    "see our site",
    "visit the website",
    "see the website",
    "check the website",
    "on the website",
    "visit website",
    "see website",
    "check website",
];

/// Reports texts that send readers to a website that no contact names.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    if listing.contacts.iter().any(|contact| contact.is_public() && contact.url.is_some()) {
        return;
    }
    for field in of_listing(listing).iter().filter(|field| field.public) {
        if !speaks_of_web(field.text) {
            continue;
        }
        let words = format!(" {} ", bare_words(field.text).join(" "));
        if let Some(phrase) = PHRASES.iter().find(|phrase| words.contains(&format!(" {phrase} "))) {
            let finding = RULE.at(place(subject.whole, field.span, phrase), "this speaks of a website, but the entry names none");
            found.push(finding.label("which website?").help("add its address to a [[contact]]: url = \"https://...\""));
        }
    }
}

/// Whether it is worth looking for the phrases: each of them has one of these words.
fn speaks_of_web(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("site") || text.contains("page")
}
