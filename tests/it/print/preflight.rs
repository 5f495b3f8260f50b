//! What the preflight finds in the finished pages, and what it leaves alone.

use fingerpost::pipeline::{BuildOptions, Part};

use super::{coloured, leaves, printer};
use crate::support::{Fixture, OnDisk};

/// What the preflight says of a project, a line for each finding.
fn found_in(project: &OnDisk) -> Vec<String> {
    let outcome = project.build(&BuildOptions { only: Some(Part::Booklet), ..BuildOptions::default() });
    assert!(outcome.result.is_ok(), "{}", fingerpost::diag::text::render_short(&outcome.found, &outcome.sources));
    let found = outcome.found.iter().filter(|finding| finding.name == "preflight");
    found.map(|finding| format!("{} ({})", finding.title, finding.label)).collect()
}

#[test]
fn the_theme_keeps_what_printers_ask() {
    let settings = printer("safe = 7\nbleed = 3\ninks = \"cmyk\"\nrule = 0.5");
    assert_eq!(found_in(&Fixture::good().overlaid("booklet.toml", &settings).on_disk()), [""; 0]);
}

#[test]
fn the_preflight_says_what_cannot_be_met() {
    let picture = include_bytes!("../../../content/images/flower-bed.jpg");
    let settings = printer("safe = 20\nmost_pages = 4\nrule = 2\nimage_dpi = 2400\ninks = \"cmyk\"");
    let logo = "[logo]\nfile = \"logo.jpg\"\nalt = \"Two hands\"\n";
    let fixture = Fixture::good().with("images/logo.jpg", picture.to_vec()).overlaid("booklet.toml", &format!("{settings}{logo}"));
    let found = found_in(&fixture.on_disk());
    for expected in [
        "text is nearer than 20 mm to the trim",
        "and this printer binds 4 at most",
        "a line is thinner than 2 pt",
        "a picture has fewer than 2400 pixels an inch at its size on page 1",
        "colours that are not turned into process colours on page 1",
        "“Two hands”",
    ] {
        assert!(found.iter().any(|line| line.contains(expected)), "{expected:?} is not said: {found:#?}");
    }
    // Black text of several inks is not among them: this theme has none.
    assert_eq!(found.len(), 5, "one finding for each kind: {found:#?}");
}

#[test]
fn what_reaches_the_edge_goes_on_beyond_it() {
    let bar = |from: &str| {
        let project = leaves(1, &printer("bleed = 3"));
        let bar = format!("place(top + left, dx: {from}, dy: 40mm, rect(width: 20mm, height: 9mm, fill: black))");
        let main = format!("#import \"page.typ\": booklet\n#show: booklet\n#page(header: none, margin: 0mm, {bar})\n");
        std::fs::write(project.root().join("themes/mine/booklet/main.typ"), main).expect("a file");
        found_in(&project)
    };
    for (from, beyond) in [("0mm", "0.0"), ("-2mm", "2.0")] {
        let found = bar(from);
        let expected = format!("something ends at the trim, and should go on for 3 mm on page 1 (page 1: an area goes on for {beyond} mm)");
        assert!(found.len() == 1 && found[0].ends_with(&expected), "{found:?}");
    }
    assert_eq!(bar("-3mm"), [""; 0]);
    assert_eq!(bar("1mm"), [""; 0]);
}

/// The innermost pages move furthest, and their text comes nearest to the fold.
#[test]
fn text_must_not_move_into_the_fold() {
    let found = found_in(&leaves(48, &printer("pages = \"imposed\"\npaper_thickness = 0.5\nsafe = 12")));
    let is_told = found.len() == 1 && found[0].contains("on 8 pages, the first of them 17") && found[0].contains("mm from the fold)");
    assert!(is_told, "{found:?}");
    assert_eq!(found_in(&leaves(48, &printer("pages = \"imposed\"\npaper_thickness = 0.1\nsafe = 12"))), [""; 0]);
}

#[test]
fn black_text_of_several_inks_is_found() {
    let found = found_in(&coloured("[colours.cmyk]\nink = \"70 60 60 100\"\n"));
    assert!(found.len() == 1 && found[0].contains("black text is printed in several inks on pages 1"), "{found:?}");
}

#[test]
fn staples_hold_48_pages() {
    let found = |settings: &str| found_in(&leaves(50, &printer(settings)));
    let stapled = found("pages = \"imposed\"");
    assert!(stapled.len() == 1 && stapled[0].contains("52 pages are stapled together"), "{stapled:?}");
    assert_eq!(found("pages = \"imposed\"\nsignature = 10"), [""; 0]);
    assert_eq!(found(""), [""; 0], "a firm binds as it likes");
}
