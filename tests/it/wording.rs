//! Rules about words know a claim from an everyday word, a shout from an abbreviation.

use crate::support::Fixture;

/// A rule, what is changed in the good listing, and whether the rule should speak.
const CASES: &[(&str, &str, bool)] = &[
    ("approved-words", r#"summary = "We are not vetted by anyone.""#, false),
    ("approved-words", r#"summary = "Gutters cleared and hedges cut.""#, false),
    ("approved-words", r#"summary = "Police-cleared drivers.""#, true),
    ("approved-words", r#"summary = "People we recommend to you.""#, false),
    ("approved-words", r#"summary = "Recommended age 55. Booking strongly recommended.""#, false),
    ("approved-words", r#"summary = "You are not alone. We are trusted by many.""#, true),
    ("approved-words", r#"safety = { training = ["DBS checked 2026"] }"#, true),
    ("missing-website", r#"easy = ["Look at our web page."]"#, true),
    ("missing-website", r#"summary = "Our site is behind the church.""#, false),
    ("name-capitals", r#"name = "MIND""#, false),
    ("name-capitals", r#"name = "TILBURY""#, true),
    ("name-capitals", r#"name = "ART 4 ALL""#, true),
    ("name-without-letters", r#"name = "😀😀""#, true),
    ("summary-repeats-name", r#"summary = "Riverside tables stand here.""#, false),
    ("shouting", r#"summary = "Ask for NHS and DBS forms, RNIB too.""#, false),
    ("shouting", r#"description = "We meet in a hall. DO NOT COME, THERE IS ICE. We ring when it goes.""#, true),
    ("alert-until", "alert = \"Closed\"\nalert_until = 2026-11-30", true),
    ("alert-until", "alert = \"Closed\"\nalert_until = 2026-12-01", false),
    ("image-missing", r#"images = [{ file = "../lunch.png", alt = "A long table" }]"#, true),
    ("image-alt", r#"images = [{ file = "long-table.png", alt = "long-table.png" }]"#, true),
    ("bidi-control", r#"contact = [{ phone = "01632 960123", label = "a\u200Eb" }]"#, true),
];

#[test]
fn everyday_words_are_left_alone() {
    for (rule, snippet, wanted) in CASES {
        let outcome = Fixture::good().listing(snippet).check();
        assert_eq!(outcome.says(rule), *wanted, "{rule}: {snippet}\n{}", outcome.short());
    }
}

#[test]
fn windows_line_ends_are_no_control_characters() {
    let page =
        |line_end: &str| ["+++", "id = \"a-page\"", "title = \"A page\"", "place = \"back\"", "+++", "One.", "Two.", ""].join(line_end);
    assert_eq!(Fixture::good().with("pages/a-page.md", page("\r\n")).check().short(), Fixture::good().check().short());
    let torn = page("\n").replace("One.", "One.\u{7}");
    assert!(Fixture::good().with("pages/a-page.md", torn).check().says("control-character"));
}

#[test]
fn of_two_files_with_one_id_the_copy_is_pointed_at() {
    let copy = crate::support::LISTING.replace("\"Riverside Table\"", "\"Another Table\"");
    let outcome = Fixture::good().with("listings/food/another-table.toml", copy).check();
    let finding = outcome.found.iter().find(|finding| finding.name == "duplicate-id").expect("it is found");
    assert_eq!(outcome.sources.get(finding.span.source).path, "content/listings/food/another-table.toml");
}
