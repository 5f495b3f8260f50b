//! From checked content to all files of the output.

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
use crate::publish::{Delivery, PublishError};
use crate::render::pictures::Versions;
use crate::render::{self, RenderError};
use crate::theme::Theme;
use crate::view::site::DownloadView;
pub use crate::view::words::size as megabytes;
use crate::view::{self, Shown, Values, Views};

/// What rendering comes to.
pub(super) struct Rendered {
    pub month: Month,
    pub listings: usize,
    pub booklets: Vec<BuiltBooklet>,
    pub site_pages: Option<usize>,
}

/// Makes everything that was asked for, and hands it to `delivery` as it is made.
pub(super) fn render(
    judged: Judged,
    options: &BuildOptions,
    delivery: &Delivery,
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
    let mut booklets = Vec::new();
    if wants(Part::Booklet) {
        let press = Press { issue: &issue, views: &views, pictures: &pictures, theme: &theme, fonts: &fonts, places: &places };
        let printed = editions::print_with_paperwork(&press, &editions::chosen(&project.editions, &options.editions)?)?;
        closing::differs(&issue, &printed, &places).into_iter().for_each(|finding| found.push(finding));
        printed.findings.into_iter().for_each(|finding| found.push(finding));
        for book in &printed.books {
            progress(Progress::Booklet(book.title.clone(), book.pages));
        }
        for (path, bytes) in printed.files {
            if wants(Part::Site) && is_for_readers(&path) {
                delivery.put(&format!("site/{path}"), &bytes)?;
            }
            delivery.put(&path, &bytes)?;
        }
        booklets = printed.books;
    }
    if wants(Part::Data) {
        delivery.put("data/listings.json", &render::feeds::listings(&issue)?)?;
    }
    let mut site_pages = None;
    if wants(Part::Site) {
        for (path, bytes) in &pictures {
            delivery.put(&format!("site/{path}"), bytes)?;
        }
        let pages = render_site(&issue, &views, booklets.iter().map(download).collect(), &theme, delivery)?;
        progress(Progress::Site(pages));
        site_pages = Some(pages);
    }
    Ok(Rendered { month, listings, booklets, site_pages })
}

/// Makes the site without its pictures and booklets; says how many pages it has.
fn render_site(
    issue: &Issue<'_>,
    views: &Views,
    downloads: Vec<DownloadView>,
    theme: &Theme,
    delivery: &Delivery,
) -> Result<usize, Failed> {
    let put = |path: &str, bytes: &[u8]| -> Result<(), Failed> { Ok(delivery.put(path, bytes)?) };
    let content = issue.catalogue().content();
    let (path, css) = render::html::stylesheet(theme, &content.project.colours);
    render::scripts::budget::check(theme, &css)?;
    put(&format!("site/{path}"), &css)?;
    delivery.take(&render::hosting::render()?)?;
    render::calendars::render(&view::calendars(issue, views), put)?;
    for kept in &content.archive {
        put(&format!("site/archive/{}-{}.pdf", kept.month, kept.edition), &kept.bytes)?;
    }
    let shown = Shown::on_site(issue);
    let mut site = view::site(&shown, views, path, downloads);
    site.common.scripts = render::scripts::render(&site.finder, &site.common, theme, put)?;
    render::html::render(&site, theme, put)?;
    let note = site.common.words.get("keep_note").and_then(Value::as_str).unwrap_or_default();
    let says = render::offline::Says { note, month: &site.common.month, size: megabytes };
    delivery.take(&render::offline::render(&delivery.made(), &says, theme)?)?;
    Ok(site.len())
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

impl From<PublishError> for Failed {
    fn from(error: PublishError) -> Failed {
        match error {
            PublishError::Artefact(error) => Failed::Render(error.into()),
            other => Failed::Stopped(other.into()),
        }
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
