//! Reading a project's content and judging it, with the theme that it asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use super::editions::Places;
use super::{BuildOptions, Outcome, Progress, Project, Stopped, Tally};
use crate::check::{self, CheckOptions, Checked, Office};
use crate::content::{self, ContentTree};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::load::{self, Draft};
use crate::render::booklet::Fonts;
use crate::source::{SourceMap, Span};
use crate::theme::{Theme, ThemeError, ThemeFault};

/// Content that was read and found good, with the theme it asks for.
pub(super) struct Judged<C = Checked> {
    pub checked: C,
    pub theme: Theme,
    pub fonts: Fonts,
    pub places: Places,
}

/// The same for the publisher's own reports: not fit to be published, and with what only the office may see.
pub(super) type Reviewed = Judged<(Checked, Office)>;

/// Reads a project and judges it for publication.
pub(super) fn judge(project: &Project, options: &BuildOptions, progress: &mut dyn FnMut(Progress)) -> Outcome<Judged> {
    judge_with(project, options, check::check, progress)
}

/// The same with another judgement.
pub(super) fn judge_with<C>(
    project: &Project,
    options: &BuildOptions,
    check: impl FnOnce(Draft, &CheckOptions<'_>, &mut Diagnostics) -> Option<C>,
    progress: &mut dyn FnMut(Progress),
) -> Outcome<Judged<C>> {
    let tree = match content::read(&project.root) {
        Ok(tree) => tree,
        Err(error) => {
            return Outcome {
                found: Diagnostics::new(),
                sources: SourceMap::default(),
                tally: Tally::default(),
                result: Err(error.into()),
            };
        }
    };
    progress(Progress::Read(tree.files().len()));
    let outcome = judge_tree(tree, &project.root.join("themes"), options, check);
    progress(Progress::Checked(outcome.tally.listings));
    outcome
}

fn judge_tree<C>(
    tree: ContentTree,
    themes: &Path,
    options: &BuildOptions,
    check: impl FnOnce(Draft, &CheckOptions<'_>, &mut Diagnostics) -> Option<C>,
) -> Outcome<Judged<C>> {
    let mut found = Diagnostics::new();
    let draft = load::load(&tree, &mut found);
    drop(tree); // the texts are in the draft's sources now
    let mut sources = draft.sources.clone();
    let places = Places::of(&draft);
    let listing_sources: Vec<_> = draft.listings.iter().map(|listing| listing.source).collect();
    let name = draft.project.as_ref().and_then(|project| project.theme.as_ref()).map_or("default", |theme| theme.value.as_str());
    let own: Vec<&str> = draft.project.iter().flat_map(|project| &project.colours).map(|(key, _)| key.value.as_str()).collect();
    let theme = Theme::load(name, themes).and_then(|theme| theme.readable(&own));
    let fonts = OnceLock::new();
    // Fonts are only read where a listing has a letter beyond ASCII, or a booklet is made.
    let fonts_of = |theme: &Theme| fonts.get_or_init(|| Fonts::new(theme)).is_empty();
    let printable = |c: char| match &theme {
        Ok(theme) => fonts_of(theme) || fonts.get().is_some_and(|fonts| fonts.can_print(c)),
        Err(_) => true,
    };
    let none = BTreeMap::new();
    let colours = theme.as_ref().map_or(&none, |theme| &theme.manifest.colours);
    let asked = CheckOptions { month: options.month, keep_going: options.keep_going, printable: &printable, colours };
    let checked = check(draft, &asked, &mut found);
    let lost = found.iter().filter(|finding| finding.level == Level::Error).map(|finding| finding.span.source);
    let mut faulty: Vec<_> = lost.filter(|source| sources.get(*source).path.starts_with("content/listings/")).collect();
    faulty.sort_unstable();
    faulty.dedup();
    let unread = faulty.iter().filter(|source| !listing_sources.contains(source)).count();
    let tally = Tally { listings: listing_sources.len() + unread, faulty: faulty.len() };
    let denied = options.deny_warnings && found.count(Level::Warning) > 0;
    let result = match (theme, checked) {
        (Err(error), _) => Err(theme_stopped(error, &mut sources, &mut found)),
        (Ok(_), None) => Err(Stopped::Content),
        (Ok(_), Some(_)) if denied => Err(Stopped::Content),
        (Ok(theme), Some(checked)) => {
            let fonts = fonts.into_inner().unwrap_or_else(|| Fonts::new(&theme));
            Ok(Judged { checked, theme, fonts, places })
        }
    };
    found.sort(&sources);
    // What comes after points at listings no more, and ten thousand of them are long.
    let shown: BTreeSet<_> = found.iter().flat_map(Diagnostic::sources).collect();
    sources.forget(|id, path| !path.starts_with("content/listings/") || shown.contains(&id));
    Outcome { found, sources, tally, result }
}

/// Puts a theme's faults among the findings.
pub(super) fn theme_stopped(error: ThemeError, sources: &mut SourceMap, found: &mut Diagnostics) -> Stopped {
    let words = error.to_string();
    if let ThemeError::Faulty(name, faults) = error {
        for fault in faults {
            found.push(theme_finding(&name, fault, sources));
        }
        found.sort(sources);
    }
    Stopped::Theme(words)
}

fn theme_finding(theme: &str, fault: ThemeFault, sources: &mut SourceMap) -> Diagnostic {
    let source = sources.add(format!("themes/{theme}/{}", fault.file), fault.text);
    let finding = Diagnostic::new("theme", Level::Error, Span::new(source, fault.range), fault.title);
    fault.help.into_iter().fold(finding, Diagnostic::help)
}
