//! Markdown to the closed tree of `model::prose`.
//!
//! What the tree cannot hold is reported and left out: raw HTML and code are kept as plain words, links
//! with other schemes keep their words and lose their address, pictures are dropped.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::model::{Block, Prose, Run, visible};

/// A text longer than this is not parsed: a rule says that it is too long, and nested Markdown can be slow.
const LONGEST: usize = 40_000;

/// Something a text may not contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProseFault {
    /// `<b>`, `<script>`, ...
    Html(String),
    /// A link with an address that is not http, https, mailto or tel.
    Link(String),
    /// A picture.
    Picture,
    /// A heading where none may be.
    Heading,
    /// Code, a quotation, a table, a rule, a footnote: the word for it.
    Structure(&'static str),
    /// A list inside a list.
    NestedList,
}

/// What a kind of text may contain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Headings of level 2 and 3.
    pub headings: bool,
}

/// Parses a text; each fault comes with its place in `text`.
pub fn parse(text: &str, allowed: Allowed) -> (Prose, Vec<(ProseFault, Range<usize>)>) {
    if text.len() > LONGEST {
        let run = Run { text: visible(text), ..Run::default() };
        return (Prose { blocks: vec![Block::Paragraph(vec![run])] }, Vec::new());
    }
    let mut builder = Builder { allowed, ..Builder::default() };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_SMART_PUNCTUATION).into_offset_iter() {
        builder.event(event, range);
    }
    builder.flush();
    (Prose { blocks: builder.blocks }, builder.faults)
}

#[derive(Default)]
struct Builder {
    allowed: Allowed,
    blocks: Vec<Block>,
    faults: Vec<(ProseFault, Range<usize>)>,
    runs: Vec<Run>,
    strong: usize,
    href: Option<String>,
    /// The list being built: whether it is numbered, and its items.
    list: Option<(bool, Vec<Vec<Run>>)>,
    list_depth: usize,
    heading: Option<u8>,
    picture: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text),
            Event::Code(text) => {
                self.faults.push((ProseFault::Structure("code"), range));
                self.push(&text);
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.faults.push((ProseFault::Html(text.trim().to_owned()), range));
                self.push(&text);
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.faults.push((ProseFault::Structure("a ruled line"), range)),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::Link { dest_url, .. } => {
                if safe_link(&dest_url) {
                    self.href = Some(dest_url.trim().to_owned());
                } else {
                    self.faults.push((ProseFault::Link(dest_url.into_string()), range));
                }
            }
            Tag::Image { .. } => {
                self.faults.push((ProseFault::Picture, range));
                self.picture += 1;
            }
            Tag::Heading { level, .. } => {
                self.flush();
                if !self.allowed.headings {
                    self.faults.push((ProseFault::Heading, range));
                }
                self.heading = Some((level as u8).clamp(2, 3));
            }
            Tag::List(first) => {
                self.list_depth += 1;
                if self.list_depth == 1 {
                    self.flush();
                    self.list = Some((first.is_some(), Vec::new()));
                } else {
                    self.faults.push((ProseFault::NestedList, range));
                    self.close_item();
                }
            }
            Tag::BlockQuote(_) => self.faults.push((ProseFault::Structure("a quotation"), range)),
            Tag::CodeBlock(_) => {
                self.flush();
                self.faults.push((ProseFault::Structure("code"), range));
            }
            Tag::Paragraph if self.list.is_none() => self.flush(),
            Tag::Paragraph if !self.runs.is_empty() => self.push("\n"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.href = None,
            TagEnd::Image => self.picture = self.picture.saturating_sub(1),
            TagEnd::Item => self.close_item(),
            TagEnd::List(_) => {
                self.list_depth -= 1;
                if self.list_depth == 0 {
                    self.close_item();
                    match self.list.take() {
                        Some((true, items)) if !items.is_empty() => self.blocks.push(Block::Numbers(items)),
                        Some((false, items)) if !items.is_empty() => self.blocks.push(Block::Bullets(items)),
                        _ => {}
                    }
                }
            }
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Paragraph if self.list.is_none() => self.flush(),
            _ => {}
        }
    }

    /// Adds words in the style of the moment, to the last run where that has the same style.
    fn push(&mut self, text: &str) {
        let text = visible(text);
        if self.picture > 0 || text.is_empty() {
            return;
        }
        let strong = self.strong > 0;
        match self.runs.last_mut() {
            Some(last) if last.strong == strong && last.href == self.href => last.text.push_str(&text),
            _ => self.runs.push(Run { text, strong, href: self.href.clone() }),
        }
    }

    fn close_item(&mut self) {
        let runs = self.take_runs();
        if let Some((_, items)) = &mut self.list
            && !runs.is_empty()
        {
            items.push(runs);
        }
    }

    /// Ends the paragraph or heading of the moment.
    fn flush(&mut self) {
        let heading = self.heading.take();
        let runs = self.take_runs();
        if runs.is_empty() {
            return;
        }
        match heading {
            Some(level) => self.blocks.push(Block::Heading(level, runs.iter().map(|run| run.text.as_str()).collect())),
            None => self.blocks.push(Block::Paragraph(runs)),
        }
    }

    fn take_runs(&mut self) -> Vec<Run> {
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        runs.retain(|run| !run.text.is_empty());
        runs
    }
}

/// Whether a link may be followed: by allow-list, after what browsers ignore has been taken out.
fn safe_link(href: &str) -> bool {
    let packed: String = href.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
    packed == href.trim().to_lowercase() && ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| packed.starts_with(scheme))
}
