//! The paper of a print run, the list of books, and where the pages of an edition go.

use std::collections::BTreeMap;

use fingerpost::pipeline::pages::{BookPages, Part};
use fingerpost::pipeline::{self, BuildOptions, Project};

use crate::agree::words_of_pdf;
use crate::support::{Fixture, LISTING};

/// A project with three outlets, written in another order than they are driven to.
fn project() -> Fixture {
    outlets(&[
        ("corner-shop", "Corner Shop", "copies = { a5 = 7 }\n"),
        (
            "town-library",
            "Town Library",
            "copies = { a5 = 30, big = 4 }\nround = 2\nhours = \"Mondays\"\ncounted = 2026-11-28\nreturned = 6\n",
        ),
        ("sea-surgery", "Sea Surgery", "copies = { a5 = 20 }\nround = 1\ncontact = \"Secretname\"\nphone = \"01632 960987\"\n"),
        ("hill-hub", "Hill Hub", "copies = { big = 1 }\nround = 1\n"),
        ("closed-hall", "Closed Hall", "copies = { a5 = 0 }\nround = 1\n"),
    ])
}

fn outlets(list: &[(&str, &str, &str)]) -> Fixture {
    let one = |(id, name, more): &(&str, &str, &str)| {
        format!(
            "[[outlet]]\nid = \"{id}\"\nname = \"{name}\"\naddress = [\"Ferry Lane\"]\ntown = \"Tilbury\"\npostcode = \"RM18 0ZY\"\n{more}\n"
        )
    };
    let editions = "[[edition]]\nid = \"a5\"\ntitle = \"Booklet\"\npaper = \"a5\"\n[[edition]]\nid = \"big\"\ntitle = \"Large print\"\npaper = \"a4\"\ntext_size = 18\n";
    Fixture::good().overlaid("booklet.toml", editions).with("outlets.toml", list.iter().map(one).collect::<String>())
}

fn built(fixture: &Fixture) -> BTreeMap<String, Vec<u8>> {
    fixture.on_disk().built(&BuildOptions::default())
}

/// The rows of the run sheet.
fn rows(files: &BTreeMap<String, Vec<u8>>) -> Vec<Vec<String>> {
    let bytes = &files["print/2026-12-run-sheet.csv"];
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a spreadsheet is told that it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_run_sheet_adds_up_in_the_order_of_delivery() {
    let files = built(&project());
    let rows = rows(&files);
    let expected: &[&[&str]] = &[
        &["Round", "Stop", "Outlet", "Copies: Booklet", "Copies: Large print"],
        &["1", "1", "Sea Surgery", "20", "0"],
        &["1", "2", "Hill Hub", "0", "1"],
        &["2", "1", "Town Library", "30", "4"],
        &["", "1", "Corner Shop", "7", "0"],
        &["", "", "For outlets", "57", "5"],
        // 5 per cent of 57 and of 5, rounded up.
        &["", "", "Spare copies (5 per cent)", "3", "1"],
        &["", "", "To print", "60", "6"],
    ];
    let shown: Vec<Vec<&str>> = rows.iter().map(|row| [0, 1, 2, 9, 10].map(|at| row[at].as_str()).to_vec()).collect();
    assert_eq!(shown, expected);
    assert_eq!(rows[0].len(), rows[3].len());
    assert_eq!(rows[1][7..9], ["Secretname", "01632 960 987"]);
    assert_eq!(rows[3][11..13], ["6", "28 November 2026"]);

    let words = words_of_pdf(&files["print/2026-12-run-sheet.pdf"]);
    let mut at = 0;
    for said in [
        "What to print",
        "60",
        "Round 1",
        "Sea Surgery",
        "Secretname, 01632 960 987",
        "Hill Hub",
        "Round 2",
        "Town Library",
        "6 left on 28 November 2026",
        "On no round",
        "Corner Shop",
    ] {
        at += words[at..].find(said).unwrap_or_else(|| panic!("{said:?} is not said in its place:\n{words}")) + said.len();
    }
    assert!(words.contains("Delivered") && words.contains("Old copies taken away") && !words.contains("Closed Hall"), "{words}");
}

#[test]
fn spare_copies_are_what_the_project_says() {
    let rows = rows(&built(&project().overlaid("booklet.toml", "spare_percent = 0\n")));
    assert_eq!(rows[rows.len() - 2][9], "0");
    assert_eq!(rows[rows.len() - 1][9], "57");
}

/// A spreadsheet must take no cell for a formula (OWASP, "CSV injection").
#[test]
fn no_cell_is_a_formula() {
    let names = ["=HYPERLINK(0)", "+44 cafe", "-1 club", "@SUM(A1)"];
    let list: Vec<(String, &str)> = names.iter().enumerate().map(|(at, name)| (format!("outlet-{at}"), *name)).collect();
    let list: Vec<(&str, &str, &str)> = list.iter().map(|(id, name)| (id.as_str(), *name, "copies = { a5 = 1 }\n")).collect();
    let rows = rows(&built(&outlets(&list)));
    let shown: Vec<&str> = rows[1..5].iter().map(|row| row[2].as_str()).collect();
    assert_eq!(shown, names.map(|name| format!("'{name}")));
}

fn pages_of(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).expect("a PDF").get_pages().len()
}

#[test]
fn twenty_one_labels_are_on_a_sheet() {
    let many = |count: usize| {
        let names: Vec<(String, String)> = (1..=count).map(|at| (format!("outlet-{at}"), format!("Outlet {at}"))).collect();
        let list: Vec<(&str, &str, &str)> =
            names.iter().map(|(id, name)| (id.as_str(), name.as_str(), "copies = { a5 = 3, big = 2 }\nround = 1\n")).collect();
        built(&outlets(&list))["print/2026-12-labels.pdf"].clone()
    };
    let (one, two) = (many(21), many(22));
    assert_eq!((pages_of(&one), pages_of(&two)), (1, 2));
    let words = words_of_pdf(&two);
    assert!(words.contains("Outlet 22") && words.contains("RM18 0ZY") && words.contains("3 × Booklet, 2 × Large print"), "{words}");
}

/// A label that says more than it has room for stays on its label.
#[test]
fn a_long_label_stays_on_its_label() {
    let long = "The community and leisure centre of a very long name, with a second part that is as long again";
    let more = "address = [\"Units 4 to 6\", \"First Floor\", \"The Old Corn Exchange\", \"Market Place\"]\ncopies = { a5 = 3, big = 2 }\n";
    let fixture = outlets(&[("long", long, "")]);
    let list = format!("[[outlet]]\nid = \"long\"\nname = \"{long}\"\ntown = \"Stanford-le-Hope\"\npostcode = \"SS17 0ZY\"\n{more}");
    let labels = &built(&fixture.with("outlets.toml", list))["print/2026-12-labels.pdf"];
    assert_eq!(pages_of(labels), 1);
    assert!(words_of_pdf(labels).contains("3 × Booklet, 2 × Large print"));
}

#[test]
fn the_notice_names_the_month_before() {
    let notice = |fixture: &Fixture, month: &str| words_of_pdf(&built(fixture)[&format!("print/{month}-pull-notice.pdf")]);
    let december = notice(&project(), "2026-12");
    assert!(december.contains("The booklet for December 2026 is here"), "{december}");
    assert!(december.contains("Please take away the booklet for November 2026"), "{december}");
    let january = notice(&project().without("issues/2026-12.toml").with("issues/2027-01.toml", "date = 2027-01-04\n"), "2027-01");
    assert!(january.contains("January 2027 is here") && january.contains("the booklet for December 2026"), "{january}");
    let pages = |files: &BTreeMap<String, Vec<u8>>| pages_of(&files["print/2026-12-pull-notice.pdf"]);
    assert_eq!(pages(&built(&project())), 1);
}

/// Who to ask for in an outlet is for the driver, and on paper only.
#[test]
fn contacts_of_outlets_are_in_the_run_sheet_only() {
    for (path, bytes) in built(&project()) {
        let text = if path.ends_with(".pdf") { words_of_pdf(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let told = squeezed.contains("Secretname") || squeezed.contains("960987");
        assert_eq!(told, path.starts_with("print/2026-12-run-sheet."), "{path}");
        assert!(!path.starts_with("site/print"), "{path}");
    }
}

#[test]
fn without_outlets_there_is_no_paper_for_them() {
    for fixture in [Fixture::good(), outlets(&[("library", "Library", "")])] {
        assert!(!built(&fixture).keys().any(|path| path.starts_with("print/")));
    }
    let site = project().on_disk().built(&BuildOptions { only: Some(pipeline::Part::Site), ..BuildOptions::default() });
    assert!(!site.keys().any(|path| path.starts_with("print/")));
}

/// A theme's mistake in these files is a finding with its line.
#[test]
fn a_theme_can_lay_the_paper_out_anew() {
    let theme = "[theme]\nname = \"mine\"\ncontract = 1\nextends = \"default\"\n\n[words]\nrun_pull_old = \"Bin {previous}\"\n";
    let project = project().overlaid("booklet.toml", "theme = \"mine\"\n").on_disk();
    let folder = project.root().join("themes/mine");
    std::fs::create_dir_all(folder.join("print")).expect("a folder");
    std::fs::write(folder.join("theme.toml"), theme).expect("a file");
    let notice = words_of_pdf(&project.built(&BuildOptions::default())["print/2026-12-pull-notice.pdf"]);
    assert!(notice.contains("Bin November 2026"), "{notice}");
    std::fs::write(folder.join("print/labels.typ"), "#import \"look.typ\": *\n#nothing\n").expect("a file");
    let output = project.command(&["build", "--message-format", "short"]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("themes/mine/print/labels.typ:2:2: error[theme]: unknown variable: nothing"), "{said}");
}

#[test]
fn the_list_of_books_names_files_that_are_there() {
    let files = built(&project());
    let list: serde_json::Value = serde_json::from_slice(&files["booklet/index.json"]).expect("JSON");
    assert_eq!(list["month"], "2026-12");
    let books = list["books"].as_array().expect("a list");
    let told: Vec<_> = books.iter().map(|book| (book["edition"].as_str(), book["title"].as_str(), book["paper"].as_str())).collect();
    assert_eq!(told, [(Some("a5"), Some("Booklet"), Some("a5")), (Some("big"), Some("Large print"), Some("a4"))]);
    for book in books {
        let file = |key: &str| &files[&format!("booklet/{}", book[key].as_str().expect("a name"))];
        assert_eq!(book["bytes"].as_u64(), u64::try_from(file("file").len()).ok());
        assert_eq!(book["pages"].as_u64(), u64::try_from(pages_of(file("file"))).ok());
        let cover = image::load_from_memory(file("cover")).expect("a picture");
        assert_eq!(cover.width(), 480);
        assert_eq!(book["cover_height"].as_u64(), Some(u64::from(cover.height())));
    }
    let home = String::from_utf8_lossy(&files["site/index.html"]).replace("&#x2F;", "/");
    assert!(home.contains("<img src=\"booklet/2026-12-a5.png\" alt=\"\" width=\"480\""), "{home}");
    assert!(files.contains_key("site/booklet/2026-12-a5.png"));
}

/// A project with so many listings in one category, and what its pages are.
fn pages(listings: usize, edition: &str) -> Vec<BookPages> {
    let mut fixture = Fixture::good().overlaid("booklet.toml", edition);
    for at in 1..listings {
        let other = LISTING.replace("riverside-table", &format!("table-{at}")).replace("Riverside Table", &format!("Table {at}"));
        fixture = fixture.with(&format!("listings/food/table-{at}.toml"), other.replace("960123", &format!("960{:03}", 123 + at)));
    }
    let project = fixture.on_disk();
    let output = project.output();
    let outcome =
        pipeline::pages(&Project { root: project.root().to_owned(), output: output.clone() }, &BuildOptions::default(), &mut |_| {});
    assert!(!output.exists(), "nothing is written");
    outcome.result.expect("it is laid out").books
}

const A5: &str = "[[edition]]\nid = \"a5\"\ntitle = \"Booklet\"\npaper = \"a5\"\nbudget = 8\n";

#[test]
fn pages_are_counted_by_part() {
    let book = &pages(1, A5)[0];
    let parts: Vec<&Part> = book.sections.iter().map(|section| &section.part).collect();
    let food = Part::Category("Lunch clubs and food".to_owned());
    assert_eq!(parts, [&Part::Front, &Part::Contents, &food, &Part::ByPlace, &Part::AToZ, &Part::Back, &Part::BackCover]);
    assert_eq!(book.sections.iter().map(|section| section.pages).sum::<usize>(), book.pages);
    assert_eq!((book.paper.sheets * 4, book.paper.blank), (book.pages.next_multiple_of(4), book.pages.next_multiple_of(4) - book.pages));
    // Two pages of A5 on each side of each sheet, at 80 grams a square metre.
    let sheets = u32::try_from(book.paper.sheets).map(f64::from).expect("few");
    assert!((book.paper.grams - sheets * 0.297 * 0.21 * 80.0).abs() < 0.2, "{}", book.paper.grams);
    assert_eq!(book.budget.map(|budget| (budget.most, budget.pages)), Some((8, book.pages)));
}

/// The last page of a category says how much there is to lose.
#[test]
fn the_nearest_page_to_save_is_found() {
    let food = |book: &BookPages| {
        let is_food = |part: &Part| matches!(part, Part::Category(_));
        book.sections.iter().find(|section| is_food(&section.part)).cloned().expect("a category")
    };
    let books: Vec<BookPages> = (1..=7).flat_map(|listings| pages(listings, A5)).collect();
    // Where one listing more takes a page more, that page holds this listing alone.
    let spill = books.windows(2).find(|pair| food(&pair[1]).pages > food(&pair[0]).pages).expect("a page is not endless");
    let (full, spilled) = (food(&spill[0]), food(&spill[1]));
    assert_eq!(spilled.last_listings, 1);
    assert!(full.last.used > 0.5 && spilled.last.used < 0.5 && spilled.last.lines < full.last.lines, "{full:?} {spilled:?}");
    assert!(spill[1].savings().iter().any(|section| section.part == spilled.part));
    assert!(spill[0].savings().iter().all(|section| section.part != spilled.part));
}

#[test]
fn the_paper_weighs_what_the_printer_says() {
    let printer = format!("{A5}[[printer]]\nid = \"copier\"\ntitle = \"Office copier\"\neditions = [\"a5\"]\npaper_weight = 100\n");
    let (usual, heavy) = (pages(1, A5)[0].paper, pages(1, &printer)[0].paper);
    assert!((heavy.weight - 100.0).abs() < 0.001 && (heavy.grams / usual.grams - 1.25).abs() < 0.001);
}
