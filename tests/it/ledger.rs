//! Who may be published where: the publisher's own ledger.

use fingerpost::pipeline::{self, Project};
use fingerpost::render::report::Form;

use crate::support::{Fixture, LISTING};

fn ledger(fixture: &Fixture, form: Form) -> String {
    let on_disk = fixture.on_disk();
    let project = Project { root: on_disk.root().to_owned(), output: on_disk.output() };
    let outcome = pipeline::ledger(&project, None, form);
    let short = fingerpost::diag::text::render_short(&outcome.found, &outcome.sources);
    assert!(!on_disk.output().exists(), "nothing is written");
    outcome.result.unwrap_or_else(|error| panic!("{error}\n{short}"))
}

fn other(id: &str, name: &str, number: &str) -> String {
    LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("960123", number)
}

/// One of each sort: everywhere with evidence, on another ground, ended, withdrawn in two ways, with a mistake.
fn project() -> Fixture {
    Fixture::good()
        .listing(
            "delivery = [\"at_home\"]\n# without: venue\n# without: session\nsafety = { in_home = true, food = { registered = true, rating = 4, rated = 2025-11-04 }, dbs = { level = \"enhanced_barred\", issued = 2026-03-02, seen = 2026-03-10, by = \"scheme officer\" }, insurance = { public_liability = 5000000, until = 2026-11-30, seen = 2026-03-10 } }\n",
        )
        .with(
            "listings/food/quiet-hour.toml",
            other("quiet-hour", "Quiet Hour", "960124")
                .replace("basis = \"consent\"", "basis = \"legitimate_interests\"\nreason = \"=A library's own timetable\"\nreview_by = 2026-11-01")
                .replace("\"print\", \"web\", \"feed\"", "\"web\""),
        )
        .with("listings/food/old-spade.toml", other("old-spade", "Old Spade", "960125") + "until = 2026-11-30\n")
        .with("listings/food/shy-person.toml", other("shy-person", "Sheila Shy", "960126") + "withdrawn = true\n")
        .with("listings/food/torn-table.toml", other("torn-table", "Torn Table", "96"))
        .with("do-not-relist.toml", "[[entry]]\nid = \"gone-person\"\nsince = 2026-06-01\n")
}

#[test]
fn the_ledger_says_who_may_be_published_where() {
    let expected = "\
Who may be published where, for December 2026: Local help near you

Old Spade (old-spade)
  nowhere on the ground of consent, since 3 February 2026
  consent ended: 30 November 2026
  food: rating 5 of 4 November 2025
  entry confirmed: 12 November 2026, by telephone

Quiet Hour (quiet-hour)
  web on the ground of legitimate interests: =A library\u{2019}s own timetable, since 3 February 2026
  to be asked again since: 1 November 2026
  food: rating 5 of 4 November 2025
  entry confirmed: 12 November 2026, by telephone

Riverside Table (riverside-table)
  print, web, feed on the ground of consent, since 3 February 2026
  DBS: enhanced barred, issued 2 March 2026, seen 10 March 2026 by scheme officer
  insurance, ended: \u{a3}5 million until 30 November 2026, seen 10 March 2026
  food: rating 4 of 4 November 2025
  entry confirmed: 12 November 2026, by telephone

Asked to be taken out; the ids are never used again
  gone-person, 1 June 2026
  shy-person

3 listings: 1 may be printed, 2 may be on the website, 1 may be in the data for other directories. 1 consent has ended. 2 services have asked to be taken out. torn-table has mistakes and is not in this list: `fingerpost check` says what is wrong.
";
    assert_eq!(ledger(&project(), Form::Text), expected);
}

#[test]
fn all_forms_agree_and_none_names_who_has_gone() {
    let text = ledger(&project(), Form::Csv);
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(text.as_bytes()).records().map(|row| row.expect("a row")).collect();
    let may: Vec<Vec<&str>> = rows.iter().map(|row| [0, 2, 3, 4].map(|at| &row[at]).to_vec()).collect();
    assert_eq!(
        may,
        [
            ["old-spade", "no", "no", "no"],
            ["quiet-hour", "no", "yes", "no"],
            ["riverside-table", "yes", "yes", "yes"],
            ["gone-person", "no", "no", "no"],
            ["shy-person", "no", "no", "no"],
        ]
    );
    let html = ledger(&project(), Form::Html);
    assert!(html.contains("<td class=\"late\">30 November 2026 (ended)</td>"), "{html}");
    for text in [html, text, ledger(&project(), Form::Text)] {
        assert!(!text.contains("Sheila") && !text.contains("960126"), "{text}");
    }
}
