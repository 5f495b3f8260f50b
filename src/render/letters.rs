//! Messages to providers (RFC 5322), and the list of those who can only be rung, for spreadsheets.

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;

use super::RenderError;
use super::report::harmless;
use crate::view::asking::{CallView, LettersView};
use crate::view::messages::MessageView;

/// Told to programs that would otherwise take the file for one of their country's old alphabet.
const UTF8: &[u8] = b"\xef\xbb\xbf";

/// A message as a file: its name, and its bytes. Mail programs open it as a draft.
pub fn message(view: &MessageView) -> Result<(String, Vec<u8>), RenderError> {
    let pair = |(name, address): &(String, String)| (one_line(name), address.clone());
    let built = MessageBuilder::new()
        .from(pair(&view.from))
        .to(pair(&view.to))
        .subject(one_line(&view.subject))
        .date(view.sent)
        .message_id(view.message_id.clone())
        .header("X-Unsent", Raw::new("1"))
        .text_body(view.body.as_str());
    let bytes = built.write_to_vec().map_err(|error| RenderError::Internal(format!("the message could not be written: {error}")))?;
    Ok((format!("{}.eml", view.id), bytes))
}

/// A header is one line, whatever a listing says.
fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// Those who can only be rung, a line each, with room for the answer.
pub fn phone_list(view: &LettersView<'_>) -> Result<Vec<u8>, RenderError> {
    let internal = |error: csv::Error| RenderError::Internal(format!("the telephone list could not be written: {error}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(UTF8.to_vec());
    let head = ["Due", "Listing", "Id", "Ask for", "Telephone", "Best time", "What to ask", "Rung on", "Answer"];
    writer.write_record(head).map_err(internal)?;
    for call in &view.calls {
        writer.write_record(row(call).map(|cell| harmless(&cell))).map_err(internal)?;
    }
    writer.into_inner().map_err(|error| RenderError::Internal(format!("the telephone list could not be written: {}", error.error())))
}

fn row(call: &CallView) -> [String; 9] {
    let said = [&call.since, &call.name, &call.id, &call.ask, &call.phone, &call.best_time].map(String::clone);
    let [since, name, id, ask, phone, best_time] = said;
    [since, name, id, ask, phone, best_time, call.asks.join(" "), String::new(), String::new()]
}
