//! Made-up content of any size, the same for the same number: for benchmarks, and for tests of what must hold
//! at a thousand listings. The vocabularies and pages are those of the sample project.

use std::fmt::Write;

/// Files of a project: path below `content/`, and text.
pub type Files = Vec<(String, Vec<u8>)>;

const SHARED: &[(&str, &str)] = &[
    ("booklet.toml", include_str!("../content/booklet.toml")),
    ("categories.toml", include_str!("../content/categories.toml")),
    ("localities.toml", include_str!("../content/localities.toml")),
    ("closures.toml", include_str!("../content/closures.toml")),
    ("issues/2026-12.toml", include_str!("../content/issues/2026-12.toml")),
    ("pages/welcome.md", include_str!("../content/pages/welcome.md")),
    ("pages/how-to-use.md", include_str!("../content/pages/how-to-use.md")),
    ("pages/staying-safe.md", include_str!("../content/pages/staying-safe.md")),
    ("pages/useful-numbers.md", include_str!("../content/pages/useful-numbers.md")),
    ("pages/what-being-listed-means.md", include_str!("../content/pages/what-being-listed-means.md")),
];

const CATEGORIES: &[&str] = &[
    "food",
    "personal-care",
    "home-help",
    "gardening",
    "handyperson",
    "transport",
    "befriending",
    "arts-and-crafts",
    "fitness",
    "dementia-and-carers",
    "learning",
    "children-and-families",
    "pets",
    "advice",
];
const PLACES: &[(&str, &str, &str)] = &[
    ("grays", "Grays", "RM17"),
    ("tilbury", "Tilbury", "RM18"),
    ("south-ockendon", "South Ockendon", "RM15"),
    ("stanford-le-hope", "Stanford-le-Hope", "SS17"),
    ("corringham", "Corringham", "SS17"),
    ("chadwell-st-mary", "Chadwell St Mary", "RM16"),
    ("aveley", "Aveley", "RM15"),
    ("orsett", "Orsett", "RM16"),
];
const FIRST: &[&str] = &[
    "Amber", "Beacon", "Cedar", "Dover", "Elder", "Fennel", "Garnet", "Hazel", "Ivy", "Juniper", "Kestrel", "Linnet", "Maple", "Nettle",
    "Osier", "Poplar", "Quince", "Rowan", "Sedge", "Thistle", "Umber", "Vetch", "Willow", "Yarrow",
];
const SECOND: &[&str] =
    &["Club", "Circle", "Helpers", "Friends", "Company", "Table", "Walkers", "Workshop", "Neighbours", "Group", "Hands", "Gathering"];
const WORDS: &[&str] = &[
    "people", "meet", "here", "each", "week", "and", "share", "what", "they", "know", "with", "tea", "music", "stories", "gardens",
    "lunch", "walks", "cards", "help", "for", "anyone", "who", "would", "like", "some", "company", "near", "home", "in", "the", "morning",
    "after", "work", "or", "at", "weekends", "bring", "a", "friend", "old", "new", "easy", "slow", "warm",
];
/// Ofcom's blocks of a thousand invented numbers each.
const BLOCKS: &[&str] = &[
    "01632960", "07700900", "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960", "01414960",
    "01514960", "01614960", "01914980", "02079460", "02890180", "02920180", "03069990", "08081570",
];
const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/// A small fixed sequence (xorshift64*): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides as u64).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.roll(list.len())]
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text: String = (0..words).map(|_| *self.pick(WORDS)).collect::<Vec<_>>().join(" ");
        text[..1].make_ascii_uppercase();
        text + "."
    }
}

/// A project with `listings` listings and nothing wrong in it.
pub fn project(listings: usize) -> Files {
    // A project of this size has crowded categories, and places that the dice have not hit: that is not the point here.
    let quiet = "[levels]\ncrowded-category = \"off\"\nunused-entry = \"off\"\nunknown-venue = \"off\"\n";
    let mut files: Files = SHARED.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    for (path, text) in &mut files {
        if path == "booklet.toml" {
            *text = String::from_utf8_lossy(text).replace("[levels]\n", quiet).into_bytes();
        }
        if path.starts_with("issues/") {
            // The sample's highlights are not among these listings.
            *text = String::from_utf8_lossy(text).replace("highlights = ", "# ").into_bytes();
        }
    }
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for number in 0..listings {
        let category = *dice.pick(CATEGORIES);
        let id = format!("{}-{}-{number}", dice.pick(FIRST).to_lowercase(), dice.pick(SECOND).to_lowercase());
        files.push((format!("listings/{category}/{id}.toml"), listing(&id, category, number, &mut dice).into_bytes()));
    }
    files
}

fn listing(id: &str, category: &str, number: usize, dice: &mut Dice) -> String {
    let (place, town, district) = *dice.pick(PLACES);
    let (first, second) = (*dice.pick(FIRST), *dice.pick(SECOND));
    let words = 4 + dice.roll(6);
    let mut text = format!("id = \"{id}\"\nname = \"{first} {second} {number}\"\nsummary = \"{}\"\n", dice.sentence(words + 4));
    let description: Vec<String> = (0..4 + dice.roll(4)).map(|_| dice.sentence(8 + words)).collect();
    let _ = write!(text, "description = \"\"\"\n{}\n\n{}\n\"\"\"\n", description[..2].join(" "), description[2..].join(" "));
    let _ = write!(text, "categories = [\"{category}\"]\nlocalities = [\"{place}\"]\nkind = \"group\"\ndelivery = [\"venue\"]\n");
    if dice.roll(3) == 0 {
        text.push_str("free = true\n");
    }
    if dice.roll(2) == 0 {
        text.push_str("access = [\"step-free\", \"accessible-toilet\"]\n");
    }
    let priced = !text.contains("free = true");
    let phone = format!("{}{:03}", BLOCKS[number / 1000 % BLOCKS.len()], number % 1000);
    let _ = write!(text, "\n[[contact]]\nlabel = \"Organiser\"\nphone = \"{phone}\"\nemail = \"hello@{id}.example.org\"\n");
    let _ = write!(
        text,
        "\n[[venue]]\nname = \"{first} Hall\"\naddress = [\"{} Osier Row\"]\ntown = \"{town}\"\npostcode = \"{district} {}ZZ\"\n",
        1 + number % 90,
        number % 10
    );
    let from = 9 + dice.roll(8);
    let _ = write!(text, "\n[[session]]\ndays = [\"{}\"]\nfrom = \"{from:02}:00\"\nto = \"{:02}:30\"\n", dice.pick(DAYS), from + 1);
    if priced {
        let _ = write!(text, "\n[[cost]]\namount = {}.50\nper = \"session\"\n", 1 + dice.roll(8));
    }
    text.push_str("\n[safety]\n");
    if category == "food" {
        text.push_str("food = { registered = true, rating = 5, rated = 2025-11-04 }\n");
    }
    if category == "personal-care" {
        text.push_str("personal_care = true\ncqc = { status = \"registered\", provider_id = \"1-990012345\" }\n");
    }
    text.push_str("\n[checks]\nconfirmed = 2026-11-12\nconfirmed_by = \"phone\"\n");
    text.push_str("\n[consent]\nbasis = \"consent\"\ngiven = 2026-02-03\nscope = [\"print\", \"web\", \"feed\"]\n");
    text
}
