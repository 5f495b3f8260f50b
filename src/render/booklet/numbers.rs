//! Page numbers, set in when the pages are known.
//!
//! Typst finds page numbers by laying a book out again until none changes: four times for a book with a calendar and
//! two indexes. A theme that reads `sys.inputs.page-numbers` leaves places of a fixed width instead, and the numbers
//! are put there on the finished pages. What it leaves, and what becomes of it:
//!
//! - Text in the language `qaa`, in a link to `page-of:ANCHOR`: the page of the element with that label. The link
//!   then leads to the element.
//! - Text in `qab` or `qac`: the page it stands on, ending where the text ended (`qab`) or beginning where it began.
//! - Groups labelled `left-hand` and `right-hand`: on a page of the other side they go.
//!
//! A theme that asks Typst, as themes do by nature, has none of these, and its pages stay as they are.

use typst::foundations::{Label, Packed, Smart};
use typst::introspection::{Introspector, Location, Tag};
use typst::layout::{Em, Frame, FrameItem, PageElem, Point};
use typst::model::{Destination, Document, LinkMarker};
use typst::text::{Glyph, Lang, LocalName, Locale, TextItem};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument, PagedIntrospector};

/// The key and the value under which a theme is told that numbers are set later.
pub(super) const INPUT: (&str, &str) = ("page-numbers", "set-later");

/// How a link's destination begins that stands for the page of an anchor.
const PAGE_OF: &str = "page-of:";

/// Sets the numbers in. Nothing when one cannot be: an anchor is not in the book, or the font has no such figure.
pub(super) fn set(document: PagedDocument) -> Option<PagedDocument> {
    let marks = Marks::new(&document)?;
    let mut setter = Setter { introspector: document.introspector(), marks, number: 0, target: None, failed: false };
    let mut changed = false;
    let mut set = |(at, page): (usize, &Page)| {
        setter.number = at + 1;
        let frame = setter.frame(&page.frame);
        changed |= frame.is_some();
        frame.map_or_else(|| page.clone(), |frame| Page { frame, ..page.clone() })
    };
    let pages: Vec<Page> = document.pages().iter().enumerate().map(&mut set).collect();
    if setter.failed {
        return None;
    }
    if !changed {
        return Some(document);
    }
    Some(PagedDocument::new(pages.into_iter().collect(), document.info().clone()))
}

/// What places are known by.
struct Marks {
    target: Lang,
    ending: Lang,
    beginning: Lang,
    left: Label,
    right: Label,
    /// The book's own language, which the numbers get.
    locale: Locale,
}

impl Marks {
    fn new(document: &PagedDocument) -> Option<Marks> {
        let label = |name| Label::new(PicoStr::intern(name));
        let lang = |code: &str| code.parse::<Lang>().ok();
        Some(Marks {
            target: lang("qaa")?,
            ending: lang("qab")?,
            beginning: lang("qac")?,
            left: label("left-hand")?,
            right: label("right-hand")?,
            locale: match document.info().locale {
                Smart::Custom(locale) => locale,
                Smart::Auto => Locale::default(),
            },
        })
    }
}

/// Where a place's link leads.
#[derive(Clone, Copy)]
struct Target {
    number: usize,
    location: Location,
}

/// What becomes of an item.
enum Change {
    Keep,
    Drop,
    Become(Point, FrameItem),
}

struct Setter<'d> {
    introspector: &'d PagedIntrospector,
    marks: Marks,
    /// The page that is being worked on, from 1.
    number: usize,
    /// Where the link leads that was opened last. A link may go on over a page.
    target: Option<Target>,
    failed: bool,
}

impl Setter<'_> {
    /// A frame with its numbers; nothing when it has none, so that what does not change stays shared.
    fn frame(&mut self, frame: &Frame) -> Option<Frame> {
        let mut changed: Option<Vec<(Point, FrameItem)>> = None;
        for (index, (at, item)) in frame.items().enumerate() {
            let change = self.item(*at, item);
            if changed.is_none() && !matches!(change, Change::Keep) {
                changed = Some(frame.items().take(index).cloned().collect());
            }
            let Some(items) = &mut changed else { continue };
            match change {
                Change::Keep => items.push((*at, item.clone())),
                Change::Become(at, item) => items.push((at, item)),
                Change::Drop => {}
            }
        }
        let items = changed?;
        let mut whole = Frame::new(frame.size(), frame.kind());
        if frame.has_baseline() {
            whole.set_baseline(frame.baseline());
        }
        whole.push_multiple(items);
        Some(whole)
    }

    fn item(&mut self, at: Point, item: &FrameItem) -> Change {
        match item {
            FrameItem::Group(group) => {
                let other = if self.number % 2 == 1 { self.marks.left } else { self.marks.right };
                if group.label == Some(other) {
                    return Change::Drop;
                }
                let Some(frame) = self.frame(&group.frame) else { return Change::Keep };
                let mut group = group.clone();
                group.frame = frame;
                Change::Become(at, FrameItem::Group(group))
            }
            FrameItem::Tag(Tag::Start(element, flags)) => {
                let Some(marker) = element.to_packed::<LinkMarker>() else { return Change::Keep };
                let Some(marker) = self.marker(marker) else { return Change::Keep };
                Change::Become(at, FrameItem::Tag(Tag::Start(marker.pack(), *flags)))
            }
            FrameItem::Link(Destination::Url(url), size) if url.starts_with(PAGE_OF) => match self.target {
                Some(target) => Change::Become(at, FrameItem::Link(Destination::Location(target.location), *size)),
                None => self.fail(),
            },
            FrameItem::Text(text) => self.text(at, text),
            _ => Change::Keep,
        }
    }

    /// The element that tells screen readers of a link, saying the page; nothing for a link that leads elsewhere.
    fn marker(&mut self, marker: &Packed<LinkMarker>) -> Option<Packed<LinkMarker>> {
        let anchor = marker.alt.as_ref()?.strip_prefix(PAGE_OF)?;
        self.target = self.find(anchor);
        let Some(target) = self.target else {
            self.failed = true;
            return None;
        };
        let mut marker = marker.clone();
        let page = PageElem::local_name(self.marks.locale.lang, self.marks.locale.region);
        marker.alt = Some(format!("{page} {}", target.number).into());
        Some(marker)
    }

    fn find(&self, anchor: &str) -> Option<Target> {
        let element = self.introspector.query_label(Label::new(PicoStr::intern(anchor))?).ok()?;
        let location = element.location()?;
        Some(Target { number: self.introspector.position(location)?.page.get(), location })
    }

    fn text(&mut self, at: Point, text: &TextItem) -> Change {
        let number = if text.lang == self.marks.target {
            let Some(target) = self.target else { return self.fail() };
            target.number
        } else if text.lang == self.marks.ending || text.lang == self.marks.beginning {
            self.number
        } else {
            return Change::Keep;
        };
        let Some(set) = self.figures(text, number) else { return self.fail() };
        let shift = if text.lang == self.marks.beginning { Point::zero() } else { Point::with_x(text.width() - set.width()) };
        Change::Become(at + shift, FrameItem::Text(set))
    }

    /// A number as its place would print it.
    fn figures(&self, place: &TextItem, number: usize) -> Option<TextItem> {
        let text = number.to_string();
        let span = place.glyphs.first()?.span;
        let glyph = |(at, figure): (usize, char)| {
            let id = place.font.ttf().glyph_index(figure)?.0;
            let at = u16::try_from(at).ok()?;
            let zero = Em::zero();
            Some(Glyph {
                id,
                x_advance: place.font.x_advance(id)?,
                x_offset: zero,
                y_advance: zero,
                y_offset: zero,
                range: at..at + 1,
                span,
            })
        };
        let glyphs = text.char_indices().map(glyph).collect::<Option<Vec<_>>>()?;
        let Locale { lang, region } = self.marks.locale;
        Some(TextItem { text: text.into(), glyphs, lang, region, ..place.clone() })
    }

    fn fail(&mut self) -> Change {
        self.failed = true;
        Change::Keep
    }
}

#[cfg(test)]
mod tests;
