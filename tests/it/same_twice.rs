//! The same content and month give the same bytes, whatever the folder, locale, time zone and threads.

use std::process::Command;

use fingerpost::pipeline::{BuildOptions, Part};

use crate::pdf_text::{Element, Pdf, squeezed};
use crate::publish::tree;
use crate::support::{Fixture, OnDisk};

/// Surroundings that must not matter.
const SURROUNDINGS: &[&[(&str, &str)]] = &[
    &[("LC_ALL", "C"), ("TZ", "UTC")],
    &[("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Auckland"), ("RAYON_NUM_THREADS", "1"), ("HOME", "/nowhere")],
    &[("LC_ALL", "cy_GB.UTF-8"), ("TZ", "America/Los_Angeles"), ("RAYON_NUM_THREADS", "7"), ("SOURCE_DATE_EPOCH", "1")],
];

fn copy_of_the_sample(fixture: &OnDisk) {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    std::fs::remove_dir_all(fixture.root().join("content")).expect("it is there");
    for (path, bytes) in tree(&content) {
        let to = fixture.root().join("content").join(path);
        std::fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(to, bytes).expect("a file");
    }
}

#[test]
fn the_sample_comes_out_the_same_everywhere() {
    let mut first = None;
    for surroundings in SURROUNDINGS {
        let project = Fixture::good().on_disk();
        copy_of_the_sample(&project);
        let mut command: Command = project.command(&["build", "--quiet"]);
        command.envs(surroundings.iter().copied());
        let output = command.output().expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let files = tree(&project.output());
        let here = project.root().to_string_lossy().into_owned();
        for (path, bytes) in &files {
            let leak = here.as_bytes();
            assert!(!bytes.windows(leak.len()).any(|window| window == leak), "{path} names the folder it was built in");
        }
        let Some(first) = &first else {
            first = Some(files);
            continue;
        };
        assert_eq!(first.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
        let differ: Vec<&String> = files.iter().filter(|(path, bytes)| first[*path] != **bytes).map(|(path, _)| path).collect();
        assert!(differ.is_empty(), "{differ:?} differ with {surroundings:?}");
    }
}

/// A theme that has Typst find page numbers, as themes do by nature, gives the same book as the default theme, which has
/// the program set them in: the same text and tags in the same order, and links that lead to the same pages.
#[test]
fn page_numbers_set_in_later_are_those_that_typst_finds() {
    let book = |asks: bool| {
        let project = Fixture::good().on_disk();
        copy_of_the_sample(&project);
        if asks {
            let look = include_str!("../../themes/default/booklet/look.typ");
            let flag = "#let set-later = sys.inputs.at(\"finish\", default: \"\") == \"later\"";
            assert!(look.contains(flag), "the theme says in one place who finds page numbers");
            let theme = project.root().join("themes/asking");
            std::fs::create_dir_all(theme.join("booklet")).expect("a folder");
            let head = "[theme]\nname = \"asking\"\ncontract = 1\nextends = \"default\"\n";
            std::fs::write(theme.join("theme.toml"), head).expect("a file");
            std::fs::write(theme.join("booklet/look.typ"), look.replace(flag, "#let set-later = false")).expect("a file");
            let settings = project.root().join("content/booklet.toml");
            let text = std::fs::read_to_string(&settings).expect("it is there");
            std::fs::write(settings, text.replace("theme = \"default\"", "theme = \"asking\"")).expect("a file");
        }
        let options = BuildOptions { only: Some(Part::Booklet), editions: vec!["a5".to_owned()], ..BuildOptions::default() };
        let files = project.built(&options);
        let pdf = Pdf::read(&files["booklet/2026-12-a5.pdf"]);
        let told = |element: &Element| (element.role.clone(), squeezed(&pdf.lines(element)), element.level());
        let told: Vec<_> = pdf.elements().into_iter().map(told).collect();
        let links: Vec<String> = pdf.elements().into_iter().flat_map(|element| pdf.targets(element)).map(|to| format!("{to:?}")).collect();
        (told, links)
    };
    let ((told, links), (asked, asked_links)) = (book(false), book(true));
    let differs = told.iter().zip(&asked).find(|(later, asked)| later != asked);
    assert!(differs.is_none() && told.len() == asked.len(), "{differs:?}, of {} and {} elements", told.len(), asked.len());
    let differs = links.iter().zip(&asked_links).find(|(later, asked)| later != asked);
    assert!(differs.is_none() && links.len() == asked_links.len(), "{differs:?}, of {} and {} links", links.len(), asked_links.len());
    assert!(links.len() > 1_000, "{} links", links.len());
}
