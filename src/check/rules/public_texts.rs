//! Every text of a listing that readers see, for the rules that look for what must not be seen.

use unicode_normalization::UnicodeNormalization;

use crate::load::draft::{ContactDraft, ListingDraft, Parsed, SafetyDraft, SessionDraft, Text, VenueDraft};
use crate::source::Span;

/// A text that readers see.
pub(super) struct PublicText {
    /// The key it stands under: `summary`.
    pub field: &'static str,
    /// Where it stands.
    pub span: Span,
    /// The words.
    pub text: String,
}

/// All texts of a listing that are published, or would be.
pub(super) fn of(listing: &ListingDraft) -> Vec<PublicText> {
    let mut list = List(Vec::new());
    list.one("name", &listing.name);
    list.one("summary", &listing.summary);
    if let Some(description) = &listing.description {
        // As written, for addresses of links; and as read, where a bold word would cut a number in two.
        list.0.push(PublicText { field: "description", span: description.span, text: description.text.clone() });
        list.0.push(PublicText { field: "description", span: description.span, text: description.prose.plain() });
    }
    list.one("alert", &listing.alert);
    list.many("see_also", &listing.see_also);
    list.one("who", &listing.audience.who);
    list.many("languages", &listing.languages);
    list.many("easy", &listing.easy);
    listing.images.iter().for_each(|image| list.one("alt", &image.alt));
    if let Some(organisation) = &listing.organisation {
        list.one("name", &organisation.name);
        list.one("description", &organisation.description);
    }
    listing.contacts.iter().filter(|contact| contact.is_public()).for_each(|contact| list.contact(contact));
    listing.venues.iter().filter(|venue| !venue.is_masked()).for_each(|venue| list.venue(venue));
    listing.sessions.iter().for_each(|session| list.session(session));
    for cost in &listing.costs {
        list.one("option", &cost.option);
        list.one("text", &cost.text);
    }
    list.safety(&listing.safety);
    list.one("cite", &listing.checks.cite);
    list.0
}

struct List(Vec<PublicText>);

impl List {
    fn one(&mut self, field: &'static str, text: &Option<Text>) {
        self.0.extend(text.iter().map(|text| PublicText { field, span: text.span, text: text.value.clone() }));
    }

    fn many(&mut self, field: &'static str, texts: &[Text]) {
        self.0.extend(texts.iter().map(|text| PublicText { field, span: text.span, text: text.value.clone() }));
    }

    fn parsed<T, F>(&mut self, field: &'static str, parsed: &Option<Parsed<T, F>>) {
        self.0.extend(parsed.iter().map(|parsed| PublicText { field, span: parsed.span, text: parsed.text.clone() }));
    }

    fn contact(&mut self, contact: &ContactDraft) {
        self.one("label", &contact.label);
        self.parsed("phone", &contact.phone);
        self.parsed("mobile", &contact.mobile);
        self.parsed("email", &contact.email);
        self.parsed("url", &contact.url);
        self.one("best_time", &contact.best_time);
    }

    fn venue(&mut self, venue: &VenueDraft) {
        self.one("name", &venue.name);
        self.one("room", &venue.room);
        self.many("address", &venue.address);
        self.parsed("postcode", &venue.postcode);
        self.one("getting_there", &venue.getting_there);
        self.one("parking", &venue.parking);
    }

    fn session(&mut self, session: &SessionDraft) {
        self.one("booking", &session.booking);
        self.one("note", &session.note);
        self.one("venue", &session.venue);
    }

    fn safety(&mut self, safety: &SafetyDraft) {
        self.many("training", &safety.training);
        if let Some(dbs) = &safety.dbs {
            self.one("by", &dbs.by);
        }
    }
}

/// A text without case, accents, spaces and signs, that still knows where its words and numbers began.
pub(super) struct Packed {
    text: String,
    /// Byte offsets in `text` at which a word or a number begins or ends, in order.
    edges: Vec<usize>,
}

impl Packed {
    /// Packs a text.
    pub fn new(text: &str) -> Packed {
        let mut packed = Packed { text: String::new(), edges: vec![0] };
        let mut last = None;
        let marks = '\u{300}'..='\u{36f}';
        for c in text.nfkd().filter(|c| !marks.contains(c)) {
            let sort = c.is_alphanumeric().then(|| c.is_numeric());
            if sort.is_none() || sort != last {
                packed.edges.push(packed.text.len());
            }
            if sort.is_some() {
                packed.text.extend(c.to_lowercase());
            }
            last = sort;
        }
        packed.edges.push(packed.text.len());
        packed.edges.dedup();
        packed
    }

    /// The letters and digits alone.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it says another text in whole words: "12 Ferry Lane" says "ferry-lane", but not "2 Ferry Lane".
    pub fn says(&self, wanted: &Packed) -> bool {
        let edge = |at: usize| self.edges.binary_search(&at).is_ok();
        !wanted.text.is_empty() && self.text.match_indices(&wanted.text).any(|(at, found)| edge(at) && edge(at + found.len()))
    }
}
