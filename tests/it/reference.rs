//! The page for staff, `docs/listing-files.md`, says what the code knows: every key, every word, and examples that work.

use std::collections::BTreeSet;

use fingerpost::check::Check;
use fingerpost::check::registry::RULES;
use fingerpost::model::{
    Access, Arrangement, BankHolidays, Basis, ConfirmedBy, Cover, CqcStatus, DbsLevel, Delivery, Detail, Flip, Form, Inks, Kind, Letters,
    PagePlace, PageRole, Paper, Per, Provenance, Referral, Region, Scope, Standard, Status, Weekday, Word,
};

use crate::support::{Fixture, Outcome};

const PAGE: &str = include_str!("../../docs/listing-files.md");

const LISTING: &str = "listings/food/riverside-table.toml";
const BOOKLET: &str = "booklet.toml";
const NOTE: &str = "pages/extra.md";

/// The page's tables: heading, a file that has such a table, and that table with `{}` for a line in it.
const TABLES: &[(&str, &str, &str)] = &[
    ("The listing", LISTING, "{}"),
    ("audience", LISTING, "[audience]\n{}"),
    ("images", LISTING, "[[images]]\n{}"),
    ("[organisation]", LISTING, "[organisation]\n{}"),
    ("[[contact]]", LISTING, "[[contact]]\n{}"),
    ("[[venue]]", LISTING, "[[venue]]\n{}"),
    ("[[session]]", LISTING, "[[session]]\n{}"),
    ("[[cost]]", LISTING, "[[cost]]\n{}"),
    ("[safety]", LISTING, "[safety]\n{}"),
    ("cqc", LISTING, "[safety.cqc]\n{}"),
    ("dbs", LISTING, "[safety.dbs]\n{}"),
    ("insurance", LISTING, "[safety.insurance]\n{}"),
    ("food", LISTING, "[safety.food]\n{}"),
    ("[checks]", LISTING, "[checks]\n{}"),
    ("[consent]", LISTING, "[consent]\n{}"),
    ("[private]", LISTING, "[private]\n{}"),
    ("booklet.toml", BOOKLET, "{}"),
    ("[publisher]", BOOKLET, "[publisher]\n{}"),
    ("[logo]", BOOKLET, "[logo]\n{}"),
    ("[policy]", BOOKLET, "[policy]\n{}"),
    ("[[edition]]", BOOKLET, "[[edition]]\n{}"),
    ("[[printer]]", BOOKLET, "[[printer]]\n{}"),
    ("[[category]]", "categories.toml", "[[category]]\n{}"),
    ("[[locality]]", "localities.toml", "[[locality]]\n{}"),
    ("[[outlet]]", "outlets.toml", "[[outlet]]\n{}"),
    ("[[bank_holiday]]", "closures.toml", "[[bank_holiday]]\n{}"),
    ("[[closure]]", "closures.toml", "[[closure]]\n{}"),
    ("[[term]]", "closures.toml", "[[term]]\n{}"),
    ("[[entry]]", "do-not-relist.toml", "[[entry]]\n{}"),
    ("The page", NOTE, "+++\n{}\n+++\nA text.\n"),
    ("[[number]]", NOTE, "+++\n[[number]]\n{}\n+++\nA text.\n"),
    ("The issue", "issues/2026-12.toml", "{}"),
];

/// What is found in the good project with a line in one of its tables.
fn with_line((_, path, template): &(&str, &str, &str), line: &str) -> Outcome {
    let text = template.replace("{}", line);
    let fixture = Fixture::good();
    if path.ends_with(".md") { fixture.with(path, text).check() } else { fixture.overlaid(path, &text).check() }
}

/// The keys that the code knows where it does not know `zzz`.
fn known(outcome: &Outcome) -> BTreeSet<&str> {
    let mut unknown = outcome.found.iter().filter(|finding| finding.name == "unknown-key" && finding.title.ends_with("`zzz`"));
    let finding = unknown.next().unwrap_or_else(|| panic!("`zzz` is not reported: {}", outcome.short()));
    let known = finding.help.iter().find_map(|help| help.strip_prefix("known here: "));
    known.expect("the finding says which keys are known").split(", ").collect()
}

/// The lines of the page below a heading, as far as the next one that is not deeper.
fn section(heading: &str) -> Vec<&'static str> {
    let mut lines = PAGE.lines().skip_while(|line| line.strip_prefix("### ") != Some(heading));
    assert!(lines.next().is_some(), "the page has no heading `### {heading}`");
    lines.take_while(|line| !line.starts_with("## ") && !line.starts_with("### ")).collect()
}

/// The rows of the first table below a heading, its head included, in cells.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let lines = section(heading).into_iter().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// Key and example of each row below a heading.
fn keys(heading: &str) -> Vec<(&'static str, &'static str)> {
    rows(heading).into_iter().skip(2).map(|cells| (cells[0].trim_matches('`'), cells[4].trim_matches('`'))).collect()
}

#[test]
fn the_page_has_every_key_and_no_other() {
    for table in TABLES {
        let outcome = with_line(table, "zzz = 1");
        let documented: Vec<&str> = keys(table.0).into_iter().map(|(key, _)| key).collect();
        let set: BTreeSet<&str> = documented.iter().copied().collect();
        assert_eq!(set.len(), documented.len(), "`### {}` has a key twice", table.0);
        assert_eq!(set, known(&outcome), "`### {}` and the code (right) know different keys", table.0);
    }
}

#[test]
fn the_page_has_every_table_of_the_small_files() {
    for path in ["categories.toml", "localities.toml", "outlets.toml", "closures.toml", "do-not-relist.toml"] {
        for key in known(&with_line(&("", path, "{}"), "zzz = 1")) {
            assert!(!section(&format!("[[{key}]]")).is_empty());
        }
    }
}

#[test]
fn every_table_has_the_same_columns() {
    const COLUMNS: &[&str] = &["Key", "What it is", "Kind of value", "Needed", "Example", "ORUK"];
    for (heading, path, _) in TABLES {
        let columns = if *path == LISTING { COLUMNS } else { &COLUMNS[..5] };
        let rows = rows(heading);
        assert_eq!(rows[0], columns, "`### {heading}`");
        for row in rows {
            assert!(row.len() == columns.len() && row.iter().all(|cell| !cell.is_empty()), "`### {heading}`: {row:?}");
        }
    }
}

/// An example is a line to copy: it has the row's key, and a value of the kind that the code wants.
#[test]
fn every_row_has_an_example_that_can_be_copied() {
    for table in TABLES {
        for (key, example) in keys(table.0) {
            let parsed: toml::Table = example.parse().unwrap_or_else(|error| panic!("`### {}`, {example}: {error}", table.0));
            assert_eq!(parsed.keys().collect::<Vec<_>>(), [key], "`### {}`, {example}", table.0);
            let outcome = with_line(table, example);
            for form in ["toml-syntax", "unknown-key", "unknown-value", "wrong-type"] {
                assert!(!outcome.says(form), "`### {}`, {example}: {}", table.0, outcome.short());
            }
        }
    }
}

/// The words that the page lists for a key below a heading.
fn words(heading: &str, key: &str) -> Vec<&'static str> {
    let head = format!("Words for `{key}`:");
    let lines = section(heading).into_iter().skip_while(|line| *line != head).skip(1).skip_while(|line| line.is_empty());
    lines.map_while(|line| line.strip_prefix("- `")?.split_once("`: ")).map(|(word, _)| word).collect()
}

fn holds<W: Word>(heading: &str, key: &str) {
    let all: Vec<&str> = W::ALL.iter().map(|value| value.word()).collect();
    assert_eq!(words(heading, key), all, "`### {heading}`, words for `{key}` in the page and in the code (right)");
}

#[test]
fn the_page_has_every_word_of_every_closed_list() {
    holds::<Status>("The listing", "status");
    holds::<Kind>("The listing", "kind");
    holds::<Delivery>("The listing", "delivery");
    holds::<Referral>("The listing", "referral");
    holds::<Access>("The listing", "access");
    holds::<Weekday>("[[session]]", "days");
    holds::<Region>("booklet.toml", "region");
    holds::<BankHolidays>("[[session]]", "bank_holidays");
    holds::<Per>("[[cost]]", "per");
    holds::<CqcStatus>("cqc", "status");
    holds::<DbsLevel>("dbs", "level");
    holds::<ConfirmedBy>("[checks]", "confirmed_by");
    holds::<Provenance>("[checks]", "source");
    holds::<Basis>("[consent]", "basis");
    holds::<Scope>("[consent]", "scope");
    holds::<Letters>("[private]", "letters");
    holds::<PagePlace>("The page", "place");
    holds::<PageRole>("The page", "role");
    holds::<Detail>("[[edition]]", "detail");
    holds::<Form>("[[edition]]", "form");
    holds::<Arrangement>("[[printer]]", "pages");
    holds::<Flip>("[[printer]]", "flip");
    holds::<Cover>("[[printer]]", "cover");
    holds::<Inks>("[[printer]]", "inks");
    holds::<Standard>("[[printer]]", "standard");
    let papers: Vec<&str> = Paper::NAMED.iter().map(|(name, _)| *name).collect();
    assert_eq!(words("[[edition]]", "paper"), papers);
}

#[test]
fn the_page_names_the_rules_that_protect_people() {
    for rule in RULES.iter().filter(|rule| rule.fixed && !matches!(rule.check, Check::Elsewhere)) {
        assert!(section("booklet.toml").iter().any(|line| line.contains(&format!("`{}`", rule.name))), "{}", rule.name);
    }
}

/// The fenced texts of the page: what follows the fence, and the text.
fn fences() -> Vec<(&'static str, String)> {
    let mut list: Vec<(&str, String)> = Vec::new();
    let mut open = false;
    for line in PAGE.lines() {
        match (line.strip_prefix("```"), list.last_mut()) {
            (Some(_), _) if open => open = false,
            (Some(info), _) => {
                list.push((info, String::new()));
                open = true;
            }
            (None, Some((_, text))) if open => {
                text.push_str(line);
                text.push('\n');
            }
            _ => {}
        }
    }
    list
}

#[test]
fn the_complete_listing_is_right() {
    let whole: Vec<String> = fences().into_iter().filter(|(info, _)| *info == "toml").map(|(_, text)| text).collect();
    let [text] = whole.as_slice() else { panic!("the page has {} complete listings, not one", whole.len()) };
    let parsed: toml::Table = text.parse().expect("the complete listing is TOML");
    let id = parsed["id"].as_str().expect("its id is a text");
    assert!(PAGE.contains(&format!("`content/listings/food/{id}.toml`")), "the page says where the file goes");
    let outcome = Fixture::good().with(&format!("listings/food/{id}.toml"), text.as_str()).check();
    assert!(!outcome.found.has_errors() && outcome.checked.is_some(), "{}", outcome.short());
}

#[test]
fn the_pieces_of_settings_are_right() {
    for (info, text) in fences() {
        let Some(path) = info.strip_prefix("toml over content/") else { continue };
        let outcome = Fixture::good().overlaid(path, &text).check();
        assert!(!outcome.found.has_errors(), "{text}\n{}", outcome.short());
    }
}
