//! A corpus of wrong inputs (`tests/bad/*.md`), each with every finding it gives. None may panic, none is published.
//!
//! A case is a heading `## what is wrong`, one or more fenced examples as in the rules' explanations, and a fence
//! ```` ```text ```` with the findings, a line each. `FINGERPOST_BLESS=1 cargo test bad` writes the findings anew.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use crate::support::Fixture;

/// A case: its heading, its fences (the words after the fence, the text), what is expected.
struct Case {
    name: String,
    fences: Vec<(String, String)>,
    expected: String,
}

fn cases(text: &str) -> Vec<Case> {
    let mut list: Vec<Case> = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        if let Some((info, body)) = &mut open {
            if line == "```" {
                let case = list.last_mut().expect("a fence stands below a heading");
                match info.as_str() {
                    "text" => case.expected.clone_from(body),
                    _ => case.fences.push((info.clone(), body.clone())),
                }
                open = None;
            } else {
                body.push_str(line);
                body.push('\n');
            }
        } else if let Some(name) = line.strip_prefix("## ") {
            list.push(Case { name: name.to_owned(), fences: Vec::new(), expected: String::new() });
        } else if let Some(info) = line.strip_prefix("```") {
            let info = info.strip_prefix("toml ").unwrap_or(info);
            open = Some((info.to_owned(), String::new()));
        }
    }
    list
}

/// What a case gives: its findings, and whether it would be published.
fn outcome(case: &Case) -> (String, bool) {
    let fixture = case.fences.iter().fold(Fixture::good(), |fixture, (info, text)| fixture.applied(info, text));
    let outcome = fixture.check();
    (outcome.short(), outcome.checked.is_some())
}

fn write(path: &Path, intro: &str, cases: &[Case], found: &[String]) {
    let mut text = intro.to_owned();
    for (case, found) in cases.iter().zip(found) {
        text.push_str(&format!("## {}\n", case.name));
        for (info, body) in &case.fences {
            text.push_str(&format!("```toml {info}\n{body}```\n"));
        }
        text.push_str(&format!("```text\n{found}```\n\n"));
    }
    fs::write(path, text.trim_end().to_owned() + "\n").expect("the corpus can be written");
}

#[test]
fn every_wrong_input_is_found() {
    #[expect(clippy::disallowed_methods, reason = "whether to write the expectations anew is asked of the person who runs the test")]
    let bless = std::env::var_os("FINGERPOST_BLESS").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let (mut faults, mut number) = (String::new(), 0);
    for (file, bytes) in crate::publish::tree(&folder) {
        let text = String::from_utf8(bytes).expect("the corpus is UTF-8");
        let cases = cases(&text);
        let mut all = Vec::new();
        for case in &cases {
            number += 1;
            let Ok((found, published)) = catch_unwind(|| outcome(case)) else {
                faults += &format!("{file}: {}: the check panics\n", case.name);
                all.push(String::new());
                continue;
            };
            if found.is_empty() {
                faults += &format!("{file}: {}: nothing is found\n", case.name);
            }
            if found.contains(": error[") == published {
                faults += &format!("{file}: {}: an error must stop it, and nothing else\n{found}", case.name);
            }
            if found != case.expected && !bless {
                faults += &format!("{file}: {}\nexpected:\n{}found:\n{found}\n", case.name, case.expected);
            }
            all.push(found);
        }
        if bless {
            let intro = text.split("## ").next().unwrap_or_default();
            write(&folder.join(file), intro, &cases, &all);
        }
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(number >= 120, "only {number} cases");
}

/// Inputs that are too long to be written down: none may panic or take long.
#[test]
fn enormous_inputs_are_refused_quickly() {
    let listing = crate::support::LISTING;
    let description = |text: &str| listing.replace("We cook a two-course lunch each week and sit down together at midday.", text);
    let inputs = [
        ("a description of 5 MB", description(&"word ".repeat(1_000_000)), "description-length"),
        ("5 MB on one line", listing.replace("Riverside Table", &"x".repeat(5_000_000)), "name-length"),
        ("9 MB", description(&"word ".repeat(1_800_000)), "file-too-long"),
        ("50,000 brackets", listing.replace("[\"tilbury\"]", &"[".repeat(50_000)), "toml-syntax"),
        (
            "nested lists",
            description(&(0..2_000).map(|at| format!("\n{}- x", "  ".repeat(at % 500))).collect::<String>()),
            "description-length",
        ),
        ("10,000 links", description(&"[a](javascript:x) ".repeat(2_000)), "link-scheme"),
        ("unfinished HTML", description(&"<![CDATA[ ".repeat(3_500)), "description-length"),
        (
            "100,000 keys",
            format!("{listing}\n[private]\n{}", (0..100_000).map(|at| format!("k{at} = 1\n")).collect::<String>()),
            "unknown-key",
        ),
    ];
    for (name, text, rule) in inputs {
        let outcome = Fixture::good().with("listings/food/riverside-table.toml", text).check();
        assert!(outcome.says(rule), "{name}: {}", outcome.short().chars().take(500).collect::<String>());
        assert!(outcome.checked.is_none(), "{name} would be published");
        let shown = fingerpost::diag::text::render(
            &outcome.found,
            &outcome.sources,
            fingerpost::diag::text::TextOptions { colour: false, width: 120 },
        );
        let lines = shown.lines().map(|line| line.chars().count());
        assert!(lines.max().unwrap_or(0) < 2_000, "{name} fills the screen");
    }
}
