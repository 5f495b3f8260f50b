//! Editions: which listings and pages are in them, volumes, outlet copies, budgets.

use std::collections::BTreeMap;

use fingerpost::pipeline::BuildOptions;

use crate::agree::words_of_pdf;
use crate::pdf_text::Pdf;
use crate::support::{Fixture, LISTING};

/// A project with three listings: lunch in Tilbury, a gardener in Grays, and a helpline for the whole area.
fn project(editions: &str) -> Fixture {
    let second = |id: &str, name: &str, phone: &str| {
        LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("01632 960123", phone)
    };
    let gardener = second("barrow-boys", "Barrow Boys", "01632 960124")
        .replace("[\"tilbury\"]", "[\"grays\"]")
        .replace("[\"food\"]", "[\"gardening\"]");
    let line = second("night-line", "Night Line", "01632 960125")
        .replace("localities = [\"tilbury\"]", "area_wide = true")
        .replace("[\"food\"]", "[\"gardening\", \"food\"]");
    Fixture::good()
        .overlaid("booklet.toml", editions)
        .with("listings/gardening/barrow-boys.toml", gardener)
        .with("listings/gardening/night-line.toml", line)
        .with("pages/welcome.md", "+++\nid = \"welcome\"\ntitle = \"Welcome\"\nplace = \"front\"\n+++\nHow to use these pages.\n")
}

fn built(editions: &str) -> BTreeMap<String, Vec<u8>> {
    project(editions).on_disk().built(&BuildOptions::default())
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let path = format!("booklet/2026-12-{name}.pdf");
    words_of_pdf(files.get(&path).unwrap_or_else(|| panic!("{path} is not among {:?}", files.keys().collect::<Vec<_>>())))
}

#[test]
fn an_edition_has_the_places_it_names() {
    let files = built(
        r#"
        [[edition]]
        id = "near"
        paper = "a5"
        localities = ["tilbury"]
        area_wide = false

        [[edition]]
        id = "near-and-wide"
        paper = "a5"
        localities = ["tilbury"]
        "#,
    );
    let near = text(&files, "near");
    assert!(near.contains("Riverside Table") && !near.contains("Barrow Boys") && !near.contains("Night Line"), "{near}");
    let wide = text(&files, "near-and-wide");
    assert!(wide.contains("Riverside Table") && !wide.contains("Barrow Boys") && wide.contains("Night Line"), "{wide}");
}

/// A listing whose first category is left out stands in the next that is there.
#[test]
fn an_edition_has_the_categories_it_names() {
    let files = built("[[edition]]\nid = \"food\"\npaper = \"a4\"\ntext_size = 14\ncategories = [\"food\"]\n");
    let food = text(&files, "food");
    assert!(food.contains("Riverside Table") && food.contains("Night Line") && !food.contains("Barrow Boys"), "{food}");
    assert!(!food.contains("Also look at"), "it stands here in full: {food}");
}

#[test]
fn pages_are_those_the_edition_names() {
    let files = built(
        "[[edition]]\nid = \"all\"\npaper = \"a5\"\n[[edition]]\nid = \"bare\"\npaper = \"a5\"\nfront = []\nback = [\"no-endorsement\"]\n",
    );
    let (all, bare) = (text(&files, "all"), text(&files, "bare"));
    for words in ["Welcome to December", "How to use these pages", "Useful numbers", "What being listed means"] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(bare.contains("What being listed means") && !bare.contains("Welcome to December"), "{bare}");
    assert!(!bare.contains("How to use these pages") && !bare.contains("Useful numbers"), "{bare}");
}

#[test]
fn the_calendar_is_there_when_it_is_asked_for() {
    let files = built("[[edition]]\nid = \"with\"\npaper = \"a5\"\ncalendar = true\n[[edition]]\nid = \"without\"\npaper = \"a5\"\n");
    let with = text(&files, "with");
    assert!(with.contains("What is on in December 2026") && with.contains("Tuesdays"), "{with}");
    assert!(!text(&files, "without").contains("What is on in"));
}

/// The wall calendar: five Tuesdays, and what is different; a table that screen readers know as one.
#[test]
fn the_month_is_a_grid_with_what_is_different_below() {
    let files = built(
        "[[edition]]\nid = \"with\"\npaper = \"a5\"\ncalendar = true\n[[edition]]\nid = \"narrow\"\npaper = \"a5\"\ntext_size = 18\ncalendar = true\n",
    );
    let with = text(&files, "with");
    assert!(with.contains("Mon Tue Wed Thu Fri Sat Sun 1 3 on 2 3 4 5 6 7 8 3 on"), "{with}");
    assert!(with.contains("25 bank holiday 26 bank holiday 27 28 bank holiday 29 3 on"), "{with}");
    assert!(with.contains("Monday 28 December: bank holiday, Boxing Day (substitute day)"), "{with}");
    let roles = |edition: &str| {
        let pdf = Pdf::read(&files[&format!("booklet/2026-12-{edition}.pdf")]);
        let all = pdf.elements().into_iter().map(|element| element.role.clone()).collect::<Vec<_>>();
        let count = |role: &str| all.iter().filter(|known| *known == role).count();
        (count("Table"), count("TH"), count("TD"))
    };
    assert_eq!(roles("with"), (1, 7, 35));
    // With large letters on a small page there is no room for seven columns.
    assert_eq!(roles("narrow"), (0, 0, 0));
    let narrow = text(&files, "narrow");
    assert!(narrow.contains("Tuesday 1 December: 3 on") && narrow.contains("Friday 25 December: bank holiday"), "{narrow}");
}

#[test]
fn an_edition_has_words_and_a_language_of_its_own() {
    let files = built("[[edition]]\nid = \"cy\"\npaper = \"a5\"\nlang = \"cy-GB\"\nwords = { when = \"Pryd\", where = \"Lle\" }\n");
    let words = text(&files, "cy");
    assert!(words.contains("Pryd Tuesdays") && words.contains("Lle Quayside Hall"), "{words}");
    let pdf = lopdf::Document::load_mem(&files["booklet/2026-12-cy.pdf"]).expect("a PDF");
    let lang = pdf.catalog().and_then(|catalog| catalog.get(b"Lang")).and_then(lopdf::Object::as_str).expect("a language");
    assert_eq!(lang, b"cy-GB");
}

#[test]
fn a_pocket_edition_is_six_panels_of_telephone_numbers() {
    let files = built("[[edition]]\nid = \"pocket\"\nform = \"pocket\"\npaper = \"dl\"\n");
    let pdf = lopdf::Document::load_mem(&files["booklet/2026-12-pocket.pdf"]).expect("a PDF");
    assert_eq!(pdf.get_pages().len(), 6);
    let words = text(&files, "pocket");
    for words_of in ["Riverside Table", "01632 960 123", "Night Line", "01632 960 125", "999"] {
        assert!(words.contains(words_of), "{words_of}: {words}");
    }
    assert!(!words.contains("home-cooked"), "{words}");
}

#[test]
fn each_outlet_that_takes_copies_has_its_own() {
    let outlets = "[[outlet]]\nid = \"quayside\"\nname = \"Quayside Library\"\ntown = \"Tilbury\"\npostcode = \"RM18 0ZY\"\ncopies = { a5 = 3 }\n\
                   [[outlet]]\nid = \"hub\"\nname = \"Ropeworks Hub\"\ntown = \"Grays\"\npostcode = \"RM17 0ZX\"\ncopies = { a5 = 0 }\n";
    let project = project("[[edition]]\nid = \"a5\"\npaper = \"a5\"\noutlet_copies = true\n").with("outlets.toml", outlets);
    let files = project.on_disk().built(&BuildOptions::default());
    let copy = words_of_pdf(&files["booklet/outlets/2026-12-a5-quayside.pdf"]);
    let (own, rest) = copy.split_once("Welcome to December").expect("the letter follows the cover");
    assert!(own.contains("Quayside Library") && own.contains("stays here") && !own.contains("please take one"), "{own}");
    let plain = text(&files, "a5");
    assert_eq!(plain.split_once("Welcome to December").expect("the letter").1, rest, "nothing but the cover differs");
    assert!(!files.contains_key("booklet/outlets/2026-12-a5-hub.pdf"), "it takes none");
    assert!(!files.keys().any(|path| path.starts_with("site/booklet/outlets")), "copies for outlets are not for the website");
}

#[test]
fn a_budget_that_is_exceeded_is_a_finding() {
    let project = project("[[edition]]\nid = \"a5\"\ntitle = \"Booklet\"\npaper = \"a5\"\nbudget = 4\n");
    let outcome = project.on_disk().build(&BuildOptions::default());
    let short = fingerpost::diag::text::render_short(&outcome.found, &outcome.sources);
    assert!(short.contains("warning[page-budget]: Booklet has ") && short.contains("content/booklet.toml:"), "{short}");
    assert!(outcome.result.is_ok(), "a long booklet is better than none");
    let strict = BuildOptions { deny_warnings: true, ..BuildOptions::default() };
    let on_disk = project.on_disk();
    assert!(on_disk.build(&strict).result.is_err() && !on_disk.output().exists());
    let error = project.overlaid("booklet.toml", "[levels]\nfictional-number = \"off\"\nunused-entry = \"off\"\npage-budget = \"error\"\n");
    let on_disk = error.on_disk();
    assert!(on_disk.build(&BuildOptions::default()).result.is_err() && !on_disk.output().exists());
}

#[test]
fn only_the_editions_asked_for_are_made() {
    let on_disk = project("[[edition]]\nid = \"a5\"\npaper = \"a5\"\n[[edition]]\nid = \"a4\"\npaper = \"a4\"\n").on_disk();
    let one = BuildOptions { editions: vec!["a4".to_owned()], ..BuildOptions::default() };
    let files = on_disk.built(&one);
    let pdfs: Vec<&String> = files.keys().filter(|path| path.starts_with("booklet/") && path.ends_with(".pdf")).collect();
    assert_eq!(pdfs, ["booklet/2026-12-a4.pdf"]);
    let none = BuildOptions { editions: vec!["a3".to_owned()], ..BuildOptions::default() };
    let error = on_disk.build(&none).result.expect_err("there is no such edition");
    assert_eq!(error.to_string(), "there is no edition called \"a3\"; this project has: a5, a4");
}

/// Listings enough for several volumes: each within the limit, all listings in one of them, none in two.
#[test]
fn a_long_edition_is_split_between_categories() {
    let mut fixture = Fixture::good().overlaid(
        "booklet.toml",
        "[[edition]]\nid = \"large-print\"\ntitle = \"Large print\"\npaper = \"a4\"\ntext_size = 18\nvolume_pages = 14\n",
    );
    let mut categories = String::from("[[category]]\nid = \"food\"\nname = \"Lunch clubs and food\"\ntab = \"Food\"\nfood = true\n");
    let mut names = vec![("Riverside Table".to_owned(), 0)];
    for group in 1..=4 {
        categories += &format!("[[category]]\nid = \"kind-{group}\"\nname = \"Kind {group}\"\n");
        for at in 0..7 {
            let name = format!("Club {} {}", ["Amber", "Birch", "Cedar", "Damson"][group - 1], ["A", "B", "C", "D", "E", "F", "G"][at]);
            let text = LISTING
                .replace("riverside-table", &format!("club-{group}-{at}"))
                .replace("Riverside Table", &name)
                .replace("01632 960123", &format!("01632 960{}", 200 + group * 10 + at))
                .replace("[\"food\"]", &format!("[\"kind-{group}\"]"));
            fixture = fixture.with(&format!("listings/kind-{group}/club-{group}-{at}.toml"), text);
            names.push((name, group));
        }
    }
    let files = fixture.with("categories.toml", categories).on_disk().built(&BuildOptions::default());
    let volumes: Vec<String> = files
        .keys()
        .filter(|path| path.starts_with("booklet/2026-12-large-print-volume-"))
        .filter(|path| path.ends_with(".pdf"))
        .cloned()
        .collect();
    assert!(volumes.len() > 1, "{:?}", files.keys().collect::<Vec<_>>());
    let texts: Vec<String> = volumes.iter().map(|path| words_of_pdf(&files[path])).collect();
    for (at, path) in volumes.iter().enumerate() {
        let pages = lopdf::Document::load_mem(&files[path]).expect("a PDF").get_pages().len();
        assert!(pages <= 14, "{path} has {pages} pages");
        assert!(texts[at].contains(&format!("Volume {} of {}", at + 1, volumes.len())), "{}", texts[at]);
        assert!(texts[at].contains("Contents") && texts[at].contains("Useful numbers"), "{}", texts[at]);
    }
    for (name, _) in names {
        let with = texts.iter().filter(|text| text.contains(&name)).count();
        assert_eq!(with, 1, "{name} is in {with} volumes");
    }
    assert!(texts[0].contains("Welcome to December") && !texts[1].contains("Welcome to December"));
}
