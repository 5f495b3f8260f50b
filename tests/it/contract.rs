//! The views are a contract with themes: what fields they have, and of what kind, is held by a snapshot.
//! A change that takes a field away or gives it another meaning raises `view::CONTRACT`.

use std::collections::BTreeMap;

use fingerpost::catalogue::Catalogue;
use fingerpost::issue::Issue;
use fingerpost::view::{self, Views};
use serde_json::Value;

use crate::support::Fixture;

/// Every path of a value with the kinds of value that stand there: `listing.sessions[].days: text`.
fn shape(path: &str, value: &Value, out: &mut BTreeMap<String, Vec<&'static str>>) {
    let kind = match value {
        Value::Null => "nothing",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(items) => {
            items.iter().for_each(|item| shape(&format!("{path}[]"), item, out));
            "list"
        }
        Value::Object(map) => {
            map.iter().for_each(|(key, item)| shape(&format!("{path}.{key}"), item, out));
            "map"
        }
    };
    let kinds = out.entry(path.to_owned()).or_default();
    if !kinds.contains(&kind) {
        kinds.push(kind);
        kinds.sort_unstable();
    }
}

/// A listing that says everything, beside the plain one.
const FULL: &str = r#"
alert = "No lunch on 22 December"
alert_until = 2026-12-22
added = 2026-11-28
see_also = ["Company"]
audience = { min_age = 55, who = "Older people", carers_welcome = true }
languages = ["English", "Polish"]
access = ["step-free"]
easy = ["We cook a hot lunch."]
images = [{ file = "lunch.png", alt = "People eating at a long table" }]
organisation = { name = "Estuary Kitchens", description = "Neighbours who cook", charity_number = "9912345" }
id = "full-table"
name = "Full Table"
description = "A **strong** word and [a link](https://example.org/).\n\n- one thing that is long enough to be read\n- another\n\n1. first"
contact = [{ label = "Organiser", phone = "01632 960124", mobile = "07700 900456", email = "a@example.org", url = "https://example.org/", best_time = "Mornings" }]
venue = [
    { name = "Quayside Hall", room = "Main hall", address = ["Ferry Lane"], town = "Tilbury", postcode = "RM18 0ZZ", getting_there = "By bus", parking = "Free" },
    { name = "Hidden House", town = "Tilbury", mask_address = true },
]
session = [{ days = ["friday"], from = "12:00", to = "14:00", venue = "Quayside Hall", note = "New members welcome" }]
checks = { confirmed = 2026-11-12, confirmed_by = "phone", source = "third_party", cite = "A newsletter" }
"#;

#[test]
fn the_views_keep_the_contract() {
    let fixture = Fixture::good()
        .applied("second", FULL)
        .overlaid("issues/2026-12.toml", "highlights = [\"full-table\"]\nsigned = \"The team\"\n")
        .with("outlets.toml", "[[outlet]]\nid = \"library\"\nname = \"Library\"\naddress = [\"Ferry Lane\"]\ntown = \"Tilbury\"\npostcode = \"RM18 0ZY\"\nhours = \"Mondays\"\ncopies = { a5 = 5 }\nround = 1\ncontact = \"A librarian\"\nphone = \"01632 960001\"\ncounted = 2026-11-24\nreturned = 2\n");
    let outcome = fixture.check();
    let checked = outcome.checked.as_ref().unwrap_or_else(|| panic!("{}", outcome.short())).clone();
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let views = Views::new(&issue, view::Values::default());
    let edition = &catalogue.content().project.editions[0];
    let mut out = BTreeMap::new();
    let json = |value: &dyn Fn() -> serde_json::Result<Value>| value().expect("views can be written");
    let lists = view::lists(&issue, edition, &views, None);
    shape("lists", &json(&|| serde_json::to_value(&lists)), &mut out);
    shape("booklet", &json(&|| serde_json::to_value(view::booklet(&issue, edition, &views, None, lists.files()))), &mut out);
    for run in view::runs(&issue, edition, &views, None) {
        shape("run", &json(&|| serde_json::to_value(&run)), &mut out);
    }
    shape("paperwork", &json(&|| serde_json::to_value(view::paperwork(&issue, &views, &BTreeMap::new()))), &mut out);
    let download = fingerpost::view::site::DownloadView {
        title: "Booklet".to_owned(),
        href: "booklet/2026-12-a5.pdf".to_owned(),
        note: "PDF".to_owned(),
        cover: "booklet/2026-12-a5.png".to_owned(),
        width: 480,
        height: 681,
    };
    let shown = view::Shown::on_site(&issue);
    let site = view::site(&shown, &views, "assets/site.css".to_owned());
    shape("site", &json(&|| serde_json::to_value(&site.common)), &mut out);
    for row in (0..site.rows()).map(|at| site.row(at)) {
        shape("row", &json(&|| serde_json::to_value(&row)), &mut out);
    }
    (0..site.len()).for_each(|number| {
        site.page(number, |page| {
            use fingerpost::view::site::PageBody;
            shape("page", &json(&|| serde_json::to_value(&page.meta)), &mut out);
            match &*page.body(std::slice::from_ref(&download)) {
                PageBody::Home(view) => shape("home", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::List(view) => shape("list", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Index(view) => shape("index", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::AToZ(view) => shape("a-to-z", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Text(view) => shape("text", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Changes(view) => shape("changes", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Days(view) => shape("days", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::All(view) => shape("all", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Downloads(view) => shape("downloads", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Archive(view) => shape("archive", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Listing(view) => shape("listing", &json(&|| serde_json::to_value(&view.similar)), &mut out),
                PageBody::Week(view) => shape("week", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Day(view) => shape("day", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Search(view) => shape("search", &json(&|| serde_json::to_value(view)), &mut out),
                PageBody::Shortlist | PageBody::NotFound => {}
            }
        })
    });
    let lines: Vec<String> = out.into_iter().map(|(path, kinds)| format!("{path}: {}", kinds.join(" or "))).collect();
    insta::assert_snapshot!(format!("contract {}\n{}", view::CONTRACT, lines.join("\n")));
}
