//! `fingerpost shortlist` writes what the website would find, and says plainly what there is not.

use crate::agree::words_of_pdf;
use crate::support::{Fixture, OnDisk};

fn project() -> OnDisk {
    let other = "id = \"garden-hands\"\nname = \"Garden Hands\"\ncategories = [\"gardening\"]\nlocalities = [\"grays\"]\naccess = [\"step-free\"]\ncontact = [{ phone = \"01632 960124\" }]\nsession = [{ days = [\"friday\"], from = \"10:00\", to = \"11:00\" }]\n";
    Fixture::good().applied("second", other).on_disk()
}

/// What a command says and writes: exit code, words on the terminal, words on the sheet.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let project = project();
    let to = project.root().join("sheet.pdf");
    let mut all = vec!["shortlist", "--to", to.to_str().expect("a plain path")];
    all.extend(arguments);
    let output = project.command(&all).output().expect("the program runs");
    let sheet = std::fs::read(&to).map(|pdf| words_of_pdf(&pdf)).unwrap_or_default();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), sheet)
}

fn check(arguments: &[&str], wanted: &[&str], unwanted: &[&str]) {
    let (code, said, sheet) = run(arguments);
    assert_eq!(code, Some(0), "{said}");
    let sheet: String = sheet.chars().filter(|c| !c.is_whitespace()).collect();
    let on_it = |text: &&&str| sheet.contains(&text.replace(' ', ""));
    let (missing, extra): (Vec<_>, Vec<_>) = (wanted.iter().filter(|text| !on_it(text)).collect(), unwanted.iter().filter(on_it).collect());
    assert!(missing.is_empty() && extra.is_empty(), "{arguments:?}: lacks {missing:?}, has {extra:?}\n{sheet}");
}

#[test]
fn ids_and_addresses_of_lists_make_a_sheet() {
    check(&["riverside-table", "--for", "Mrs B"], &["Riverside Table", "01632 960 123", "Mrs B"], &["Garden Hands"]);
    let address = "https://example.org/shortlist.html#ids=garden-hands,riverside-table";
    check(&[address], &["Riverside Table", "Garden Hands", "01632 960 124"], &[]);
}

#[test]
fn filters_make_a_sheet() {
    check(&["--place", "tilbury"], &["Riverside Table"], &["Garden Hands"]);
    check(&["--kind", "gardening", "--with", "step-free", "--with", "morning"], &["Garden Hands"], &["Riverside Table"]);
    check(&["--day", "tuesday", "--with", "afternoon"], &["Riverside Table"], &["Garden Hands"]);
}

#[test]
fn what_there_is_not_is_said() {
    for (arguments, expected) in [
        (&["nobody"][..], "there is no listing on the site called \"nobody\""),
        (&["--place", "atlantis"], "there is no place called \"atlantis\"; there are: tilbury and grays"),
        (&["--with", "stepfree"], "there is no choice called \"stepfree\"; there are: morning,"),
        (&["--day", "sunday"], "no listing meets all of this"),
    ] {
        let (code, said, sheet) = run(arguments);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(expected) && sheet.is_empty(), "{arguments:?}: {said}");
    }
}
