//! A cursor over one TOML table: ask for each key by its type, then `finish` to hear about the rest.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::draft::{Parsed, Text};
use super::near::{nearest, shortened};
use super::value::{date, example, integer, kind};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::model::{Date, FIRST_YEAR, LAST_YEAR, Word};
use crate::source::{SourceId, Span, Spanned};

/// A table being read.
pub(super) struct Table<'a> {
    values: &'a DeTable<'a>,
    span: Span,
    /// What to call it in messages: "the listing", "[safety]".
    called: String,
    asked: Vec<&'static str>,
    /// Whether the file has syntax errors, so that what is missing may only be misread.
    torn: bool,
}

impl<'a> Table<'a> {
    /// A document's own table.
    pub fn root(values: &'a DeTable<'a>, source: SourceId, called: &str, torn: bool) -> Table<'a> {
        Table { values, span: Span::top(source), called: called.to_owned(), asked: Vec::new(), torn }
    }

    /// Where the table stands.
    pub fn span(&self) -> Span {
        self.span
    }

    fn at(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.span.source, range)
    }

    fn get(&mut self, key: &'static str) -> Option<(&'a DeValue<'a>, Span)> {
        self.asked.push(key);
        let value = self.values.get(key)?;
        Some((value.get_ref(), self.at(value.span())))
    }

    /// Whether a key is there with something in it, right or wrong.
    pub fn has(&self, key: &str) -> bool {
        self.values.get(key).is_some_and(|value| !matches!(value.get_ref(), DeValue::Array(items) if items.is_empty()))
    }

    /// Whether a key has a text with nothing in it.
    pub fn is_blank(&self, key: &str) -> bool {
        self.values.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::String(text) if text.trim().is_empty()))
    }

    /// Whether a key is written at all, with something in it or not.
    pub fn is_written(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// Whether the file has syntax errors.
    pub fn is_torn(&self) -> bool {
        self.torn
    }

    /// Reports a key that must be there.
    pub fn missing(&self, key: &str, help: &str, found: &mut Diagnostics) {
        if self.torn {
            return;
        }
        let title = format!("{} has no `{key}`", self.called);
        found.push(Diagnostic::new("missing-key", Level::Error, self.span, title).help(help));
    }

    fn wrong(&self, span: Span, key: &str, value: &DeValue<'_>, wanted: &str, found: &mut Diagnostics) {
        let title = format!("`{key}` must be {wanted}, not {}", kind(value));
        found.push(Diagnostic::new("wrong-type", Level::Error, span, title).help(example(key, wanted)));
    }

    /// A text; an empty one counts as not written.
    pub fn text(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Text> {
        let (value, span) = self.get(key)?;
        match value {
            DeValue::String(text) if text.trim().is_empty() => None,
            DeValue::String(text) => Some(Spanned::new(text.trim().to_owned(), span)),
            other => {
                self.wrong(span, key, other, "a text in quotes", found);
                None
            }
        }
    }

    /// A text that must be there.
    pub fn required(&mut self, key: &'static str, help: &str, found: &mut Diagnostics) -> Option<Text> {
        let before = found.len();
        let text = self.text(key, found);
        if text.is_none() && found.len() == before {
            self.missing(key, help, found);
        }
        text
    }

    /// A text to be parsed.
    pub fn parsed<T, F>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, F>,
        found: &mut Diagnostics,
    ) -> Option<Parsed<T, F>> {
        self.text(key, found).map(|text| Parsed { span: text.span, value: parse(&text.value), text: text.value })
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<Text> {
        self.list(key, "a list of texts in quotes", found, |value, span| match value {
            DeValue::String(text) => Some(Spanned::new(text.trim().to_owned(), span)),
            _ => None,
        })
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Spanned<bool>> {
        let (value, span) = self.get(key)?;
        match value {
            DeValue::Boolean(flag) => Some(Spanned::new(*flag, span)),
            other => {
                self.wrong(span, key, other, "true or false, without quotes", found);
                None
            }
        }
    }

    /// A whole number.
    pub fn int(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Spanned<i64>> {
        let (value, span) = self.get(key)?;
        let number = integer(value);
        if number.is_none() {
            self.wrong(span, key, value, "a whole number, without quotes", found);
        }
        number.map(|number| Spanned::new(number, span))
    }

    /// A list of whole numbers.
    pub fn ints(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<Spanned<i64>> {
        self.list(key, "a list of whole numbers", found, |value, span| integer(value).map(|number| Spanned::new(number, span)))
    }

    /// A number with or without decimals, as written.
    pub fn number(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Text> {
        let (value, span) = self.get(key)?;
        match value {
            DeValue::Integer(number) if number.radix() == 10 => Some(Spanned::new(number.as_str().to_owned(), span)),
            DeValue::Float(number) => Some(Spanned::new(number.as_str().to_owned(), span)),
            other => {
                self.wrong(span, key, other, "a number, without quotes", found);
                None
            }
        }
    }

    /// A date.
    pub fn date(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Spanned<Date>> {
        let (value, span) = self.get(key)?;
        self.day(key, value, span, "a date, without quotes", found)
    }

    /// A list of dates.
    pub fn dates(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<Spanned<Date>> {
        let wanted = "a list of dates, without quotes";
        let Some((value, span)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong(span, key, value, wanted, found);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.day(key, item.get_ref(), self.at(item.span()), wanted, found)).collect()
    }

    /// A date of this century.
    fn day(&self, key: &str, value: &DeValue<'_>, span: Span, wanted: &str, found: &mut Diagnostics) -> Option<Spanned<Date>> {
        match date(value) {
            Some(date) if (FIRST_YEAR..=LAST_YEAR).contains(&date.year()) => return Some(Spanned::new(date, span)),
            Some(date) => {
                let title = format!("the year {} cannot be right here", date.year());
                let finding = Diagnostic::new("impossible-date", Level::Error, span, title);
                let help = format!("dates in a directory lie between {FIRST_YEAR} and {LAST_YEAR}: correct the year");
                found.push(finding.help(help));
            }
            // The parser has reported a day that there is not, and leaves an empty date in its place.
            None if matches!(value, DeValue::Datetime(empty) if empty.date.is_none() && empty.time.is_none()) => {}
            None => self.wrong(span, key, value, wanted, found),
        }
        None
    }

    /// One word of a closed list.
    pub fn word<W: Word>(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Spanned<W>> {
        let text = self.text(key, found)?;
        one_word(key, &text, found)
    }

    /// Several words of a closed list.
    pub fn words<W: Word>(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<Spanned<W>> {
        self.texts(key, found).iter().filter_map(|text| one_word(key, text, found)).collect()
    }

    /// A table inside this one.
    pub fn table(&mut self, key: &'static str, found: &mut Diagnostics) -> Option<Table<'a>> {
        let (value, span) = self.get(key)?;
        match value {
            DeValue::Table(values) => Some(self.inner(values, span, format!("[{key}]"))),
            other => {
                self.wrong(span, key, other, "a table", found);
                None
            }
        }
    }

    /// A list of tables inside this one.
    pub fn tables(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<Table<'a>> {
        let torn = self.torn;
        self.list(key, "a list of tables", found, |value, span| match value {
            DeValue::Table(values) => Some(Table { values, span, called: format!("[[{key}]]"), asked: Vec::new(), torn }),
            _ => None,
        })
    }

    /// All keys with their texts, for tables whose keys are the project's own.
    pub fn pairs(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<(Text, Text)> {
        self.keyed(key, "a text in quotes", found, |value| value.as_str().map(str::to_owned))
    }

    /// All keys with their whole numbers.
    pub fn counts(&mut self, key: &'static str, found: &mut Diagnostics) -> Vec<(Text, Spanned<i64>)> {
        self.keyed(key, "a whole number, without quotes", found, integer)
    }

    /// The tables below this one by key, with their texts; other values are left out.
    pub fn entries(&self) -> impl Iterator<Item = (String, BTreeMap<String, String>)> {
        self.values.iter().filter_map(|(key, value)| {
            let DeValue::Table(values) = value.get_ref() else { return None };
            let texts = values.iter().filter_map(|(key, value)| Some((key.get_ref().to_string(), value.get_ref().as_str()?.to_owned())));
            Some((key.get_ref().to_string(), texts.collect()))
        })
    }

    fn inner(&self, values: &'a DeTable<'a>, span: Span, called: String) -> Table<'a> {
        Table { values, span, called, asked: Vec::new(), torn: self.torn }
    }

    /// All keys of a table inside this one with their values, as the file has them.
    fn keyed<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        found: &mut Diagnostics,
        each: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Vec<(Text, Spanned<T>)> {
        let Some(table) = self.table(key, found) else { return Vec::new() };
        let mut pairs = Vec::new();
        for (name, value) in table.values {
            let (name, span) = (Spanned::new(name.get_ref().to_string(), table.at(name.span())), table.at(value.span()));
            match each(value.get_ref()) {
                Some(value) => pairs.push((name, Spanned::new(value, span))),
                None => table.wrong(span, &name.value, value.get_ref(), wanted, found),
            }
        }
        pairs.sort_by_key(|(name, _)| name.span.start);
        pairs
    }

    fn list<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        found: &mut Diagnostics,
        each: impl Fn(&'a DeValue<'a>, Span) -> Option<T>,
    ) -> Vec<T> {
        let Some((value, span)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.wrong(span, key, value, wanted, found);
            return Vec::new();
        };
        let mut out = Vec::with_capacity(items.len());
        for item in items.iter() {
            let span = self.at(item.span());
            match each(item.get_ref(), span) {
                Some(one) => out.push(one),
                None => self.wrong(span, key, item.get_ref(), wanted, found),
            }
        }
        out
    }

    /// Reports every key nobody asked for.
    pub fn finish(self, found: &mut Diagnostics) {
        for (name, _) in self.values {
            let key = name.get_ref();
            if self.asked.contains(&key.as_ref()) {
                continue;
            }
            let span = self.at(name.span());
            let mut finding = Diagnostic::new("unknown-key", Level::Error, span, format!("{} has no key called `{key}`", self.called));
            match nearest(key, self.asked.iter().copied()) {
                Some(near) => finding = finding.help(format!("did you mean `{near}`?")),
                None => finding = finding.help("correct the spelling, or take the line out"),
            }
            found.push(finding.help(format!("known here: {}", self.asked.join(", "))));
        }
    }
}

fn one_word<W: Word>(key: &str, text: &Text, found: &mut Diagnostics) -> Option<Spanned<W>> {
    if let Some(value) = W::from_word(&text.value) {
        return Some(Spanned::new(value, text.span));
    }
    let known: Vec<&str> = W::ALL.iter().map(|value| value.word()).collect();
    let mut finding =
        Diagnostic::new("unknown-value", Level::Error, text.span, format!("`{key}` cannot be \"{}\"", shortened(&text.value)));
    if let Some(near) = nearest(&text.value.to_lowercase().replace(' ', "_"), known.iter().copied()) {
        finding = finding.help(format!("did you mean \"{near}\"?"));
    }
    found.push(finding.help(format!("choose one of: {}", known.join(", "))));
    None
}
