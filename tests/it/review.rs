//! What has to be asked of providers before an issue, and the letters that ask it.

use std::collections::BTreeMap;

use fingerpost::model::Month;
use fingerpost::pipeline::reviewing::{Asked, Review};
use fingerpost::pipeline::{self, BuildOptions, Project};
use fingerpost::render::review::Form;
use fingerpost::view::asking::Wanted;
use fingerpost::view::review::Grouping;

use crate::agree::words_of_pdf;
use crate::support::{Fixture, LISTING, OnDisk};

fn project(on_disk: &OnDisk) -> Project {
    Project { root: on_disk.root().to_owned(), output: on_disk.output() }
}

fn asked(grouping: Grouping, form: Form) -> Asked {
    let everybody = Wanted { all: false, reply_by: None };
    Asked { month: None, grouping, weeks: 8, form, workbook: true, letters: Some(everybody) }
}

fn review_with(fixture: &Fixture, asked: &Asked) -> Review {
    let outcome = pipeline::review(&project(&fixture.on_disk()), asked);
    let short = fingerpost::diag::text::render_short(&outcome.found, &outcome.sources);
    outcome.result.unwrap_or_else(|error| panic!("{error}\n{short}"))
}

fn review(fixture: &Fixture) -> Review {
    review_with(fixture, &asked(Grouping::None, Form::Text))
}

fn other(id: &str, name: &str, more: &str) -> String {
    LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("01632 960123", "01632 960124") + more
}

/// What the report says is due: the line of the day, and what to do.
fn due(fixture: &Fixture) -> Vec<(String, String)> {
    let report = review(fixture).report;
    let blocks = report.split("\n\n").skip(1).filter(|block| block.starts_with("Overdue") || block.starts_with("Due"));
    blocks.map(|block| block.lines().collect::<Vec<_>>()).map(|lines| (lines[0].to_owned(), lines[2].trim().to_owned())).collect()
}

#[track_caller]
fn check(snippet: &str, expected: &[(&str, &str)]) {
    let found = due(&Fixture::good().listing(snippet));
    let found: Vec<(&str, &str)> = found.iter().map(|(day, what)| (day.as_str(), what.as_str())).collect();
    assert_eq!(found, expected, "{snippet}");
}

#[test]
fn nothing_is_due_of_a_fresh_entry() {
    let review = review(&Fixture::good());
    assert_eq!(
        review.report,
        "To ask before December 2026: Local help near you (it comes out on 1 December 2026)\n\nNothing is due for December 2026.\n"
    );
    assert!(review.post.expect("letters were asked for").files.is_empty());
}

/// The day is the last on which it is not due, or the first: both sides of each border.
#[test]
fn each_thing_is_due_on_its_day() {
    let entry = |day: &str| format!("checks = {{ confirmed = {day}, confirmed_by = \"visit\" }}\n");
    // 90 days after 2 October is 31 December, the last day before the next issue.
    check(&entry("2026-10-03"), &[]);
    check(&entry("2026-10-02"), &[("Due on 31 December 2026", "Confirm the entry: last confirmed on 2 October 2026, on a visit")]);
    check(
        "checks = { confirmed = 2026-11-12, confirmed_by = \"phone\", next_due = 2026-11-30 }\n",
        &[("Overdue since 30 November 2026", "Confirm the entry: last confirmed on 12 November 2026, by telephone")],
    );
    let consent = |more: &str| format!("consent = {{ basis = \"consent\", given = 2026-02-03, scope = [\"print\"], {more} }}\n");
    check(&consent("review_by = 2027-01-01"), &[]);
    check(&consent("review_by = 2026-12-31"), &[("Due on 31 December 2026", "Ask for consent again: it was given on 3 February 2026")]);
    check(
        &consent("until = 2026-11-30"),
        &[("Overdue since 30 November 2026", "Ask whether the entry may stay: consent ended on 30 November 2026")],
    );
    let home = |more: &str| {
        format!(
            "delivery = [\"at_home\"]\n# without: venue\n# without: session\nsafety = {{ in_home = true, food = {{ exempt = true }}, {more} }}\n"
        )
    };
    let dbs = |seen: &str| home(&format!("dbs = {{ level = \"enhanced\", seen = {seen} }}, insurance = {{ until = 2027-06-30 }}"));
    check(&dbs("2024-01-01"), &[]);
    check(&dbs("2023-12-31"), &[("Due on 31 December 2026", "Ask to see the DBS certificate: it was last seen on 31 December 2023")]);
    // Eight weeks after the issue date is 26 January.
    let cover = |until: &str| home(&format!("dbs = {{ level = \"enhanced\", seen = 2026-03-01 }}, insurance = {{ until = {until} }}"));
    check(&cover("2027-01-27"), &[]);
    check(&cover("2027-01-26"), &[("Due on 26 January 2027", "Ask to see the new insurance: the cover ends on 26 January 2027")]);
    check(&cover("2026-11-30"), &[("Overdue since 30 November 2026", "Ask to see the new insurance: the cover ended on 30 November 2026")]);
    check(&home(""), &[("Overdue", "Ask to see a DBS certificate: none was seen"), ("Overdue", "Ask to see the insurance: none was seen")]);
    let food = |more: &str| format!("safety = {{ food = {{ registered = true, {more} }} }}\n");
    check(&food("rating = 5, rated = 2024-01-01"), &[]);
    check(
        &food("rating = 5, rated = 2023-12-31"),
        &[("Due on 31 December 2026", "Look up the food hygiene rating: ours is from 31 December 2023")],
    );
    check(
        &food("awaiting = true"),
        &[("Due on 13 December 2026", "Ask for the food hygiene rating: it was still awaited on 12 November 2026")],
    );
    check("alert = \"No lunch\"\nalert_until = 2026-12-01\n", &[]);
    check(
        "alert = \"No lunch\"\nalert_until = 2026-11-30\n",
        &[("Overdue since 30 November 2026", "Take out the notice or renew it: it held until 30 November 2026")],
    );
}

#[test]
fn numbers_that_nobody_has_rung_are_due() {
    let page = "+++\nid = \"useful-numbers\"\ntitle = \"Useful numbers\"\nplace = \"back\"\nrole = \"emergency\"\nchecked = 2026-08-30\n\n[[number]]\nname = \"Emergency\"\nphone = \"999\"\n+++\nText.\n";
    let fixture = Fixture::good().with("pages/useful-numbers.md", page);
    assert!(fixture.check().checked.is_none(), "the booklet may not go out like that, and the review must come all the same");
    let due = due(&fixture);
    assert_eq!(
        due,
        [("Overdue since 30 November 2026".to_owned(), "Ring every number on this page: last checked on 30 August 2026".to_owned())]
    );
}

/// Closed months tell since when a service is paused.
#[test]
fn a_long_pause_is_asked_about() {
    let paused = Fixture::good().listing("status = \"paused\"\n");
    let closing = paused
        .clone()
        .with("issues/2026-08.toml", "date = 2026-08-03\n")
        .listing("checks = { confirmed = 2026-08-01, confirmed_by = \"phone\" }\n")
        .overlaid("booklet.toml", "policy = { numbers_after_days = 300 }\n")
        .on_disk();
    let august = Month::parse("2026-08").expect("a month");
    let closed = pipeline::close(&project(&closing), august, false, &mut |_| {});
    assert!(closed.result.is_ok(), "{}", fingerpost::diag::text::render_short(&closed.found, &closed.sources));
    let record = std::fs::read_to_string(closing.root().join("content/issues/2026-08.record.toml")).expect("a record");
    assert_eq!(due(&paused), [], "as far as anybody knows, it is paused since it was confirmed");
    let due = due(&paused.with("issues/2026-08.record.toml", record));
    assert_eq!(due, [("Overdue since 3 November 2026".to_owned(), "Ask whether it runs again: paused since 3 August 2026".to_owned())]);
}

/// A review is for what has grown old, so that does not stop it; listings with other mistakes are named.
#[test]
fn what_is_overdue_stops_no_review_and_what_is_wrong_is_named() {
    let fixture = Fixture::good()
        .listing("checks = { confirmed = 2026-05-01, confirmed_by = \"phone\" }\n")
        .with("listings/food/torn-table.toml", other("torn-table", "Torn Table", "").replace("01632 960124", "01632 96"));
    let report = review(&fixture).report;
    assert!(
        report.contains("Confirm the entry: last confirmed on 1 May 2026, by telephone; it cannot be published until then"),
        "{report}"
    );
    assert!(report.contains("torn-table has mistakes and is not in this list: `fingerpost check` says what is wrong."), "{report}");
    let broken = fixture.overlaid("booklet.toml", "base_url = \"nowhere\"\n").on_disk();
    assert!(pipeline::review(&project(&broken), &asked(Grouping::None, Form::Text)).result.is_err());
}

const STALE: &str = "checks = { confirmed = 2026-09-12, confirmed_by = \"phone\" }\n";

fn three() -> Fixture {
    let stale = |id: &str, name: &str, more: &str| other(id, name, more).replace("2026-11-12", "2026-09-02");
    Fixture::good()
        .listing(STALE)
        .with("listings/food/quiet-hour.toml", stale("quiet-hour", "Quiet Hour", "\n[private]\nupdater_name = \"Petra Vale\"\nupdater_email = \"petra@example.org\"\nupdater_phone = \"01632 960987\"\nstaff = \"Ann\"\n"))
        .with(
            "listings/gardening/old-spade.toml",
            stale("old-spade", "Old Spade", "\n[private]\nupdater_name = \"Omar Hill\"\nupdater_address = [\"3 Mill Row\", \"Grays\", \"RM17 0ZX\"]\nletters = \"large-print\"\nstaff = \"Bo\"\n")
                .replace("categories = [\"food\"]", "categories = [\"gardening\"]"),
        )
}

#[test]
fn rows_are_grouped_oldest_first() {
    let names = |grouping| {
        let json: serde_json::Value = serde_json::from_str(&review_with(&three(), &asked(grouping, Form::Json)).report).expect("JSON");
        let groups = json["groups"].as_array().expect("groups").clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let rows =
            |group: &serde_json::Value| group["rows"].as_array().expect("rows").iter().map(|row| text(&row["id"])).collect::<Vec<_>>();
        groups.iter().map(|group| (text(&group["name"]), rows(group).join(" "))).collect::<Vec<_>>()
    };
    let pair = |name: &str, ids: &str| (name.to_owned(), ids.to_owned());
    assert_eq!(names(Grouping::None), [pair("", "old-spade quiet-hour riverside-table")]);
    assert_eq!(
        names(Grouping::Staff),
        [pair("Ann", "quiet-hour"), pair("Bo", "old-spade"), pair("Nobody in particular", "riverside-table")]
    );
    assert_eq!(names(Grouping::Category), [pair("Gardening", "old-spade"), pair("Lunch clubs and food", "quiet-hour riverside-table")]);
}

/// The whole workbook as text, its parts unpacked.
fn workbook(review: &Review) -> &[u8] {
    review.workbook.as_deref().expect("a workbook was asked for")
}

#[test]
fn no_cell_becomes_a_formula() {
    let fixture = Fixture::good().listing(&format!("{STALE}contact = [{{ phone = \"01632 960123\", label = \"=cmd|calc\" }}]\n"));
    let review = review_with(&fixture, &asked(Grouping::None, Form::Csv));
    let mut reader = csv::Reader::from_reader(review.report.as_bytes());
    let row = reader.records().next().expect("a row").expect("a row");
    assert_eq!(&row[7], "'=cmd|calc");
    assert_eq!(&row[2], "2026-12-11");
    assert!(workbook(&review).starts_with(b"PK"));
}

#[test]
fn a_label_that_says_whom_to_ask_for_is_not_said_twice() {
    let label = "contact = [{ phone = \"01632 960123\", label = \"Ask for Stavros\" }]\n";
    let report = review(&Fixture::good().listing(&format!("{STALE}{label}"))).report;
    assert!(report.contains("  Ask Stavros: 01632 960 123") && !report.contains("for Stavros"), "{report}");
}

#[test]
fn the_same_content_makes_the_same_files() {
    let (one, two) = (review(&three()), review(&three()));
    assert_eq!(one.report, two.report);
    assert_eq!(workbook(&one), workbook(&two));
    assert_eq!(one.post.expect("letters").files, two.post.expect("letters").files);
}

fn post() -> BTreeMap<String, Vec<u8>> {
    review(&three()).post.expect("letters were asked for").files
}

#[test]
fn letters_show_the_entry_and_who_cannot_be_written_to_is_on_the_list() {
    let post = post();
    assert_eq!(post.keys().map(String::as_str).collect::<Vec<_>>(), ["letters.pdf", "phone-list.csv", "phone-list.pdf", "quiet-hour.eml"]);
    let letters = words_of_pdf(&post["letters.pdf"]);
    for said in [
        "3 Mill Row",
        "Dear Petra Vale,",
        "Hello,",
        "Is your entry still right? We last asked on 12 September 2026.",
        "by 24 November 2026",
        "No change: everything is right.",
        "Please take our entry out.",
        "Tuesdays, midday to 2pm",
        "01632 960 000",
        "Reference: old-spade",
    ] {
        assert!(letters.contains(said), "{said:?} is not in the letters:\n{letters}");
    }
    let list = words_of_pdf(&post["phone-list.pdf"]);
    assert!(list.contains("Riverside Table") && list.contains("01632 960 123") && !list.contains("Quiet Hour"), "{list}");
    let text = String::from_utf8(post["phone-list.csv"].clone()).expect("UTF-8");
    assert_eq!(text.lines().count(), 2, "{text}");
}

/// Large print: nothing on those pages but the address in the window is under 18 point.
#[test]
fn large_print_is_large() {
    let document = lopdf::Document::load_mem(&post()["letters.pdf"]).expect("a PDF");
    let sizes = |page: lopdf::ObjectId| -> Vec<u32> {
        let content = document.get_and_decode_page_content(page).expect("content");
        let fonts = content.operations.iter().filter(|operation| operation.operator == "Tf");
        fonts.filter_map(|operation| operation.operands[1].as_float().ok()).map(|size| size.round() as u32).collect()
    };
    let pages: Vec<Vec<u32>> = document.get_pages().into_values().map(sizes).collect();
    let small = |page: &Vec<u32>| page.iter().filter(|size| **size < 18).count();
    let (large, usual): (Vec<&Vec<u32>>, Vec<&Vec<u32>>) =
        pages.iter().filter(|page| !page.is_empty()).partition(|page| page.len() > 2 * small(page));
    assert_eq!(usual.len(), 4, "two letters are of the usual size: {pages:?}");
    assert!(usual.iter().flat_map(|page| page.iter()).all(|size| *size >= 12), "{pages:?}");
    // Sender and address: five lines and three.
    assert_eq!(large.iter().map(|page| small(page)).sum::<usize>(), 8, "{pages:?}");
    assert!(large.len() >= 2 && large.iter().skip(1).all(|page| small(page) == 0), "{pages:?}");
}

#[test]
fn messages_are_drafts_that_mail_programs_read() {
    let fixture = three().with(
        "listings/food/quiet-hour.toml",
        other(
            "quiet-hour",
            "Café “Quiet” Hour",
            "\n[private]\nupdater_name = \"Zoë \\\"Bcc\\\" Vale\"\nupdater_email = \"petra@example.org\"\n",
        )
        .replace("2026-11-12", "2026-09-02"),
    );
    let post = review(&fixture).post.expect("letters").files;
    let text = String::from_utf8(post["quiet-hour.eml"].clone()).expect("only ASCII");
    assert!(text.is_ascii() && text.split("\r\n").all(|line| line.len() <= 78 && !line.contains('\n')), "{text}");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    for line in [
        "From: \"Estuary Voluntary Service\" <hello@example.org>",
        "Date: Tue, 1 Dec 2026 00:00:00 +0000",
        "Message-ID: <review-2026-12.quiet-hour@example.org>",
        "X-Unsent: 1",
    ] {
        assert!(head.split("\r\n").any(|one| one == line), "{line}\n{head}");
    }
    assert!(head.contains("<petra@example.org>") && !head.contains("\r\nBcc"), "{head}");
    let body = body.replace("=\r\n", "");
    for said in [
        "[ ] No change: everything is right.",
        "Organiser, telephone: 01632 960 124",
        "Reference: quiet-hour",
        "When: Tuesdays, midday to 2pm",
    ] {
        assert!(body.contains(said), "{said}\n{body}");
    }
}

/// Private details go where they are asked for, and never where readers or builds look.
#[test]
fn letters_stay_away_from_what_is_published() {
    let on_disk = three().on_disk();
    on_disk.built(&BuildOptions::default());
    let before = crate::publish::tree(on_disk.root());
    let run = |arguments: &[&str]| {
        let output = on_disk.command(arguments).output().expect("the program runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let at = |below: &str| on_disk.root().join(below).to_str().expect("a plain path").to_owned();
    for place in ["output", "output/site/letters", "content/letters", "themes/letters", "content/../output/letters"] {
        let (code, said) = run(&["review", "--letters", &at(place)]);
        assert!(code == Some(3) && said.contains("cannot take private papers"), "{place}: {said}");
        let (code, said) = run(&["review", "--xlsx", &at(&format!("{place}/review.xlsx"))]);
        assert!(code == Some(3) && said.contains("cannot take private papers"), "{place}: {said}");
    }
    assert_eq!(crate::publish::tree(on_disk.root()), before, "nothing was written");
    // A slip of the pen writes over no other file.
    let (code, said) = run(&["review", "--xlsx", &at("notes.txt")]);
    assert!(code == Some(2) && said.contains("a file name that ends in .xlsx"), "{said}");
    // The output of another build, wherever it lies.
    let elsewhere = at("elsewhere");
    assert_eq!(run(&["build", "--output", &elsewhere]).0, Some(0));
    assert_eq!(run(&["review", "--letters", &format!("{elsewhere}/letters")]).0, Some(3));
    // A message of last month must not stay among the new ones.
    let letters = at("letters");
    assert_eq!(run(&["review", "--letters", &letters]).0, Some(0));
    assert_eq!(run(&["review", "--letters", &letters]).0, Some(0), "the same again is no matter");
    std::fs::write(format!("{letters}/old-friend.eml"), "To: nobody").expect("a file");
    let (code, said) = run(&["review", "--letters", &letters]);
    assert!(code == Some(3) && said.contains("old-friend.eml is in it"), "{said}");
}
