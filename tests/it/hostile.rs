//! Listing text is data: markup of any kind comes out as the plain words it is, and what is private not at all.

use fingerpost::pipeline::BuildOptions;

use crate::agree::{words_of, words_of_pdf};
use crate::support::{Fixture, LISTING};

/// Text that would do something in HTML, JSON, Typst, Tera or a browser's address, and must not.
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "</title></head><svg onload=alert(3)>",
    "\"><b id=x>bold</b>",
    "&lt;i&gt; &amp; &#60;u&#62;",
    "#panic(\"out\") #eval(\"1\") #read(\"/main.typ\")",
    "$x^2$ @reference <label> *star* _under_ = heading",
    "{{ site.title }} {% include \"home.html\" %} {# gone #}",
    "\\u{41} \\ ~ ` [a](javascript:alert(4))",
    "a]]> b --> c */ d",
    "line\u{2028}end\u{2029} `${alert(5)}` '); alert(6) //",
];

/// As the words come out: quotes are those of print.
fn printed(text: &str) -> String {
    fingerpost::view::words::typeset(text)
}

/// Rules about such text speak, but may be lowered; then nothing must happen.
const LEVELS: &str = "[levels]\nfictional-number = \"off\"\nunused-entry = \"off\"\nraw-html = \"off\"\nlink-scheme = \"off\"\nprose-structure = \"off\"\nbidi-control = \"off\"\nmissing-website = \"off\"\n";

fn toml_text(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn project(attack: &str) -> Fixture {
    let quoted = toml_text(attack);
    let snippet = format!(
        "name = {quoted}\nsummary = {}\nsee_also = [{quoted}]\naudience = {{ who = {quoted} }}\neasy = [{quoted}]\nlanguages = [{quoted}]\nalert = {quoted}\nalert_until = 2026-12-24\n\
         contact = [{{ phone = \"01632 960123\", label = {quoted}, best_time = {quoted} }}]\n\
         venue = [{{ name = {quoted}, room = {quoted}, address = [{quoted}], town = {quoted}, postcode = \"RM18 0ZZ\", getting_there = {quoted}, parking = {quoted} }}]\n\
         session = [{{ days = [\"tuesday\"], from = \"12:00\", to = \"14:00\", booking = {quoted}, note = {quoted} }}]\n\
         cost = [{{ option = {quoted}, text = {quoted} }}]\norganisation = {{ name = {quoted}, description = {quoted} }}\n",
        toml_text(&format!("{attack} is a summary."))
    );
    let booklet = format!("title = {quoted}\nsubtitle = {quoted}\n\n{LEVELS}");
    let page = format!(
        "+++\nid = \"no-endorsement\"\ntitle = {quoted}\nplace = \"back\"\nrole = \"no-endorsement\"\n+++\nBeing listed here is not a recommendation.\n"
    );
    Fixture::good().listing(&snippet).overlaid("booklet.toml", &booklet).with("pages/no-endorsement.md", page)
}

#[test]
fn markup_stays_text_everywhere() {
    for attack in ATTACKS {
        let files = project(attack).on_disk().built(&BuildOptions::default());
        let wanted = printed(attack).split_whitespace().collect::<Vec<_>>().join(" ");
        for page in ["site/index.html", "site/listing/riverside-table.html", "site/category/food.html", "site/a-to-z.html"] {
            let words = words_of(&files[page]);
            assert!(words.contains(&wanted), "{page} does not say {wanted:?}:\n{words}");
        }
        let pdf: String = words_of_pdf(&files["booklet/2026-12-a5.pdf"]).chars().filter(|c| !c.is_whitespace()).collect();
        let squeezed: String = wanted.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(pdf.contains(&squeezed), "the booklet does not say {wanted:?}");
        let json: serde_json::Value = serde_json::from_slice(&files["data/listings.json"]).expect("JSON");
        assert_eq!(json["listings"][0]["name"].as_str(), Some(*attack));
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes).to_lowercase();
            let html = data_checked(path, &html);
            // The site's own scripts come from its files, and nothing stands in them.
            let html = html.replace("<script defer src=\"", "").replace("\"></script>", "");
            for tag in ["<script", "<img src=x", "onload=alert(3)>\"", "<svg", "<b id", "href=\"javascript:"] {
                assert!(!html.contains(tag), "{path}: {tag} has become markup for {attack:?}");
            }
        }
    }
}

/// A page without its data for search engines, once that has been found to be JSON and nothing else.
fn data_checked(path: &str, html: &str) -> String {
    const BEGIN: &str = "<script type=\"application/ld+json\">";
    let Some((before, rest)) = html.split_once(BEGIN) else { return html.to_owned() };
    let (data, after) = rest.split_once("</script>").expect("it ends");
    assert!(!data.contains(['<', '>', '&']), "{path}: {data}");
    let _: serde_json::Value = serde_json::from_str(data).unwrap_or_else(|error| panic!("{path}: {error}: {data}"));
    format!("{before}{after}")
}

/// Calendar, feed and data for search engines say the same words, and no attack begins a line, a tag or a property.
#[test]
fn markup_stays_text_in_calendars_feeds_and_data() {
    let line_break = "Late\r\nBEGIN:VEVENT\r\nSUMMARY:Forged";
    for attack in ATTACKS.iter().chain([&"semi;colon, comma \\n back\\slash", &line_break]) {
        let files = project(attack).listing("added = 2026-11-28\n").on_disk().built(&BuildOptions::default());
        let text = |path: &str| String::from_utf8(files[path].clone()).expect("UTF-8");
        let wanted = printed(attack);
        let calendar = text("site/listing/riverside-table.ics");
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{calendar}");
        let lines: Vec<String> = calendar.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 5, "{calendar}");
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let summary = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).expect("a summary");
        let unescaped = summary.replace("\\\\", "\u{0}").replace("\\n", "\n").replace('\\', "").replace('\u{0}', "\\");
        assert_eq!(squeezed(&unescaped), squeezed(&wanted), "{calendar}");
        let feed = text("site/feed.xml");
        let titles: Vec<&str> = feed.split("<title>").skip(1).filter_map(|rest| rest.split("</title>").next()).collect();
        let plain =
            titles[2].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
        assert_eq!(squeezed(&plain), squeezed(&wanted), "{feed}");
        assert_eq!(feed.matches("<entry>").count(), 2, "{feed}");
        let page = text("site/listing/riverside-table.html");
        let data = page.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("data");
        let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
        assert_eq!(squeezed(data["@graph"][0]["name"].as_str().expect("a name")), squeezed(&wanted), "{data}");
    }
}

/// The data that scripts read is JSON in a call, and holds the text as it is: nothing in it ends the script or a line.
#[test]
fn data_scripts_hold_text_only() {
    for attack in ATTACKS {
        let files = project(attack).on_disk().built(&BuildOptions::default());
        let data = files.iter().filter(|(path, _)| {
            ["index", "rows", "finder.", "words", "sw.js"]
                .iter()
                .any(|begin| path.trim_start_matches("site/assets/").trim_start_matches("site/").starts_with(begin))
                && path.ends_with(".js")
        });
        let mut said = Vec::new();
        for (path, bytes) in data {
            let text = String::from_utf8(bytes.clone()).expect("scripts are UTF-8");
            assert!(!text.contains("</") || path.ends_with("sw.js"), "{path} could end a script: {attack:?}");
            let own = ["fingerpost.take(", "window.fingerpost = "].iter().find_map(|begin| text.strip_prefix(begin));
            let Some(own) = own else { continue };
            assert!(!own.trim_end().contains(['\n', '\u{2028}', '\u{2029}']), "{path} has a second line: {attack:?}");
            let json = own.trim_end().trim_end_matches([';', ')']);
            let json = json.strip_prefix('"').map_or(json, |rest| rest.split_once("\", ").expect("a key and a value").1);
            said.push((
                path,
                serde_json::from_str::<serde_json::Value>(json).unwrap_or_else(|error| panic!("{path}: {error}: {attack:?}")),
            ));
        }
        let (_, rows) = said.iter().find(|(path, _)| path.contains("rows-0")).expect("the rows");
        assert_eq!(rows[0][1].as_str(), Some(printed(attack).as_str()));
    }
}

/// In descriptions Markdown is read: raw HTML is shown, and only links to safe addresses are links.
#[test]
fn descriptions_drop_what_they_may_not_contain() {
    let description = "Some <script>alert(1)</script> words and [a link](javascript:alert(2)), [another](HTTPS://example.org/x) and [a third](data:text/html,x). <b>Bold</b> is not.";
    let fixture = project("Plain").listing(&format!("description = {}\n", toml_text(description)));
    let files = fixture.on_disk().built(&BuildOptions::default());
    let html = String::from_utf8_lossy(&files["site/listing/riverside-table.html"]).into_owned();
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt;") || html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{html}"
    );
    assert!(!html.contains("javascript:") && !html.contains("data:text"), "{html}");
    assert!(html.contains("HTTPS://example.org/x") || html.contains("HTTPS:&#x2F;&#x2F;example.org&#x2F;x"), "{html}");
}

/// Characters that turn text round are refused; where a project lowers that rule they are left out all the same.
#[test]
fn bidi_overrides_never_reach_a_reader() {
    let fixture = project("Plain")
        .listing("name = \"Evil \\u202Eeman\\u202C name\"\nsummary = \"A lunch \\u2066with\\u2069 a chat for anybody who comes along.\"\n");
    for (path, bytes) in fixture.on_disk().built(&BuildOptions::default()) {
        let text = if path.ends_with(".pdf") { words_of_pdf(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
        let found = text.chars().find(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        assert_eq!(found, None, "{path}");
        assert!(!text.contains("\\u202e"), "{path}");
    }
}

/// What is private, masked, not public or withdrawn is in no artefact.
#[test]
fn nothing_private_gets_out() {
    let secrets = [
        "Secretname",
        "960987",
        "secret@example.org",
        "Secret note",
        "7 Secret Row",
        "RM18 0ZS",
        "Secret House",
        "960765",
        "9 Hidden Row",
        "Staffname",
        "Withdrawn Club",
        "Closed Club",
    ];
    let listing = LISTING
        .replace(
            "[[venue]]\nname = \"Quayside Hall\"\naddress = [\"Ferry Lane\"]",
            "[[venue]]\nname = \"Secret House\"\nmask_address = true\naddress = [\"7 Secret Row\"]",
        )
        .replace("RM18 0ZZ", "RM18 0ZS")
        .replace("[[venue]]", "[[contact]]\nlabel = \"Home\"\nphone = \"01632 960765\"\npublic = false\n\n[[venue]]")
        + "\n[private]\nupdater_name = \"Secretname\"\nupdater_phone = \"01632 960987\"\nupdater_email = \"secret@example.org\"\nnotes = \"Secret note\"\nupdater_address = [\"9 Hidden Row\"]\nletters = \"large-print\"\nstaff = \"Staffname\"\n";
    let other = |id: &str, name: &str, number: &str| {
        LISTING.replace("riverside-table", id).replace("Riverside Table", name).replace("960123", number)
    };
    let withdrawn = other("withdrawn-club", "Withdrawn Club", "960124") + "withdrawn = true\n";
    let closed = other("closed-club", "Closed Club", "960125").replace("kind = ", "status = \"closed\"\nkind = ");
    let fixture = Fixture::good()
        .with("listings/food/riverside-table.toml", listing)
        .with("listings/food/withdrawn-club.toml", withdrawn)
        .with("listings/food/closed-club.toml", closed)
        .with("listings/food/riverside-table.private.toml", "notes = \"Secret note\"\n");
    for (path, bytes) in fixture.on_disk().built(&BuildOptions::default()) {
        let text = if path.ends_with(".pdf") { words_of_pdf(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for secret in secrets {
            let secret: String = secret.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(!squeezed.contains(&secret), "{path} has {secret}");
        }
    }
}
