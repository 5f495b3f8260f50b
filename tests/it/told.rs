//! How a book tells a listing: sentences, lines and what is left out, for each kind of edition.

use fingerpost::catalogue::Catalogue;
use fingerpost::issue::Issue;
use fingerpost::view::{self, Views};
use serde_json::Value;

use crate::support::Fixture;

const EDITIONS: &str = r#"
[[edition]]
id = "brief"
paper = "a5"
[[edition]]
id = "full"
paper = "a5"
detail = "full"
[[edition]]
id = "large"
paper = "a4"
text_size = 18
"#;

const LISTING: &str = r#"
audience = { min_age = 55, who = "Older people" }
access = ["step-free", "hearing-loop"]
organisation = { name = "Estuary Kitchens", charity_number = "9912345" }
contact = [{ label = "Organiser", phone = "01632 960124", mobile = "07700 900456", email = "a@example.org", url = "https://example.org/", best_time = "Mornings." }]
venue = [{ name = "Quayside Hall", room = "Main hall", address = ["Ferry Lane"], town = "Chadwell St Mary", postcode = "RM18 0ZZ", getting_there = "By bus." }]
session = [{ days = ["wednesday"], from = "12:00", to = "14:00", note = "New members welcome", not_on = [2026-12-09] }]
"#;

/// The facts of the listing in an edition: a line for each paragraph, ` / ` for a line break.
fn told(edition: &str, listing: &str) -> (Value, String) {
    let fixture = Fixture::good().overlaid("booklet.toml", EDITIONS).listing(listing);
    let outcome = fixture.check();
    let checked = outcome.checked.as_ref().unwrap_or_else(|| panic!("{}", outcome.short())).clone();
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let words = [("when", "When"), ("where", "Where"), ("who_for", "Who for"), ("access", "Access"), ("print_contact", "Contact")];
    let words = words.into_iter().chain([
        ("cost", "Cost"),
        ("print_or", "or"),
        ("print_run_by", "Run by"),
        ("paused", "Paused for now"),
        ("print_checked", "Checked"),
    ]);
    let words = words.map(|(key, text)| (key.to_owned(), text.into())).collect();
    let views = Views::new(&issue, view::Values { words, ..view::Values::default() });
    let spec = catalogue.content().project.editions.iter().find(|spec| spec.id.as_str() == edition).expect("the edition is there");
    let runs = serde_json::to_value(view::runs(&issue, spec, &views, None)).expect("views can be written");
    let listing = runs[0]["listings"][0].clone();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let words = |run: &Value| match run {
        Value::String(text) if text == "\n" => " / ".to_owned(),
        Value::String(text) => text.clone(),
        run if run.get("phone_href").is_some() => format!("<{}>", run["text"].as_str().expect("a number")),
        run if run.get("href").is_some() => format!("[{}]", run["text"].as_str().expect("an address")),
        run if run.get("label").is_some() => format!("{}:", run["label"].as_str().expect("a label")),
        run => format!("*{}*", run["strong"].as_str().expect("strong words")),
    };
    let paragraph = |runs: &Value| list(runs).iter().map(words).collect::<String>();
    let text = list(&listing["facts"]).iter().map(paragraph).collect::<Vec<_>>().join("\n");
    (listing, text.replace('\u{a0}', "_"))
}

#[test]
fn a_booklet_tells_the_facts_in_four_paragraphs() {
    let (_, text) = told("brief", LISTING);
    let wanted = "When:__Wednesdays, midday to 2pm. New members welcome. *No session on Wednesday 9 December*\n\
                  Where:__Quayside Hall, Main hall, Ferry Lane, Chadwell_St_Mary RM18_0ZZ\n\
                  Cost:__£5 a session. Who_for:__People aged 55 and over. Access:__Hearing loop. Food hygiene rating 5 out of 5.\n\
                  Contact:__<01632_960_124> or <07700_900_456> Organiser. Mornings. [a@example.org]";
    assert_eq!(text, wanted);
}

#[test]
fn a_full_edition_tells_the_way_all_addresses_and_who_runs_it() {
    let (listing, text) = told("full", LISTING);
    assert!(text.contains("Chadwell_St_Mary RM18_0ZZ. By bus."), "{text}");
    assert!(text.contains("Organiser. Mornings. [a@example.org] [example.org]"), "{text}");
    assert!(text.contains("Run_by:__Estuary Kitchens. Registered charity 9912345. Checked:__"), "{text}");
    assert!(listing["description"].as_array().is_some_and(|blocks| !blocks.is_empty()));
    let (brief, _) = told("brief", LISTING);
    assert_eq!(brief["description"], Value::Array(Vec::new()), "a booklet of summaries has no use for it");
}

#[test]
fn in_large_print_every_fact_is_a_paragraph() {
    let (_, text) = told("large", LISTING);
    assert!(
        text.contains(
            "\nCost:__£5 a session\nWho_for:__People aged 55 and over\nAccess:__Hearing loop\nFood hygiene rating 5 out of 5.\nContact:__"
        ),
        "{text}"
    );
}

#[test]
fn several_sessions_and_places_are_a_line_each() {
    let two = r#"
venue = [
    { name = "Quayside Hall", address = ["Ferry Lane"], town = "Tilbury", postcode = "RM18 0ZZ" },
    { town = "Grays", mask_address = true },
]
session = [
    { days = ["wednesday"], from = "12:00", to = "14:00", venue = "Quayside Hall" },
    { days = ["thursday"], from = "10:00", to = "11:00", not_on = [2026-12-10] },
]
"#;
    let (_, text) = told("brief", two);
    let when = "Wednesdays, midday to 2pm, Quayside Hall / Thursdays, 10am to 11am / *No session on Thursday 10 December*";
    assert!(text.contains(when), "{text}");
    assert!(text.contains("Ferry Lane, Tilbury RM18_0ZZ / Grays. "), "{text}");
}

#[test]
fn a_notice_is_the_providers_own_or_that_the_service_is_paused() {
    let (listing, _) = told("brief", "alert = \"No lunch on 22 December\"\nalert_until = 2026-12-22\n");
    assert_eq!(listing["notice"], "No lunch on 22 December");
    let (listing, _) = told("brief", "status = \"paused\"\n");
    assert_eq!(listing["notice"], "Paused for now");
    assert!(told("brief", LISTING).0["notice"].is_null());
}

#[test]
fn an_address_that_a_line_could_part_is_held_together() {
    let held = |contact: &str| {
        let (listing, _) = told("full", &format!("contact = [{{ phone = \"01632 960124\", {contact} }}]\n"));
        let mut runs = listing["facts"].as_array().expect("paragraphs").iter().flat_map(|runs| runs.as_array().expect("words"));
        let address = runs.rfind(|run| run.get("held").is_some()).expect("an address").clone();
        (address["text"].as_str().expect("words").to_owned(), address["held"].as_bool().expect("said of every address"))
    };
    let whole = |text: &str| (text.to_owned(), false);
    let parts = |text: &str| (text.to_owned(), true);
    assert_eq!(held("email = \"tea_2@example.org\""), whole("tea_2@example.org"));
    assert_eq!(held("email = \"tea-time@example.org\""), parts("tea-time@example.org"), "after a hyphen");
    assert_eq!(held("url = \"https://example.org/tea/\""), parts("example.org/tea"), "after a slash");
    let long = "a".repeat(30);
    assert_eq!(held(&format!("email = \"{long}@example.org\"")), parts(&format!("{long}@example.org")), "the program parts long words");
}
