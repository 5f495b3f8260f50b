//! The code keeps to the house: who may import whom, which outside crate lives in which room, how long things are.

use std::fs;
use std::path::Path;

/// Rooms with their level; a room imports only from lower ones.
const ROOMS: &[(&str, u8)] = &[
    ("source", 0),
    ("diag", 0),
    ("model", 1),
    ("content", 2),
    ("load", 2),
    ("check", 3),
    ("catalogue", 4),
    ("issue", 4),
    ("theme", 5),
    ("view", 5),
    ("render", 6),
    ("publish", 7),
    ("pipeline", 8),
];
/// Rooms of one level that may import each other all the same: (who, from whom).
const NEIGHBOURS: &[(&str, &str)] = &[("diag", "source"), ("load", "content"), ("issue", "catalogue")];

/// Outside crates and the places they may be used in.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diag/text.rs"]),
    ("anstream", &["bin/"]),
    ("clap", &["bin/"]),
    ("mimalloc", &["bin/"]),
    ("toml", &["load/", "theme/"]),
    ("pulldown_cmark", &["load/"]),
    ("strsim", &["load/"]),
    ("image", &["load/", "render/pictures.rs"]),
    ("fast_image_resize", &["render/pictures.rs"]),
    ("csv", &["render/"]),
    ("rust_xlsxwriter", &["render/review.rs"]),
    ("mail_builder", &["render/letters.rs"]),
    ("flate2", &["render/booklet/pack.rs", "render/scripts/"]),
    ("unicode_normalization", &["check/", "render/scripts/"]),
    ("walkdir", &["content/", "theme/", "publish/"]),
    ("tera", &["render/html.rs", "render/html/", "render/bulletin.rs", "render/ledger.rs", "render/report.rs"]),
    ("typst", &["render/booklet/"]),
    ("typst_kit", &["render/booklet/"]),
    ("typst_layout", &["render/booklet/"]),
    ("typst_pdf", &["render/booklet/"]),
    ("typst_render", &["render/booklet/"]),
    ("jiff", &["model/", "check/"]),
    ("rlibphonenumber", &["model/"]),
    ("email_address", &["model/"]),
    ("url", &["model/"]),
    ("icu_collator", &["catalogue/"]),
    ("icu_locale", &["catalogue/"]),
    ("include_dir", &["theme/"]),
    ("blake3", &["load/", "issue/", "render/", "publish/"]),
    ("toml_edit", &["content/", "render/"]),
    ("rustix", &["publish/"]),
    ("tempfile", &["publish/"]),
    ("percent_encoding", &["view/"]),
    ("base64", &["render/html.rs"]),
    ("sha2", &["render/html.rs"]),
    ("quick_xml", &["render/feed.rs"]),
    ("fast_qr", &["view/"]),
];

/// Every Rust file below `src/`: path from there, and text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    rust_files(root, "src").into_iter().map(|(path, text)| (path["src/".len()..].to_owned(), text)).collect()
}

/// The Rust files of a folder: path from the root, and text.
fn rust_files(root: &Path, folder: &str) -> Vec<(String, String)> {
    crate::publish::tree(&root.join(folder))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, bytes)| (format!("{folder}/{path}"), String::from_utf8(bytes).expect("sources are UTF-8")))
        .collect()
}

/// Every Rust file of ours, tests and benches too: path, and text.
fn own_code() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["src", "tests/it", "benches"].into_iter().flat_map(|folder| rust_files(root, folder)).collect()
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The rooms of this crate that a line names: `crate::model::...`, `use crate::{model, load}`.
fn named_rooms(line: &str) -> Vec<&str> {
    line.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split(',').map(|part| part.trim()).collect(),
            None => vec![rest],
        })
        .map(|part: &str| part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

#[test]
fn rooms_import_from_below() {
    let level = |room: &str| ROOMS.iter().find(|(known, _)| *known == room).map(|(_, level)| *level);
    for (path, text) in sources().iter().filter(|(path, _)| !path.starts_with("bin/") && path != "lib.rs") {
        let room = path.split(['/', '.']).next().expect("a room");
        let mine = level(room).unwrap_or_else(|| panic!("{path} lies in no known room"));
        for line in code(text) {
            for other in named_rooms(line) {
                let Some(theirs) = level(other) else { continue };
                let allowed = other == room || theirs < mine || NEIGHBOURS.contains(&(room, other));
                assert!(allowed, "{path}: {room} may not import {other}: {line}");
            }
        }
    }
}

/// Templates get views, never the model; open data gets the model, never a view.
#[test]
fn renderers_see_what_they_should() {
    for (path, text) in sources() {
        let forbidden: &[&str] = match path.as_str() {
            p if p.starts_with("render/html")
                || p.starts_with("render/booklet")
                || p.starts_with("render/feed.rs")
                || p.starts_with("render/calendars") =>
            {
                &["model", "issue", "catalogue", "check", "load"]
            }
            p if p.starts_with("render/feeds/") => &["view", "theme"],
            _ => continue,
        };
        for line in code(&text) {
            for room in named_rooms(line) {
                assert!(!forbidden.contains(&room), "{path} may not see {room}: {line}");
            }
        }
    }
}

/// Who keeps an entry, and how to reach them, is known to few; what is published is made from none of it.
#[test]
fn the_office_keeps_to_itself() {
    /// The types that know, and the views made from them.
    const PRIVATE: &[&str] = &["Office", "Keeper", "check::review", "view::asking", "view::messages", "view::review", "view::ledger"];
    const ALLOWED: &[&str] = &[
        "model/keeper.rs",
        "model/mod.rs",
        "check/mod.rs",
        "check/office.rs",
        "view/asking.rs",
        "view/messages.rs",
        "view/review.rs",
        "view/ledger.rs",
        "render/booklet/paperwork.rs",
        "render/ledger.rs",
        "render/letters.rs",
        "render/review.rs",
        "pipeline.rs",
        "pipeline/judging.rs",
        "pipeline/reviewing.rs",
        "bin/",
    ];
    for (path, text) in sources().iter().filter(|(path, _)| !ALLOWED.iter().any(|allowed| path.starts_with(allowed))) {
        for line in code(text) {
            let named = PRIVATE
                .iter()
                .find(|name| line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').any(|word| word.ends_with(**name)));
            assert!(named.is_none(), "{path} may not know {named:?}: {line}");
        }
    }
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    for (path, text) in sources() {
        for line in code(&text) {
            for (name, places) in OUTSIDE {
                let used = line.trim_start().starts_with(&format!("use {name}::"))
                    || line.contains(&format!(" {name}::"))
                    || line.contains(&format!("({name}::"));
                let local = line.contains(&format!("crate::{name}"))
                    || line.contains(&format!("super::{name}"))
                    || line.contains(&format!("self::{name}"));
                assert!(!used || local || places.iter().any(|place| path.starts_with(place)), "{path} may not use {name}: {line}");
            }
        }
    }
}

#[test]
fn the_binary_uses_public_names_only_and_the_library_does_not_know_it() {
    for (path, text) in sources() {
        for line in code(&text) {
            assert!(!path.starts_with("bin/") || !line.contains("fingerpost::render::html"), "{path}: {line}");
            assert!(path.starts_with("bin/") || !line.contains("fingerpost::"), "{path}: {line}");
        }
    }
}

/// A file is one matter, and can be read at one sitting.
#[test]
fn files_are_short() {
    for (path, text) in own_code() {
        let lines = text.lines().count();
        assert!(lines <= 350, "{path} has {lines} lines, and may have 350: part it by matters");
    }
}

/// A function can be seen as a whole.
#[test]
fn functions_are_short() {
    for (path, text) in own_code() {
        for (name, lines) in functions(&text) {
            assert!(lines <= 60, "{path}: `{name}` has {lines} lines, and may have 60: name its steps");
        }
    }
}

/// Every function with its number of lines. It ends where a brace stands as far in as its first line, as `cargo fmt` writes it.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut functions = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (indent, head) = line.split_at(line.len() - line.trim_start().len());
        let mut words = head.split(' ').skip_while(|word| word.starts_with("pub") || matches!(*word, "in" | "const" | "async"));
        if words.next() != Some("fn") || head.ends_with('}') || head.ends_with(';') {
            continue;
        }
        let name = words.next().and_then(|word| word.split(['(', '<']).next()).unwrap_or_default();
        let end = lines[at..].iter().position(|line| line.strip_prefix(indent) == Some("}"));
        functions.push((name, end.unwrap_or_else(|| panic!("`{name}` has no end")) + 1));
    }
    functions
}

#[test]
fn functions_are_measured() {
    let text = "pub(super) const fn two() -> u8 {\n    2\n}\n\nimpl One {\n    fn one<T>(\n        one: T,\n    ) {\n        if one {}\n    }\n}\nfn none() {}\n";
    assert_eq!(functions(text), [("two", 3), ("one", 5)]);
}

/// `ARCHITECTURE.md` names every room, and no file that is not there.
#[test]
fn the_map_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("the map");
    assert!(map.lines().count() <= 150, "the map is a page, not a book");
    for (room, _) in ROOMS {
        assert!(map.contains(&format!("`{room}")), "ARCHITECTURE.md does not name {room}");
    }
    for word in map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('/') && !word.contains(['<', '*', ' ', ':']) && !word.starts_with('/'))
    {
        assert!(root.join(word).exists() || root.join("src").join(word).exists(), "ARCHITECTURE.md names {word}, which is not there");
    }
}
