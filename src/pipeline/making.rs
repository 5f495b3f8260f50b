//! From checked content to all files of the output.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::closing;
use super::editions::{self, Press, Printed};
use super::{BuildOptions, BuiltBooklet, Judged, Part, Progress, Stopped};
use crate::catalogue::Catalogue;
use crate::check::Checked;
use crate::diag::Diagnostics;
use crate::issue::Issue;
use crate::model::{EditionSpec, Month, Project};
use crate::publish::{Delivery, PublishError};
use crate::render::html::Html;
use crate::render::pictures::Versions;
use crate::render::{self, RenderError};
use crate::theme::Theme;
use crate::view::site::{DownloadView, SiteView};
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
    let Judged { checked, theme, mut fonts, places } = judged;
    if wants(Part::Booklet) {
        fonts.read(&theme);
    }
    let wanted = editions::chosen(&checked.project.editions, &options.editions)?;
    let versions = if wants(Part::Site) { Versions::All } else { Versions::Full };
    // Where booklets show none, they need not wait for them.
    let early = wants(Part::Booklet) && show_pictures(&checked.project, &wanted);
    let early = early.then(|| render::pictures::render(&checked.pictures, versions)).transpose()?;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let project = &catalogue.content().project;
    let views = Views::new(&issue, worded(&theme, project));
    let (month, listings) = (issue.month(), catalogue.listings().len());
    let shown = Shown::on_site(&issue);
    let wanted = editions::chosen(&project.editions, &options.editions)?;
    let site = Site { issue: &issue, shown: &shown, views: &views, theme: &theme, delivery, view: OnceLock::new() };
    let html = OnceLock::new();
    let booklets = || -> Result<Option<Printed>, RenderError> {
        let none = BTreeMap::new();
        let pictures = early.as_ref().unwrap_or(&none);
        let press = Press { issue: &issue, views: &views, pictures, theme: &theme, fonts: &fonts, places: &places };
        wants(Part::Booklet).then(|| editions::print_with_paperwork(&press, &wanted)).transpose()
    };
    let pages = || -> Result<(), Failed> { if wants(Part::Site) { site.begin(&html, early.as_ref()) } else { Ok(()) } };
    // Side by side, because much of a booklet keeps one core busy only.
    let (printed, pages) = rayon::join(booklets, pages);
    let mut booklets = Vec::new();
    if let Some(printed) = printed? {
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
    pages?;
    if wants(Part::Data) {
        delivery.put("data/listings.json", &render::feeds::listings(&issue)?)?;
    }
    let site_pages = html.get().map(|html| site.end(html, &booklets)).transpose()?;
    site_pages.into_iter().for_each(|pages| progress(Progress::Site(pages)));
    Ok(Rendered { month, listings, booklets, site_pages })
}

/// The website in the making.
struct Site<'s> {
    issue: &'s Issue<'s>,
    shown: &'s Shown<'s, 's>,
    views: &'s Views,
    theme: &'s Theme,
    delivery: &'s Delivery,
    view: OnceLock<SiteView<'s>>,
}

impl<'s> Site<'s> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failed> {
        Ok(self.delivery.put(path, bytes)?)
    }

    /// Makes everything but the pages that name the booklets.
    fn begin<'h>(&'h self, html: &OnceLock<Html<'h, 's>>, pictures: Option<&BTreeMap<String, Vec<u8>>>) -> Result<(), Failed> {
        let put = |path: &str, bytes: &[u8]| self.put(path, bytes);
        let content = self.issue.catalogue().content();
        let pictures = match pictures {
            Some(made) => Cow::Borrowed(made),
            None => Cow::Owned(render::pictures::render(&content.pictures, Versions::All)?),
        };
        for (path, bytes) in pictures.iter() {
            put(&format!("site/{path}"), bytes)?;
        }
        let (path, css) = render::html::stylesheet(self.theme, &content.project.colours);
        render::scripts::budget::check(self.theme, &css)?;
        put(&format!("site/{path}"), &css)?;
        self.delivery.take(&render::hosting::render()?)?;
        render::calendars::render(&view::calendars(self.issue, self.views), put)?;
        for kept in &content.archive {
            put(&format!("site/archive/{}-{}.pdf", kept.month, kept.edition), &kept.bytes)?;
        }
        let mut view = view::site(self.shown, self.views, path);
        view.common.scripts = render::scripts::render(&view.finder, &view.common, self.theme, put)?;
        let made = Html::new(self.view.get_or_init(|| view), self.theme)?;
        html.get_or_init(|| made).render(put)
    }

    /// Makes the pages that name the booklets, and what depends on all files; says how many pages there are.
    fn end(&self, html: &Html<'_, '_>, booklets: &[BuiltBooklet]) -> Result<usize, Failed> {
        let booklets: Vec<DownloadView> = booklets.iter().map(download).collect();
        html.render_waiting(&booklets, |path, bytes| self.put(path, bytes))?;
        let Some(view) = self.view.get() else { return Ok(0) };
        let note = view.common.words.get("keep_note").and_then(Value::as_str).unwrap_or_default();
        let says = render::offline::Says { note, month: &view.common.month, size: megabytes };
        self.delivery.take(&render::offline::render(&self.delivery.made(), &says, self.theme)?)?;
        Ok(view.len())
    }
}

/// The pictures that some editions show.
pub(super) fn pictures(checked: &Checked, editions: &[&EditionSpec]) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    if show_pictures(&checked.project, editions) {
        render::pictures::render(&checked.pictures, Versions::Full)
    } else {
        Ok(BTreeMap::new())
    }
}

/// Whether some editions show pictures: one of summaries shows none but the logo and the cover's.
fn show_pictures(project: &Project, editions: &[&EditionSpec]) -> bool {
    project.logo.is_some() || project.cover.is_some() || editions.iter().any(|edition| edition.is_full())
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
