//! Letters to providers as messages: the same words, and the entry as lines of text.

use serde_json::Value;

use super::asking::{LetterView, LettersView};
use super::plain::{self, PlainEntry};
use crate::issue::Issue;
use crate::model::Date;

/// A message to a provider, as a file that mail programs open and send.
#[derive(Debug, Clone)]
pub struct MessageView {
    /// The listing's id.
    pub id: String,
    /// Name and address of the provider.
    pub to: (String, String),
    /// Name and address of the publisher.
    pub from: (String, String),
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Its own id, the same whenever it is made: `review-2026-12.riverside-table@example.org`.
    pub message_id: String,
    /// The issue date as seconds of Unix time: a message made twice is the same.
    pub sent: i64,
}

/// A message for each letter whose provider has an e-mail address; none when the publisher has no address to answer to.
pub fn messages(issue: &Issue<'_>, view: &LettersView<'_>) -> Vec<MessageView> {
    let project = &issue.catalogue().content().project;
    let Some(from) = &project.publisher.email else { return Vec::new() };
    let host = project.base_url.printed().split('/').next().unwrap_or_default().to_owned();
    let days = (issue.date() - Date::constant(1970, 1, 1)).get_days();
    let message = |letter: &LetterView<'_>| {
        Some(MessageView {
            id: letter.id.clone(),
            to: (letter.dear.clone(), letter.email.clone()?),
            from: (view.paper.publisher.name.clone(), from.to_string()),
            subject: format!("{}: {}", word(view, "letter_title"), letter.entry.name),
            body: body(view, letter),
            message_id: format!("review-{}.{}@{host}", issue.month(), letter.id),
            sent: i64::from(days) * 86_400,
        })
    };
    view.letters.iter().filter_map(message).collect()
}

/// Fixed words of the theme with what they leave open.
fn word(view: &LettersView<'_>, key: &str) -> String {
    let words = view.paper.words.get(key).and_then(Value::as_str).unwrap_or(key);
    words.replace("{title}", &view.paper.title).replace("{month}", &view.paper.month).replace("{reply_by}", &view.reply_by)
}

fn body(view: &LettersView<'_>, letter: &LetterView<'_>) -> String {
    let word = |key: &str| word(view, key);
    let greeting = match letter.dear.as_str() {
        "" => word("letter_hello"),
        dear => word("letter_dear").replace("{name}", dear),
    };
    let bullets = letter.asks.iter().map(|ask| format!("- {ask}\n")).collect::<String>();
    let ticks = ["letter_no_change", "letter_changes", "letter_remove"].map(|key| format!("[ ] {}\n", word(key))).concat();
    let ring = view.paper.publisher.phone.as_ref().map(|phone| format!("{}: {phone}\n", word("letter_ring"))).unwrap_or_default();
    let web = letter.web.as_ref().map(|web| format!("\n{} {web}\n", word("letter_web"))).unwrap_or_default();
    let sender: Vec<&str> =
        std::iter::once(view.paper.publisher.name.as_str()).chain(view.paper.publisher.address.iter().map(String::as_str)).collect();
    [
        format!("{greeting},\n\n{} {}\n\n{bullets}\n", word("letter_intro_mail"), word("letter_please")),
        format!("{}\n{ring}\n{ticks}\n", word("letter_answer_mail")),
        format!("{}\n\n{}{web}\n", word("letter_entry"), entry_text(view, &plain::entry(letter.listing))),
        format!("{}\n\n{}\n\n{}: {}\n", word("letter_thanks"), sender.join("\n"), word("letter_ref"), letter.id),
    ]
    .concat()
}

/// The entry as lines of text.
fn entry_text(view: &LettersView<'_>, entry: &PlainEntry) -> String {
    let mut out = format!("{}\n{}\n", entry.name, entry.summary);
    out.extend(entry.alert.iter().map(|alert| format!("{}: {alert}\n", word(view, "alert"))));
    let facts =
        [("when", &entry.when), ("where", &entry.place), ("cost", &entry.costs), ("who_for", &entry.who_for), ("access", &entry.access)];
    for (key, lines) in facts.iter().filter(|(_, lines)| !lines.is_empty()) {
        out += &format!("{}: {}\n", word(view, key), lines.join("; "));
    }
    entry.contacts.iter().for_each(|line| out += &format!("{line}\n"));
    out
}
