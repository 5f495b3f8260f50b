//! From month to month: records, what has changed, where the directory is thin.

use fingerpost::model::{ConfirmedBy, Date, Month};
use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::render::{bulletin, report};

use crate::support::{Fixture, LISTING, OnDisk};

const NOVEMBER: &str = "date = 2026-11-02\ntitle = \"Welcome to November\"\nletter = \"Leaves fall.\"\n";
const PATH: &str = "listings/food/riverside-table.toml";

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

/// Another listing like the first.
fn other(id: &str, name: &str, phone: &str) -> String {
    LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("01632 960123", phone)
}

fn november() -> Fixture {
    Fixture::good()
        .with("issues/2026-11.toml", NOVEMBER)
        .with("listings/food/old-mill.toml", other("old-mill", "Old Mill Lunch", "01632 960124"))
        .with("listings/food/quiet-hour.toml", other("quiet-hour", "Quiet Hour", "01632 960125"))
        .with(
            "listings/food/sleepy-hollow.toml",
            other("sleepy-hollow", "Sleepy Hollow", "01632 960126").replace("kind =", "status = \"paused\"\nkind ="),
        )
        .with("listings/food/private-person.toml", other("private-person", "Petronella Private", "01632 960127"))
}

fn project(on_disk: &OnDisk) -> Project {
    Project { root: on_disk.root().to_owned(), output: on_disk.output() }
}

/// The record of November as `close` writes it.
fn record(on_disk: &OnDisk) -> String {
    let outcome = pipeline::close(&project(on_disk), month("2026-11"), false, &mut |_| {});
    assert!(outcome.result.is_ok(), "{}", fingerpost::diag::text::render_short(&outcome.found, &outcome.sources));
    std::fs::read_to_string(on_disk.root().join("content/issues/2026-11.record.toml")).expect("a record")
}

/// December: one changed, one new, one paused, one back, one gone, one whose consent is withdrawn.
fn december(record: &str) -> Fixture {
    november()
        .with("issues/2026-11.record.toml", record)
        .with(PATH, LISTING.replace("days = [\"tuesday\"]", "days = [\"wednesday\"]"))
        .with("listings/food/new-spoon.toml", other("new-spoon", "New Spoon", "01632 960128"))
        .without("listings/food/old-mill.toml")
        .with(
            "listings/food/quiet-hour.toml",
            other("quiet-hour", "Quiet Hour", "01632 960125").replace("kind =", "status = \"paused\"\nkind ="),
        )
        .with("listings/food/sleepy-hollow.toml", other("sleepy-hollow", "Sleepy Hollow", "01632 960126"))
        .with("listings/food/private-person.toml", other("private-person", "Petronella Private", "01632 960127") + "withdrawn = true\n")
}

fn bulletin_of(on_disk: &OnDisk, form: bulletin::Form) -> String {
    pipeline::changes(&project(on_disk), &BuildOptions::default(), None, form).result.expect("a bulletin")
}

#[test]
fn a_closed_month_says_the_same_again() {
    let on_disk = november().on_disk();
    let first = record(&on_disk);
    assert!(first.contains("version = 1") && first.contains("riverside-table = { name = \"Riverside Table\""), "{first}");
    assert!(!first.contains("960123") && !first.contains("Quayside"), "nothing but the name is kept in words");
    let again = pipeline::close(&project(&on_disk), month("2026-11"), false, &mut |_| {}).result.expect("it can be closed again");
    assert!(again.unchanged);
    let november = BuildOptions { month: Some(month("2026-11")), ..BuildOptions::default() };
    let outcome = on_disk.build(&november);
    assert!(outcome.result.is_ok() && !outcome.found.iter().any(|finding| finding.name == "closed-issue"));
}

#[test]
fn a_record_that_says_something_else_is_not_written_over_unasked() {
    let on_disk = december(&record(&november().on_disk())).on_disk();
    let path = on_disk.root().join("content/issues/2026-11.record.toml");
    let kept = std::fs::read_to_string(&path).expect("a record");
    let error = pipeline::close(&project(&on_disk), month("2026-11"), false, &mut |_| {}).result.expect_err("it says something else");
    let words = error.to_string();
    assert!(words.contains("1 listing has changed") && words.contains("--again"), "{words}");
    assert_eq!(std::fs::read_to_string(&path).expect("a record"), kept);
    let again = pipeline::close(&project(&on_disk), month("2026-11"), true, &mut |_| {}).result.expect("it was asked for");
    assert!(!again.unchanged);
    assert_ne!(std::fs::read_to_string(&path).expect("a record"), kept);
}

/// Colleagues share the folder: what one of them writes, the others go on reading.
#[cfg(unix)]
#[test]
fn files_stay_readable_for_those_who_could_read_them() {
    use std::os::unix::fs::PermissionsExt;
    let on_disk = november().on_disk();
    let of = |path: &str| std::fs::metadata(on_disk.root().join("content").join(path)).expect("a file").permissions().mode() & 0o777;
    std::fs::set_permissions(on_disk.root().join("content").join(PATH), PermissionsExt::from_mode(0o640)).expect("it is ours");
    let usual = of("booklet.toml");
    record(&on_disk);
    pipeline::confirming::confirm(&project(&on_disk), &["riverside-table".to_owned()], ConfirmedBy::Visit, Date::constant(2026, 11, 30))
        .result
        .expect("an answer");
    assert_eq!(of("issues/2026-11.record.toml"), usual);
    assert_eq!(of(PATH), 0o640);
}

#[test]
fn what_has_changed_is_told() {
    let on_disk = december(&record(&november().on_disk())).on_disk();
    let text = bulletin_of(&on_disk, bulletin::Form::Text);
    let expected = "\
What has changed: Local help near you, December 2026

Since the booklet for November 2026:

New

- New Spoon: Tilbury

Changed

- Riverside Table: new time: Wednesdays, midday to 2pm

Paused for now

- Quiet Hour: Tilbury

Back again

- Sleepy Hollow: Tilbury

No longer listed

- Old Mill Lunch
- 1 other entry was taken out

Estuary Voluntary Service
https://example.org/
";
    assert_eq!(text, expected);
    let json: serde_json::Value = serde_json::from_str(&bulletin_of(&on_disk, bulletin::Form::Json)).expect("JSON");
    assert_eq!(json["changed"][0]["entry"]["id"], "riverside-table");
    let html = crate::agree::words_of(bulletin_of(&on_disk, bulletin::Form::Html).as_bytes());
    assert!(html.contains("Riverside Table : new time: Wednesdays") || html.contains("Riverside Table: new time: Wednesdays"), "{html}");
}

/// Who has withdrawn is in no artefact, by name, number or address, and not in any bulletin.
#[test]
fn who_has_withdrawn_is_named_nowhere() {
    let on_disk = december(&record(&november().on_disk())).on_disk();
    let files = on_disk.built(&BuildOptions::default());
    let mut texts: Vec<(String, String)> = files
        .iter()
        .map(|(path, bytes)| match path.ends_with(".pdf") {
            true => (path.clone(), crate::agree::words_of_pdf(bytes)),
            false => (path.clone(), String::from_utf8_lossy(bytes).into_owned()),
        })
        .collect();
    for form in [bulletin::Form::Text, bulletin::Form::Markdown, bulletin::Form::Html, bulletin::Form::Json] {
        texts.push((format!("{form:?}"), bulletin_of(&on_disk, form)));
    }
    for (path, text) in texts {
        for private in ["Petronella", "private-person", "960 127", "960127"] {
            assert!(!text.contains(private), "{private} is in {path}");
        }
    }
    let booklet = crate::agree::words_of_pdf(&files["booklet/2026-12-a5.pdf"]);
    assert!(booklet.contains("New and changed") && booklet.contains("1 other entry was taken out"), "{booklet}");
    let page = crate::agree::words_of(&files["site/changes.html"]);
    assert!(page.contains("Old Mill Lunch") && page.contains("new time: Wednesdays, midday to 2pm"), "{page}");
    assert!(crate::agree::words_of(&files["site/listing/riverside-table.html"]).contains("Changed"));
}

#[test]
fn a_month_that_was_closed_and_says_something_else_is_found() {
    let on_disk = december(&record(&november().on_disk())).on_disk();
    let november = BuildOptions { month: Some(month("2026-11")), ..BuildOptions::default() };
    let outcome = on_disk.build(&november);
    let text = fingerpost::diag::text::render_short(&outcome.found, &outcome.sources);
    assert!(text.contains("content/issues/2026-11.record.toml") && text.contains("was closed, and says something else now"), "{text}");
    let found = outcome.found.iter().find(|finding| finding.name == "closed-issue").expect("a finding");
    assert!(found.help.iter().any(|line| line == "1 listing has changed"), "{:?}", found.help);
}

#[test]
fn a_record_that_was_changed_by_hand_is_not_believed() {
    let record = record(&november().on_disk());
    let changed = record.replace("Old Mill Lunch", "Old Mill Dinner");
    for (name, text, title) in [
        ("2026-11.record.toml", changed.as_str(), "this record has been changed by hand"),
        ("november.record.toml", record.as_str(), "\"november\" is no month"),
        ("2026-10.record.toml", record.as_str(), "this file is named after October 2026, but is of another month"),
        ("2026-11.record.toml", &record.replace("version = 1", "version = 2"), "this record was written by a newer version of Fingerpost"),
    ] {
        let outcome = Fixture::good().with(&format!("issues/{name}"), text).check();
        assert!(outcome.short().contains(title), "{title}: {}", outcome.short());
        assert!(outcome.checked.is_none());
    }
    // Line endings of another system are no change.
    let outcome = Fixture::good().with("issues/2026-11.record.toml", record.replace('\n', "\r\n")).check();
    assert!(outcome.checked.is_some(), "{}", outcome.short());
}

#[test]
fn only_a_month_that_was_closed_can_be_compared_with() {
    let on_disk = Fixture::good().on_disk();
    let outcome = pipeline::changes(&project(&on_disk), &BuildOptions::default(), Some(month("2026-10")), bulletin::Form::Text);
    let error = outcome.result.expect_err("it was never closed").to_string();
    assert_eq!(error, "October 2026 was never closed, so nothing can be compared with it; closed months: none");
}

#[test]
fn the_coverage_report_shows_what_is_missing() {
    let on_disk = Fixture::good().on_disk();
    let report = |form| pipeline::coverage(&project(&on_disk), &BuildOptions::default(), form).result.expect("a report");
    let text = report(report::Form::Text);
    assert!(text.contains("Lunch clubs and food   1   .   .\n"), "{text}");
    assert!(text.contains("- Gardening: nothing in Tilbury and Grays\n"), "{text}");
    assert!(text.contains("- Tilbury: nothing on Mondays, Wednesdays, Thursdays, Fridays, Saturdays and Sundays\n"), "{text}");
    assert_eq!(report(report::Form::Csv).lines().nth(1), Some("Lunch clubs and food,1,0,0"));
    assert!(report(report::Form::Html).contains("<td class=\"none\">none</td>"));
    assert!(!on_disk.output().exists(), "nothing is written");
}

#[test]
fn answers_are_written_into_the_listings_or_none_is() {
    let withdrawn = other("private-person", "Petronella Private", "01632 960127") + "withdrawn = true\n";
    let on_disk = Fixture::good()
        .with("listings/food/quiet-hour.toml", format!("# Ring after ten.\n{}", other("quiet-hour", "Quiet Hour", "01632 960125")))
        .with("listings/food/private-person.toml", withdrawn)
        .on_disk();
    let read = |path: &str| std::fs::read_to_string(on_disk.root().join("content").join(path)).expect("a file");
    let day = std::cell::Cell::new(Date::constant(2026, 11, 30));
    let confirm = |ids: &[&str]| {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let outcome = pipeline::confirming::confirm(&project(&on_disk), &ids, ConfirmedBy::Visit, day.get());
        outcome.result.map(|confirmed| confirmed.files.len()).map_err(|error| error.to_string())
    };
    let before = read(PATH);
    assert_eq!(
        confirm(&["riverside-table", "quiet-our"]),
        Err("there is no listing with the id \"quiet-our\"; did you mean \"quiet-hour\"?".to_owned())
    );
    assert_eq!(
        confirm(&["riverside-table", "private-person"]),
        Err("private-person is not published any more, so there is nothing to confirm".to_owned())
    );
    assert_eq!(read(PATH), before, "all of them, or none");
    assert_eq!(confirm(&["riverside-table", "quiet-hour"]), Ok(2));
    let after = before.replace("confirmed = 2026-11-12\nconfirmed_by = \"phone\"", "confirmed = 2026-11-30\nconfirmed_by = \"visit\"");
    assert_eq!(read(PATH), after);
    assert!(read("listings/food/quiet-hour.toml").starts_with("# Ring after ten.\n"));
    day.set(Date::constant(2025, 12, 1));
    let earlier = "riverside-table was confirmed on 2026-11-30 already, which is later than 2025-12-01; \
                   if that day is wrong, correct `confirmed` in content/listings/food/riverside-table.toml";
    assert_eq!(confirm(&["riverside-table"]), Err(earlier.to_owned()));
    assert_eq!(read(PATH), after, "a slip in the year makes no entry old");
}
