//! Files for copiers and printing firms: sheets are unfolded and folded, boxes measured, inks looked at.

use std::collections::BTreeMap;

use fingerpost::pipeline::{BuildOptions, Part, Project, build};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use crate::support::{Fixture, OnDisk};

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

fn pages(pdf: &Document) -> Vec<&Dictionary> {
    pdf.get_pages().values().map(|id| pdf.get_dictionary(*id).expect("a page")).collect()
}

/// A text on a sheet: where it begins, whether it is upside down, and what it says.
#[derive(Debug, Clone)]
struct Said {
    x: f32,
    upside_down: bool,
    text: String,
}

type Matrix = [f32; 6];

fn numbers<const N: usize>(operands: &[Object]) -> [f32; N] {
    let list: Vec<f32> = operands.iter().map(|operand| operand.as_float().expect("a number")).collect();
    list.try_into().expect("so many numbers")
}

fn times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix) -> Matrix {
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// Every text of a page, in the order of the file.
fn texts(pdf: &Document, page: lopdf::ObjectId) -> Vec<Said> {
    let fonts = pdf.get_page_fonts(page).expect("fonts");
    let content = Content::decode(&pdf.get_page_content(page)).expect("a content stream");
    let (mut at, mut stack, mut text, mut font) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new(), [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    let mut said = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "q" => stack.push(at),
            "Q" => at = stack.pop().expect("it was pushed"),
            "cm" => at = times(numbers(operands), at),
            "Tm" => text = numbers(operands),
            "Tf" => font = operands[0].as_name().expect("a name").to_vec(),
            "Tj" | "TJ" => {
                let encoding = fonts[&font].get_font_encoding(pdf).expect("an encoding");
                let parts = operands.iter().flat_map(|operand| operand.as_array().cloned().unwrap_or_else(|_| vec![operand.clone()]));
                let words = parts.filter_map(|part| Document::decode_text(&encoding, part.as_str().ok()?).ok()).collect();
                let place = times(text, at);
                said.push(Said { x: place[4], upside_down: place[3] < 0.0, text: words });
            }
            _ => {}
        }
    }
    said
}

/// What stands on each part of each side of the sheets, from left to right as the file has it: "3", "notes"; with
/// whether it is upside down.
fn parts(pdf: &Document, count: usize) -> Vec<Vec<(String, bool)>> {
    let side = |page: &lopdf::ObjectId| {
        let [_, _, width, _] = media(pdf.get_dictionary(*page).expect("a page"), b"MediaBox");
        let all = texts(pdf, *page);
        let part = |at: usize| {
            #[allow(clippy::cast_precision_loss, reason = "two or three")]
            let (from, to) = (width * at as f32 / count as f32, width * (at + 1) as f32 / count as f32);
            let here: Vec<&Said> = all.iter().filter(|said| (from..to).contains(&said.x)).collect();
            let words: String = here.iter().map(|said| said.text.as_str()).collect();
            let upside_down = here.iter().any(|said| said.upside_down);
            assert!(here.iter().all(|said| said.upside_down == upside_down), "{here:?}");
            let name = if words.contains("notes") { "notes".to_owned() } else { words.replace("Leaf", "").trim().to_owned() };
            (name, upside_down)
        };
        (0..count).map(part).collect()
    };
    pdf.get_pages().values().map(side).collect()
}

fn media(page: &Dictionary, name: &[u8]) -> [f32; 4] {
    let list = page.get(name).and_then(Object::as_array).unwrap_or_else(|_| panic!("no {}", String::from_utf8_lossy(name)));
    numbers(list)
}

/// Asserts that a page is so many millimetres wide and high, measured in one of its boxes.
fn measures(page: &Dictionary, name: &[u8], width: f32, height: f32) {
    let [left, bottom, right, top] = media(page, name);
    let (w, h) = ((right - left) * 25.4 / 72.0, (top - bottom) * 25.4 / 72.0);
    assert!((w - width).abs() < 0.02 && (h - height).abs() < 0.02, "{}: {w} x {h}", String::from_utf8_lossy(name));
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

/// The inks of every text, line and area: `0 0 0 1`.
fn inks(pdf: &Document) -> Vec<[f32; 4]> {
    let mut inks = Vec::new();
    for page in pdf.get_pages().into_values() {
        for operation in Content::decode(&pdf.get_page_content(page)).expect("a content stream").operations {
            match operation.operator.as_str() {
                "k" | "K" => inks.push(numbers(&operation.operands)),
                "rg" | "RG" | "g" | "G" | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" => panic!("no ink: {operation:?}"),
                _ => {}
            }
        }
    }
    for object in pdf.objects.values() {
        let profile = object.as_array().ok().and_then(|list| list.first()).and_then(|first| first.as_name().ok());
        assert!(profile != Some(b"ICCBased") && profile != Some(b"DeviceRGB"), "{object:?}");
    }
    inks
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

/// The inks of a colour that a theme lays over another are no longer those of the other; its own are.
#[test]
fn a_theme_over_another_mixes_its_own_colours() {
    let accent = |lines: &str| {
        let theme = format!("{HEAD}\n[colours]\naccent = \"#800000\"\n{lines}");
        let project = Fixture::good().overlaid("booklet.toml", &format!("theme = \"mine\"\n{}", printer("inks = \"cmyk\""))).on_disk();
        std::fs::create_dir_all(project.root().join("themes/mine")).expect("a folder");
        std::fs::write(project.root().join("themes/mine/theme.toml"), theme).expect("a file");
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
    let picture = include_bytes!("../../content/images/flower-bed.jpg");
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
    let project = Fixture::good().overlaid("booklet.toml", &format!("theme = \"mine\"\n{}", printer("inks = \"cmyk\""))).on_disk();
    std::fs::create_dir_all(project.root().join("themes/mine")).expect("a folder");
    let theme = format!("{HEAD}\n[colours.cmyk]\nink = \"70 60 60 100\"\n");
    std::fs::write(project.root().join("themes/mine/theme.toml"), theme).expect("a file");
    let outcome = project.build(&BuildOptions { only: Some(Part::Booklet), ..BuildOptions::default() });
    let found: Vec<&str> =
        outcome.found.iter().filter(|finding| finding.name == "preflight").map(|finding| finding.title.as_str()).collect();
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
