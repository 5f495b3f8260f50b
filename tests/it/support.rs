//! Small projects in memory, and what the checks say about them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fingerpost::check::{CheckOptions, Checked, check};
use fingerpost::content::ContentTree;
use fingerpost::diag::Diagnostics;
use fingerpost::load::load;
use fingerpost::pipeline::{self, BuildOptions, Built, Project};
use fingerpost::source::SourceMap;
use fingerpost::theme::Theme;

/// A project in memory: path below `content/` to text.
#[derive(Clone)]
pub struct Fixture {
    files: BTreeMap<String, Vec<u8>>,
}

/// What became of a fixture.
pub struct Outcome {
    pub found: Diagnostics,
    pub sources: SourceMap,
    pub checked: Option<Checked>,
}

impl Outcome {
    /// The findings in one line each: `path:line:column: level[name]: title`.
    pub fn short(&self) -> String {
        fingerpost::diag::text::render_short(&self.found, &self.sources)
    }

    /// Whether a rule has something to say.
    pub fn says(&self, rule: &str) -> bool {
        self.found.iter().any(|finding| finding.name == rule)
    }
}

/// A listing with nothing wrong, at `listings/food/riverside-table.toml`.
pub const LISTING: &str = r#"id = "riverside-table"
name = "Riverside Table"
summary = "A hot home-cooked lunch, cards and a chat for anyone over 55."
description = """
We cook a two-course lunch each week and sit down together at midday. Come alone or bring a friend. Somebody will save you a seat.
"""
categories = ["food"]
localities = ["tilbury"]
kind = "group"
delivery = ["venue"]

[[contact]]
label = "Organiser"
phone = "01632 960123"

[[venue]]
name = "Quayside Hall"
address = ["Ferry Lane"]
town = "Tilbury"
postcode = "RM18 0ZZ"

[[session]]
days = ["tuesday"]
from = "12:00"
to = "14:00"

[[cost]]
amount = 5.00
per = "session"

[safety]
food = { registered = true, rating = 5, rated = 2025-11-04 }

[checks]
confirmed = 2026-11-12
confirmed_by = "phone"

[consent]
basis = "consent"
given = 2026-02-03
scope = ["print", "web", "feed"]
"#;

const FILES: &[(&str, &str)] = &[
    (
        "booklet.toml",
        r#"title = "Local help near you"
subtitle = "Services run by neighbours"
area = "Thurrock"
base_url = "https://example.org/"
county = "Essex"

[publisher]
name = "Estuary Voluntary Service"
phone = "01632 960000"
email = "hello@example.org"

[[edition]]
id = "a5"
title = "Booklet"
paper = "a5"
text_size = 12

[levels]
fictional-number = "off"
unused-entry = "off"
"#,
    ),
    (
        "categories.toml",
        "[[category]]\nid = \"food\"\nname = \"Lunch clubs and food\"\ntab = \"Food\"\nfood = true\n\n[[category]]\nid = \"gardening\"\nname = \"Gardening\"\n",
    ),
    (
        "localities.toml",
        "[[locality]]\nid = \"tilbury\"\nname = \"Tilbury\"\npostcodes = [\"RM18\"]\n\n[[locality]]\nid = \"grays\"\nname = \"Grays\"\n",
    ),
    (
        "closures.toml",
        "[[bank_holiday]]\ndate = 2026-12-25\nname = \"Christmas Day\"\n\n[[term]]\nname = \"Autumn term\"\nfrom = 2026-09-02\nto = 2026-12-18\n",
    ),
    ("issues/2026-12.toml", "date = 2026-12-01\ntitle = \"Welcome to December\"\nletter = \"It is cold outside. Come in.\"\n"),
    (
        "pages/no-endorsement.md",
        "+++\nid = \"no-endorsement\"\ntitle = \"What being listed means\"\nplace = \"back\"\nrole = \"no-endorsement\"\n+++\nBeing listed here is not a recommendation.\n",
    ),
    (
        "pages/useful-numbers.md",
        "+++\nid = \"useful-numbers\"\ntitle = \"Useful numbers\"\nplace = \"back\"\nrole = \"emergency\"\nchecked = 2026-11-10\n\n[[number]]\nname = \"Emergency\"\nphone = \"999\"\n+++\nThis booklet is not watched day and night.\n",
    ),
];

/// Pictures that lie in `content/images/` in every example that names them.
const PICTURES: &[(&str, u32, u32)] = &[("lunch.png", 1600, 1200), ("small.png", 320, 240), ("huge.png", 9000, 6000)];

impl Fixture {
    /// A project with one good listing and nothing wrong.
    pub fn good() -> Fixture {
        let mut files: BTreeMap<String, Vec<u8>> =
            FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        files.insert("listings/food/riverside-table.toml".to_owned(), LISTING.as_bytes().to_vec());
        Fixture { files }
    }

    /// A project without files.
    pub fn empty() -> Fixture {
        Fixture { files: BTreeMap::new() }
    }

    /// The same with a file added or replaced.
    pub fn with(mut self, path: &str, text: impl Into<Vec<u8>>) -> Fixture {
        self.files.insert(path.to_owned(), text.into());
        self
    }

    /// The same without a file.
    pub fn without(mut self, path: &str) -> Fixture {
        self.files.remove(path);
        self
    }

    /// The same with keys of a file replaced by those of `snippet`; a line `# without: key` takes a key out.
    pub fn overlaid(self, path: &str, snippet: &str) -> Fixture {
        let base = String::from_utf8(self.files.get(path).cloned().unwrap_or_default()).expect("fixtures are UTF-8");
        self.with(path, overlay(&base, snippet))
    }

    /// The listing with keys replaced.
    pub fn listing(self, snippet: &str) -> Fixture {
        self.overlaid("listings/food/riverside-table.toml", snippet)
    }

    /// The same with a fenced example laid over it, by the words after ```` ```toml ````: `listing` overlays the
    /// good listing; `over <path>` overlays another file; `file <path>` is a whole file; `second` is a second
    /// listing like the first but for what it says; `without <path>` takes a file away; `bytes <path>` is a whole
    /// file in which `\xNN` is a byte.
    pub fn applied(self, info: &str, text: &str) -> Fixture {
        let named = PICTURES.iter().filter(|(file, ..)| text.contains(file));
        let drawn = named.fold(self, |fixture, (file, width, height)| fixture.with(&format!("images/{file}"), png(*width, *height)));
        drawn.laid_over(info, text)
    }

    fn laid_over(self, info: &str, text: &str) -> Fixture {
        let mut words = info.split(' ').filter(|word| *word != "and");
        match (words.next(), words.next().map(|path| path.trim_start_matches("content/"))) {
            (Some("listing"), None) => self.listing(text),
            (Some("second"), None) => {
                let second = overlay(LISTING, text);
                let id =
                    second.parse::<toml::Table>().ok().and_then(|table| table.get("id")?.as_str().map(str::to_owned)).unwrap_or_default();
                self.with(&format!("listings/food/{id}.toml"), second)
            }
            (Some("over"), Some(path)) => self.overlaid(path, text),
            (Some("file"), Some(path)) => self.with(path, text),
            (Some("without"), Some(path)) => self.without(path),
            (Some("bytes"), Some(path)) => self.with(path, unescaped(text)),
            _ => panic!("an example begins with ```toml listing, second, over, file, without or bytes, not {info:?}"),
        }
    }

    /// Writes it to a new folder on the disk, as a project that can be built.
    pub fn on_disk(&self) -> OnDisk {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, bytes) in &self.files {
            let path = folder.path().join("content").join(path);
            std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        OnDisk { folder }
    }

    /// Loads and checks it. In fixtures every character can be printed but emoji.
    pub fn check(&self) -> Outcome {
        self.check_with(&CheckOptions { month: None, keep_going: false, printable: &printable, colours: colours() })
    }

    /// Loads and checks it in a given way.
    pub fn check_with(&self, options: &CheckOptions<'_>) -> Outcome {
        let tree = ContentTree::from_memory(self.files.clone());
        let mut found = Diagnostics::new();
        let draft = load(&tree, &mut found);
        let sources = draft.sources.clone();
        let checked = check(draft, options, &mut found);
        Outcome { found, sources, checked }
    }
}

/// A project on the disk.
pub struct OnDisk {
    folder: tempfile::TempDir,
}

impl OnDisk {
    /// Its folder.
    pub fn root(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The folder of its output.
    pub fn output(&self) -> std::path::PathBuf {
        self.root().join("output")
    }

    /// Builds it in this process.
    pub fn build(&self, options: &BuildOptions) -> fingerpost::pipeline::Outcome<Built> {
        pipeline::build(&Project { root: self.root().to_owned(), output: self.output() }, options, &mut |_| {})
    }

    /// Builds it, which must go well; returns every file of the output.
    pub fn built(&self, options: &BuildOptions) -> BTreeMap<String, Vec<u8>> {
        let outcome = self.build(options);
        let short = fingerpost::diag::text::render_short(&outcome.found, &outcome.sources);
        if let Err(error) = &outcome.result {
            panic!("{error}\n{short}");
        }
        crate::publish::tree(&self.output())
    }

    /// The command line, ready to run in it.
    pub fn command(&self, arguments: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments).args(["--color", "never", "--root"]).arg(self.root());
        command
    }
}

/// The default theme's colours.
pub fn colours() -> &'static BTreeMap<String, String> {
    static COLOURS: LazyLock<BTreeMap<String, String>> =
        LazyLock::new(|| Theme::builtin().expect("the default theme is right").manifest.colours);
    &COLOURS
}

fn printable(c: char) -> bool {
    (c as u32) < 0x2E80
}

/// The bytes of a text in which `\xNN` stands for a byte.
fn unescaped(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

/// Replaces the top-level keys of one TOML text by those of another.
pub fn overlay(base: &str, snippet: &str) -> String {
    let mut table: toml::Table = base.parse().expect("the base is TOML");
    for key in snippet.lines().filter_map(|line| line.strip_prefix("# without: ")) {
        table.remove(key.trim());
    }
    let changes: toml::Table = snippet.parse().unwrap_or_else(|error| panic!("the example is no TOML: {error}\n{snippet}"));
    table.extend(changes);
    toml::to_string(&table).expect("a table can be written")
}

/// A PNG file as far as its header goes: enough to tell its size, nothing to decode.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, data) in [(b"IHDR", header.as_slice()), (b"IDAT", &[]), (b"IEND", &[])] {
        let chunk = [name.as_slice(), data].concat();
        file.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
        file.extend(&chunk);
        file.extend(crc(&chunk).to_be_bytes());
    }
    file
}

/// The check sum of PNG's chunks (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}
