//! Calendars, feed, data for search engines, downloads, past issues, and what hosts are asked to send.

use fingerpost::model::{Scope, Word};
use fingerpost::pipeline::BuildOptions;
use serde_json::Value;

use crate::agree::words_of;
use crate::days::site;
use crate::support::{Fixture, LISTING};

fn text(files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}")).clone()).expect("UTF-8")
}

/// The properties of a calendar's events, unfolded.
fn events(calendar: &str) -> Vec<Vec<String>> {
    let lines = calendar.replace("\r\n ", "");
    let blocks = lines.split("BEGIN:VEVENT\r\n").skip(1).map(|block| block.split("END:VEVENT").next().unwrap_or_default());
    blocks.map(|block| block.lines().map(str::to_owned).collect()).collect()
}

fn property<'e>(event: &'e [String], name: &str) -> &'e str {
    let found = event.iter().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {event:?}"));
    found.split_once(':').map_or("", |(_, value)| value)
}

fn graph(files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> Vec<Value> {
    let page = text(files, path);
    let data = page.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("data");
    serde_json::from_str::<Value>(data).expect("JSON")["@graph"].as_array().expect("a list").clone()
}

#[test]
fn a_calendar_has_an_event_for_each_date() {
    let sessions = "session = [{ days = [\"tuesday\"], from = \"12:00\", to = \"14:00\", not_on = [2026-12-22], note = \"Bring a friend\" }, { days = [\"friday\"], from = \"22:00\", to = \"24:00\", bank_holidays = \"check\" }]\n";
    let files = site(&Fixture::good().listing(sessions));
    let all = events(&text(&files, "site/listing/riverside-table.ics"));
    let starts: Vec<&str> = all.iter().map(|event| property(event, "DTSTART;TZID=Europe/London")).collect();
    let tuesdays = ["20261201T120000", "20261208T120000", "20261215T120000", "20261229T120000"];
    let fridays = ["20261204T220000", "20261211T220000", "20261218T220000", "20261225T220000"];
    assert!(tuesdays.iter().chain(&fridays).all(|start| starts.contains(start)) && starts.len() == 8, "{starts:?}");
    assert_eq!(property(&all[0], "UID"), "riverside-table-20261201T1200@example.org");
    assert_eq!(property(&all[0], "DTSTAMP"), "20261201T000000Z");
    assert_eq!(property(&all[0], "LOCATION"), "Quayside Hall\\, Ferry Lane\\, Tilbury\\, RM18 0ZZ");
    let said = property(&all[0], "DESCRIPTION");
    assert!(said.contains("Bring a friend\\nCost: £5 a session\\nTelephone: 01632 960 123\\nhttps://example.org/listing/"), "{said}");
    let christmas = all.iter().find(|event| property(event, "DTSTART").starts_with("20261225")).expect("Christmas Day");
    assert_eq!(property(christmas, "STATUS"), "TENTATIVE");
    assert_eq!(property(christmas, "DTEND"), "20261226T000000", "midnight ends the day");
    let category = text(&files, "site/category/food.ics");
    assert_eq!(events(&category).len(), 8);
    assert_eq!(events(&text(&files, "site/place/tilbury.ics")), events(&category));
    assert!(text(&files, "site/category/food.html").contains("href=\"../category/food.ics\""));
}

#[test]
fn a_paused_listing_has_no_calendar() {
    let files = site(&Fixture::good().listing("status = \"paused\"\n"));
    assert!(!files.keys().any(|path| path.ends_with(".ics")));
    assert!(!text(&files, "site/listing/riverside-table.html").contains(".ics"));
}

#[test]
fn a_masked_address_is_a_town_in_calendar_and_data() {
    let venue = "delivery = [\"venue\"]\nvenue = [{ name = \"Hidden House\", address = [\"7 Secret Row\"], town = \"Tilbury\", postcode = \"RM18 0ZS\", mask_address = true }]\n";
    let files = site(&Fixture::good().listing(venue));
    let all = events(&text(&files, "site/listing/riverside-table.ics"));
    assert_eq!(property(&all[0], "LOCATION"), "Tilbury\\, You get the address when you get in touch");
    let address = graph(&files, "site/listing/riverside-table.html")[1]["location"]["address"].clone();
    assert_eq!(address, serde_json::json!({ "@type": "PostalAddress", "addressLocality": "Tilbury", "addressCountry": "GB" }));
}

#[test]
fn search_engines_read_what_the_page_says() {
    let sessions = "session = [{ days = [\"friday\"], from = \"12:00\", to = \"14:00\", extra = [2026-12-30] }]\n";
    let files = site(&Fixture::good().listing(sessions));
    let all = graph(&files, "site/listing/riverside-table.html");
    assert_eq!(all[0]["@type"], "Service");
    assert_eq!(all[0]["provider"]["telephone"], "+441632960123");
    assert_eq!(all[0]["offers"][0]["price"], "5.00");
    assert_eq!(all[0]["areaServed"][0]["name"], "Tilbury");
    assert_eq!(all[1]["@type"], "Event");
    assert_eq!(all[1]["startDate"], "2026-12-04T12:00");
    let schedule = &all[1]["eventSchedule"];
    assert_eq!((&schedule[0]["byDay"][0], &schedule[0]["endDate"]), (&"https://schema.org/Friday".into(), &"2026-12-18".into()));
    assert_eq!((&schedule[1]["startDate"], &schedule[1]["endDate"]), (&"2026-12-30".into(), &"2026-12-30".into()));
    let monthly = "session = [{ days_of_month = [1, 15], from = \"12:00\", to = \"14:00\" }]\n";
    let schedule = graph(&site(&Fixture::good().listing(monthly)), "site/listing/riverside-table.html")[1]["eventSchedule"].clone();
    assert_eq!((&schedule["byMonthDay"], &schedule["repeatFrequency"]), (&serde_json::json!([1, 15]), &"P1M".into()));
    assert_eq!((&schedule["byDay"], &schedule["endDate"]), (&Value::Null, &"2026-12-15".into()));
    let home = graph(&files, "site/index.html");
    assert_eq!((&home[0]["@type"], &home[0]["telephone"]), (&"Organization".into(), &"+441632960000".into()));
}

#[test]
fn the_feed_has_what_is_new_and_may_be_passed_on() {
    let quiet = LISTING.replace("riverside-table", "quiet-table").replace("Riverside Table", "Quiet Table").replace("960123", "960124");
    let quiet = quiet.replace(&format!(", \"{}\"]", Scope::Feed.word()), "]").replace("kind = ", "added = 2026-11-27\nkind = ");
    let fixture = Fixture::good().listing("added = 2026-11-28\n").with("listings/food/quiet-table.toml", quiet);
    let files = site(&fixture);
    let feed = text(&files, "site/feed.xml");
    assert!(feed.contains("<id>tag:example.org,2026:listing/riverside-table</id>") && feed.contains("2026-11-28T00:00:00Z"), "{feed}");
    assert!(feed.contains("<title>December 2026: Welcome to December</title>"), "{feed}");
    assert!(!feed.contains("Quiet Table") && words_of(&files["site/index.html"]).contains("Quiet Table"), "{feed}");
    let map = text(&files, "site/sitemap.xml");
    let lines: Vec<&str> = map.lines().collect();
    let entry = lines.iter().position(|line| line.ends_with("/listing/riverside-table.html</loc>")).expect("the listing");
    assert_eq!(lines[entry + 1], "<lastmod>2026-11-12</lastmod>");
}

#[test]
fn past_booklets_are_kept_and_marked() {
    let fixture = Fixture::good()
        .with("issues/2026-11.toml", "date = 2026-11-02\n")
        .with("archive/2026-11-a5.pdf", "%PDF-1.7 a booklet")
        .with("archive/2027-01-a5.pdf", "%PDF-1.7 of the future");
    let files = site(&fixture);
    let words = words_of(&files["site/archive.html"]);
    assert!(
        words.contains("These issues are out of date") && words.contains("November 2026: out of date Booklet, November 2026"),
        "{words}"
    );
    assert_eq!(files["site/archive/2026-11-a5.pdf"], b"%PDF-1.7 a booklet");
    assert!(!files.contains_key("site/archive/2027-01-a5.pdf"));
    assert!(!site(&Fixture::good()).contains_key("site/archive.html"));
    for (name, bytes) in [("archive/november.pdf", "%PDF-1.7"), ("archive/2026-11-a5.pdf", "GIF89a")] {
        let outcome = Fixture::good().with(name, bytes).check();
        assert!(outcome.short().contains(&format!("content/{name}:1:1: warning[odd-file]")), "{}", outcome.short());
    }
}

#[test]
fn downloads_name_each_edition_with_its_files() {
    let editions = "edition = [{ id = \"a5\", title = \"Booklet\", paper = \"a5\", text_size = 12 }, { id = \"large\", title = \"Large print\", paper = \"a4\", text_size = 18 }]\n";
    let files = Fixture::good().overlaid("booklet.toml", editions).on_disk().built(&BuildOptions::default());
    let words = words_of(&files["site/downloads.html"]);
    assert!(words.contains("Booklet A5 pages, text of 12 point Booklet PDF, "), "{words}");
    assert!(words.contains("Large print A4 pages, text of 18 point Large print PDF, "), "{words}");
    assert!(text(&files, "site/downloads.html").contains("href=\"booklet/2026-12-large.pdf\""));
    let all = words_of(&files["site/all.html"]);
    let order = [
        "Lunch clubs and food",
        "Riverside Table",
        "When: Tuesdays, midday to 2pm",
        "Where: Quayside Hall",
        "Cost: £5",
        "Telephone: 01632",
    ];
    let at: Vec<Option<usize>> = order.iter().map(|text| all.find(text)).collect();
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{at:?}: {all}");
}

#[test]
fn others_of_the_same_kind_nearby_are_named() {
    let mut fixture = Fixture::good();
    for number in 1..=6 {
        let text = LISTING.replace("riverside-table", &format!("table-{number}")).replace("Riverside Table", &format!("Table {number}"));
        fixture = fixture.with(&format!("listings/food/table-{number}.toml"), text.replace("960123", &format!("96020{number}")));
    }
    let files = site(&fixture);
    let page = text(&files, "site/listing/table-5.html");
    let near = page.split("id=\"similar\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("similar ones");
    let named: Vec<&str> = near.split("listing/").skip(1).filter_map(|rest| rest.split(".html").next()).collect();
    assert_eq!(named, ["table-6", "riverside-table", "table-1", "table-2"]);
}

/// The pages and the hosts say the same policy; `docs/hosting.md` too.
#[test]
fn hosts_send_the_policy_of_the_pages() {
    let files = site(&Fixture::good());
    let policy = fingerpost::render::hosting::POLICY;
    assert!(text(&files, "site/404.html").contains(&format!("content=\"{policy}\"")));
    let docs = include_str!("../../docs/hosting.md");
    for place in [&text(&files, "site/_headers"), &text(&files, "site/.htaccess"), docs] {
        assert!(place.contains(&format!("{policy}; frame-ancestors 'none'")), "{place}");
        assert!(place.contains("no-referrer") && place.contains("nosniff") && place.contains("text/calendar"), "{place}");
    }
}
