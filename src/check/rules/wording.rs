//! The words of the content with their places, for rules about wording.

use rayon::prelude::*;

use crate::check::Whole;
use crate::diag::Diagnostics;
use crate::load::draft::*;
use crate::load::shortened;
use crate::source::Span;

/// A longer text is pointed at as a whole: looking for words in it could take long.
const LONGEST: usize = 50_000;

/// A text of the content.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    /// The key it stands under.
    pub key: &'static str,
    /// The listing it belongs to, if it belongs to one.
    pub listing: Option<&'a str>,
    /// The words as written.
    pub text: &'a str,
    /// Where they stand.
    pub span: Span,
    /// Whether readers ever see it.
    pub public: bool,
}

impl Field<'_> {
    /// "`summary` of riverside-table", for messages.
    pub fn called(&self) -> String {
        match self.listing {
            Some(listing) => format!("`{}` of {}", self.key, shortened(listing)),
            None => format!("`{}`", self.key),
        }
    }
}

/// Texts being gathered.
struct Fields<'a> {
    list: Vec<Field<'a>>,
    listing: Option<&'a str>,
    public: bool,
}

impl<'a> Fields<'a> {
    fn new(listing: Option<&'a str>) -> Fields<'a> {
        Fields { list: Vec::new(), listing, public: true }
    }

    fn push(&mut self, key: &'static str, text: &'a str, span: Span) {
        self.list.push(Field { key, listing: self.listing, text, span, public: self.public });
    }

    fn add(&mut self, key: &'static str, texts: impl IntoIterator<Item = &'a Text>) {
        texts.into_iter().for_each(|text| self.push(key, &text.value, text.span));
    }
}

/// All texts of a listing.
pub(super) fn of_listing(listing: &ListingDraft) -> Vec<Field<'_>> {
    let mut fields = Fields::new(Some(listing.called()));
    fields.add("name", &listing.name);
    fields.add("summary", &listing.summary);
    if let Some(description) = &listing.description {
        fields.push("description", &description.text, description.span);
    }
    fields.add("alert", &listing.alert);
    fields.add("see_also", &listing.see_also);
    fields.add("who", &listing.audience.who);
    fields.add("languages", &listing.languages);
    fields.add("easy", &listing.easy);
    fields.add("alt", listing.images.iter().filter_map(|image| image.alt.as_ref()));
    if let Some(organisation) = &listing.organisation {
        fields.add("name", &organisation.name);
        fields.add("description", &organisation.description);
        fields.add("charity_number", &organisation.charity_number);
        fields.add("company_number", &organisation.company_number);
    }
    fields.add("training", &listing.safety.training);
    fields.add("by", listing.safety.dbs.iter().filter_map(|dbs| dbs.by.as_ref()));
    fields.add("provider_id", listing.safety.cqc.iter().filter_map(|cqc| cqc.provider_id.as_ref()));
    fields.add("cite", &listing.checks.cite);
    meeting(listing, &mut fields);
    fields.list
}

/// The texts of contacts, venues, sessions and costs.
fn meeting<'a>(listing: &'a ListingDraft, fields: &mut Fields<'a>) {
    for contact in &listing.contacts {
        fields.public = contact.is_public();
        fields.add("label", &contact.label);
        fields.add("best_time", &contact.best_time);
    }
    for venue in &listing.venues {
        fields.public = true;
        fields.add("town", &venue.town);
        fields.add("county", &venue.county);
        fields.public = !venue.is_masked();
        fields.add("name", &venue.name);
        fields.add("room", &venue.room);
        fields.add("address", &venue.address);
        fields.add("getting_there", &venue.getting_there);
        fields.add("parking", &venue.parking);
    }
    fields.public = true;
    for session in &listing.sessions {
        fields.add("booking", &session.booking);
        fields.add("note", &session.note);
        fields.add("venue", &session.venue);
    }
    for cost in &listing.costs {
        fields.add("option", &cost.option);
        fields.add("text", &cost.text);
    }
}

/// All texts that belong to no listing.
pub(super) fn of_project(draft: &Draft) -> Vec<Field<'_>> {
    let mut fields = Fields::new(None);
    if let Some(project) = &draft.project {
        fields.add("title", &project.title);
        fields.add("subtitle", &project.subtitle);
        fields.add("area", &project.area);
        fields.add("county", &project.county);
        fields.add("no_endorsement", &project.no_endorsement);
        fields.add("name", &project.publisher_name);
        fields.add("address", &project.publisher_address);
        fields.add("alt", project.logo.iter().filter_map(|logo| logo.alt.as_ref()));
        fields.add("words", project.words.iter().map(|(_, words)| words));
        fields.add("title", project.editions.iter().filter_map(|edition| edition.title.as_ref()));
    }
    vocabularies(draft, &mut fields);
    for page in &draft.pages {
        fields.add("title", &page.title);
        fields.push("text", &page.text.text, page.text.span);
        fields.add("name", page.numbers.iter().filter_map(|number| number.name.as_ref()));
        fields.add("note", page.numbers.iter().filter_map(|number| number.note.as_ref()));
    }
    for issue in &draft.issues {
        fields.add("title", &issue.title);
        fields.add("signed", &issue.signed);
        if let Some(letter) = &issue.letter {
            fields.push("letter", &letter.text, letter.span);
        }
    }
    fields.list
}

/// The texts of categories, places, outlets and the calendar.
fn vocabularies<'a>(draft: &'a Draft, fields: &mut Fields<'a>) {
    for category in &draft.categories {
        fields.add("name", &category.name);
        fields.add("tab", &category.tab);
        fields.add("description", &category.description);
        fields.add("see_also", &category.see_also);
    }
    for locality in &draft.localities {
        fields.add("name", &locality.name);
        fields.add("description", &locality.description);
        fields.add("see_also", &locality.see_also);
        fields.add("postcodes", &locality.postcodes);
    }
    for outlet in &draft.outlets {
        fields.add("name", &outlet.name);
        fields.add("address", &outlet.address);
        fields.add("town", &outlet.town);
        fields.add("hours", &outlet.hours);
        fields.add("contact", &outlet.contact);
    }
    fields.add("name", draft.calendar.holidays.iter().filter_map(|holiday| holiday.name.as_ref()));
    for stretch in draft.calendar.closures.iter().chain(&draft.calendar.terms) {
        fields.add("reason", &stretch.words);
        fields.add("venue", &stretch.venue);
    }
}

/// Hands every text of the content to `check`, listings side by side.
pub(super) fn every(whole: &Whole<'_>, found: &mut Diagnostics, check: impl Fn(&Field<'_>, &mut Diagnostics) + Sync) {
    let one = |listing: &ListingDraft| {
        let mut found = Diagnostics::new();
        of_listing(listing).iter().for_each(|field| check(field, &mut found));
        found
    };
    let findings: Vec<Diagnostics> = whole.draft.listings.par_iter().map(one).collect();
    findings.into_iter().for_each(|findings| found.append(findings));
    of_project(whole.draft).iter().for_each(|field| check(field, found));
}

/// All texts in Markdown: descriptions, pages, letters.
pub(super) fn proses(draft: &Draft) -> impl Iterator<Item = &ProseDraft> {
    let descriptions = draft.listings.iter().filter_map(|listing| listing.description.as_ref());
    let letters = draft.issues.iter().filter_map(|issue| issue.letter.as_ref());
    descriptions.chain(draft.pages.iter().map(|page| &page.text)).chain(letters)
}

/// The sentences of a text; a new line ends one too.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut list = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, c) in text.char_indices() {
        if c == '\n' || ended && c.is_whitespace() {
            list.push(text[start..at].trim());
            start = at + c.len_utf8();
            ended = false;
        } else if matches!(c, '.' | '!' | '?' | '\u{2026}') {
            ended = true;
        } else if !matches!(c, ')' | '"' | '\'' | '\u{201d}' | '\u{2019}') {
            ended = false;
        }
    }
    list.push(text[start..].trim());
    list.retain(|sentence| !sentence.is_empty());
    list
}

/// How many words a sentence has; a dash by itself is none.
pub(super) fn count_words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The words of a text in small letters, without punctuation: "Don't ring - write" is `dont ring write`.
pub(super) fn bare_words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\'', '\u{2019}'], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A name such that two spellings of it are equal: small letters without accents, punctuation and a leading "the".
pub(super) fn normal(name: &str) -> String {
    let words = bare_words(&deunicode::deunicode(name));
    let rest = match words.split_first() {
        Some((first, rest)) if first == "the" && !rest.is_empty() => rest,
        _ => &words,
    };
    rest.join(" ")
}

/// Where words stand within a text, or the whole text where they cannot be found in the file as they are.
///
/// Only letters and digits are compared, so that line breaks and Markdown's marks do not matter.
pub(super) fn place(whole: &Whole<'_>, span: Span, words: &str) -> Span {
    let raw = raw(whole, span);
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let wanted: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).map(small).collect();
    if wanted.is_empty() || raw.len() > LONGEST {
        return span;
    }
    let letters: Vec<(usize, char)> = raw.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
    let found = letters.windows(wanted.len()).find(|part| part.iter().map(|(_, c)| small(*c)).eq(wanted.iter().copied()));
    match found.map(|part| (part.first(), part.last())) {
        Some((Some((start, _)), Some((end, last)))) => Span { start: span.start + start, end: span.start + end + last.len_utf8(), ..span },
        _ => span,
    }
}

/// Where a character stands within a text, or the whole text where it was written in another way, such as `\u0000`.
pub(super) fn place_of_char(whole: &Whole<'_>, span: Span, c: char) -> Span {
    match raw(whole, span).find(c) {
        Some(at) => Span { start: span.start + at, end: span.start + at + c.len_utf8(), ..span },
        None => span,
    }
}

fn raw<'a>(whole: &Whole<'a>, span: Span) -> &'a str {
    whole.draft.sources.get(span.source).text.get(span.start..span.end).unwrap_or_default()
}

/// A character by its number, as character tables name it: `U+1F600`.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A character for use in a message: by itself where that can be read, else by its number.
pub(super) fn shown(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        c if c.is_ascii_graphic() || c.is_alphanumeric() => format!("`{c}`"),
        c => code(c),
    }
}
