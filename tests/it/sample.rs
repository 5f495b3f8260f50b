//! The sample content in the repository is a complete, believable directory, and nothing in it is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fingerpost::check::{CheckOptions, Checked, check};
use fingerpost::content;
use fingerpost::diag::{Diagnostics, Level};
use fingerpost::load::load;
use fingerpost::model::{Cost, Delivery, Kind, Month, Status, Venue};

/// The sample, checked for a month; it must have no findings above notes.
fn checked(month: &str) -> Checked {
    let tree = content::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content can be read");
    let mut found = Diagnostics::new();
    let draft = load(&tree, &mut found);
    let sources = draft.sources.clone();
    let options = CheckOptions {
        month: Month::parse(month).ok(),
        keep_going: false,
        printable: &|c| (c as u32) < 0x2000,
        colours: crate::support::colours(),
    };
    let checked = check(draft, &options, &mut found);
    let loud: Vec<_> = found.iter().filter(|finding| finding.level != Level::Note).collect();
    assert!(loud.is_empty(), "{month}:\n{}", fingerpost::diag::text::render_short(&found, &sources));
    checked.expect("nothing is wrong")
}

#[test]
fn both_months_are_complete() {
    for month in ["2026-11", "2026-12"] {
        let sample = checked(month);
        assert!(sample.listings.len() >= 150, "{month} has {} listings", sample.listings.len());
        assert!(sample.categories.len() >= 12 && sample.outlets.len() >= 12 && sample.localities.len() == 16);
        for category in &sample.categories {
            assert!(sample.listings.iter().any(|one| one.categories.first() == Some(&category.id)), "{} is empty", category.id);
        }
        for locality in &sample.localities {
            assert!(sample.listings.iter().any(|one| one.localities.contains(&locality.id)), "{} is empty", locality.id);
        }
    }
    let (november, december) = (checked("2026-11"), checked("2026-12"));
    assert!(december.listings.len() > november.listings.len(), "some are new in December");
}

/// Everything that a real directory has is there to be seen.
#[test]
fn every_kind_of_listing_is_there() {
    let sample = checked("2026-12");
    let any = |what: &str, holds: &dyn Fn(&fingerpost::model::Listing) -> bool| {
        assert!(sample.listings.iter().any(holds), "no listing is {what}");
    };
    for kind in [Kind::SoleTrader, Kind::Micro, Kind::Group, Kind::Charity, Kind::Cic, Kind::Council, Kind::Company] {
        any("of every kind", &|one| one.kind == kind);
    }
    for delivery in [Delivery::Venue, Delivery::AtHome, Delivery::Phone, Delivery::Online] {
        any("delivered in every way", &|one| one.delivery.contains(&delivery));
    }
    any("paused", &|one| one.status == Status::Paused);
    any("with an alert", &|one| one.alert.is_some());
    any("masked", &|one| one.venues.iter().any(|venue| matches!(venue, Venue::Masked { .. })));
    any("free", &|one| one.free);
    any("priced", &|one| one.costs.iter().any(|cost: &Cost| cost.amount.is_some()));
    any("for donations", &|one| one.costs.iter().any(|cost| cost.amount.is_none()));
    any("fortnightly", &|one| one.sessions.iter().any(|session| session.every == 2));
    any("on an nth weekday", &|one| one.sessions.iter().any(|session| !session.weeks.is_empty()));
    any("in term time", &|one| one.sessions.iter().any(|session| session.term_time_only));
    any("long in name", &|one| one.name.chars().count() > 50);
    any("short in name", &|one| one.name.chars().count() < 6);
    any("accented", &|one| one.name.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
    any("with an apostrophe", &|one| one.name.contains(['\'', '\u{2019}']));
    any("with pictures", &|one| !one.images.is_empty());
    any("area-wide", &|one| one.area_wide);
}

/// No two listings have a sentence in common: nobody merged them from a template.
#[test]
fn no_two_listings_share_a_sentence() {
    let sample = checked("2026-12");
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for one in &sample.listings {
        let text = format!("{}\n{}", one.summary, one.description.plain());
        let sentences: BTreeSet<String> =
            text.split(['.', '?', '!', '\n']).map(|part| part.trim().to_lowercase()).filter(|part| part.split(' ').count() >= 3).collect();
        for sentence in sentences {
            if let Some(other) = seen.insert(sentence.clone(), one.id.as_str()) {
                panic!("{} and {other} both say {sentence:?}", one.id);
            }
        }
    }
}

/// Numbers, addresses and hosts are invented ones.
#[test]
fn nobody_real_is_in_it() {
    for (path, bytes) in crate::publish::tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        for line in text.lines() {
            if let Some((_, rest)) = line.split_once("://") {
                let host = rest.split(['/', '"', ')', ' ']).next().unwrap_or_default();
                assert!(host == "example.org" || host.ends_with(".example.org"), "{path}: {line}");
            }
            if let Some((_, rest)) = line.split_once('@').filter(|_| line.contains("mail")) {
                let host = rest.split(['"', ')', ' ']).next().unwrap_or_default();
                assert!(host == "example.org" || host.ends_with(".example.org"), "{path}: {line}");
            }
        }
    }
}
