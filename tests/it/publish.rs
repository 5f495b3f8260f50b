//! What happens to the output folder: all or nothing, and nothing of anybody else's.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::publish::{PublishError, Published, Stamp, clean, publish};
use fingerpost::render::Artefacts;
use tempfile::TempDir;

/// A project's folder with `content/`, `themes/` and files to publish.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new() -> Project {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for own in ["content/listings", "themes/own"] {
            fs::create_dir_all(folder.path().join(own)).expect("a folder");
        }
        fs::write(folder.path().join("content/booklet.toml"), "title = \"x\"\n").expect("a file");
        Project { folder }
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn output(&self) -> PathBuf {
        self.root().join("output")
    }

    fn publish_to(&self, output: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
        let mut artefacts = Artefacts::default();
        for (path, text) in files {
            artefacts.add(*path, *text).expect("paths of tests are different");
        }
        let (content, themes) = (self.root().join("content"), self.root().join("themes"));
        publish(&artefacts, &Stamp::default(), output, &[self.root(), &content, &themes])
    }

    fn publish(&self, files: &[(&str, &str)]) -> Published {
        self.publish_to(&self.output(), files).expect("the output can be written")
    }

    fn clean(&self) -> Result<usize, PublishError> {
        clean(&self.output(), &[self.root(), &self.root().join("content"), &self.root().join("themes")])
    }
}

/// Every file below a folder, by path.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("the folder can be read");
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).expect("it lies below").to_string_lossy().replace('\\', "/");
            files.insert(below, fs::read(entry.path()).expect("the file can be read"));
        }
    }
    files
}

fn names(folder: &Path) -> Vec<String> {
    tree(folder).into_keys().filter(|name| name != "manifest.json").collect()
}

#[test]
fn writes_what_is_new_keeps_the_times_of_what_is_not_and_removes_what_has_gone() {
    let project = Project::new();
    let first = project.publish(&[("site/a.html", "a"), ("site/b.html", "b"), ("data/c.json", "c")]);
    assert_eq!(first, Published { written: 3, unchanged: 0, removed: 0 });
    let time = |name: &str| fs::metadata(project.output().join(name)).and_then(|data| data.modified()).expect("a time");
    let old = time("site/a.html");
    let second = project.publish(&[("site/a.html", "a"), ("site/b.html", "b two")]);
    assert_eq!(second, Published { written: 1, unchanged: 1, removed: 1 });
    assert_eq!(names(&project.output()), ["site/a.html", "site/b.html"]);
    assert_eq!(time("site/a.html"), old);
    let manifest = time("manifest.json");
    let third = project.publish(&[("site/a.html", "a"), ("site/b.html", "b two")]);
    assert_eq!(third, Published { written: 0, unchanged: 2, removed: 0 });
    assert_eq!(time("manifest.json"), manifest, "nothing differs, so nothing is touched");
    assert_eq!(fs::read_dir(project.root()).expect("readable").count(), 3, "nothing is left beside the output");
}

#[test]
fn puts_right_what_somebody_has_changed_by_hand() {
    let project = Project::new();
    project.publish(&[("site/a.html", "right")]);
    fs::write(project.output().join("site/a.html"), "wrong").expect("a file");
    assert_eq!(project.publish(&[("site/a.html", "right")]).written, 1);
    assert_eq!(tree(&project.output())["site/a.html"], b"right");
}

#[test]
fn leaves_the_files_of_others_where_they_are() {
    let project = Project::new();
    fs::create_dir_all(project.output()).expect("a folder");
    fs::write(project.output().join(".gitignore"), "*\n").expect("a file");
    project.publish(&[("site/a.html", "a")]);
    fs::write(project.output().join("notes.txt"), "mine").expect("a file");
    fs::write(project.output().join("site/mine.txt"), "mine too").expect("a file");
    project.publish(&[("site/b.html", "b")]);
    assert_eq!(names(&project.output()), [".gitignore", "notes.txt", "site/b.html", "site/mine.txt"]);
    let error = project.publish_to(&project.output(), &[("site/mine.txt", "not yours")]).expect_err("it is not ours");
    assert!(error.is_refusal(), "{error}");
    assert_eq!(project.clean().expect("it can be cleaned"), 1);
    assert_eq!(names(&project.output()), [".gitignore", "notes.txt", "site/mine.txt"]);
}

/// Folders that nobody can want to be written over: none of them loses a file.
#[test]
fn refuses_dangerous_folders() {
    let project = Project::new();
    let root = project.root();
    let foreign = root.join("foreign");
    fs::create_dir_all(&foreign).expect("a folder");
    fs::write(foreign.join("letter.txt"), "mine").expect("a file");
    let repository = root.join("repository");
    fs::create_dir_all(repository.join(".git")).expect("a folder");
    fs::write(root.join("file"), "a file").expect("a file");
    let strange = root.join("strange");
    fs::create_dir_all(&strange).expect("a folder");
    fs::write(strange.join("manifest.json"), "{\"name\": \"a web app\"}").expect("a file");
    let before = tree(root);
    let mut targets: Vec<PathBuf> = ["", "/", ".."].iter().map(PathBuf::from).collect();
    targets.extend([root.to_owned(), root.join("."), root.join("content"), root.join("content/listings"), root.join("themes")]);
    targets.extend([root.join("themes/own"), root.join("content/../content/new"), root.parent().expect("it has one").to_owned()]);
    targets.extend([foreign, repository, root.join("file"), strange]);
    #[cfg(unix)]
    {
        let link = root.join("link");
        std::os::unix::fs::symlink(root.parent().expect("it has one"), &link).expect("a link");
        targets.push(link);
    }
    for target in targets {
        let error = project.publish_to(&target, &[("site/a.html", "a")]).expect_err("a dangerous folder");
        assert!(error.is_refusal(), "{}: {error}", target.display());
    }
    assert_eq!(tree(root), before);
}

#[test]
fn a_manifest_cannot_reach_outside_its_folder() {
    let project = Project::new();
    project.publish(&[("site/a.html", "a")]);
    let manifest = project.output().join("manifest.json");
    let text = fs::read_to_string(&manifest).expect("a manifest").replace("site/a.html", "../content/booklet.toml");
    fs::write(&manifest, text).expect("a file");
    assert_eq!(project.clean().expect("it can be cleaned"), 0);
    assert!(project.root().join("content/booklet.toml").exists());
}

#[test]
fn clean_has_nothing_to_do_in_a_folder_without_output() {
    let project = Project::new();
    assert_eq!(project.clean().expect("nothing to do"), 0);
    project.publish(&[("site/a/b.html", "b")]);
    assert_eq!(project.clean().expect("it can be cleaned"), 1);
    assert_eq!(fs::read_dir(project.output()).expect("readable").count(), 0);
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let project = Project::new();
    let one: Vec<(String, String)> = (0..60).map(|at| (format!("site/one-{at}.html"), "one".to_owned())).collect();
    let two: Vec<(String, String)> = (0..60).map(|at| (format!("site/two-{at}.html"), "two".to_owned())).collect();
    std::thread::scope(|scope| {
        for set in [&one, &two] {
            scope.spawn(|| {
                let files: Vec<(&str, &str)> = set.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
                for _ in 0..12 {
                    project.publish(&files);
                }
            });
        }
    });
    let names = names(&project.output());
    let of = |set: &[(String, String)]| set.iter().filter(|(path, _)| names.contains(path)).count();
    assert!((of(&one), of(&two)) == (60, 0) || (of(&one), of(&two)) == (0, 60), "{names:?}");
}

/// A build that was stopped at any point is mended by the next one.
#[test]
fn leftovers_of_an_interrupted_build_are_swept() {
    let project = Project::new();
    project.publish(&[("site/a.html", "a")]);
    let stage = project.root().join(".output.fingerpost-stage");
    fs::create_dir_all(stage.join("site")).expect("a folder");
    fs::write(stage.join("site/half.html"), "half").expect("a file");
    project.publish(&[("site/b.html", "b")]);
    assert_eq!(names(&project.output()), ["site/b.html"]);
    assert!(!stage.exists());
    // Stopped between the two steps of a swap on a disk that cannot exchange folders.
    fs::rename(project.output(), project.root().join(".output.fingerpost-old")).expect("it can be moved");
    project.publish(&[("site/b.html", "b")]);
    assert_eq!(names(&project.output()), ["site/b.html"]);
}
