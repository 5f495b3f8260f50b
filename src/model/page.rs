//! Front and back matter, and the month's own words.

use super::words::words;
use super::{Date, Month, Phone, Prose, Slug};

words! {
    /// Where a page stands.
    PagePlace {
        /// Before the listings, and on the site.
        Front = "front",
        /// After the listings, and on the site.
        Back = "back",
        /// On the site only.
        Site = "site",
    }
}

words! {
    /// A part that a page plays, which the program or a theme has to know.
    PageRole {
        /// Welcome.
        Welcome = "welcome",
        /// How to use the directory.
        HowToUse = "how-to-use",
        /// Staying safe when hiring somebody.
        StayingSafe = "staying-safe",
        /// That being listed is no endorsement; every edition must have it.
        NoEndorsement = "no-endorsement",
        /// Emergency and useful numbers; must be checked.
        Emergency = "emergency",
        /// How to be listed.
        HowToBeListed = "how-to-be-listed",
        /// A slip to cut out and send.
        TellUs = "tell-us",
        /// Accessibility statement.
        Accessibility = "accessibility",
        /// Privacy notice.
        Privacy = "privacy",
        /// Where to find copies.
        Copies = "copies",
    }
}

/// A telephone number on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsefulNumber {
    /// "Police, when it is not an emergency".
    pub name: String,
    /// The number.
    pub phone: Phone,
    /// "Any time, day or night".
    pub note: Option<String>,
}

/// A page of front or back matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub place: PagePlace,
    /// Its place among the others; small numbers first.
    pub order: i64,
    /// A part it plays.
    pub role: Option<PageRole>,
    /// Whether the foot of every web page links to it.
    pub footer: bool,
    /// When its facts were checked.
    pub checked: Option<Date>,
    /// Useful numbers.
    pub numbers: Vec<UsefulNumber>,
    /// The text.
    pub text: Prose,
}

/// What a month's issue says besides its listings (`content/issues/2026-12.toml`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueNote {
    /// The month.
    pub month: Month,
    /// The issue date: what "today" means to every rule.
    pub date: Date,
    /// The letter's heading.
    pub title: Option<String>,
    /// The letter of the month.
    pub letter: Prose,
    /// Who signs it.
    pub signed: Option<String>,
    /// Listings the letter points to.
    pub highlights: Vec<Slug>,
}
