//! `theme.toml`: name, contract, fonts, colours, words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::ThemeFault;

/// The contract between views and themes that this program keeps; `view::CONTRACT` is the same number.
pub(crate) const CONTRACT: u32 = 1;

/// What `theme.toml` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The theme it is laid over.
    pub extends: Option<String>,
    /// Font families: `body`, `fallback`.
    pub fonts: BTreeMap<String, String>,
    /// Colours as `#rrggbb`.
    pub colours: BTreeMap<String, String>,
    /// Colours for dark screens.
    pub dark: BTreeMap<String, String>,
    /// The colours again as cyan, magenta, yellow and black in per cent, for printing firms.
    pub cmyk: BTreeMap<String, [u8; 4]>,
    /// Fixed words.
    pub words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    theme: Head,
    #[serde(default)]
    fonts: BTreeMap<String, String>,
    #[serde(default)]
    colours: BTreeMap<String, Colour>,
    #[serde(default)]
    words: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[allow(dead_code, reason = "every theme says its name; the folder's name is what counts")]
    name: String,
    contract: toml::Spanned<u32>,
    extends: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Colour {
    One(String),
    Group(BTreeMap<String, String>),
}

/// Reads `theme.toml`.
pub(super) fn parse(bytes: Option<&[u8]>) -> Result<Manifest, ThemeFault> {
    let blank = |title: &str, help: &str| ThemeFault {
        file: "theme.toml".to_owned(),
        text: String::new(),
        range: 0..0,
        title: title.to_owned(),
        help: vec![help.to_owned()],
    };
    let bytes =
        bytes.ok_or_else(|| blank("this theme has no theme.toml", "write one with [theme], name, contract and extends = \"default\""))?;
    let text = std::str::from_utf8(bytes).map_err(|_| blank("theme.toml is not UTF-8 text", "save it again with the encoding UTF-8"))?;
    let at = |range: std::ops::Range<usize>, title: String, help: String| ThemeFault {
        file: "theme.toml".to_owned(),
        text: text.to_owned(),
        range,
        title,
        help: vec![help],
    };
    let raw: Raw = toml::from_str(text).map_err(|error| {
        at(error.span().unwrap_or(0..0), error.message().to_owned(), "compare it with the theme.toml of the default theme".to_owned())
    })?;
    let contract = *raw.theme.contract.get_ref();
    if contract != CONTRACT {
        let title = format!("this theme was written for contract {contract}; this version of Fingerpost keeps contract {CONTRACT}");
        let help = format!("compare its templates with the default theme, then write contract = {CONTRACT}");
        return Err(at(raw.theme.contract.span(), title, help));
    }
    let mut manifest = Manifest { extends: raw.theme.extends, fonts: raw.fonts, words: raw.words, ..Manifest::default() };
    let mut cmyk = BTreeMap::new();
    for (key, colour) in raw.colours {
        match colour {
            Colour::One(colour) => drop(manifest.colours.insert(key, colour)),
            Colour::Group(group) if key == "dark" => manifest.dark = group,
            Colour::Group(group) if key == "cmyk" => cmyk = group,
            Colour::Group(_) => {
                let help = "only [colours.dark] and [colours.cmyk] are known".to_owned();
                return Err(at(0..0, format!("[colours.{key}] is unknown"), help));
            }
        }
    }
    for (key, written) in cmyk {
        let Some(inks) = inks(&written) else {
            let start = text.find(written.as_str()).unwrap_or(0);
            let title = format!("the colour {key} is not written as four percentages");
            return Err(at(start..start + written.len(), title, "write cyan, magenta, yellow, black: accent = \"90 50 45 35\"".to_owned()));
        };
        manifest.cmyk.insert(key, inks);
    }
    let all = manifest.colours.iter().chain(&manifest.dark);
    if let Some((key, colour)) = all.clone().find(|(_, colour)| !is_colour(colour)) {
        let start = text.find(colour.as_str()).unwrap_or(0);
        let title = format!("the colour {key} is not written as #rrggbb");
        return Err(at(start..start + colour.len(), title, "write it like this: accent = \"#0b4f5c\"".to_owned()));
    }
    Ok(manifest)
}

/// Whether a text is a colour as themes write it: `#0b4f5c`.
pub(crate) fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Four percentages: `90 50 45 35`.
fn inks(text: &str) -> Option<[u8; 4]> {
    let parts: Vec<u8> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    <[u8; 4]>::try_from(parts).ok().filter(|inks| inks.iter().all(|ink| *ink <= 100))
}

/// A fault in `theme.toml` at a word.
pub(super) fn fault(files: &BTreeMap<String, Cow<'static, [u8]>>, word: &str, title: String) -> ThemeFault {
    let text = files.get("theme.toml").map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let start = text.find(word).unwrap_or(0);
    ThemeFault { file: "theme.toml".to_owned(), range: start..start, text, title, help: vec!["name another theme in extends".to_owned()] }
}

impl Manifest {
    /// These values over those of the extended theme.
    pub(super) fn over(self, base: Manifest) -> Manifest {
        let lay = |mut under: BTreeMap<String, String>, over: BTreeMap<String, String>| {
            under.extend(over);
            under
        };
        // The inks of a colour that this theme mixes anew are no longer right.
        let mut cmyk = base.cmyk;
        cmyk.retain(|key, _| !self.colours.contains_key(key));
        cmyk.extend(self.cmyk);
        Manifest {
            extends: self.extends,
            cmyk,
            fonts: lay(base.fonts, self.fonts),
            colours: lay(base.colours, self.colours),
            dark: lay(base.dark, self.dark),
            words: lay(base.words, self.words),
        }
    }
}
