//! How long the stages take with 150, 1,000 and 10,000 made-up listings: `cargo bench --bench stages`.
//!
//! Quote ratios measured in one run, not absolute times.

mod generator;

use std::path::PathBuf;

use divan::Bencher;
use fingerpost::pipeline::{self, BuildOptions, Part, Project};

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
