//! Postcodes must have the form of one.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::Parsed;
use crate::model::{Postcode, PostcodeFault};

pub(super) const RULE: Rule =
    Rule { name: "postcode", level: Level::Error, fixed: false, explain: include_str!("postcode.md"), check: Check::All(check) };

/// Reports texts that are no postcode, with the one that was meant where that is clear.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let venues = whole.draft.listings.iter().flat_map(|listing| &listing.venues).filter_map(|venue| venue.postcode.as_ref());
    let outlets = whole.draft.outlets.iter().filter_map(|outlet| outlet.postcode.as_ref());
    venues.chain(outlets).for_each(|postcode| report(postcode, found));
}

fn report(postcode: &Parsed<Postcode, PostcodeFault>, found: &mut Diagnostics) {
    let Err(fault) = &postcode.value else { return };
    let help = match &fault.suggestion {
        Some(meant) => format!("did you mean {meant}? A zero and the letter O, or a one and the letter I, are easily mixed up"),
        None => "look it up and write it in full, such as RM18 0ZZ".to_owned(),
    };
    found.push(RULE.at(postcode.span, "this is not a postcode").help(help));
}
