//! An address that is masked stands nowhere else.

use super::public_texts::{self, Packed, PublicText};
use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::{Text, VenueDraft};
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    name: "masked-address",
    level: Level::Error,
    fixed: true,
    explain: include_str!("masked_address.md"),
    check: Check::Each(check),
};

/// Shorter parts of an address ("Row", "Annex") are everyday words.
const SHORTEST: usize = 6;

/// Reports public texts that say the name, a line of the address or the postcode of a masked venue.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let masked: Vec<&VenueDraft> = subject.listing.venues.iter().filter(|venue| venue.is_masked()).collect();
    if masked.is_empty() {
        return;
    }
    let texts: Vec<(PublicText, Packed)> = public_texts::of(subject.listing)
        .into_iter()
        .map(|text| {
            let packed = Packed::new(&text.text);
            (text, packed)
        })
        .collect();
    for (part, span, secret) in masked.into_iter().flat_map(|venue| secrets(venue, subject)) {
        for (text, _) in texts.iter().filter(|(_, packed)| packed.says(&secret)) {
            let title = format!("`{}` gives away an address that must not be published", text.field);
            let finding = RULE.at(text.span, title).label(format!("it says the {part} of a masked venue")).also(span, "this is kept back");
            found.push(finding.help("take it out of this text, and name no more than the town"));
        }
    }
}

/// What must not be said of a venue: what part of it, where it stands, and the words.
fn secrets(venue: &VenueDraft, subject: &Subject<'_>) -> Vec<(&'static str, Span, Packed)> {
    let mut parts: Vec<(&'static str, Span, Packed)> = Vec::new();
    parts.extend(venue.name.iter().map(|name| ("name", name.span, Packed::new(&name.value))));
    parts.extend(venue.address.iter().map(|line| ("address", line.span, Packed::new(&line.value))));
    parts.retain(|(_, _, packed)| packed.as_str().chars().count() >= SHORTEST && !is_public_name(packed, venue, subject));
    parts.extend(venue.postcode.iter().map(|postcode| ("postcode", postcode.span, Packed::new(&postcode.text))));
    parts
}

/// Whether it is only the listing's own name, the town, or one of the directory's places.
fn is_public_name(packed: &Packed, venue: &VenueDraft, subject: &Subject<'_>) -> bool {
    let same = |text: &Text| Packed::new(&text.value).as_str() == packed.as_str();
    let places = subject.whole.draft.localities.iter().filter_map(|locality| locality.name.as_ref());
    subject.listing.name.iter().chain(&venue.town).chain(places).any(same)
}
