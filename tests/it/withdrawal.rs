//! Who asks to be taken out is out of everything, and stays out.

use std::collections::BTreeMap;

use fingerpost::model::{Date, Month};
use fingerpost::pipeline::{self, BuildOptions, Project, withdrawing};
use fingerpost::render::bulletin;

use crate::support::{Fixture, LISTING, OnDisk};

fn project(on_disk: &OnDisk) -> Project {
    Project { root: on_disk.root().to_owned(), output: on_disk.output() }
}

const DAY: Date = Date::constant(2026, 11, 20);

/// A service of one person, with everything by which that person could be found.
fn petronella() -> String {
    LISTING
        .replace("riverside-table", "private-person")
        .replace("Riverside Table", "Petronella Private")
        .replace("01632 960123", "01632 960127")
        .replace("Quayside Hall", "Petrushka Rooms")
        .replace("Ferry Lane", "14 Quiet Mews")
        .replace("RM18 0ZZ", "RM18 0ZS")
        .replace("\n[[venue]]", "email = \"petronella@example.org\"\nurl = \"https://petronella.example.org/\"\n\n[[venue]]")
        .replace("A hot home-cooked lunch", "Pelmeni")
        + "\n[private]\nupdater_name = \"Zenobia Quill\"\nupdater_phone = \"01632 960987\"\nupdater_address = [\"9 Hidden Row\"]\n"
}

/// Texts that tell who it is, without spaces.
const TELLING: &[&str] =
    &["petronella", "private-person", "960127", "quietmews", "rm180zs", "petrushka", "pelmeni", "zenobia", "960987", "hiddenrow"];

/// Small letters without spaces or the ways in which formats break and write letters.
fn squeezed(path: &str, bytes: &[u8]) -> String {
    let text = if path.ends_with(".pdf") { crate::agree::words_of_pdf(bytes) } else { String::from_utf8_lossy(bytes).into_owned() };
    text.replace("\r\n ", "").to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect()
}

/// The artefacts that tell who it is.
fn telling(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let tells = |path: &str, bytes: &[u8]| {
        let text = squeezed(path, bytes) + &path.to_lowercase();
        TELLING.iter().find(|one| text.contains(**one)).map(|one| format!("{path}: {one}"))
    };
    files.iter().filter_map(|(path, bytes)| tells(path, bytes)).collect()
}

fn bulletins(on_disk: &OnDisk) -> BTreeMap<String, Vec<u8>> {
    [bulletin::Form::Text, bulletin::Form::Markdown, bulletin::Form::Html, bulletin::Form::Json]
        .into_iter()
        .map(|form| {
            let text = pipeline::changes(&project(on_disk), &BuildOptions::default(), None, form).result.expect("a bulletin");
            (format!("{form:?}"), text.into_bytes())
        })
        .collect()
}

/// November with the person in it, and its record.
fn november() -> (Fixture, String) {
    let fixture =
        Fixture::good().with("issues/2026-11.toml", "date = 2026-11-02\n").with("listings/food/private-person.toml", petronella());
    let on_disk = fixture.on_disk();
    let outcome = pipeline::close(&project(&on_disk), Month::parse("2026-11").expect("a month"), false, &mut |_| {});
    assert!(outcome.result.is_ok(), "{}", fingerpost::diag::text::render_short(&outcome.found, &outcome.sources));
    let record = std::fs::read_to_string(on_disk.root().join("content/issues/2026-11.record.toml")).expect("a record");
    (fixture, record)
}

/// The listing as it stands after a change of its consent, with the record of the month before.
fn december(consent: &str) -> OnDisk {
    let (fixture, record) = november();
    let listing = petronella().replace("scope = [\"print\", \"web\", \"feed\"]", consent);
    fixture.with("issues/2026-11.record.toml", record).with("listings/food/private-person.toml", listing).on_disk()
}

/// The search is worth something: while the listing is there, it is found in every kind of artefact.
#[test]
fn a_listing_that_is_published_is_found_everywhere() {
    let on_disk = december("scope = [\"print\", \"web\", \"feed\"]");
    let found = telling(&on_disk.built(&BuildOptions::default()));
    for kind in [
        "booklet/2026-12-a5.pdf",
        "site/index.html",
        "site/listing/private-person.html",
        "private-person.ics",
        "site/assets/rows",
        "site/assets/index",
        "data/listings.json",
        "site/a-to-z.html",
    ] {
        assert!(found.iter().any(|one| one.contains(kind)), "{kind} does not tell: {found:#?}");
    }
}

#[test]
fn who_has_withdrawn_or_whose_consent_has_ended_is_found_nowhere() {
    let all = "scope = [\"print\", \"web\", \"feed\"]\n";
    for consent in ["withdrawn = true", "until = 2026-11-30"] {
        let on_disk = december(&format!("{all}{consent}"));
        let mut files = on_disk.built(&BuildOptions::default());
        files.extend(bulletins(&on_disk));
        assert_eq!(telling(&files), Vec::<String>::new(), "{consent}");
        assert!(squeezed("Text", &files["Text"]).contains("1otherentrywastakenout"), "{consent}");
        let close = pipeline::close(&project(&on_disk), Month::parse("2026-12").expect("a month"), false, &mut |_| {});
        let closed = std::fs::read(close.result.expect("it can be closed").path).expect("a record");
        assert!(!squeezed("record", &closed).contains("petronella"), "{consent}");
    }
}

#[test]
fn the_command_takes_the_details_out_and_keeps_them_out() {
    let on_disk = december("scope = [\"print\", \"web\", \"feed\"]");
    let notes = on_disk.root().join("content/listings/food/private-person.private.toml");
    std::fs::write(&notes, "notes = \"Zenobia\"").expect("a file");
    let before = crate::publish::tree(on_disk.root());
    let foreseen = withdrawing::foreseen(&project(&on_disk), "private-person", DAY).result.expect("it can be foreseen");
    assert_eq!((foreseen.removed.len(), foreseen.records.len()), (2, 1));
    assert_eq!(crate::publish::tree(on_disk.root()), before, "nothing is done yet");
    withdrawing::withdraw(&project(&on_disk), "private-person", DAY).result.expect("it can be withdrawn");

    let content: BTreeMap<String, Vec<u8>> = crate::publish::tree(&on_disk.root().join("content"));
    let told: Vec<String> = telling(&content).into_iter().filter(|one| !one.ends_with("private-person")).collect();
    assert_eq!(told, Vec::<String>::new(), "nothing but the id is left in the content");
    let mut files = on_disk.built(&BuildOptions::default());
    files.extend(bulletins(&on_disk));
    assert_eq!(telling(&files), Vec::<String>::new());
    assert!(squeezed("Text", &files["Text"]).contains("1otherentrywastakenout"));
    let again = withdrawing::withdraw(&project(&on_disk), "private-person", DAY).result.expect_err("it is gone").to_string();
    assert!(again.contains("has been taken out already"), "{again}");
}

/// What only a person can put right is named: words of others, pictures, booklets that are kept.
#[test]
fn the_command_says_where_to_look() {
    let page = |text: &str| format!("+++\nid = \"thanks\"\ntitle = \"Thanks\"\nplace = \"back\"\n+++\n{text}\n");
    let look = |fixture: Fixture| {
        let on_disk = fixture.with("listings/food/private-person.toml", petronella()).on_disk();
        let withdrawn = withdrawing::foreseen(&project(&on_disk), "private-person", DAY).result.expect("it can be foreseen");
        let names = |list: &[std::path::PathBuf]| {
            list.iter()
                .map(|path| path.strip_prefix(on_disk.root()).expect("a file of the project").display().to_string())
                .collect::<Vec<_>>()
        };
        [names(&withdrawn.spoken_of), names(&withdrawn.archived)].concat()
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(look(Fixture::good().with("pages/thanks.md", page("We thank all cooks."))), none);
    assert_eq!(look(Fixture::good().with("pages/thanks.md", page("We thank **petronella private**."))), ["content/pages/thanks.md"]);
    assert_eq!(look(Fixture::good().with("pages/thanks.md", page("Ring 01632 960 127."))), ["content/pages/thanks.md"]);
    let highlight = "date = 2026-12-01\nhighlights = [\"private-person\"]\n";
    assert_eq!(look(Fixture::good().with("issues/2026-12.toml", highlight)), ["content/issues/2026-12.toml"]);
    let kept = Fixture::good().with("archive/2026-11-a5.pdf", "%PDF-1.7");
    assert_eq!(look(kept.clone()), ["content/archive/2026-11-a5.pdf"], "of a month without a record nobody can tell");
    let (_, record) = november();
    assert_eq!(look(kept.with("issues/2026-11.record.toml", record)), ["content/archive/2026-11-a5.pdf"]);
}

/// The list as the command writes it.
fn list() -> String {
    let on_disk = Fixture::good().with("listings/food/private-person.toml", petronella()).on_disk();
    withdrawing::withdraw(&project(&on_disk), "private-person", DAY).result.expect("it can be withdrawn");
    std::fs::read_to_string(on_disk.root().join("content/do-not-relist.toml")).expect("a list")
}

#[test]
fn nobody_is_listed_again_without_asking() {
    let list = list();
    assert!(!list.contains("Petronella") && !list.contains("960"), "{list}");
    let check = |listing: String, path: &str| {
        let outcome = Fixture::good().with("do-not-relist.toml", list.as_str()).with(path, listing).check();
        outcome.found.iter().filter(|finding| finding.name == "do-not-relist").map(|finding| finding.title.clone()).collect::<Vec<_>>()
    };
    let id = "this id belonged to a service that asked to be taken out".to_owned();
    let name = "a service with this name or telephone number asked to be taken out".to_owned();
    let same = "listings/food/private-person.toml";
    let new = "listings/food/new-person.toml";
    assert_eq!(check(petronella(), same), [id.as_str(), name.as_str()]);
    let renamed = petronella().replace("private-person", "new-person");
    assert_eq!(check(renamed.clone(), new), [name.as_str()]);
    // The number alone, written otherwise; the name alone, written otherwise.
    let number = renamed.replace("Petronella Private", "Quite Different").replace("01632 960127", "+44 1632 960127");
    assert_eq!(check(number, new), [name.as_str()]);
    let called = renamed.replace("Petronella Private", "PETRONELLA  private!").replace("960127", "960128").replace("960987", "960988");
    assert_eq!(check(called.clone(), new), [name.as_str()]);
    assert_eq!(check(called.replace("Petronella", "P").replace("PETRONELLA  private!", "Somebody Else"), new), Vec::<String>::new());
    // Who has agreed again may come back, under another id.
    let back = |day: &str| renamed.replace("given = 2026-02-03", &format!("given = {day}"));
    assert_eq!(check(back("2026-11-20"), new).len(), 1);
    assert_eq!(check(back("2026-11-21"), new), Vec::<String>::new());
    assert_eq!(check(back("2026-11-21").replace("new-person", "private-person"), same), [id.as_str()]);
}

/// A number that others have too keeps nobody else out.
#[test]
fn a_shared_switchboard_is_not_on_the_list() {
    let on_disk = Fixture::good().with("listings/food/private-person.toml", petronella().replace("960127", "960123")).on_disk();
    withdrawing::withdraw(&project(&on_disk), "private-person", DAY).result.expect("it can be withdrawn");
    let outcome = on_disk.build(&BuildOptions::default());
    assert!(outcome.result.is_ok(), "{}", fingerpost::diag::text::render_short(&outcome.found, &outcome.sources));
}

/// Which artefacts belong to a form of publication: the covers and books are print, the site is web, the data is feed.
fn form_of(path: &str) -> &'static str {
    match path.split('/').next() {
        Some("booklet" | "print") => "print",
        Some("data") => "feed",
        _ if path.ends_with(".pdf") || path.contains("/booklet/") => "print",
        _ if path.ends_with("feed.xml") => "feed",
        // The manifest is for the program alone, and names the pages of the site.
        Some("site" | "manifest.json") => "web",
        _ => "",
    }
}

/// A consent that lacks a form of publication keeps the listing out of that form only, and out of its list of changes.
#[test]
fn a_listing_is_out_of_the_forms_that_its_consent_lacks() {
    for (scope, forms) in [
        ("scope = [\"web\", \"feed\"]", &["web", "feed"][..]),
        ("scope = [\"print\", \"feed\"]", &["print", "feed"]),
        ("scope = [\"print\", \"web\"]", &["print", "web"]),
        ("scope = [\"web\"]", &["web"]),
        ("scope = [\"feed\"]", &["feed"]),
        ("scope = [\"print\"]", &["print"]),
    ] {
        let on_disk = december(scope);
        let files = on_disk.built(&BuildOptions::default());
        let told = telling(&files);
        let out: Vec<&String> = told.iter().filter(|one| !forms.contains(&form_of(one.split(": ").next().unwrap_or(one)))).collect();
        assert!(out.is_empty(), "{scope}: {out:#?}");
        for form in forms {
            assert!(
                told.iter().any(|one| form_of(one.split(": ").next().unwrap_or(one)) == *form),
                "{scope} does not reach {form}: {told:#?}"
            );
        }
        let says = |path: &str| squeezed(path, &files[path]).contains("1otherentrywastakenout");
        assert_eq!(says("booklet/2026-12-a5.pdf"), !forms.contains(&"print"), "{scope}: the booklet's list of changes");
        assert_eq!(says("site/changes.html"), !forms.contains(&"web"), "{scope}: the website's list of changes");
    }
}

/// Who never agreed to be printed is not printed when they leave.
#[test]
fn leaving_is_told_only_where_the_listing_was() {
    let (fixture, _) = november();
    let web = petronella().replace("scope = [\"print\", \"web\", \"feed\"]", "scope = [\"web\"]");
    let on_disk = fixture.clone().with("listings/food/private-person.toml", web.clone()).on_disk();
    let outcome = pipeline::close(&project(&on_disk), Month::parse("2026-11").expect("a month"), false, &mut |_| {});
    let record = std::fs::read_to_string(outcome.result.expect("it can be closed").path).expect("a record");
    let gone = web.replace("kind =", "status = \"closed\"\nkind =");
    let files = fixture
        .with("issues/2026-11.record.toml", record)
        .with("listings/food/private-person.toml", gone)
        .on_disk()
        .built(&BuildOptions::default());
    assert!(squeezed("page", &files["site/changes.html"]).contains("petronellaprivate"), "readers of the website are told");
    assert!(!squeezed("booklet.pdf", &files["booklet/2026-12-a5.pdf"]).contains("petronella"), "readers of the booklet are not");
}
