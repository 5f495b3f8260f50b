//! A listing as a book tells it: what a listing says, brought into sentences and lines of print.
//!
//! A theme could do the same from a [`ListingView`], but Typst keeps what every call of a function came to, and a book
//! would have a hundred thousand of them.

use serde::Serialize;

use super::listing::{ContactView, ImageView, ListingView, Mark, SessionView, VenueView, WayView};
use super::prose::BlockView;
use super::said::{Fact, SaidView, paragraph, tied};
use crate::model::EditionSpec;

/// A listing on paper.
#[derive(Debug, Clone, Serialize)]
pub struct ToldView<'v> {
    /// The stable id, also the anchor: `riverside-table`.
    pub id: &'v str,
    /// The name, as the provider writes it.
    pub name: &'v str,
    /// About how wide the name is in bold letters, in their size (em).
    pub name_em: f64,
    /// Where it is and who it is for, in one line: "Tilbury, for people aged 55 and over".
    pub strap: &'v str,
    /// Words that set it apart, in a fixed order: new, changed, paused, free, step-free.
    pub marks: Vec<Mark>,
    /// About how wide these words are in bold letters, without what is between and around them (em).
    pub marks_em: f64,
    /// Something the reader must know before going: "No lunch on 22 December".
    pub notice: Option<String>,
    /// One or two plain sentences.
    pub summary: &'v str,
    /// The rest, in paragraphs.
    pub facts: Vec<Vec<SaidView>>,
    /// The first telephone number, for a list of numbers.
    pub phone: Option<PhoneView<'v>>,
    /// The first picture; only where an edition is full.
    pub picture: Option<&'v ImageView>,
    /// The long description; only where an edition is full.
    pub description: &'v [BlockView],
    /// About how many characters all of this is.
    pub size: usize,
    /// How many lines the paragraphs and list items of the description begin.
    pub blocks: usize,
}

/// A telephone number.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneView<'v> {
    /// "01632 960 123".
    pub text: &'v str,
    /// `tel:+441632960123`.
    pub href: &'v str,
}

/// From this size of text on, in points, it is large print (UKAAF).
const LARGE: f64 = 16.0;

/// Whether an edition is large print.
pub(super) fn is_large(spec: &EditionSpec) -> bool {
    spec.text_pt >= LARGE
}

/// How an edition tells its listings, in its words.
pub(super) struct Teller<'w> {
    words: &'w serde_json::Map<String, serde_json::Value>,
    /// Whether ways to get there, registration numbers and descriptions are told.
    full: bool,
    large: bool,
}

impl<'w> Teller<'w> {
    pub fn new(words: &'w serde_json::Map<String, serde_json::Value>, spec: &EditionSpec) -> Teller<'w> {
        Teller { words, full: spec.is_full(), large: is_large(spec) }
    }

    /// Of an A5 booklet of summaries.
    pub fn brief(words: &'w serde_json::Map<String, serde_json::Value>) -> Teller<'w> {
        Teller { words, full: false, large: false }
    }

    fn word(&self, key: &str) -> &'w str {
        self.words.get(key).and_then(serde_json::Value::as_str).unwrap_or_default()
    }

    /// The listing as this edition tells it.
    pub fn tell<'v>(&self, listing: &'v ListingView) -> ToldView<'v> {
        let description = if self.full { listing.description.as_slice() } else { &[] };
        let lines = |block: &BlockView| match block {
            BlockView::Ul { items } | BlockView::Ol { items } => 1 + items.len(),
            _ => 2,
        };
        ToldView {
            id: &listing.id,
            name: &listing.name,
            name_em: width(&listing.name),
            strap: &listing.strap,
            marks: listing.marks.iter().map(|mark| Mark { kind: mark.kind, text: tied(&mark.text) }).collect(),
            marks_em: listing.marks.iter().map(|mark| width(&mark.text)).sum(),
            notice: listing.alert.clone().or_else(|| listing.paused.then(|| self.word("paused").to_owned())),
            summary: &listing.summary,
            facts: self.paragraphs(listing),
            phone: phones(&listing.contacts).next().map(|way| PhoneView { text: &way.text, href: &way.href }),
            picture: listing.images.first().filter(|_| self.full),
            description,
            size: listing.size + description.iter().map(BlockView::len).sum::<usize>(),
            blocks: description.iter().map(lines).sum(),
        }
    }

    /// Times, places, everything else, ways to get in touch, and who says so. In large print every fact is a paragraph.
    fn paragraphs(&self, listing: &ListingView) -> Vec<Vec<SaidView>> {
        // What a mark has said above is not said twice.
        let is_new = |line: &&String| !listing.marks.iter().any(|mark| mark.text == **line);
        let unsaid = |lines: &[String], between: &str| lines.iter().filter(is_new).cloned().collect::<Vec<_>>().join(between);
        let evidence = if self.full { &listing.evidence } else { &listing.evidence_brief };
        let rest = [
            self.sentence("cost", Some("cost"), &unsaid(&listing.costs, "; ")),
            self.sentence("who_for", Some("who_for"), &who(listing)),
            self.sentence("languages", Some("languages"), &listing.languages.join(", ")),
            self.sentence("access", Some("access"), &unsaid(&listing.access, ", ")),
            self.sentence("evidence", None, &evidence.join(" ")),
        ];
        let mut paragraphs = vec![
            self.lines("when", "when", when(listing)).into_iter().collect::<Vec<_>>(),
            self.lines("where", "where", self.places(listing)).into_iter().collect(),
            rest.into_iter().flatten().collect(),
            self.lines("contact", "print_contact", listing.contacts.iter().map(|contact| self.contact(contact)).collect())
                .into_iter()
                .collect(),
            self.source(listing),
        ];
        if self.large {
            return paragraphs.into_iter().flatten().map(|fact| paragraph(vec![fact])).collect();
        }
        paragraphs.retain(|facts| !facts.is_empty());
        paragraphs.into_iter().map(paragraph).collect()
    }

    /// On paper a listing ends with its telephone number; who runs it and when it was checked are for the site, and for
    /// editions that are full.
    fn source(&self, listing: &ListingView) -> Vec<Fact> {
        let source = listing.source.as_ref().map(|source| format!("{}: {source}", self.word("source")));
        if !self.full && source.is_none() {
            return Vec::new();
        }
        let by = listing.organisation.as_ref().filter(|_| self.full).map(|by| {
            let parts = [Some(by.name.as_str()), by.description.as_deref()];
            sentences(parts.into_iter().flatten().chain(by.identifiers.iter().map(String::as_str)))
        });
        let checked = if self.full { &listing.checked } else { &listing.checked_on };
        let checked = sentences([Some(checked.as_str()), source.as_deref()].into_iter().flatten());
        let facts = [
            self.sentence("run_by", Some("print_run_by"), &by.unwrap_or_default()),
            self.sentence("checked", Some("print_checked"), &checked),
        ];
        facts.into_iter().flatten().collect()
    }

    /// Lines of one fact; nothing when there are none.
    fn lines(&self, key: &'static str, word: &str, lines: Vec<Vec<SaidView>>) -> Option<Fact> {
        let runs: Vec<SaidView> = lines.join(&SaidView::Text("\n".to_owned()));
        (!runs.is_empty()).then(|| Fact { key, label: Some(tied(self.word(word))), runs })
    }

    /// A fact of one sentence, with a full stop where another may follow.
    fn sentence(&self, key: &'static str, word: Option<&str>, said: &str) -> Option<Fact> {
        if said.is_empty() {
            return None;
        }
        let alone = self.large && word.is_some();
        let said = said.trim_end_matches('.');
        let said = if alone { said.to_owned() } else { format!("{said}.") };
        Some(Fact { key, label: word.map(|word| tied(self.word(word))), runs: vec![SaidView::Text(said)] })
    }

    fn places(&self, listing: &ListingView) -> Vec<Vec<SaidView>> {
        let reach = listing.reach.join(", ");
        // "Comes to you in Grays and Tilbury" has said it already.
        let strap = listing.strap.to_lowercase();
        let told = listing.venues.is_empty() && listing.reach.len() < 2 && strap.contains(&listing.area.to_lowercase());
        let venues = listing.venues.iter().map(|venue| self.venue(venue));
        let reach = (!reach.is_empty() && !told).then(|| format!("{reach}: {}", listing.area));
        venues.chain(reach).map(|line| vec![SaidView::Text(line)]).collect()
    }

    fn venue(&self, venue: &VenueView) -> String {
        let town = [Some(venue.town.as_str()), venue.postcode.as_deref()];
        let town = town.into_iter().flatten().filter(|part| !part.is_empty()).map(tied).collect::<Vec<_>>().join(" ");
        let place =
            [Some(venue.name.as_str()), venue.room.as_deref()].into_iter().flatten().chain(venue.address.iter().map(String::as_str));
        let place = place.filter(|part| !part.is_empty()).chain([town.as_str()]).collect::<Vec<_>>().join(", ");
        let way = [venue.getting_there.as_deref(), venue.parking.as_deref()].into_iter().flatten().filter(|_| self.full);
        sentences([place.as_str()].into_iter().chain(venue.masked.as_deref()).chain(way))
    }

    /// Numbers first and largest; the rest follows on the same line while there is room. A reader of paper who has a
    /// number needs one more address at most.
    fn contact(&self, contact: &ContactView) -> Vec<SaidView> {
        let (phones, mut others): (Vec<&WayView>, Vec<&WayView>) = contact.ways.iter().partition(|way| is_phone(way));
        if !phones.is_empty() && !self.full {
            others.truncate(1);
        }
        // Between numbers there are words that have room of their own.
        let phone = |(at, way): (usize, &&WayView)| {
            vec![SaidView::Phone { phone_href: way.href.clone(), text: tied(&way.text), room: at + 1 == phones.len() }]
        };
        let or = SaidView::Text(format!(" {} ", self.word("print_or")));
        let mut runs = phones.iter().enumerate().map(phone).collect::<Vec<_>>().join(&or);
        let said = sentences([&contact.label, &contact.best_time].into_iter().flatten().map(String::as_str));
        let mut rest = Vec::new();
        if !said.is_empty() {
            let stop = if others.is_empty() { "" } else { "." };
            rest.push(SaidView::Text(format!("{}{stop}", said.trim_end_matches('.'))));
        }
        rest.extend(others.into_iter().map(|way| SaidView::address(&way.href, &way.text)));
        for one in rest {
            if !runs.is_empty() {
                runs.push(SaidView::Text(" ".to_owned()));
            }
            runs.push(one);
        }
        runs
    }
}

fn is_phone(way: &WayView) -> bool {
    matches!(way.kind, "phone" | "mobile")
}

fn phones(contacts: &[ContactView]) -> impl Iterator<Item = &WayView> {
    contacts.iter().flat_map(|contact| &contact.ways).filter(|way| is_phone(way))
}

/// A line for each session, and what is different this month: at the end of the line where there is one line.
fn when(listing: &ListingView) -> Vec<Vec<SaidView>> {
    let mut lines: Vec<Vec<SaidView>> = listing.sessions.iter().map(|one| vec![SaidView::Text(session(one))]).collect();
    let never = sentences(listing.not_this_month.iter().map(String::as_str));
    if never.is_empty() {
        return lines;
    }
    match lines.as_mut_slice() {
        [line] => {
            if let Some(SaidView::Text(text)) = line.first_mut() {
                *text = format!("{}. ", text.trim_end_matches('.'));
            }
            line.push(SaidView::Strong { strong: never });
        }
        _ => lines.push(vec![SaidView::Strong { strong: never }]),
    }
    lines
}

fn session(session: &SessionView) -> String {
    let time = [Some(&session.days), Some(&session.times), session.venue.as_ref()].into_iter().flatten();
    let time = time.filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ");
    sentences([time.as_str()].into_iter().chain(session.notes.iter().map(String::as_str)))
}

/// The strap line has named the people; only what it leaves out is said again.
fn who(listing: &ListingView) -> String {
    let strap = listing.strap.to_lowercase();
    sentences(listing.who_for.iter().map(String::as_str).filter(|line| !strap.contains(&line.to_lowercase())))
}

/// Phrases become sentences on one line: "Term time only. Ring by Monday".
fn sentences<'p>(parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut said = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !said.is_empty() {
            said.push_str(if said.ends_with(['.', '!', '?']) { " " } else { ". " });
        }
        said.push_str(part);
    }
    said
}

/// About how wide words are in bold letters of the theme's kind, in their size; a theme that measured them would have
/// the book laid out once more.
fn width(words: &str) -> f64 {
    let of = |letter: char| match letter {
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | 'I' | '.' | ',' | '’' | '\'' | ' ' | '-' => 0.39,
        'm' | 'w' | 'M' | 'W' | '&' | '@' | '%' => 0.93,
        _ => 0.63,
    };
    // Whole hundredths, so that no sum is written with fifteen figures.
    (words.chars().map(of).sum::<f64>() * 100.0).round() / 100.0
}
