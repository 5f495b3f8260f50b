//! The files of a new issue and of a new listing, as staff find them when they begin to write.

use std::fmt::Write;

use toml_edit::Value;

use crate::model::{Basis, ConfirmedBy, Date, Delivery, Kind, Month, Weekday, Word};

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

/// What is known of a new listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewListing {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The id of its category.
    pub category: String,
    /// Ids of the places there are.
    pub places: Vec<String>,
}

/// The text of `content/listings/<category>/<id>.toml`. What it leaves open, `fingerpost check` asks for.
pub fn listing(new: &NewListing) -> String {
    format!(
        "# Lines that begin with # are notes for you: take them out when you are done.
id = {id}
name = {name}
# What it offers, in one or two plain sentences. At most 140 characters.
summary = \"\"
# The same at more length: 80 to 700 characters.
description = \"\"\"
\"\"\"
categories = [{category}]
# The places it serves, or instead of this line: area_wide = true
# There are: {places}
localities = []
# Who stands behind it: {kinds}
kind = \"\"
# How it reaches people: {deliveries}
delivery = []

# At least one way to get in touch.
[[contact]]
phone = \"\"
email = \"\"

# Where it is. Take this part out when people need not go anywhere.
[[venue]]
name = \"\"
address = []
town = \"\"
postcode = \"\"

# When it is, such as days = [\"tuesday\"], from = \"12:00\", to = \"14:00\". Take this part out when it has no fixed times.
[[session]]
days = []
from = \"\"
to = \"\"

# A price: amount = 5.00, per = \"session\". When it is free, take this part out and write free = true below delivery.
[[cost]]
text = \"\"

# When somebody last asked the provider, such as confirmed = 2026-12-08, and how: {ways}
[checks]
confirmed_by = \"\"

# What allows you to publish it: {bases}. Add the day: given = 2026-12-08
[consent]
basis = \"\"
scope = [\"print\", \"web\", \"feed\"]
",
        id = Value::from(new.id.as_str()),
        name = Value::from(new.name.as_str()),
        category = Value::from(new.category.as_str()),
        places = new.places.join(", "),
        kinds = words::<Kind>(),
        deliveries = words::<Delivery>(),
        ways = words::<ConfirmedBy>(),
        bases = words::<Basis>(),
    )
}

/// The words of a closed list: "phone, email, visit, form".
fn words<W: Word>() -> String {
    W::ALL.iter().map(|value| value.word()).collect::<Vec<_>>().join(", ")
}
