//! Findings: what is wrong or doubtful, where, and what to do about it.
//!
//! A finding is plain data. Rooms push them into [`Diagnostics`]; the binary asks one of the printers
//! ([`text`], [`json`], [`sarif`], [`github`]) to word them.

use std::collections::BTreeMap;

use crate::source::{SourceId, SourceMap, Span};

pub mod github;
pub mod json;
pub mod sarif;
pub mod text;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing; never stops anything.
    Note,
    /// Doubtful; stops the build only when warnings are denied.
    Warning,
    /// Wrong; nothing is written.
    Error,
}

impl Level {
    /// The word for it: `error`, `warning`, `note`.
    pub fn word(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// A further place that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is to be seen there.
    pub text: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name: `phone-number`.
    pub name: &'static str,
    /// How serious it is.
    pub level: Level,
    /// What is wrong, in a few plain words without a full stop.
    pub title: String,
    /// Where.
    pub span: Span,
    /// What is to be seen there; may be empty.
    pub label: String,
    /// Other places that matter.
    pub others: Vec<Label>,
    /// What to do next, one step each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(name: &'static str, level: Level, span: Span, title: impl Into<String>) -> Diagnostic {
        Diagnostic { name, level, title: title.into(), span, label: String::new(), others: Vec::new(), help: Vec::new() }
    }

    /// The files it points into.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        std::iter::once(self.span).chain(self.others.iter().map(|label| label.span)).map(|span| span.source)
    }

    /// Says what is to be seen at the place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Diagnostic {
        self.label = text.into();
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.others.push(Label { span, text: text.into() });
        self
    }

    /// Says what to do next.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }
}

/// How many findings of one rule in one file are shown.
const MOST: usize = 50;

/// The level a project gives to a rule, `None` meaning off.
pub type Levels = BTreeMap<String, Option<Level>>;

/// The findings of a run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
    levels: Levels,
}

impl Diagnostics {
    /// No findings yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds a finding, at the level the project asked for.
    pub fn push(&mut self, finding: Diagnostic) {
        self.found.extend(apply(&self.levels, finding));
    }

    /// Adds all findings of another run.
    pub fn append(&mut self, other: Diagnostics) {
        for finding in other.found {
            self.push(finding);
        }
    }

    /// Keeps the findings for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Sets the project's levels, for what was found and for what is still to come.
    pub fn set_levels(&mut self, levels: Levels) {
        self.levels = levels;
        let found = std::mem::take(&mut self.found);
        self.found = found.into_iter().filter_map(|finding| apply(&self.levels, finding)).collect();
    }

    /// Puts the findings in order: by file, by place, then by name.
    pub fn sort(&mut self, sources: &SourceMap) {
        self.found.sort_by(|a, b| {
            let key = |d: &Diagnostic| (sources.get(d.span.source).path.clone(), d.span.start, d.span.end, d.name, d.title.clone());
            key(a).cmp(&key(b))
        });
        self.found.dedup();
        self.shorten();
    }

    /// Leaves the first [`MOST`] findings of a rule in a file, and says how many more there are: nobody reads a
    /// hundred thousand, and the first ones usually explain the rest.
    fn shorten(&mut self) {
        let mut seen: BTreeMap<(SourceId, &'static str), usize> = BTreeMap::new();
        for finding in &self.found {
            *seen.entry((finding.span.source, finding.name)).or_default() += 1;
        }
        seen.retain(|_, number| *number > MOST);
        if seen.is_empty() {
            return;
        }
        let mut kept: BTreeMap<(SourceId, &'static str), usize> = BTreeMap::new();
        self.found.retain_mut(|finding| {
            let key = (finding.span.source, finding.name);
            let Some(all) = seen.get(&key) else { return true };
            let at = kept.entry(key).or_default();
            *at += 1;
            if *at == MOST {
                finding.help.push(format!("there are {} more like this in this file", all - MOST));
            }
            *at <= MOST
        });
    }

    /// How many findings of a level there are.
    pub fn count(&self, level: Level) -> usize {
        self.found.iter().filter(|finding| finding.level == level).count()
    }

    /// Whether something is wrong, not just doubtful.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|finding| finding.level == Level::Error)
    }

    /// Whether something is wrong in a file.
    pub fn has_errors_in(&self, source: SourceId) -> bool {
        self.found.iter().any(|finding| finding.level == Level::Error && finding.span.source == source)
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.found.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }
}

/// A finding at the level the project asked for, or nothing when it is off.
fn apply(levels: &Levels, mut finding: Diagnostic) -> Option<Diagnostic> {
    match levels.get(finding.name) {
        None => Some(finding),
        Some(None) => None,
        Some(Some(level)) => {
            finding.level = *level;
            Some(finding)
        }
    }
}
