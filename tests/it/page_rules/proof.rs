//! A finished book under the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::Entry;
use super::flow::{Event, Listing, above, below, events, extents, head_of, number};
use crate::pdf_text::{Element, Pdf, Piece, Target, squeezed};

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;
/// What a printer may trim.
const SAFE: f32 = 7.0 * MM;

/// A book under the rules.
struct Proof<'p> {
    pdf: &'p Pdf,
    flow: Vec<Event<'p>>,
    listings: Vec<(&'p Entry, Listing<'p>)>,
    /// Where the text of a page may begin and end.
    top: f32,
    bottom: f32,
    faults: Vec<String>,
}

/// Everything that is wrong with a book, a line each.
pub fn faults(pdf: &Pdf, entries: &[Entry]) -> Vec<String> {
    let mut proof = Proof::new(pdf, entries);
    proof.complete(entries);
    proof.unbroken();
    proof.headings();
    proof.fill();
    proof.whole_words();
    proof.references();
    proof.order(entries);
    proof.room();
    proof.faults
}

/// How far apart the plain lines of each listing without a notice stand on its first page, with the listing's name.
pub fn gaps(pdf: &Pdf, entries: &[Entry]) -> Vec<(f32, String)> {
    let proof = Proof::new(pdf, entries);
    let mut gaps = Vec::new();
    for (_, listing) in &proof.listings {
        if listing.pieces.iter().any(|piece| piece.text.contains("Please note")) {
            continue;
        }
        // A joiner between two words is smaller than they are, so the size is that of the longest piece.
        let size = listing.pieces.iter().max_by_key(|piece| piece.text.len()).map_or(0.0, |piece| piece.size);
        let plain = |base: f32| listing.pieces.iter().filter(|piece| (piece.base - base).abs() < 0.5).all(|piece| piece.size < 1.1 * size);
        // Marks stand beside the name, which is no line of the entry.
        let below = |piece: &&&Piece| piece.page == listing.head.page && piece.base > listing.head.base + size;
        let here = listing.pieces.iter().filter(below).filter(|piece| piece.size < 1.1 * size);
        let mut bases: Vec<f32> = here.map(|piece| piece.base).collect();
        bases.sort_by(f32::total_cmp);
        bases.dedup_by(|next, base| *next - *base < 0.5);
        let pairs = bases.windows(2).filter(|pair| plain(pair[0]) && plain(pair[1]));
        gaps.extend(pairs.map(|pair| (pair[1] - pair[0], listing.name.clone())));
    }
    gaps
}

impl<'p> Proof<'p> {
    fn new(pdf: &'p Pdf, entries: &'p [Entry]) -> Proof<'p> {
        let mut flow = Vec::new();
        pdf.tree.iter().for_each(|element| events(pdf, element, &mut flow));
        let inner = pdf.pages.len().saturating_sub(1);
        let tagged = || pdf.pages.iter().take(inner).skip(1).flat_map(|page| &page.pieces).filter(|piece| piece.mark.is_some());
        let top = tagged().map(above).fold(f32::MAX, f32::min);
        let bottom = tagged().map(below).fold(0.0, f32::max);
        let mut proof = Proof { pdf, flow, listings: Vec::new(), top, bottom, faults: Vec::new() };
        proof.listings = proof.find(entries);
        proof
    }

    /// The listings with everything that belongs to them.
    fn find(&self, entries: &'p [Entry]) -> Vec<(&'p Entry, Listing<'p>)> {
        let by_id: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.id.as_str(), entry)).collect();
        let mut list: Vec<(&Entry, Listing<'p>)> = Vec::new();
        let (mut chapter, mut open, mut first) = (0, false, true);
        for event in &self.flow {
            match event {
                Event::Heading(1, _) => (chapter, open, first) = (chapter + 1, false, true),
                Event::Heading(2, pieces) => {
                    let named = pieces.first().and_then(|head| by_id.get(self.name_of(head)?).copied());
                    open = named.is_some();
                    if let Some(entry) = named {
                        let name = pieces.iter().map(|piece| piece.text.as_str()).collect();
                        list.push((entry, Listing { name, head: pieces[0], chapter, first, pieces: pieces.clone() }));
                        first = false;
                    }
                }
                Event::Heading(_, pieces) if open => list.last_mut().expect("one is open").1.pieces.extend(pieces),
                Event::Text(piece) if open => list.last_mut().expect("one is open").1.pieces.push(piece),
                _ => {}
            }
        }
        list
    }

    /// The named place that a heading stands at.
    fn name_of(&self, head: &Piece) -> Option<&'p str> {
        let near = |(page, _, down): (usize, f32, f32)| page == head.page && (-1.0..1.6 * head.size).contains(&(head.base - down));
        self.pdf.places.iter().find(|(_, place)| near(**place)).map(|(name, _)| name.as_str())
    }

    fn fault(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// A book of all categories and places has every listing, once.
    fn complete(&mut self, entries: &[Entry]) {
        let found: BTreeSet<&str> = self.listings.iter().map(|(entry, _)| entry.id.as_str()).collect();
        if found.len() != self.listings.len() {
            self.fault("a listing stands in it twice".to_owned());
        }
        let whole = self.listings.len() > entries.len() / 2 && !self.pdf.pages.iter().any(|page| page.pieces.iter().any(is_volume));
        if whole && found.len() != entries.len() {
            self.fault(format!("{} of {} listings are in it", found.len(), entries.len()));
        }
    }

    fn unbroken(&mut self) {
        let mut faults = Vec::new();
        for (_, listing) in &self.listings {
            let parts = extents(&listing.pieces);
            if parts.len() < 2 {
                continue;
            }
            let long: f32 = parts.values().map(|(top, bottom)| bottom - top).sum();
            let pages: Vec<usize> = parts.keys().map(|page| page + 1).collect();
            // The first of a category stands below the category's name, even if it has to break there.
            let room = self.bottom - if listing.first { above(listing.head) } else { self.top };
            if long < room - listing.head.size {
                faults.push(format!("{} is broken over pages {pages:?}, and would fit on one", listing.name));
            }
            let again = squeezed(&format!("{}, continued", listing.name));
            for page in parts.keys().skip(1) {
                let first = self.pdf.pages[*page].pieces.iter().filter(|piece| piece.artifact != "Header" && !piece.turned);
                let text: String = first.map(|piece| piece.text.as_str()).collect();
                if !squeezed(&text).starts_with(&again) {
                    faults.push(format!("page {} does not begin with \"{}, continued\": {}", page + 1, listing.name, cut(&text)));
                }
            }
        }
        self.faults.extend(faults);
    }

    fn headings(&mut self) {
        let mut faults = Vec::new();
        for (at, event) in self.flow.iter().enumerate() {
            let Event::Heading(_, pieces) = event else { continue };
            let Some(last) = pieces.last() else {
                faults.push("a heading without words".to_owned());
                continue;
            };
            let next = match self.flow.get(at + 1) {
                Some(Event::Heading(_, pieces)) => pieces.first().copied(),
                Some(Event::Text(piece)) => Some(*piece),
                None => None,
            };
            let follows = next.is_some_and(|next| next.page == last.page && next.base > last.base - last.size);
            // A heading above lines to write on is not at the foot of its page.
            let high = last.base < self.pdf.pages[last.page].height / 2.0 && next.is_none_or(|next| next.page != last.page);
            if pieces.iter().any(|piece| piece.page != last.page) || !(follows || high) {
                faults.push(format!("page {}: nothing follows the heading \"{}\"", last.page + 1, last.text));
            }
        }
        self.faults.extend(faults);
    }

    fn fill(&mut self) {
        let mut faults = Vec::new();
        for (at, pair) in self.pdf.pages.windows(2).enumerate().skip(1) {
            let (page, next) = (&pair[0], &pair[1]);
            let lowest = page.pieces.iter().filter(|piece| piece.mark.is_some()).map(below).fold(0.0, f32::max);
            let fill = (lowest - self.top) / (self.bottom - self.top);
            let head = |pieces: &[Piece]| -> String {
                let head = pieces.iter().filter(|piece| piece.artifact == "Header");
                head.flat_map(|piece| piece.text.chars()).filter(|c| c.is_alphabetic()).collect()
            };
            let goes_on = at + 2 < self.pdf.pages.len() && head(&page.pieces) == head(&next.pieces) && !self.begins(at + 1);
            if fill <= 0.0 {
                faults.push(format!("page {} is empty", at + 1));
            } else if fill < 1.0 / 3.0 && goes_on && !self.takes_two_thirds(at + 1) {
                faults.push(format!("page {} is filled to {:.0} per cent only", at + 1, 100.0 * fill));
            }
        }
        self.faults.extend(faults);
    }

    /// Whether a page begins with a chapter.
    fn begins(&self, page: usize) -> bool {
        let on = |pieces: &[&Piece]| pieces.first().is_some_and(|piece| piece.page == page);
        self.flow.iter().find_map(|event| match event {
            Event::Heading(level, pieces) if on(pieces) => Some(*level == 1),
            Event::Text(piece) if piece.page == page => Some(false),
            _ => None,
        }) == Some(true)
    }

    /// Whether a page begins with a listing so long that nobody could have set it on a page that has a third of its
    /// room taken.
    fn takes_two_thirds(&self, page: usize) -> bool {
        let room = self.bottom - self.top;
        self.listings.iter().any(|(_, listing)| {
            let first = listing.head.page == page && above(listing.head) < self.top + listing.head.size;
            first && extents(&listing.pieces).values().map(|(top, bottom)| bottom - top).sum::<f32>() > 0.6 * room
        })
    }

    fn whole_words(&mut self) {
        for block in self.pdf.elements().into_iter().filter(|element| is_block(element)) {
            let lines = self.pdf.lines(block);
            for found in GROUPS.find_iter(&lines).filter(|found| found.as_str().contains('\n')) {
                let page = self.pdf.pieces(block).first().map_or(0, |piece| piece.page + 1);
                self.fault(format!("page {page}: {:?} goes over two lines", found.as_str()));
            }
        }
    }

    fn references(&mut self) {
        let heads: Vec<(&Piece, String)> = self.flow.iter().filter_map(head_of).collect();
        for link in self.pdf.elements().into_iter().filter(|element| element.role == "Link") {
            let Some(Target::Page(page, across, down)) = self.pdf.targets(link).first().copied() else { continue };
            let pieces = self.pdf.pieces(link);
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let on = pieces.first().map_or(0, |piece| piece.page + 1);
            let printed = number(&pieces);
            if printed != (page + 1).to_string() {
                self.fault(format!("page {on}: \"{}\" says page {printed:?} and leads to page {}", cut(&text), page + 1));
            }
            // A place is the upper left corner of its heading, which may stand in a second column.
            let below = heads.iter().filter(|(head, _)| head.page == *page && head.base > down - 1.0 && head.left > across - 1.0);
            let apart = |head: &Piece| head.base - down + (head.left - across);
            let head = below.min_by(|a, b| apart(a.0).total_cmp(&apart(b.0))).map(|(_, head)| head.as_str());
            let named = head.is_some_and(|head| says(&text, head));
            if !named {
                self.fault(format!("page {on}: \"{}\" leads to \"{}\" on page {}", cut(&text), head.unwrap_or("nothing"), page + 1));
            }
        }
        for (at, page) in self.pdf.pages.iter().enumerate() {
            let digits: String = page.pieces.iter().filter(|piece| piece.artifact == "Header").map(|piece| piece.text.as_str()).collect();
            let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
            if !digits.is_empty() && !digits.contains(&(at + 1).to_string()) {
                self.fault(format!("page {} says that it is page {digits}", at + 1));
            }
        }
    }

    /// Each category's listings, as far as they are in this book, as the data has them.
    fn order(&mut self, entries: &[Entry]) {
        let mut chapters: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (entry, listing) in &self.listings {
            if squeezed(&listing.name) != squeezed(&fingerpost::view::words::typeset(&entry.name)) {
                self.faults.push(format!("{} is printed as {}", entry.name, listing.name));
            }
            chapters.entry(listing.chapter).or_default().push(&entry.id);
        }
        for ids in chapters.values() {
            let wanted: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).filter(|id| ids.contains(id)).collect();
            if *ids != wanted {
                self.faults.push(format!("in the wrong order: {ids:?}, not {wanted:?}"));
            }
        }
    }

    fn room(&mut self) {
        let mut faults = Vec::new();
        for (at, page) in self.pdf.pages.iter().enumerate() {
            let seen = |piece: &&Piece| !squeezed(&piece.text).is_empty() && !piece.turned;
            let mut lines: BTreeMap<i32, Vec<&Piece>> = BTreeMap::new();
            for piece in page.pieces.iter().filter(seen) {
                let inside = piece.left > SAFE - 0.5 && piece.right < page.width - SAFE + 0.5;
                if !inside || above(piece) < SAFE - 3.0 || below(piece) > page.height - SAFE + 0.5 {
                    faults.push(format!("page {}: \"{}\" is nearer than 7 mm to the edge", at + 1, piece.text));
                }
                #[allow(clippy::cast_possible_truncation, reason = "a page is not that long")]
                lines.entry((4.0 * piece.base) as i32).or_default().push(piece);
            }
            for line in lines.values_mut() {
                line.sort_by(|a, b| a.left.total_cmp(&b.left));
                for pair in line.windows(2).filter(|pair| pair[1].left < pair[0].right - 0.2 * pair[0].size) {
                    faults.push(format!("page {}: \"{}\" lies on \"{}\"", at + 1, pair[1].text, pair[0].text));
                }
            }
        }
        self.faults.extend(faults);
    }
}

/// What must stand on one line, with every kind of gap that may have come into it.
static GROUPS: LazyLock<Regex> = LazyLock::new(|| {
    let month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    let clock = "(?:[0-9]{1,2}(?::[0-9]{2})?_?[ap]m|midday|midnight)";
    let kinds = [
        format!("[0-9]{{1,2}}_{month}(?:_[0-9]{{4}})?"),
        format!("{month}_[0-9]{{4}}"),
        format!("{clock}_to_{clock}"),
        clock.to_owned(),
        "(?:\\+44_?)?0[0-9]{2,4}_[0-9]{2,6}(?:_[0-9]{2,6})?".to_owned(),
        "[A-Z]{1,2}[0-9][A-Z0-9]?_[0-9][A-Z]{2}".to_owned(),
    ];
    let pattern = format!("\\b(?:{})\\b", kinds.join("|")).replace('_', "(?: ?\n|[ \u{a0}])");
    Regex::new(&pattern).expect("the pattern is fixed")
});

/// An element that begins on a line of its own.
fn is_block(element: &Element) -> bool {
    matches!(element.role.as_str(), "P" | "LBody" | "TOCI" | "TD" | "TH" | "Caption") || element.level().is_some()
}

/// Whether a line of a list names a heading. In an index "The Grays Lunch Club" is "Grays Lunch Club, The".
fn says(line: &str, head: &str) -> bool {
    let (line, head) = (squeezed(line), squeezed(head));
    let turned = ["The", "A", "An"].iter().find_map(|article| Some(format!("{},{article}", head.strip_prefix(article)?)));
    line.contains(&head) || turned.is_some_and(|turned| line.contains(&turned))
}

/// Whether a text says that there are other volumes.
fn is_volume(piece: &Piece) -> bool {
    piece.text.starts_with("Volume ")
}

fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}
