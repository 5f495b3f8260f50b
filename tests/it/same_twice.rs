//! The same content and month give the same bytes, whatever the folder, locale, time zone and threads.

use std::process::Command;

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
