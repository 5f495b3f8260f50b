//! Files for copiers and printing firms: sheets are unfolded and folded, boxes measured, inks looked at.

use std::collections::BTreeMap;

use fingerpost::pipeline::{BuildOptions, Part, Project, build};
use lopdf::Document;

use crate::support::{Fixture, OnDisk};

mod preflight;
mod sheets;

use sheets::{inks, measures, pages, parts, texts};

const HEAD: &str = "[theme]\nname = \"mine\"\ncontract = 1\nextends = \"default\"\n";

/// A project whose booklet has so many pages, with nothing on them but "Leaf 1", "Leaf 2" ...
fn leaves(count: usize, settings: &str) -> OnDisk {
    let project = Fixture::good().overlaid("booklet.toml", &format!("theme = \"mine\"\n{settings}")).on_disk();
    let main =
        format!("#import \"page.typ\": booklet\n#show: booklet\n#for at in range(1, {}) {{ page(header: none, [Leaf #at]) }}\n", count + 1);
    let folder = project.root().join("themes/mine/booklet");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(project.root().join("themes/mine/theme.toml"), HEAD).expect("a file");
    for file in ["main.typ", "pocket.typ"] {
        std::fs::write(folder.join(file), &main).expect("a file");
    }
    project
}

/// The files below `print/` of a build of the booklet.
fn printed(project: &OnDisk) -> BTreeMap<String, Vec<u8>> {
    let files = project.built(&BuildOptions { only: Some(Part::Booklet), ..BuildOptions::default() });
    files.into_iter().filter_map(|(path, bytes)| Some((path.strip_prefix("print/")?.to_owned(), bytes))).collect()
}

fn printer(settings: &str) -> String {
    format!("[[printer]]\nid = \"press\"\neditions = [\"a5\"]\n{settings}\n")
}

/// The one file of a printer for a booklet of so many pages.
fn sheets(count: usize, settings: &str) -> Document {
    let files = printed(&leaves(count, &printer(settings)));
    let names: Vec<&String> = files.keys().filter(|name| !name.starts_with("test-print")).collect();
    let [name] = names[..] else { panic!("{names:?}") };
    load(&files[name])
}

fn load(pdf: &[u8]) -> Document {
    let pdf = Document::load_mem(pdf).expect("a PDF");
    let catalog = pdf.catalog().expect("a catalogue");
    assert!(!catalog.has(b"StructTreeRoot"), "print files have no tags");
    for page in pages(&pdf) {
        assert!(!page.has(b"Annots"), "print files have no links");
    }
    pdf
}

/// Prints both sides on paper, lays the sheets of a gathering into each other, folds them, and reads.
fn read(sides: &[Vec<(String, bool)>], is_long_edge: bool) -> Vec<String> {
    let mut sheets = Vec::new();
    for sheet in sides.chunks(2) {
        let (front, mut back) = (sheet[0].clone(), sheet[1].clone());
        if is_long_edge {
            // Turned over the long edge, what was printed upside down is the right way up, and left is right.
            back.reverse();
            back.iter_mut().for_each(|(_, upside_down)| *upside_down = !*upside_down);
        }
        assert!(front.iter().chain(&back).all(|(_, upside_down)| !upside_down), "upside down: {front:?} {back:?}");
        sheets.push((front, back));
    }
    let inwards = sheets.iter().flat_map(|(front, back)| [&front[1], &back[0]]);
    let outwards = sheets.iter().rev().flat_map(|(front, back)| [&back[1], &front[0]]);
    inwards.chain(outwards).map(|(name, _)| name.clone()).collect()
}

/// "1" to `count`, with so many notes before the last.
fn in_order(count: usize, notes: usize) -> Vec<String> {
    let mut order: Vec<String> = (1..=count).map(|at| at.to_string()).collect();
    order.splice(count - 1..count - 1, std::iter::repeat_n("notes".to_owned(), notes));
    order
}

#[test]
fn folded_sheets_read_from_the_first_page_to_the_last() {
    for (flip, is_long_edge) in [("short-edge", false), ("long-edge", true)] {
        let pdf = sheets(10, &format!("pages = \"imposed\"\nflip = \"{flip}\"\nmarks = true"));
        let sides = parts(&pdf, 2);
        assert_eq!(sides.len(), 6);
        assert_eq!(sides[0], [("10".to_owned(), false), ("1".to_owned(), false)]);
        assert_eq!(read(&sides, is_long_edge), in_order(10, 2), "{flip}");
        for page in pages(&pdf) {
            measures(page, b"MediaBox", 297.0, 210.0);
        }
    }
}

#[test]
fn gatherings_follow_each_other() {
    let sides = parts(&sheets(20, "pages = \"imposed\"\nsignature = 2"), 2);
    let all: Vec<String> = [&sides[..4], &sides[4..8], &sides[8..]].into_iter().flat_map(|sides| read(sides, false)).collect();
    assert_eq!(all, in_order(20, 0));
}

/// Each sheet lies half a millimetre further in than the next outer one, on both halves.
#[test]
fn inner_sheets_move_towards_the_fold() {
    let pdf = sheets(12, "pages = \"imposed\"\npaper_thickness = 0.5");
    let place = |side: usize, half: usize| {
        let id = pdf.get_pages().into_values().nth(side).expect("a side");
        let mut all: Vec<f32> = texts(&pdf, id).iter().map(|said| said.x).collect();
        all.sort_by(f32::total_cmp);
        if half == 0 { all[0] } else { *all.last().expect("a text") }
    };
    let step = 0.5 * 72.0 / 25.4;
    for side in [0, 1] {
        assert!((place(side + 2, 0) - place(side, 0) - step).abs() < 0.01);
        assert!((place(side, 1) - place(side + 4, 1) - 2.0 * step).abs() < 0.01);
    }
}

#[test]
fn a_pocket_edition_is_one_sheet_folded_like_a_letter() {
    let settings = "[[edition]]\nid = \"pocket\"\nform = \"pocket\"\npaper = \"dl\"\n[[printer]]\nid = \"copier\"\neditions = [\"pocket\"]\npages = \"imposed\"\n";
    let files = printed(&leaves(6, settings));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["2026-12-pocket-imposed.pdf", "test-print-copier.pdf"]);
    let pdf = load(&files["2026-12-pocket-imposed.pdf"]);
    let sides: Vec<Vec<String>> = parts(&pdf, 3).into_iter().map(|side| side.into_iter().map(|(name, _)| name).collect()).collect();
    assert_eq!(sides, [["5", "6", "1"], ["2", "3", "4"]]);
    measures(pages(&pdf)[0], b"MediaBox", 297.0, 210.0);
    assert_eq!(load(&files["test-print-copier.pdf"]).get_pages().len(), 2);
}

#[test]
fn a_firm_gets_bleed_marks_and_a_cover_apart() {
    let files = printed(&leaves(10, &printer("cover = \"separate\"\nbleed = 3\nmarks = true\ninks = \"cmyk\"")));
    assert_eq!(files.keys().collect::<Vec<_>>(), ["2026-12-a5-press-cover.pdf", "2026-12-a5-press-inside.pdf"]);
    let (cover, inside) = (load(&files["2026-12-a5-press-cover.pdf"]), load(&files["2026-12-a5-press-inside.pdf"]));
    let names = |pdf: &Document| parts(pdf, 1).into_iter().map(|side| side[0].0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&cover), ["1", "2", "notes", "10"]);
    assert_eq!(names(&inside), ["3", "4", "5", "6", "7", "8", "9", "notes"]);
    for page in pages(&cover).into_iter().chain(pages(&inside)) {
        measures(page, b"TrimBox", 148.0, 210.0);
        measures(page, b"BleedBox", 154.0, 216.0);
        measures(page, b"MediaBox", 164.0, 226.0);
    }
}

#[test]
fn without_marks_the_paper_ends_where_the_bleed_does() {
    let pdf = sheets(3, "bleed = 5");
    assert_eq!(pdf.get_pages().len(), 3, "single pages are not filled up");
    measures(pages(&pdf)[0], b"TrimBox", 148.0, 210.0);
    measures(pages(&pdf)[0], b"MediaBox", 158.0, 220.0);
    let plain = sheets(3, "");
    measures(pages(&plain)[0], b"MediaBox", 148.0, 210.0);
}

#[test]
fn facing_pages_lie_side_by_side() {
    let pdf = sheets(6, "pages = \"spreads\"");
    let all = pages(&pdf);
    assert_eq!(all.len(), 4);
    measures(all[0], b"MediaBox", 148.0, 210.0);
    measures(all[1], b"MediaBox", 296.0, 210.0);
    measures(all[3], b"MediaBox", 148.0, 210.0);
    let sides = parts(&pdf, 2);
    assert_eq!([sides[1][0].0.as_str(), &sides[1][1].0, &sides[2][0].0, &sides[2][1].0], ["2", "3", "4", "5"]);
}

/// The good project as it is, for one printer.
fn good(settings: &str) -> Document {
    let files = printed(&Fixture::good().overlaid("booklet.toml", &printer(settings)).on_disk());
    load(&files["2026-12-a5-press.pdf"])
}

#[test]
fn black_is_one_ink() {
    let inks = inks(&good("inks = \"black\""));
    assert!(inks.iter().all(|ink| ink[..3] == [0.0; 3]), "only black");
    assert!(inks.contains(&[0.0, 0.0, 0.0, 1.0]) && inks.iter().any(|ink| ink[3] > 0.0 && ink[3] < 1.0), "text, and tones");
}

#[test]
fn process_colours_are_the_themes_own() {
    let near = |ink: &[f32; 4], expected: [f32; 4]| ink.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.003);
    let own = inks(&good("inks = \"cmyk\""));
    assert!(own.iter().any(|ink| near(ink, [0.9, 0.45, 0.4, 0.4])), "the accent");
    assert!(own.iter().any(|ink| near(ink, [0.0, 0.0, 0.0, 1.0])), "text is black alone");
    // A colour that the project has changed is converted; black gives way to nothing.
    let changed = Fixture::good().overlaid("booklet.toml", &format!("{}\n[colours]\naccent = \"#800000\"\n", printer("inks = \"cmyk\"")));
    let files = printed(&changed.on_disk());
    let converted = inks(&load(&files["2026-12-a5-press.pdf"]));
    assert!(converted.iter().any(|ink| near(ink, [0.0, 1.0, 1.0, 0.498])), "the project's accent");
    assert!(!converted.iter().any(|ink| near(ink, [0.9, 0.45, 0.4, 0.4])));
}

/// The good project for a press with process colours, in a theme laid over the default one that goes on with these lines.
fn coloured(lines: &str) -> OnDisk {
    let project = Fixture::good().overlaid("booklet.toml", &format!("theme = \"mine\"\n{}", printer("inks = \"cmyk\""))).on_disk();
    std::fs::create_dir_all(project.root().join("themes/mine")).expect("a folder");
    std::fs::write(project.root().join("themes/mine/theme.toml"), format!("{HEAD}\n{lines}")).expect("a file");
    project
}

/// The inks of a colour that a theme lays over another are no longer those of the other; its own are.
#[test]
fn a_theme_over_another_mixes_its_own_colours() {
    let accent = |lines: &str| {
        let project = coloured(&format!("[colours]\naccent = \"#800000\"\n{lines}"));
        let mut inks = inks(&load(&printed(&project)["2026-12-a5-press.pdf"]));
        inks.retain(|ink| ink[..3] != [0.0; 3]);
        inks[0].map(|ink| (ink * 100.0).round())
    };
    assert_eq!(accent(""), [0.0, 100.0, 100.0, 50.0]);
    assert_eq!(accent("[colours.cmyk]\naccent = \"10 90 80 40\"\n"), [10.0, 90.0, 80.0, 40.0]);
}

#[test]
fn a_file_is_of_the_standard_that_was_asked_for() {
    let file = |settings: &str| printed(&leaves(2, &printer(settings))).remove("2026-12-a5-press.pdf").expect("a file");
    assert!(file("standard = \"1.4\"").starts_with(b"%PDF-1.4"));
    assert!(file("standard = \"1.7\"").starts_with(b"%PDF-1.7"));
    let archive = String::from_utf8_lossy(&file("standard = \"a-2b\"\ninks = \"black\"")).into_owned();
    assert!(archive.contains("pdfaid:part>2<") && archive.contains("pdfaid:conformance>B<"), "it says that it is PDF/A-2b");
}

#[test]
fn a_theme_without_the_small_files_has_blank_pages_and_no_test_print() {
    let project = leaves(3, &printer("pages = \"imposed\""));
    let theme = project.root().join("themes/bare");
    std::fs::create_dir_all(theme.join("booklet")).expect("a folder");
    std::fs::create_dir_all(theme.join("assets")).expect("a folder");
    std::fs::write(theme.join("theme.toml"), "[theme]\nname = \"bare\"\ncontract = 1\n").expect("a file");
    let main = "#set document(title: \"Leaves\", date: datetime(year: 2026, month: 12, day: 1))\n#set page(width: 148mm, height: 210mm)\n#for _ in range(3) { page(rect()) }\n";
    std::fs::write(theme.join("booklet/main.typ"), main).expect("a file");
    let settings = project.root().join("content/booklet.toml");
    let text = std::fs::read_to_string(&settings).expect("the settings");
    std::fs::write(&settings, text.replace("theme = \"mine\"", "theme = \"bare\"")).expect("a file");
    let files = printed(&project);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["2026-12-a5-imposed.pdf"]);
    assert_eq!(load(&files["2026-12-a5-imposed.pdf"]).get_pages().len(), 2);
}

/// The sample is printed as its profiles say, and nothing in it is wrong for them.
#[test]
fn the_sample_can_be_printed() {
    let output = tempfile::tempdir().expect("a folder");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    let project = Project { root, output: output.path().join("output") };
    let options =
        BuildOptions { only: Some(Part::Booklet), editions: ["a5", "pocket"].map(str::to_owned).to_vec(), ..BuildOptions::default() };
    let outcome = build(&project, &options, &mut |_| {});
    let found: Vec<_> = outcome.found.iter().filter(|finding| finding.name == "preflight").collect();
    assert!(found.is_empty(), "{found:#?}");
    // What is for the people who deliver is not for a printer.
    let delivery = ["run-sheet", "labels", "pull-notice"];
    let for_printers = |path: &String| path.starts_with("print/") && !delivery.iter().any(|name| path.contains(name));
    let files: Vec<String> = crate::publish::tree(&project.output).into_keys().filter(for_printers).collect();
    let expected = ["a5-imposed", "a5-trade-3mm-cover", "a5-trade-3mm-inside", "a5-trade-no-bleed", "pocket-imposed"];
    let expected =
        expected.map(|name| format!("print/2026-12-{name}.pdf")).into_iter().chain(["print/test-print-office-copier.pdf".to_owned()]);
    assert_eq!(files, expected.collect::<Vec<_>>());
}
