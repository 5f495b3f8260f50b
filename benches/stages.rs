//! How long the stages take with 150, 1,000 and 10,000 made-up listings: `cargo bench --bench stages`.
//!
//! Quote ratios measured in one run, not absolute times.

mod generator;

use std::path::PathBuf;

use divan::Bencher;
use fingerpost::catalogue::Catalogue;
use fingerpost::check::{self, CheckOptions};
use fingerpost::content::ContentTree;
use fingerpost::diag::Diagnostics;
use fingerpost::issue::Issue;
use fingerpost::load;
use fingerpost::pipeline::{self, BuildOptions, Part, Project};
use fingerpost::render::html::Html;
use fingerpost::render::{self, RenderError};
use fingerpost::theme::Theme;
use fingerpost::view::{self, Shown, Values, Views};

fn main() {
    divan::main();
}

/// A project on the disk, removed at the end.
fn on_disk(listings: usize) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (path, text) in generator::project(listings) {
        let path: PathBuf = folder.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }
    let project = Project { root: folder.path().to_owned(), output: folder.path().join("output") };
    (folder, project)
}

#[divan::bench(args = [150, 1_000, 10_000])]
fn load_and_check(bencher: Bencher, listings: usize) {
    let (_folder, project) = on_disk(listings);
    bencher.bench(|| {
        let outcome = pipeline::check(&project, &BuildOptions::default(), &mut |_| {});
        assert_eq!(outcome.result.expect("the content is right"), listings);
    });
}

fn default_theme() -> Theme {
    Theme::load("default", std::path::Path::new("themes")).expect("the default theme is right")
}

/// A catalogue as it stands before its month is planned.
fn catalogue(listings: usize) -> Catalogue {
    let mut found = Diagnostics::new();
    let draft = load::load(&ContentTree::from_memory(generator::project(listings)), &mut found);
    let theme = default_theme();
    let options = CheckOptions { month: None, keep_going: false, printable: &|_| true, colours: &theme.manifest.colours };
    Catalogue::new(check::check(draft, &options, &mut found).expect("the content is right"))
}

// To be set beside `render_pages`: less than a tenth of it.
#[divan::bench(args = [150, 1_000, 10_000])]
fn plan_month(bencher: Bencher, listings: usize) {
    let catalogue = catalogue(listings);
    bencher.bench(|| Issue::plan(&catalogue));
}

#[divan::bench(args = [150, 1_000, 10_000], sample_count = 10)]
fn render_pages(bencher: Bencher, listings: usize) {
    let catalogue = catalogue(listings);
    let theme = default_theme();
    let issue = Issue::plan(&catalogue);
    let words: serde_json::Map<String, serde_json::Value> =
        theme.manifest.words.iter().map(|(key, text)| (key.clone(), text.clone().into())).collect();
    let views = Views::new(&issue, Values { words, ..Values::default() });
    let shown = Shown::on_site(&issue);
    let nowhere = |_: &str, _: &[u8]| -> Result<(), RenderError> { Ok(()) };
    let mut site = view::site(&shown, &views, "assets/site.css".to_owned());
    let scripts = render::scripts::render(&site.finder, &site.common, &theme, nowhere);
    site.common.scripts = scripts.expect("the default theme has its scripts");
    bencher.bench_local(|| {
        let html = Html::new(&site, &theme).expect("the default theme has its templates");
        html.render(nowhere).and_then(|()| html.render_waiting(&[], nowhere)).expect("the default theme renders");
    });
}

fn build(bencher: Bencher, listings: usize, part: Part) {
    let (_folder, project) = on_disk(listings);
    let options = BuildOptions { only: Some(part), ..BuildOptions::default() };
    bencher.with_inputs(|| std::fs::remove_dir_all(&project.output)).bench_values(|_| {
        pipeline::build(&project, &options, &mut |_| {}).result.expect("the content is right");
    });
}

#[divan::bench(args = [150, 1_000, 10_000], sample_count = 10)]
fn site(bencher: Bencher, listings: usize) {
    build(bencher, listings, Part::Site);
}

// A book of ten thousand listings has five thousand pages and takes gigabytes: nobody staples that.
#[divan::bench(args = [150, 1_000], sample_count = 5)]
fn booklet(bencher: Bencher, listings: usize) {
    build(bencher, listings, Part::Booklet);
}
