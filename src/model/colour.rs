//! Colours, and how well one is seen on another (WCAG 2.2, success criteria 1.4.3, 1.4.6 and 1.4.11).

use std::collections::BTreeMap;
use std::fmt;

/// A colour of screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#0b4f5c`.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// Its relative luminance, from 0 for black to 1 for white.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// What a colour is used for where it lies on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// Paragraphs of text.
    RunningText,
    /// Links, labels, marks.
    Text,
    /// Lines and frames that say something, and the ring around what the keyboard is at.
    Line,
}

impl Drawn {
    /// The contrast it needs.
    pub fn least(self) -> f64 {
        match self {
            Drawn::RunningText => 7.0,
            Drawn::Text => 4.5,
            Drawn::Line => 3.0,
        }
    }
}

/// Two colours that the templates put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The key of the colour on top.
    pub over: &'static str,
    /// The key of the colour it lies on; [`SHEET`] is no key.
    pub on: &'static str,
    /// What is drawn.
    pub drawn: Drawn,
}

/// What a booklet is printed on, whatever the colour of the website's pages.
pub const SHEET: &str = "white paper";

const fn pair(over: &'static str, on: &'static str, drawn: Drawn) -> Pair {
    Pair { over, on, drawn }
}

/// Every pair of the contract's colours that the website and the booklet of the default theme put together.
const PAIRS: &[Pair] = &[
    pair("ink", "paper", Drawn::RunningText),
    pair("ink", "accent_tint", Drawn::RunningText),
    pair("ink", "alert_tint", Drawn::RunningText),
    pair("muted", "paper", Drawn::Text),
    pair("muted", "accent_tint", Drawn::Text),
    pair("accent", "paper", Drawn::Text),
    pair("accent", "accent_tint", Drawn::Text),
    pair("on_accent", "accent", Drawn::Text),
    pair("visited", "paper", Drawn::Text),
    pair("visited", "accent_tint", Drawn::Text),
    pair("alert", "paper", Drawn::Text),
    pair("alert", "alert_tint", Drawn::Line),
    pair("focus", "paper", Drawn::Line),
    pair("focus", "accent_tint", Drawn::Line),
    pair("line", "paper", Drawn::Line),
    pair("line", "accent_tint", Drawn::Line),
    pair("ink", SHEET, Drawn::RunningText),
    pair("accent", SHEET, Drawn::Text),
    pair("alert", SHEET, Drawn::Line),
    pair("line", SHEET, Drawn::Line),
];

/// A pair whose colours are too much alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Faint {
    /// The pair.
    pub pair: Pair,
    /// The contrast it has.
    pub contrast: f64,
}

impl fmt::Display for Faint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Pair { over, on, drawn } = self.pair;
        let what = match drawn {
            Drawn::RunningText => "running text needs",
            Drawn::Text => "text needs",
            Drawn::Line => "lines need",
        };
        // Rounded down: 4.47 is not enough where 4.5 is needed, and must not look it.
        let contrast = (self.contrast * 10.0).floor() / 10.0;
        write!(f, "{over} on {on} has a contrast of {contrast} to 1; {what} {} to 1", drawn.least())
    }
}

/// The pairs of a set of colours that are too faint. A booklet prints the light set only.
pub fn faint(colours: &BTreeMap<String, String>, printed: bool) -> Vec<Faint> {
    let colour = |key: &str| if key == SHEET { Some(Colour([255; 3])) } else { colours.get(key).and_then(|text| Colour::parse(text)) };
    let wanted = |pair: &&Pair| match pair.on {
        // On white pages the website has said it already.
        SHEET => printed && colour("paper") != colour(SHEET),
        _ => true,
    };
    let judge = |pair: &Pair| Some(Faint { pair: *pair, contrast: colour(pair.over)?.contrast(colour(pair.on)?) });
    PAIRS.iter().filter(wanted).filter_map(judge).filter(|faint| faint.contrast < faint.pair.drawn.least()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Colour, faint};

    fn contrast(one: &str, other: &str) -> f64 {
        Colour::parse(one).zip(Colour::parse(other)).map(|(one, other)| one.contrast(other)).unwrap_or_default()
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        let check = |one, other, expected: f64| {
            assert!((contrast(one, other) - expected).abs() < 0.005, "{one} on {other}: {}", contrast(one, other));
        };
        check("#000000", "#ffffff", 21.0);
        check("#ffffff", "#000000", 21.0);
        check("#777777", "#ffffff", 4.48);
        check("#767676", "#ffffff", 4.54);
        check("#0b4f5c", "#0b4f5c", 1.0);
    }

    #[test]
    fn faint_pairs_are_named_with_their_figures() {
        let say = |colours: &[(&str, &str)]| -> Vec<String> {
            let colours = colours.iter().map(|(key, colour)| ((*key).to_owned(), (*colour).to_owned())).collect();
            faint(&colours, true).iter().map(ToString::to_string).collect()
        };
        assert_eq!(
            say(&[("accent", "#777777"), ("paper", "#ffffff")]),
            ["accent on paper has a contrast of 4.4 to 1; text needs 4.5 to 1"]
        );
        assert_eq!(
            say(&[("accent", "#cccccc"), ("paper", "#000000")]),
            ["accent on white paper has a contrast of 1.6 to 1; text needs 4.5 to 1"]
        );
        assert!(say(&[("accent", "#767676"), ("paper", "#ffffff"), ("ink", "dark")]).is_empty());
    }
}
