//! Every rule's explanation has examples, and the examples are true.

use fingerpost::check::registry::RULES;

use crate::support::Fixture;

/// One fenced example: whether it is a wrong one, the words after the fence, the text.
struct Example {
    wrong: bool,
    info: String,
    text: String,
}

fn examples(explain: &str) -> Vec<Example> {
    let mut list = Vec::new();
    let (mut wrong, mut open): (bool, Option<(String, String)>) = (false, None);
    for line in explain.lines() {
        match (&mut open, line) {
            (None, "## Wrong") => wrong = true,
            (None, "## Right") => wrong = false,
            (None, _) if line.starts_with("```toml") => open = Some((line["```toml".len()..].trim().to_owned(), String::new())),
            (Some(_), "```") => list.extend(open.take().map(|(info, text)| Example { wrong, info, text })),
            (Some((_, text)), _) => {
                text.push_str(line);
                text.push('\n');
            }
            _ => {}
        }
    }
    list
}

#[test]
fn the_good_project_is_good() {
    let outcome = Fixture::good().check();
    assert_eq!(outcome.short(), "");
    assert!(outcome.checked.is_some());
}

#[test]
fn wrong_examples_are_found_and_right_ones_are_not() {
    let mut faults = String::new();
    for rule in RULES {
        let mut fixture = Fixture::good();
        for example in examples(rule.explain) {
            fixture = fixture.applied(&example.info, &example.text);
            // `and` at the end of a fence's line joins an example to the one after it.
            if example.info.ends_with(" and") {
                continue;
            }
            let outcome = std::mem::replace(&mut fixture, Fixture::good()).check();
            let errors = outcome.found.has_errors();
            if example.wrong && !outcome.says(rule.name) {
                faults += &format!("{}: the wrong example is not found\n{}\n{}\n", rule.name, example.text, outcome.short());
            }
            if !example.wrong && (outcome.says(rule.name) || errors) {
                faults += &format!("{}: the right example is not right\n{}\n{}\n", rule.name, example.text, outcome.short());
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_rule_that_looks_has_both_examples() {
    for rule in RULES {
        let list = examples(rule.explain);
        let looks = !matches!(rule.check, fingerpost::check::Check::Elsewhere);
        assert!(!looks || list.iter().any(|example| example.wrong), "{} has no wrong example", rule.name);
        assert!(!looks || list.iter().any(|example| !example.wrong), "{} has no right example", rule.name);
        let first = rule.explain.lines().next().unwrap_or_default();
        assert!(first.ends_with('.'), "{}: the first line is one sentence: {first}", rule.name);
    }
}

#[test]
fn rules_stand_in_name_order_and_once() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
}

/// With `--keep-going` every faulty listing is left out and named, also one that cannot be read at all.
#[test]
fn listings_that_are_left_out_are_named() {
    let second =
        crate::support::LISTING.replace("riverside-table", "second-table").replace("Riverside", "Second").replace("960123", "960124");
    let fixture = Fixture::good()
        .with("listings/food/second-table.toml", second.clone())
        .with("listings/food/third-table.toml", second.replace("second-table", "third-table").replace("01632 960124", "01632 9601"))
        .with("listings/food/torn.toml", "id = [\"torn\"\nname = \"Torn\"\n")
        .with("listings/food/latin.toml", b"name = \"Caf\xe9\"".to_vec());
    let options =
        fingerpost::check::CheckOptions { month: None, keep_going: true, printable: &|_| true, colours: crate::support::colours() };
    let checked = fixture.check_with(&options).checked.expect("the others can be published");
    let left_out: Vec<&str> = checked.left_out.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left_out, ["latin", "third-table", "torn"]);
    assert_eq!(checked.listings.len(), 2);
    assert!(fixture.check().checked.is_none());
}
