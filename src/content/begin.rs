//! The file of a new issue, as staff find it when they begin to write.

use std::fmt::Write;

use toml_edit::Value;

use crate::model::{Date, Month, Weekday};

/// What is known of a new issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIssue {
    /// The month.
    pub month: Month,
    /// The day on which it comes out.
    pub date: Date,
    /// Who signs the letter, as in the issue before.
    pub signed: Option<String>,
    /// Bank holidays and closures of everything in the month.
    pub special: Vec<(Date, String)>,
    /// Ids and names of listings that join in this issue.
    pub joined: Vec<(String, String)>,
}

/// More names than this are not written down: the booklet lists them all.
const MOST_NAMES: usize = 12;

/// The text of `content/issues/<month>.toml`.
pub fn issue(new: &NewIssue) -> String {
    let month = new.month.title();
    let mut out = format!(
        "# The issue of {month}. Lines that begin with # are notes for you: leave them, or take them out.\n\n\
         # The day on which it comes out. What is out of date is counted from this day.\ndate = {}\n\n\
         # The heading of the letter. Without one it is \"{month}\".\ntitle = \"\"\n\n\
         # Write the letter between the three quotes. Leave a blank line between paragraphs.\n",
        new.date
    );
    // Writing to a string cannot fail.
    for (date, reason) in &new.special {
        let _ = writeln!(out, "# {}: {reason}.", day(*date));
    }
    out.push_str("letter = \"\"\"\n\"\"\"\n\n# Who signs it.\n");
    let _ = match &new.signed {
        Some(name) => writeln!(out, "signed = {}", Value::from(name.as_str())),
        None => writeln!(out, "signed = \"\""),
    };
    out.push_str("\n# Listings that the letter points to: their ids in quotes, with commas.\n");
    if !new.joined.is_empty() {
        out.push_str("# New this month:\n");
    }
    for (id, name) in new.joined.iter().take(MOST_NAMES) {
        // A name with a line break in it would end the note.
        let _ = writeln!(out, "#   {}: {}", Value::from(id.as_str()), name.replace(char::is_control, " "));
    }
    if let Some(more @ 1..) = new.joined.len().checked_sub(MOST_NAMES) {
        let _ = writeln!(out, "#   and {more} more");
    }
    out.push_str("highlights = []\n");
    out
}

/// "Friday 1 January".
fn day(date: Date) -> String {
    format!("{} {} {}", Weekday::of(date).name(), date.day(), Month::of(date).name())
}
