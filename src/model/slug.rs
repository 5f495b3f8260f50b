//! Ids of listings, categories, places and pages; they become file names and web addresses.

use std::fmt;

/// A name made of small letters, digits and hyphens, 2 to 60 long.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Why a text is no slug.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlugFault {
    /// Fewer than 2 characters.
    TooShort,
    /// More than 60 characters.
    TooLong(usize),
    /// A character other than a to z, 0 to 9 and `-`.
    Character(char),
    /// A hyphen at an end, or two in a row.
    Hyphens,
    /// A name that Windows or the website keeps for itself.
    Reserved,
}

/// Windows device names, and names the site needs for its own files.
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4",
    "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "index", "404", "feed", "sitemap", "robots", "assets",
];

impl Slug {
    /// Reads a slug.
    pub fn parse(text: &str) -> Result<Slug, SlugFault> {
        if let Some(other) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
            return Err(SlugFault::Character(other));
        }
        match text.len() {
            0 | 1 => Err(SlugFault::TooShort),
            2..=60 if text.starts_with('-') || text.ends_with('-') || text.contains("--") => Err(SlugFault::Hyphens),
            2..=60 if RESERVED.contains(&text) => Err(SlugFault::Reserved),
            2..=60 => Ok(Slug(text.to_owned())),
            long => Err(SlugFault::TooLong(long)),
        }
    }

    /// The slug that comes nearest to a text: for suggestions.
    pub fn suggest(text: &str) -> String {
        let plain = deunicode::deunicode(text).to_lowercase().replace(['\'', '.'], "");
        let parts: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let mut slug = String::new();
        for part in parts {
            if slug.len() + part.len() >= 60 {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.push_str(part);
        }
        slug
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
