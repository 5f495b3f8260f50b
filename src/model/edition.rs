//! The forms of an issue, as `content/booklet.toml` asks for them.

use super::words::words;
use super::{Slug, Word};

/// A page's size in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Width.
    pub width_mm: f64,
    /// Height.
    pub height_mm: f64,
}

impl Paper {
    /// Papers by name (ISO 216; DL is a third of A4; letter is ANSI A).
    pub const NAMED: &'static [(&'static str, Paper)] = &[
        ("a4", Paper::of(210.0, 297.0)),
        ("a5", Paper::of(148.0, 210.0)),
        ("dl", Paper::of(99.0, 210.0)),
        ("letter", Paper::of(215.9, 279.4)),
    ];

    const fn of(width_mm: f64, height_mm: f64) -> Paper {
        Paper { width_mm, height_mm }
    }

    /// Its name, or its size as in `170x240`.
    pub fn name(self) -> String {
        let named = Paper::NAMED.iter().find(|(_, paper)| *paper == self);
        named.map_or_else(|| format!("{}x{}", self.width_mm, self.height_mm), |(name, _)| (*name).to_owned())
    }

    /// The paper of a name, or of a size such as `170x240`, width first; none narrower than a third of A4 or
    /// larger than A2.
    pub fn parse(text: &str) -> Option<Paper> {
        let named = Paper::NAMED.iter().find(|(known, _)| *known == text).map(|(_, paper)| *paper);
        named.or_else(|| {
            let (width, height) = text.split_once('x')?;
            let side = |side: &str| side.trim().parse::<f64>().ok().filter(|side| (95.0..=594.0).contains(side));
            Some(Paper::of(side(width)?, side(height)?))
        })
    }
}

words! {
    /// How an edition is put together.
    Form {
        /// A book with contents, entries and indexes.
        Booklet = "booklet",
        /// One sheet of A4 folded to a third: telephone numbers by kind of help.
        Pocket = "pocket",
    }
}

words! {
    /// How much of a listing an edition prints.
    Detail {
        /// The summary and the facts.
        Summary = "summary",
        /// The description and everything else as well.
        Full = "full",
    }
}

/// The pages of a pocket edition: both sides of a sheet, three panels each.
pub const POCKET_PAGES: usize = 6;

/// One form of an issue.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionSpec {
    /// Its id, in file names.
    pub id: Slug,
    /// "Booklet".
    pub title: String,
    /// How it is put together.
    pub form: Form,
    /// Paper.
    pub paper: Paper,
    /// Body size in points.
    pub text_pt: f64,
    /// How much of a listing is printed.
    pub detail: Detail,
    /// Only these categories; empty for all.
    pub categories: Vec<Slug>,
    /// Only listings that serve one of these places; empty for all.
    pub localities: Vec<Slug>,
    /// Whether listings that serve all of the area are in an edition for some places.
    pub area_wide: bool,
    /// Front matter by page id, in this order; none for every page that is meant for the front.
    pub front: Option<Vec<Slug>>,
    /// Back matter, likewise.
    pub back: Option<Vec<Slug>>,
    /// Whether the month's sessions are listed by day.
    pub calendar: bool,
    /// Whether each category has a code that leads to its page on the site.
    pub category_codes: bool,
    /// Whether each listing has one.
    pub listing_codes: bool,
    /// Language of the fixed words; none for the project's.
    pub lang: Option<String>,
    /// Words instead of the theme's and the project's, by key.
    pub words: Vec<(String, String)>,
    /// The most pages it should have.
    pub budget: Option<usize>,
    /// The most pages of a volume; none for a single volume.
    pub volume_pages: Option<usize>,
    /// Whether each outlet that takes copies gets a file with its own name on the cover.
    pub outlet_copies: bool,
}

impl EditionSpec {
    /// Whether descriptions are printed.
    pub fn is_full(&self) -> bool {
        self.detail == Detail::Full
    }
}

impl Form {
    /// What `content/booklet.toml` may say, for messages.
    pub fn known() -> String {
        Form::ALL.iter().map(|form| format!("\"{}\"", form.word())).collect::<Vec<_>>().join(" or ")
    }
}
