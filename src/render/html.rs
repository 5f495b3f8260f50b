//! The site: each page of the view through its template.
//!
//! 1. All templates of the theme are parsed; a mistake in any of them is reported with file and place.
//! 2. Rows are turned into template values once, because each stands on several pages.
//! 3. Pages are rendered side by side. Escaping is always on, and no template may switch it off for data.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::{Context, ErrorKind, Tera, Value};

use super::{RenderError, feed};
use crate::theme::{Theme, ThemeFault};
use crate::view::news::FEED;
use crate::view::site::{DownloadView, PageBody, PageMeta, SitePage, SiteView};

/// A site with its templates, ready to be rendered.
pub struct Html<'s, 'v> {
    view: &'s SiteView<'v>,
    theme: &'s Theme,
    tera: Tera,
    rows: Vec<Value>,
}

impl<'s, 'v> Html<'s, 'v> {
    /// Parses the templates and makes the rows.
    pub fn new(view: &'s SiteView<'v>, theme: &'s Theme) -> Result<Html<'s, 'v>, RenderError> {
        let mut tera = templates(theme)?;
        tera.global_context().insert("site", &view.common);
        let rows = (0..view.rows()).into_par_iter().map(|at| Value::from_serializable(&view.row(at))).collect();
        Ok(Html { view, theme, tera, rows })
    }

    /// Renders every page that does not wait for the booklets and gives it to `put`, one by one, so that a large site is
    /// never in memory as a whole; paths are below `site/`. The style sheet and the pictures come from [`stylesheet`]
    /// and `pictures`.
    pub fn render<E: Send + From<RenderError>>(&self, put: impl Fn(&str, &[u8]) -> Result<(), E> + Sync) -> Result<(), E> {
        let view = self.view;
        put("site/sitemap.xml", &feed::sitemap(view)?)?;
        put(&format!("site/{FEED}"), &feed::atom(&view.news)?)?;
        put("site/robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {}sitemap.xml\n", view.common.base_url).as_bytes())?;
        for (path, bytes) in self.theme.below("assets/img/") {
            put(&format!("site/{path}"), bytes)?;
        }
        self.pages(&[], false, put)
    }

    /// Renders the pages that name the booklets.
    pub fn render_waiting<E: Send + From<RenderError>>(
        &self,
        booklets: &[DownloadView],
        put: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        self.pages(booklets, true, put)
    }

    fn pages<E: Send + From<RenderError>>(
        &self,
        booklets: &[DownloadView],
        waiting: bool,
        put: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let render = |page: &SitePage<'_>| -> Result<Option<ThemeFault>, E> {
            if page.waits() != waiting {
                return Ok(None);
            }
            match self.page(page, booklets) {
                Ok(html) => put(&format!("site/{}", page.meta.path), html.as_bytes()).map(|()| None),
                Err(fault) => Ok(Some(fault)),
            }
        };
        let numbers = 0..if waiting { self.view.apart() } else { self.view.len() };
        let faults = numbers.into_par_iter().map(|number| self.view.page(number, render)).filter_map(Result::transpose);
        let mut faults = faults.collect::<Result<Vec<ThemeFault>, E>>()?;
        // The same mistake on ten thousand pages is one mistake.
        faults.dedup_by(|a, b| (&a.file, &a.range, &a.title) == (&b.file, &b.range, &b.title));
        if faults.is_empty() { Ok(()) } else { Err(RenderError::Theme(faults).into()) }
    }

    fn page(&self, page: &SitePage<'_>, booklets: &[DownloadView]) -> Result<String, ThemeFault> {
        let body = page.body(booklets);
        let render = || self.tera.render(template(&body), &context(&page.meta, &body, &self.rows)?);
        render().map_err(|error| {
            let mut fault = template_fault(self.theme, &error);
            fault.help.push(format!("it happened while making {}", page.meta.path));
            fault
        })
    }
}

/// The templates of a theme, parsed.
fn templates(theme: &Theme) -> Result<Tera, RenderError> {
    let mut sources = Vec::new();
    for (path, bytes) in theme.below("html/") {
        let name = path.strip_prefix("html/").unwrap_or(path);
        match std::str::from_utf8(bytes) {
            Ok(text) => sources.push((name.to_owned(), text)),
            Err(_) => return Err(RenderError::Theme(vec![fault(theme, path, 0..0, "this template is not UTF-8 text".to_owned())])),
        }
    }
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.add_raw_templates(sources).map_err(|error| RenderError::Theme(vec![template_fault(theme, &error)]))?;
    for name in TEMPLATES {
        if !tera.contains_template(name) {
            let title = format!("this theme has no html/{name}");
            return Err(RenderError::Theme(vec![fault(theme, &format!("html/{name}"), 0..0, title)]));
        }
    }
    Ok(tera)
}

/// One template that stands alone, with what it needs.
pub(super) fn single(name: &str, context: &Context, theme: &Theme) -> Result<String, RenderError> {
    let tera = templates(theme)?;
    tera.render(name, context).map_err(|error| RenderError::Theme(vec![template_fault(theme, &error)]))
}

/// The templates every theme must have.
const TEMPLATES: &[&str] = &[
    "home.html",
    "list.html",
    "index.html",
    "listing.html",
    "days.html",
    "day.html",
    "week.html",
    "a-to-z.html",
    "all.html",
    "downloads.html",
    "archive.html",
    "page.html",
    "changes.html",
    "bulletin.html",
    "coverage.html",
    "ledger.html",
    "search.html",
    "shortlist.html",
    "notfound.html",
];

/// The template of a page.
fn template(body: &PageBody<'_>) -> &'static str {
    match body {
        PageBody::Home(_) => "home.html",
        PageBody::List(_) => "list.html",
        PageBody::Index(_) => "index.html",
        PageBody::Listing(_) => "listing.html",
        PageBody::Days(_) => "days.html",
        PageBody::Day(_) => "day.html",
        PageBody::Week(_) => "week.html",
        PageBody::All(_) => "all.html",
        PageBody::Downloads(_) => "downloads.html",
        PageBody::Archive(_) => "archive.html",
        PageBody::AToZ(_) => "a-to-z.html",
        PageBody::Text(_) => "page.html",
        PageBody::Search(_) => "search.html",
        PageBody::Shortlist => "shortlist.html",
        PageBody::Changes(_) => "changes.html",
        PageBody::NotFound => "notfound.html",
    }
}

/// What a page's template gets.
fn context(meta: &PageMeta, body: &PageBody<'_>, rows: &[Value]) -> Result<Context, tera::Error> {
    let pick = |list: &[usize]| Value::from(list.iter().map(|at| rows[*at].clone()).collect::<Vec<Value>>());
    let mut context = match body {
        PageBody::Home(view) => Context::from_serialize(view)?,
        PageBody::Index(view) => Context::from_serialize(view)?,
        PageBody::Days(view) => Context::from_serialize(view)?,
        PageBody::Day(view) => Context::from_serialize(view)?,
        PageBody::Week(view) => Context::from_serialize(view)?,
        PageBody::All(view) => Context::from_serialize(view)?,
        PageBody::Downloads(view) => Context::from_serialize(view)?,
        PageBody::Archive(view) => Context::from_serialize(view)?,
        PageBody::AToZ(view) => Context::from_serialize(view)?,
        PageBody::Text(view) => Context::from_serialize(view)?,
        PageBody::Search(view) => Context::from_serialize(view)?,
        PageBody::Changes(view) => Context::from_serialize(view)?,
        PageBody::Shortlist | PageBody::NotFound => Context::new(),
        PageBody::List(view) => {
            let mut context = Context::from_serialize(view)?;
            context.insert_value("listings", pick(&view.listings));
            context.insert_value("area_wide", pick(&view.area_wide));
            context
        }
        PageBody::Listing(view) => Context::from_serialize(view)?,
    };
    if let Some(json) = body.structured() {
        let json = inside_script(json);
        context.insert_value("structured_hash", Value::safe_string(&script_hash(&json)));
        context.insert_value("structured", Value::safe_string(&json));
    }
    context.insert("page", meta);
    Ok(context)
}

/// JSON that stays what it is inside a `<script>`: nothing in it looks like markup.
fn inside_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// A script's hash as a content security policy writes it. Browsers run no data and so ask for no hash, but checkers do.
fn script_hash(text: &str) -> String {
    use base64::Engine;
    use sha2::Digest;
    format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text)))
}

/// What Tera says, as a fault of a theme's file.
fn template_fault(theme: &Theme, error: &tera::Error) -> ThemeFault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            fault(theme, &format!("html/{}", report.filename()), span.range.clone(), report.message().to_owned())
        }
        other => fault(theme, "html", 0..0, other.to_string()),
    }
}

fn fault(theme: &Theme, file: &str, range: std::ops::Range<usize>, title: String) -> ThemeFault {
    let text = theme.file(file).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    ThemeFault { file: file.to_owned(), text, range, title, help: Vec::new() }
}

/// The style sheet: its path, named after its content so that no browser keeps an old one, and its text with
/// the colours in front. `own` are the project's colours, which win over the theme's on light screens.
pub fn stylesheet(theme: &Theme, own: &[(String, String)]) -> (String, Vec<u8>) {
    let mut light = theme.manifest.colours.clone();
    light.extend(own.iter().cloned());
    let block = |list: &BTreeMap<String, String>| -> String {
        list.iter().map(|(key, colour)| format!("--{}:{colour};", key.replace('_', "-"))).collect()
    };
    let mut css = format!(":root{{{}}}\n", block(&light));
    if !theme.manifest.dark.is_empty() {
        css.push_str(&format!("@media (prefers-color-scheme:dark){{:root{{{}}}}}\n", block(&theme.manifest.dark)));
    }
    let mut css = css.into_bytes();
    css.extend_from_slice(theme.file("assets/css/site.css").map(AsRef::as_ref).unwrap_or_default());
    let hash = blake3::hash(&css).to_hex();
    (format!("assets/site.{}.css", &hash[..8]), css)
}
