//! Calendar files (iCalendar, RFC 5545): small, and without a clock. What the standard asks for and programs
//! differ in is here: lines of at most 75 octets, escaped text, and the rules of British time.

use std::borrow::Cow;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::view::events::{CalendarView, CalendarsView, EventView};

/// Britain's clocks since 1996: forward on the last Sunday of March, back on the last of October.
const TIME_ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nEND:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// Makes the calendar files of the site, below `site/`, and gives them to `put` one by one.
pub fn render<E: Send>(view: &CalendarsView<'_, '_>, put: impl Fn(&str, &[u8]) -> Result<(), E> + Sync) -> Result<(), E> {
    // The events of a listing stand in several files; those that stand in one alone are not worth keeping.
    let mut uses = vec![0_u32; view.listings()];
    view.files.iter().flat_map(|file| &file.listings).for_each(|at| uses[*at] += 1);
    let made: Vec<OnceLock<String>> = uses.iter().map(|_| OnceLock::new()).collect();
    let events = |at: usize| -> Cow<'_, str> {
        let make = || view.events(at).iter().map(|one| event(one, &view.stamp)).collect();
        if uses[at] > 1 { Cow::Borrowed(made[at].get_or_init(make)) } else { Cow::Owned(make()) }
    };
    view.files.par_iter().try_for_each(|file| put(&format!("site/{}", file.path), calendar(file, events).as_bytes()))
}

fn calendar<'e>(file: &CalendarView, events: impl Fn(usize) -> Cow<'e, str>) -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fingerpost//Fingerpost//EN\r\n");
    line(&mut out, "NAME", &escaped(&file.title));
    line(&mut out, "X-WR-CALNAME", &escaped(&file.title));
    out.push_str(TIME_ZONE);
    file.listings.iter().for_each(|at| out.push_str(&events(*at)));
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn event(event: &EventView, stamp: &str) -> String {
    let mut out = String::from("BEGIN:VEVENT\r\n");
    line(&mut out, "UID", &escaped(&event.uid));
    line(&mut out, "DTSTAMP", &format!("{stamp}T000000Z"));
    line(&mut out, "DTSTART;TZID=Europe/London", &event.starts);
    if let Some(ends) = &event.ends {
        line(&mut out, "DTEND;TZID=Europe/London", ends);
    }
    line(&mut out, "SUMMARY", &escaped(&event.title));
    line(&mut out, "LOCATION", &escaped(&event.place));
    line(&mut out, "DESCRIPTION", &escaped(&event.text));
    let categories: Vec<Cow<'_, str>> = event.categories.iter().map(|name| escaped(name)).collect();
    line(&mut out, "CATEGORIES", &categories.join(","));
    line(&mut out, "URL", &event.href);
    line(&mut out, "STATUS", if event.tentative { "TENTATIVE" } else { "CONFIRMED" });
    out.push_str("END:VEVENT\r\n");
    out
}

/// Adds a property, folded: no line is longer than 75 octets, and no character is cut.
fn line(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    out.push(':');
    let (mut rest, mut room) = (value, 74 - name.len());
    while rest.len() > room {
        let (now, later) = rest.split_at(rest.floor_char_boundary(room));
        out.push_str(now);
        out.push_str("\r\n ");
        (rest, room) = (later, 74);
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// Text as the standard writes it; control characters have no place in it.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() || matches!(c, '\\' | ';' | ',')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}
