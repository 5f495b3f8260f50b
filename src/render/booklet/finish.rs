//! What is put on the pages when they are laid out: page numbers, and codes for telephones.
//!
//! Typst finds page numbers by laying a book out again until none changes: four times for a book with a calendar and
//! two indexes. A code is some hundred lines, each of them an element to Typst. A theme that reads `sys.inputs.finish`
//! leaves places of a fixed size instead, and what belongs there is put on the finished pages. What it leaves, and what
//! becomes of it:
//!
//! - Text in the language `qaa`, in a link to `page-of:ANCHOR`: the page of the element with that label. The link
//!   then leads to the element.
//! - Text in `qab` or `qac`: the page it stands on, ending where the text ended (`qab`) or beginning where it began.
//! - Groups labelled `left-hand` and `right-hand`: on a page of the other side they go.
//! - Blocks labelled `contents-lines` and `contents-line`: for screen readers a table of contents and its lines. Typst
//!   makes these of headings and their pages only, and so would lay the book out again.
//! - Blocks labelled `code:ADDRESS`: the code of that address is drawn over the whole of the block.
//!
//! A theme that asks Typst, as themes do by nature, has none of these, and its pages stay as they are.

mod codes;

use std::collections::HashSet;
use std::num::NonZeroUsize;

use rayon::prelude::*;
use typst::diag::{EcoString, eco_format};
use typst::foundations::{Content, Label, NativeElement, Packed, Selector, Smart};
use typst::introspection::{Introspector, Location, Tag, TagFlags};
use typst::layout::{Em, Frame, FrameItem, PageElem, Point};
use typst::model::{Destination, Document, HeadingElem, LinkMarker, OutlineEntry};
use typst::pdf::PdfMarkerTag;
use typst::text::{Glyph, Lang, LocalName, Locale, TextItem};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument, PagedIntrospector};

pub(super) use codes::Codes;

/// The key and the value under which a theme is told that the program finishes its pages.
pub(super) const INPUT: (&str, &str) = ("finish", "later");

/// How a link's destination begins that stands for the page of an anchor.
const PAGE_OF: &str = "page-of:";

/// Finishes a book. Nothing when it cannot be: an anchor or a code is not in the book, or the font has no such figure.
pub(super) fn finish(document: PagedDocument, codes: &Codes<'_>) -> Option<PagedDocument> {
    let marks = Marks::new(&document)?;
    let begun =
        |at: usize, target| Setter { introspector: document.introspector(), marks: &marks, codes, number: at + 1, target, failed: false };
    let set = |(at, page): (usize, &Page)| {
        let mut setter = begun(at, None);
        (setter.frame(&page.frame), setter.target, setter.failed)
    };
    let mut made: Vec<_> = document.pages().par_iter().enumerate().map(set).collect();
    for at in 1..made.len() {
        // A link may have begun on the page before. Only then does a page depend on another.
        if made[at].2 && made[at - 1].1.is_some() {
            let mut setter = begun(at, made[at - 1].1.clone());
            made[at] = (setter.frame(&document.pages()[at].frame), setter.target, setter.failed);
        }
    }
    if made.iter().any(|(_, _, failed)| *failed) {
        return None;
    }
    if made.iter().all(|(frame, ..)| frame.is_none()) {
        return Some(document);
    }
    let pages = made.into_iter().zip(document.pages());
    let pages = pages.map(|((frame, ..), page)| frame.map_or_else(|| page.clone(), |frame| Page { frame, ..page.clone() }));
    let finished = PagedDocument::new(pages.collect(), document.info().clone());
    // What is over now takes a while to clear away.
    rayon::spawn(|| drop(document));
    Some(finished)
}

/// What places are known by.
struct Marks {
    target: Lang,
    ending: Lang,
    beginning: Lang,
    left: Label,
    right: Label,
    /// Tables of contents and their lines.
    contents: Label,
    line: Label,
    listed: HashSet<Location>,
    /// The book's own language, which the numbers get.
    locale: Locale,
}

impl Marks {
    fn new(document: &PagedDocument) -> Option<Marks> {
        let label = |name| Label::new(PicoStr::intern(name));
        let lang = |code: &str| code.parse::<Lang>().ok();
        let (contents, line) = (label("contents-lines")?, label("contents-line")?);
        let labelled = |label| document.introspector().query(&Selector::Label(label));
        let listed = [contents, line].into_iter().flat_map(labelled).filter_map(|element| element.location());
        Some(Marks {
            target: lang("qaa")?,
            ending: lang("qab")?,
            beginning: lang("qac")?,
            left: label("left-hand")?,
            right: label("right-hand")?,
            contents,
            line,
            listed: listed.collect(),
            locale: match document.info().locale {
                Smart::Custom(locale) => locale,
                Smart::Auto => Locale::default(),
            },
        })
    }
}

/// Where a place's link leads.
#[derive(Clone)]
struct Target {
    number: usize,
    location: Location,
    /// The heading there.
    name: Option<EcoString>,
}

/// What becomes of an item.
enum Change {
    Keep,
    Drop,
    Become(Point, FrameItem),
}

struct Setter<'d> {
    introspector: &'d PagedIntrospector,
    marks: &'d Marks,
    codes: &'d Codes<'d>,
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
                let frame = match self.codes.drawn(group) {
                    Some(Ok(frame)) => Some(frame),
                    Some(Err(codes::Unknown)) => return self.fail(),
                    None => self.frame(&group.frame),
                };
                let Some(frame) = frame else { return Change::Keep };
                let mut group = group.clone();
                group.frame = frame;
                Change::Become(at, FrameItem::Group(group))
            }
            FrameItem::Tag(tag) => self.tag(tag).map_or(Change::Keep, |tag| Change::Become(at, FrameItem::Tag(tag))),
            FrameItem::Link(Destination::Url(url), size) if url.starts_with(PAGE_OF) => match &self.target {
                Some(target) => Change::Become(at, FrameItem::Link(Destination::Location(target.location), *size)),
                None => self.fail(),
            },
            FrameItem::Text(text) => self.text(at, text),
            _ => Change::Keep,
        }
    }

    /// What begins or ends an element, where it is told to screen readers in another way.
    fn tag(&mut self, tag: &Tag) -> Option<Tag> {
        let told = |flags: &TagFlags| TagFlags { tagged: true, ..*flags };
        match tag {
            Tag::Start(element, flags) => {
                if let Some(marker) = element.to_packed::<LinkMarker>() {
                    return self.marker(marker).map(|marker| Tag::Start(marker.pack(), *flags));
                }
                let mut whole = match element.label()? {
                    label if label == self.marks.contents => PdfMarkerTag::OutlineBody(Content::empty()),
                    label if label == self.marks.line => OutlineEntry::new(NonZeroUsize::MIN, Content::empty()).pack(),
                    _ => return None,
                };
                whole.set_location(element.location()?);
                Some(Tag::Start(whole, told(flags)))
            }
            Tag::End(location, key, flags) => self.marks.listed.contains(location).then(|| Tag::End(*location, *key, told(flags))),
        }
    }

    /// The element that tells screen readers of a link, saying the page; nothing for a link that leads elsewhere.
    fn marker(&mut self, marker: &Packed<LinkMarker>) -> Option<Packed<LinkMarker>> {
        let anchor = marker.alt.as_ref()?.strip_prefix(PAGE_OF)?;
        self.target = self.find(anchor);
        let Some(target) = &self.target else {
            self.failed = true;
            return None;
        };
        let page = PageElem::local_name(self.marks.locale.lang, self.marks.locale.region);
        let mut marker = marker.clone();
        marker.alt = Some(match &target.name {
            Some(name) => eco_format!("{name}, {page} {}", target.number),
            None => eco_format!("{page} {}", target.number),
        });
        Some(marker)
    }

    fn find(&self, anchor: &str) -> Option<Target> {
        let element = self.introspector.query_label(Label::new(PicoStr::intern(anchor))?).ok()?;
        let location = element.location()?;
        let name = element.to_packed::<HeadingElem>().map(|heading| heading.body.plain_text());
        Some(Target { number: self.introspector.position(location)?.page.get(), location, name })
    }

    fn text(&mut self, at: Point, text: &TextItem) -> Change {
        let number = if text.lang == self.marks.target {
            let Some(target) = &self.target else { return self.fail() };
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
