//! A build that is killed, or that the disk refuses, leaves the old output or the new one, never a mixture.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use crate::publish::tree;
use crate::support::{Fixture, LISTING, OnDisk};

/// A project with two issues that differ in every page, so that a mixture would show.
fn two_issues() -> OnDisk {
    let mut fixture = Fixture::good().with("issues/2026-11.toml", "date = 2026-11-12\ntitle = \"November\"\n");
    for number in 0..60 {
        let text = LISTING
            .replace("riverside-table", &format!("table-{number}"))
            .replace("Riverside Table", &format!("Table number {number}"))
            .replace("01632 960123", &format!("01632 960{:03}", 200 + number));
        fixture = fixture.with(&format!("listings/food/table-{number}.toml"), text);
    }
    fixture.on_disk()
}

fn build(project: &OnDisk, month: &str) -> std::process::Command {
    let mut command = project.command(&["build", "--only", "site", "--quiet", "--month", month]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn whole(project: &OnDisk, month: &str) -> BTreeMap<String, Vec<u8>> {
    assert!(build(project, month).status().expect("the program runs").success());
    tree(&project.output())
}

#[test]
fn killed_at_any_moment() {
    let project = two_issues();
    let (november, december) = (whole(&project, "2026-11"), whole(&project, "2026-12"));
    assert_ne!(november, december);
    let (mut finished, mut killed) = (0, 0);
    for step in 0..80_u64 {
        let old = tree(&project.output());
        let (month, new) = if old == november { ("2026-12", &december) } else { ("2026-11", &november) };
        let mut child = build(&project, month).spawn().expect("the program runs");
        sleep(Duration::from_micros(step * 400));
        child.kill().expect("it can be killed");
        let status = child.wait().expect("it ends");
        let now = tree(&project.output());
        assert!(now == old || now == *new, "after {} microseconds the output is a mixture", step * 400);
        if status.success() {
            finished += 1;
        } else {
            killed += 1;
        }
    }
    assert!(killed > 0, "no build was killed in time ({finished} finished)");
    // Whatever was left beside the output, the next build goes well and sweeps it.
    assert_eq!(whole(&project, "2026-12"), december);
    let beside: Vec<_> = std::fs::read_dir(project.root()).expect("readable").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
}

/// A limit on the length of files stands in for a full disk: writing fails in the middle of the tree.
#[test]
fn a_disk_that_refuses_leaves_the_old_output() {
    let project = two_issues();
    let november = whole(&project, "2026-11");
    // In blocks of 512 or 1024 bytes, as shells differ: every page is longer than one, the favicon is not.
    let program = env!("CARGO_BIN_EXE_fingerpost");
    let script =
        format!("trap '' XFSZ; ulimit -f 1; exec '{program}' build --color never --month 2026-12 --root '{}'", project.root().display());
    let output = std::process::Command::new("sh").args(["-c", &script]).output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("could not write") && said.contains("as it was before"), "{said}");
    assert_eq!(tree(&project.output()), november);
    assert_eq!(std::fs::read_dir(project.root()).expect("readable").count(), 2, "nothing is left beside it");
}
