//! A session is held at one of the listing's venues.

use std::collections::BTreeSet;

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::nearest;

pub(super) const RULE: Rule =
    Rule { name: "session-venue", level: Level::Error, fixed: false, explain: include_str!("session_venue.md"), check: Check::Each(check) };

/// Reports sessions at a venue that the listing does not have.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let names = || listing.venues.iter().filter_map(|venue| venue.name.as_ref()).map(|name| name.value.as_str());
    let known: BTreeSet<&str> = names().collect();
    for venue in listing.sessions.iter().filter_map(|session| session.venue.as_ref()) {
        if known.contains(venue.value.as_str()) {
            continue;
        }
        let help = match nearest(&venue.value, names()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "write the name of the venue just as its own [[venue]] does, or add that venue".to_owned(),
        };
        found.push(RULE.at(venue.span, "the listing has no venue of this name").help(help));
    }
}
