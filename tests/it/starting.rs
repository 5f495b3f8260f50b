//! Beginning a month or a listing.

use fingerpost::model::Month;
use fingerpost::pipeline::starting::{self, Started};
use fingerpost::pipeline::{Outcome, Project};

use crate::agree::words_of;
use crate::support::{Fixture, LISTING, OnDisk};

fn start(on_disk: &OnDisk, month: Option<&str>, any_month: bool) -> Outcome<Started> {
    let project = Project { root: on_disk.root().to_owned(), output: on_disk.output() };
    starting::start(&project, month.map(|month| Month::parse(month).expect("a month")), any_month)
}

fn refused(on_disk: &OnDisk, month: Option<&str>) -> String {
    start(on_disk, month, false).result.expect_err("it is refused").to_string()
}

fn file(on_disk: &OnDisk, month: &str) -> String {
    std::fs::read_to_string(on_disk.root().join(format!("content/issues/{month}.toml"))).expect("the file")
}

/// The Fixture's December, signed by somebody, and two listings that join in January.
fn project() -> Fixture {
    let joins = |id: &str, name: &str, added: &str| {
        let text = LISTING.replace("riverside-table", id).replace("Riverside Table", name);
        text.replace("kind =", &format!("added = {added}\nkind ="))
    };
    Fixture::good()
        .overlaid("issues/2026-12.toml", "signed = \"The \\\"team\\\"\"\nhighlights = [\"riverside-table\"]\n")
        .with("listings/food/old-mill.toml", joins("old-mill", "Old Mill", "2026-12-29"))
        .with("listings/food/late-mill.toml", joins("late-mill", "Late Mill", "2027-01-28"))
}

#[test]
fn the_next_month_has_what_is_known_already() {
    let on_disk = project().on_disk();
    let started = start(&on_disk, None, false).result.expect("January");
    assert_eq!((started.month.to_string(), started.date.to_string()), ("2027-01".to_owned(), "2027-01-04".to_owned()));
    assert_eq!(started.open.map(|month| month.to_string()), Some("2026-12".to_owned()));
    let text = file(&on_disk, "2027-01");
    let expected = r##"# The issue of January 2027. Lines that begin with # are notes for you: leave them, or take them out.

# The day on which it comes out. What is out of date is counted from this day.
date = 2027-01-04

# The heading of the letter. Without one it is "January 2027".
title = ""

# Write the letter between the three quotes. Leave a blank line between paragraphs.
# Friday 1 January: bank holiday, New Year's Day.
letter = """
"""

# Who signs it.
signed = 'The "team"'

# Listings that the letter points to: their ids in quotes, with commas.
# New this month:
#   "old-mill": Old Mill
highlights = []
"##;
    assert_eq!(text, expected);
}

/// The file is right as it is: the month can be built before anybody has written a word.
#[test]
fn a_month_that_was_begun_can_be_built() {
    let on_disk = Fixture::good().on_disk();
    start(&on_disk, None, false).result.expect("January");
    let options = fingerpost::pipeline::BuildOptions { month: Month::parse("2027-01").ok(), ..Default::default() };
    let files = on_disk.built(&options);
    let page = words_of(&files["site/index.html"]);
    assert!(page.contains("January 2027"), "{page}");
    let booklet = crate::agree::words_of_pdf(&files["booklet/2027-01-a5.pdf"]);
    assert!(booklet.contains("January 2027") && !booklet.contains("Welcome to December"), "{booklet}");
}

#[test]
fn nothing_is_written_over_and_slips_of_the_pen_are_caught() {
    let on_disk = Fixture::good().with("issues/2026-09.record.toml", "version = 1\n").on_disk();
    let before = file(&on_disk, "2026-12");
    assert_eq!(refused(&on_disk, Some("2026-12")), "content/issues/2026-12.toml is there already, and stays as it is");
    assert_eq!(file(&on_disk, "2026-12"), before);
    let closed = "September 2026 was closed already: content/issues/2026-09.record.toml says what was in it";
    assert_eq!(refused(&on_disk, Some("2026-09")), closed);
    assert_eq!(start(&on_disk, Some("2026-09"), true).result.expect_err("closed is closed").to_string(), closed);
    let earlier = "November 2026 is before the newest issue, December 2026; if you mean it, add --any-month";
    assert_eq!(refused(&on_disk, Some("2026-11")), earlier);
    let far = "January 2028 is more than a year after the newest issue, December 2026; if you mean it, add --any-month";
    assert_eq!(refused(&on_disk, Some("2028-01")), far);
    assert!(start(&on_disk, Some("2026-11"), true).result.is_ok());
    assert!(start(&on_disk, Some("2027-12"), false).result.is_ok());
    let none = "there is no issue yet that a new one could follow; name the month, such as fingerpost new issue 2027-01";
    let empty = Fixture::good().without("issues/2026-12.toml").on_disk();
    assert_eq!(refused(&empty, None), none);
    assert!(start(&empty, Some("2027-01"), false).result.is_ok(), "the first issue, in a folder that is not there yet");
    let last = Fixture::good().with("issues/2099-12.toml", "date = 2099-12-01\n").on_disk();
    assert_eq!(refused(&last, None), "no month comes after December 2099");
}

fn listing(on_disk: &OnDisk, category: &str, name: &str) -> Result<std::path::PathBuf, String> {
    let project = Project { root: on_disk.root().to_owned(), output: on_disk.output() };
    starting::start_listing(&project, category, name).result.map_err(|error| error.to_string())
}

/// What the file leaves open is asked for, and nothing in it is wrong.
#[test]
fn a_listing_that_was_begun_is_asked_for_what_is_missing() {
    let on_disk = Fixture::good().on_disk();
    let path = listing(&on_disk, "food", "Zoë's \"Soup\"  Kitchen").expect("a listing");
    assert!(path.ends_with("content/listings/food/zoes-soup-kitchen.toml"), "{path:?}");
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(text.contains("# There are: tilbury, grays\n") && text.contains("sole_trader, micro"), "{text}");
    let outcome = Fixture::good().with("listings/food/zoes-soup-kitchen.toml", text).check();
    let mut names: Vec<&str> = outcome.found.iter().filter(|one| one.level == fingerpost::diag::Level::Error).map(|one| one.name).collect();
    names.sort_unstable();
    names.dedup();
    let asked = ["consent", "empty-cost", "food-registration", "missing-key", "no-contact", "no-locality", "session-days", "venue-address"];
    assert_eq!(names, asked, "{}", outcome.short());
}

#[test]
fn a_listing_is_begun_in_a_category_and_under_an_id_of_its_own() {
    let on_disk = Fixture::good().on_disk();
    let unknown = "there is no category \"gardning\" (did you mean \"gardening\"?); there are: food, gardening";
    assert_eq!(listing(&on_disk, "gardning", "Spades").expect_err("no such category"), unknown);
    let taken = "the id \"riverside-table\" is taken by content/listings/food/riverside-table.toml; choose a name that tells the two apart";
    assert_eq!(listing(&on_disk, "gardening", "Riverside Table").expect_err("taken"), taken);
    let gone = "[[entry]]\nid = \"quiet-hour\"\nsince = 2026-11-20\n";
    let withdrawn = listing(&Fixture::good().with("do-not-relist.toml", gone).on_disk(), "food", "Quiet Hour").expect_err("taken out");
    assert!(withdrawn.starts_with("a service with the id \"quiet-hour\" has asked to be taken out"), "{withdrawn}");
    assert!(listing(&on_disk, "food", "!!!").expect_err("no id").starts_with("no id can be made of"));
}
