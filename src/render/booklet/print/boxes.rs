//! How far the bleed reaches, where marks stand outside it.
//!
//! Typst says how large a page is and where it is trimmed. Without marks the bleed is the rest, and nothing has to be
//! said; with marks a firm's machine would take them for part of the bleed. Typst cannot say it, so it is written
//! into the page objects that Typst has just written, and the table of their places is brought into line. A file
//! that does not look as expected is left as it is: the box is a courtesy.

/// The file with a `/BleedBox` on every trimmed page, `bleed` points outside the trim.
pub(super) fn with_bleed(pdf: Vec<u8>, bleed: f64) -> Vec<u8> {
    rewritten(&pdf, bleed).unwrap_or(pdf)
}

/// Entries of the table are so long: ten digits, a space, five digits, a space, a letter, two ends of line.
const ENTRY: usize = 20;

fn rewritten(pdf: &[u8], bleed: f64) -> Option<Vec<u8>> {
    let mark = rfind(pdf, b"startxref\n")?;
    let table: usize = number(&pdf[mark + 10..])?;
    let head = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
    let count: usize = number(head)?;
    let first = table + "xref\n0 ".len() + head.iter().position(|byte| *byte == b'\n')? + 1;
    let entries: Vec<&[u8]> = pdf.get(first..first + count * ENTRY)?.chunks(ENTRY).collect();
    let places: Vec<Option<usize>> = entries.iter().map(|entry| (entry[17] == b'n').then(|| number(entry)).flatten()).collect();
    let mut boxes: Vec<(usize, String)> = places.iter().flatten().filter_map(|place| bleed_box(pdf, *place, bleed)).collect();
    boxes.sort_unstable();
    let moved = |place: usize| place + boxes.iter().take_while(|(at, _)| *at < place).map(|(_, text)| text.len()).sum::<usize>();
    let mut out = Vec::with_capacity(pdf.len() + boxes.len() * 64);
    let mut from = 0;
    for (at, text) in &boxes {
        out.extend_from_slice(&pdf[from..*at]);
        out.extend_from_slice(text.as_bytes());
        from = *at;
    }
    out.extend_from_slice(&pdf[from..first]);
    for (entry, place) in entries.iter().zip(&places) {
        match place {
            Some(place) => out.extend_from_slice(format!("{:010}", moved(*place)).as_bytes()),
            None => out.extend_from_slice(&entry[..10]),
        }
        out.extend_from_slice(&entry[10..]);
    }
    out.extend_from_slice(&pdf[first + count * ENTRY..mark]);
    out.extend_from_slice(format!("startxref\n{}\n%%EOF", moved(table)).as_bytes());
    Some(out)
}

/// The box of the page object at a place, and where to write it; nothing for other objects.
fn bleed_box(pdf: &[u8], place: usize, bleed: f64) -> Option<(usize, String)> {
    let object = pdf.get(place..)?;
    let object = &object[..find(object, b"endobj")?];
    find(object, b"<</Type/Page/")?;
    let at = find(object, b"/TrimBox[")?;
    let inner = &object[at + "/TrimBox[".len()..];
    let text = std::str::from_utf8(&inner[..inner.iter().position(|byte| *byte == b']')?]).ok()?;
    let corners: Vec<f64> = text.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [left, bottom, right, top] = corners[..] else { return None };
    let (left, bottom, right, top) = (left - bleed, bottom - bleed, right + bleed, top + bleed);
    Some((place + at, format!("/BleedBox[{left:.4} {bottom:.4} {right:.4} {top:.4}]")))
}

fn number(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}
