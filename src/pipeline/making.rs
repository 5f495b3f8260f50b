//! From checked content to all files of the output, in memory.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::closing;
use super::editions::{self, Press};
use super::{BuildOptions, BuiltBooklet, Judged, Part, Progress, Stopped};
use crate::catalogue::Catalogue;
use crate::check::Checked;
use crate::diag::Diagnostics;
use crate::issue::Issue;
use crate::model::{EditionSpec, Month, Project};
use crate::render::pictures::Versions;
use crate::render::{self, Artefacts, RenderError};
use crate::theme::Theme;
use crate::view::site::{DownloadView, SiteView};
pub use crate::view::words::size as megabytes;
use crate::view::{self, Values, Views};

/// What rendering comes to.
pub(super) struct Rendered {
    pub month: Month,
    pub listings: usize,
    pub artefacts: Artefacts,
    pub booklets: Vec<BuiltBooklet>,
    pub site_pages: Option<usize>,
}

/// Makes everything that was asked for, in memory.
pub(super) fn render(
    judged: Judged,
    options: &BuildOptions,
    found: &mut Diagnostics,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rendered, Failed> {
    let wants = |part: Part| options.only.is_none_or(|only| only == part);
    let Judged { checked, theme, fonts, places } = judged;
    let wanted = editions::chosen(&checked.project.editions, &options.editions)?;
    let pictures = match () {
        () if wants(Part::Site) => render::pictures::render(&checked.pictures, Versions::All)?,
        () if wants(Part::Booklet) => pictures(&checked, &wanted)?,
        () => BTreeMap::new(),
    };
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let project = &catalogue.content().project;
    let views = Views::new(&issue, worded(&theme, project));
    let (month, listings) = (issue.month(), catalogue.listings().len());
    let mut artefacts = Artefacts::default();
    let mut booklets = Vec::new();
    if wants(Part::Booklet) {
        let press = Press { issue: &issue, views: &views, pictures: &pictures, theme: &theme, fonts: &fonts, places: &places };
        let printed = editions::print(&press, &editions::chosen(&project.editions, &options.editions)?)?;
        closing::differs(&issue, &printed, &places).into_iter().for_each(|finding| found.push(finding));
        printed.findings.into_iter().for_each(|finding| found.push(finding));
        for book in &printed.books {
            progress(Progress::Booklet(book.title.clone(), book.pages));
        }
        for (path, bytes) in printed.files {
            if wants(Part::Site) && is_for_readers(&path) {
                artefacts.add(format!("site/{path}"), bytes.clone())?;
            }
            artefacts.add(path, bytes)?;
        }
        booklets = printed.books;
        for (path, bytes) in editions::paperwork(&press, &booklets)? {
            artefacts.add(path, bytes)?;
        }
    }
    if wants(Part::Data) {
        artefacts.add("data/listings.json", render::feeds::listings(&issue)?)?;
    }
    let mut site_pages = None;
    if wants(Part::Site) {
        let (path, css) = render::html::stylesheet(&theme, &project.colours);
        render::scripts::budget::check(&theme, &css)?;
        artefacts.extend(render::calendars::render(&view::calendars(&issue, &views))?)?;
        for kept in &catalogue.content().archive {
            artefacts.add(format!("site/archive/{}-{}.pdf", kept.month, kept.edition), kept.bytes.as_ref())?;
        }
        let site = view::site(&issue, views, path.clone(), booklets.iter().map(download).collect());
        artefacts.add(format!("site/{path}"), css)?;
        // Every word of the site is in its view: what it was made from makes room for the pages.
        drop(issue);
        drop(catalogue);
        site_pages = Some(site.pages.len());
        render_site(site, &pictures, &theme, &mut artefacts)?;
    }
    site_pages.iter().for_each(|pages| progress(Progress::Site(*pages)));
    Ok(Rendered { month, listings, artefacts, booklets, site_pages })
}

/// Adds the pages of the site, and what is made from all of its files.
fn render_site(
    mut site: SiteView,
    pictures: &BTreeMap<String, Vec<u8>>,
    theme: &Theme,
    artefacts: &mut Artefacts,
) -> Result<(), RenderError> {
    artefacts.extend(render::hosting::render()?)?;
    // The index has every word once more: it is made before the pages, and what it was made from goes.
    let scripts = render::scripts::render(&std::mem::take(&mut site.finder), &site.common, theme)?;
    site.common.scripts = scripts.names;
    artefacts.extend(scripts.artefacts)?;
    let note = site.common.words.get("keep_note").and_then(Value::as_str).unwrap_or_default().to_owned();
    let month = site.common.month.clone();
    artefacts.extend(render::html::render(site, theme)?)?;
    for (path, bytes) in pictures {
        artefacts.add(format!("site/{path}"), bytes.clone())?;
    }
    let says = render::offline::Says { note: &note, month: &month, size: megabytes };
    artefacts.extend(render::offline::render(artefacts, &says, theme)?)?;
    Ok(())
}

/// The pictures that some editions show: one of summaries shows none but the logo and the cover's.
pub(super) fn pictures(checked: &Checked, editions: &[&EditionSpec]) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let own = checked.project.logo.is_some() || checked.project.cover.is_some();
    let shown = own || editions.iter().any(|edition| edition.is_full());
    if shown { render::pictures::render(&checked.pictures, Versions::Full) } else { Ok(BTreeMap::new()) }
}

/// What the theme and the project say besides the listings.
pub(super) fn worded(theme: &Theme, project: &Project) -> Values {
    Values {
        words: values(&theme.manifest.words, &project.words),
        colours: values(&theme.manifest.colours, &project.colours),
        fonts: values(&theme.manifest.fonts, &[]),
    }
}

/// Whether a file is on the website for readers to download: the editions themselves, without copies for outlets
/// and without what is for printers.
fn is_for_readers(path: &str) -> bool {
    path.strip_prefix("booklet/").is_some_and(|file| !file.contains('/'))
}

/// Why rendering came to nothing.
pub(super) enum Failed {
    Render(RenderError),
    Stopped(Stopped),
}

impl From<RenderError> for Failed {
    fn from(error: RenderError) -> Failed {
        Failed::Render(error)
    }
}

impl From<render::ArtefactError> for Failed {
    fn from(error: render::ArtefactError) -> Failed {
        Failed::Render(error.into())
    }
}

impl From<Stopped> for Failed {
    fn from(stopped: Stopped) -> Failed {
        Failed::Stopped(stopped)
    }
}

/// The theme's values with the project's over them.
fn values(theme: &BTreeMap<String, String>, own: &[(String, String)]) -> Map<String, Value> {
    let mut all = theme.clone();
    all.extend(own.iter().cloned());
    all.into_iter().map(|(key, text)| (key, Value::String(text))).collect()
}

fn download(built: &BuiltBooklet) -> DownloadView {
    let size = megabytes(built.bytes).replace(' ', "\u{a0}"); // "1.2" and "MB" stay on one line
    DownloadView {
        title: built.title.clone(),
        href: built.path.clone(),
        note: format!("PDF, {} pages, {size}", built.pages),
        cover: built.cover.path.clone(),
        width: built.cover.width,
        height: built.cover.height,
    }
}
