//! A theme's colours can be read where the templates put them, on light and on dark screens and on paper.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Theme, ThemeError, ThemeFault};
use crate::model::colour::{Faint, faint};

impl Theme {
    /// This theme, if its colours can be seen on each other. A pair in which the project has put a colour of its own
    /// is judged with the content; `own` are the keys of those.
    pub fn readable(self, own: &[&str]) -> Result<Theme, ThemeError> {
        let text = self.file("theme.toml").map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
        let theirs = |faint: &Faint| !own.contains(&faint.pair.over) && !own.contains(&faint.pair.on);
        let light = faint(&self.manifest.colours, true).into_iter().filter(theirs).map(|faint| fault(&text, faint, false));
        // A dark set says only what differs, on screens.
        let mut dark: BTreeMap<String, String> = self.manifest.colours.clone();
        dark.extend(self.manifest.dark.clone());
        let on_dark = if self.manifest.dark.is_empty() { Vec::new() } else { faint(&dark, false) };
        let faults: Vec<ThemeFault> = light.chain(on_dark.into_iter().map(|faint| fault(&text, faint, true))).collect();
        if faults.is_empty() { Ok(self) } else { Err(ThemeError::Faulty(self.name, faults)) }
    }
}

fn fault(text: &str, faint: Faint, dark: bool) -> ThemeFault {
    let place = |key: &str| place(text, key, dark);
    let range = place(faint.pair.over).or_else(|| place(faint.pair.on)).unwrap_or(0..0);
    let screens = if dark { " on dark screens" } else { "" };
    ThemeFault {
        file: "theme.toml".to_owned(),
        text: text.to_owned(),
        range,
        title: format!("{faint}{screens}"),
        help: vec!["choose a darker colour for what lies on light, or a lighter one for what lies on dark".to_owned()],
    }
}

/// Where `theme.toml` says a colour, if it is this theme that does and not the one it is laid over.
fn place(text: &str, key: &str, dark: bool) -> Option<Range<usize>> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let mut colours = table.get_ref().get("colours")?.get_ref().as_table()?;
    if dark {
        colours = colours.get("dark")?.get_ref().as_table()?;
    }
    Some(colours.get(key)?.span())
}
