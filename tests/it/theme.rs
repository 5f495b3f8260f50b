//! A theme's mistakes are findings against the theme's file, with the line, and nothing is written.

use std::fs;

use crate::support::{Fixture, OnDisk};

/// A project whose theme `mine` has these files.
fn with_theme(files: &[(&str, &str)]) -> OnDisk {
    let project = Fixture::good().overlaid("booklet.toml", "theme = \"mine\"\n").on_disk();
    for (path, text) in files {
        let path = project.root().join("themes/mine").join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    project
}

const HEAD: &str = "[theme]\nname = \"mine\"\ncontract = 1\nextends = \"default\"\n";

/// What a build says: its exit code, and the findings in one line each.
fn build(project: &OnDisk) -> (Option<i32>, String) {
    let output = project.command(&["build", "--message-format", "short"]).output().expect("the program runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn check(files: &[(&str, &str)], expected: &str) {
    let project = with_theme(files);
    let (code, said) = build(&project);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains(expected), "{expected:?} is not said:\n{said}");
    assert!(said.contains("Nothing was written") && !project.output().exists(), "{said}");
}

#[test]
fn a_theme_over_the_default_one_changes_values_and_files() {
    let words = format!("{HEAD}\n[words]\nget_in_touch = \"Say hello\"\n\n[colours]\naccent = \"#123456\"\n");
    let project = with_theme(&[("theme.toml", &words), ("html/notfound.html", "<!DOCTYPE html><title>Gone</title>")]);
    let files = project.built(&fingerpost::pipeline::BuildOptions::default());
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    assert!(text("site/listing/riverside-table.html").contains("Say hello"));
    assert!(text("site/404.html").contains("Gone"));
    let css = files.keys().find(|path| path.ends_with(".css")).expect("a style sheet");
    assert!(text(css).contains("--accent:#123456"));
}

#[test]
fn another_contract_is_refused() {
    let head = HEAD.replace("contract = 1", "contract = 99");
    check(&[("theme.toml", &head)], "themes/mine/theme.toml:3:12: error[theme]: this theme was written for contract 99");
}

#[test]
fn mistakes_in_theme_toml() {
    check(&[("html/home.html", "x")], "themes/mine/theme.toml:1:1: error[theme]: this theme has no theme.toml");
    check(
        &[("theme.toml", &format!("{HEAD}\n[colours]\naccent = \"teal\"\n"))],
        "themes/mine/theme.toml:7:11: error[theme]: the colour accent",
    );
    check(
        &[("theme.toml", &format!("{HEAD}\n[colours.cmyk]\naccent = \"90 45 40 140\"\n"))],
        "themes/mine/theme.toml:7:11: error[theme]: the colour accent is not written as four percentages",
    );
    check(&[("theme.toml", &HEAD.replace("default", "other"))], "there is no theme called \"other\"");
    check(&[("theme.toml", &HEAD.replace("extends", "extend"))], "themes/mine/theme.toml:4:1: error[theme]: unknown field `extend`");
}

/// The figures are those of the colours together, whichever of the two themes says them.
#[test]
fn colours_that_cannot_be_read() {
    check(
        &[("theme.toml", &format!("{HEAD}\n[colours]\naccent = \"#8fd0c0\"\n"))],
        "themes/mine/theme.toml:7:10: error[theme]: accent on paper has a contrast of 1.7 to 1; text needs 4.5 to 1",
    );
    check(
        &[("theme.toml", &format!("{HEAD}\n[colours]\naccent_tint = \"#0b4f5c\"\n"))],
        "themes/mine/theme.toml:7:15: error[theme]: ink on accent_tint has a contrast of 2 to 1; running text needs 7 to 1",
    );
    check(
        &[("theme.toml", &format!("{HEAD}\n[colours.dark]\nfocus = \"#333333\"\n"))],
        "themes/mine/theme.toml:7:9: error[theme]: focus on paper has a contrast of 1.4 to 1; lines need 3 to 1 on dark screens",
    );
}

/// A colour of the project's own is the content's matter: it is said where it is written, and can put a theme right.
#[test]
fn colours_of_the_project_are_judged_with_the_themes() {
    let project = Fixture::good().overlaid("booklet.toml", "colours = { accent = \"#8fd0c0\" }\n").on_disk();
    let (code, said) = build(&project);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("content/booklet.toml:") && said.contains("error[contrast]: accent on paper has a contrast of 1.7 to 1"),
        "{said}"
    );
    let own = Fixture::good().overlaid("booklet.toml", "theme = \"mine\"\ncolours = { accent = \"#0b4f5c\" }\n");
    let project = own.on_disk();
    let theme = project.root().join("themes/mine");
    fs::create_dir_all(&theme).expect("a folder");
    fs::write(theme.join("theme.toml"), format!("{HEAD}\n[colours]\naccent = \"#8fd0c0\"\n")).expect("a file");
    let (code, said) = build(&project);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn mistakes_in_templates_are_said_with_their_line() {
    let broken = "{% extends \"base.html\" %}\n{% block main %}\n{{ listing.name \n{% endblock %}\n";
    check(&[("theme.toml", HEAD), ("html/listing.html", broken)], "themes/mine/html/listing.html:4:1: error[theme]");
    let unknown = "{% extends \"base.html\" %}\n{% block main %}\n<h1>{{ listing.nmae }}</h1>\n{% endblock main %}\n";
    check(&[("theme.toml", HEAD), ("html/listing.html", unknown)], "themes/mine/html/listing.html:3:");
}

#[test]
fn mistakes_in_the_booklet_are_said_with_their_line() {
    check(
        &[("theme.toml", HEAD), ("booklet/prose.typ", "#let prose(blocks) = {\n  blocks.frist()\n}\n")],
        "themes/mine/booklet/prose.typ:2:",
    );
    check(&[("theme.toml", HEAD), ("booklet/cover.typ", "#let cover() = read(\"/etc/passwd\")\n")], "themes/mine/booklet/cover.typ:1:");
    check(
        &[("theme.toml", HEAD), ("booklet/cover.typ", "#import \"@preview/tablex:0.0.9\": x\n#let cover() = x\n")],
        "a booklet uses no packages",
    );
}

#[test]
fn an_unknown_theme_is_refused() {
    let project = Fixture::good().overlaid("booklet.toml", "theme = \"defualt\"\n").on_disk();
    let (code, said) = build(&project);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("there is no theme called \"defualt\"") && said.contains("default"), "{said}");
}

/// Scripts and the style sheet are held to what an old phone can load; the finding names the heaviest file.
#[test]
fn scripts_and_styles_have_a_budget() {
    // Letters in no order, which no compression makes small.
    let mut state = 1_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from(state >> 27).expect("five bits") % 26)
    };
    let heavy: String = (0..60_000).map(|_| letter()).collect();
    check(
        &[("theme.toml", HEAD), ("assets/js/heavy.js", &format!("/* {heavy} */"))],
        "themes/mine/assets/js/heavy.js:1:1: error[theme]: the theme's scripts together are",
    );
    check(
        &[("theme.toml", HEAD), ("assets/css/site.css", &format!("/* {heavy} */"))],
        "themes/mine/assets/css/site.css:1:1: error[theme]: the theme's style sheet is",
    );
}
