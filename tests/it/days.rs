//! What is on, by the day; and long lists in parts.

use std::collections::BTreeMap;
use std::fmt::Write;

use fingerpost::pipeline::{BuildOptions, Part};

use crate::agree::words_of;
use crate::support::{Fixture, LISTING};

/// The files of a site.
pub fn site(fixture: &Fixture) -> BTreeMap<String, Vec<u8>> {
    fixture.on_disk().built(&BuildOptions { only: Some(Part::Site), ..BuildOptions::default() })
}

fn says(files: &BTreeMap<String, Vec<u8>>, path: &str, wanted: &[&str]) {
    let words = words_of(files.get(path).unwrap_or_else(|| panic!("there is no {path}")));
    let mut at = 0;
    for text in wanted {
        let found = words[at..].find(text).unwrap_or_else(|| panic!("{path} does not say {text:?} in its place:\n{words}"));
        at += found + text.len();
    }
}

const SESSIONS: &str = r#"session = [
    { days = ["tuesday"], from = "12:00", to = "14:00" },
    { days = ["friday"], from = "09:30", to = "11:00", bank_holidays = "closed" },
    { days = ["tuesday"], week = [2, 4], from = "18:00", to = "20:00", not_on = [2026-12-22] },
]
"#;

#[test]
fn each_day_says_what_is_on_and_what_is_not() {
    let files = site(&Fixture::good().listing(SESSIONS));
    let day = ["What is on: Tuesday 8 December", "2 sessions", "Afternoon", "midday to 2pm", "Riverside Table", "Evening", "6pm to 8pm"];
    says(&files, "site/day/2026-12-08.html", &day);
    says(&files, "site/day/2026-12-08.html", &["Before: Monday 7 December", "Next: Wednesday 9 December", "Tuesdays in December"]);
    let christmas = ["Bank holiday: Christmas Day", "Nothing is on", "Not on this day", "Riverside Table: bank holiday, Christmas Day"];
    says(&files, "site/day/2026-12-25.html", &christmas);
    says(&files, "site/day/2026-12-22.html", &["1 session", "midday to 2pm", "Not on this day", "Riverside Table"]);
    says(&files, "site/day/friday.html", &["Fridays in December 2026", "Morning", "9:30am to 11am", "Not on 25 December"]);
    says(&files, "site/day/tuesday.html", &["midday to 2pm", "Riverside Table, Tilbury Evening 6pm to 8pm", "Only on 8 December"]);
    let month = [
        "What is on in December 2026",
        "Add all these dates to your calendar",
        "What is different this month",
        "Friday 25 December: bank holiday, Christmas Day",
        "Tuesdays 2 sessions",
        "Saturdays Nothing is on",
        "Friday 25 December Nothing is on",
        "Bank holiday",
    ];
    says(&files, "site/day/index.html", &month);
}

#[test]
fn each_week_has_a_page() {
    let files = site(&Fixture::good().listing(SESSIONS));
    says(
        &files,
        "site/day/index.html",
        &["Week of 1 to 6 December", "Tuesday 1 December", "Week of 7 to 13 December", "Monday 7 December"],
    );
    let week = ["What is on: 21 to 27 December", "1 session", "Monday 21 December Nothing is on", "Tuesday 22 December midday to 2pm"];
    says(&files, "site/day/week-2026-12-21.html", &week);
    let christmas =
        ["Friday 25 December", "Bank holiday: Christmas Day", "Nothing is on", "Week of 14 to 20 December", "Week of 28 to 31 December"];
    says(&files, "site/day/week-2026-12-21.html", &christmas);
    let last = words_of(&files["site/day/week-2026-12-28.html"]);
    assert!(!last.contains("Next:") && last.contains("Thursday 31 December"), "{last}");
    assert!(!files.contains_key("site/day/week-2027-01-04.html"));
}

#[test]
fn the_month_has_a_calendar_file() {
    let files = site(&Fixture::good().listing(SESSIONS));
    let calendar = String::from_utf8_lossy(&files["site/day/index.ics"]).into_owned();
    // Four Fridays less Christmas Day, five Tuesdays, and one Tuesday evening.
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 3 + 5 + 1, "{calendar}");
    assert!(calendar.contains("NAME:What is on\\, December 2026"), "{calendar}");
    assert!(String::from_utf8_lossy(&files["site/day/index.html"]).contains("href=\"../day/index.ics\""));
}

#[test]
fn a_closure_of_everything_is_named_on_its_days() {
    let closures = "closure = [{ from = 2026-12-14, to = 2026-12-15, reason = \"the council's works\" }]\n";
    let files = site(&Fixture::good().overlaid("closures.toml", closures));
    says(&files, "site/day/2026-12-15.html", &["Everything is closed: the council’s works", "Riverside Table: the council’s works"]);
    says(&files, "site/day/index.html", &["Tuesday 15 December Nothing is on", "Everything is closed"]);
    assert!(!words_of(&files["site/day/2026-12-16.html"]).contains("closed"));
}

/// The index from A to Z comes in parts as well, and each leads to every letter.
#[test]
fn a_long_index_comes_in_parts() {
    let words: Vec<String> = (0..620).map(|number| format!("\"{} word {number}\"", if number < 610 { "Able" } else { "Zest" })).collect();
    let categories =
        format!("category = [{{ id = \"food\", name = \"Food\", tab = \"Food\", food = true, see_also = [{}] }}]\n", words.join(", "));
    let files = site(&Fixture::good().overlaid("categories.toml", &categories));
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    for path in ["site/a-to-z.html", "site/a-to-z--2.html"] {
        assert_eq!(text(path).matches("#letter-").count(), 3, "{path}");
    }
    assert!(text("site/a-to-z.html").contains("href=\"a-to-z--2.html#letter-3\""));
    assert!(
        text("site/a-to-z--2.html").contains("id=\"letter-3\"") && text("site/a-to-z--2.html").contains("href=\"a-to-z.html#letter-1\"")
    );
}

/// A hundred and sixty listings: one more page of everything that lists them.
#[test]
fn long_lists_come_in_parts() {
    let mut fixture = Fixture::good().overlaid("booklet.toml", "levels = { fictional-number = \"off\", unused-entry = \"off\", crowded-category = \"off\", near-duplicate = \"off\", shared-phone = \"off\" }\n");
    for number in 1..160 {
        let text = LISTING.replace("riverside-table", &format!("table-{number}")).replace("Riverside Table", &format!("Table {number}"));
        fixture = fixture.with(&format!("listings/food/table-{number}.toml"), text);
    }
    let files = site(&fixture);
    for (stem, rows) in
        [("category/food", 160), ("place/tilbury", 160), ("place/tilbury/food", 160), ("day/2026-12-08", 160), ("day/tuesday", 160)]
    {
        let (first, second) = (format!("site/{stem}.html"), format!("site/{stem}--2.html"));
        says(&files, &first, &["Page 1 of 2", "Next page: Page 2 of 2"]);
        says(&files, &second, &["Page 2 of 2", "Page before: Page 1 of 2"]);
        assert!(!files.contains_key(&format!("site/{stem}--3.html")), "{stem}");
        let mut links = String::new();
        for path in [&first, &second] {
            let _ = write!(links, "{}", String::from_utf8_lossy(&files[path]));
        }
        let main = links.split("<main").skip(1).map(|part| part.split("</main").next().unwrap_or_default()).collect::<String>();
        assert_eq!(main.matches("listing/").count(), rows, "{stem}");
    }
    assert!(words_of(&files["site/category/food--2.html"]).contains("page 2 of 2"), "the title tells the parts apart");
    assert!(!files.contains_key("site/category/gardening--2.html"));
}
