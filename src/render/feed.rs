//! XML files beside the pages: the Atom feed of what is new (RFC 4287), and the map of the site (sitemaps.org).

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::RenderError;
use crate::view::news::{FEED, NewsView};
use crate::view::site::SiteView;

/// An XML document being written.
struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn new() -> Result<Xml, std::io::Error> {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 0));
        xml.0.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), std::io::Error> {
        self.0.write_event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())))
    }

    fn close(&mut self, name: &str) -> Result<(), std::io::Error> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), std::io::Error> {
        self.0.write_event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())))
    }

    /// An element with text; characters that XML cannot hold are left out.
    fn text(&mut self, name: &str, text: &str) -> Result<(), std::io::Error> {
        let clean: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        self.0.create_element(name).write_text_content(BytesText::new(&clean)).map(drop)
    }

    fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

/// Turns what a memory buffer cannot really say into our own error.
fn written(result: Result<Vec<u8>, std::io::Error>) -> Result<Vec<u8>, RenderError> {
    result.map_err(|error| RenderError::Internal(error.to_string()))
}

/// `feed.xml`.
pub fn atom(news: &NewsView) -> Result<Vec<u8>, RenderError> {
    written(write_atom(news))
}

fn write_atom(news: &NewsView) -> Result<Vec<u8>, std::io::Error> {
    let mut xml = Xml::new()?;
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &news.lang)])?;
    xml.text("id", &news.id)?;
    xml.text("title", &news.title)?;
    xml.text("subtitle", &news.subtitle)?;
    xml.text("updated", &news.updated)?;
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &news.href)])?;
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &format!("{}{FEED}", news.href))])?;
    xml.open("author", &[])?;
    xml.text("name", &news.author)?;
    xml.close("author")?;
    for entry in &news.entries {
        xml.open("entry", &[])?;
        xml.text("id", &entry.id)?;
        xml.text("title", &entry.title)?;
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.href)])?;
        xml.text("updated", &entry.updated)?;
        xml.text("summary", &entry.summary)?;
        for category in &entry.categories {
            xml.empty("category", &[("term", category)])?;
        }
        xml.close("entry")?;
    }
    xml.close("feed")?;
    Ok(xml.finish())
}

/// `sitemap.xml`: every page with its address, and the day its content was last known to be right.
pub fn sitemap(view: &SiteView<'_>) -> Result<Vec<u8>, RenderError> {
    written(write_sitemap(view))
}

fn write_sitemap(view: &SiteView<'_>) -> Result<Vec<u8>, std::io::Error> {
    let mut xml = Xml::new()?;
    xml.open("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])?;
    for (address, modified) in view.addresses() {
        xml.open("url", &[])?;
        xml.text("loc", &address)?;
        xml.text("lastmod", &modified)?;
        xml.close("url")?;
    }
    xml.close("urlset")?;
    Ok(xml.finish())
}
