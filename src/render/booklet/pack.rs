//! Makes a finished PDF smaller without changing what is in it.
//!
//! Three quarters of a tagged PDF are small objects written out in full: links and the tree of tags. They move into
//! compressed object streams, found through a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Streams stay
//! byte for byte as they are, the XMP metadata readable as PDF/A wants it. The same file gives the same bytes.
//!
//! Files for printers stay unpacked: they have no tags, so it would save a tenth at most, and some firms' machines are old.
//!
//! This knows one shape of file, that of the PDF writer below Typst: one classic cross-reference table, objects of
//! generation 0 one after the other, nothing encrypted. A file of another shape is left as it is.

use std::io::Write;
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;

/// Objects in one object stream: more would pack a little better, but a reader unpacks all of them to see one.
const TOGETHER: usize = 200;
/// Bytes of a line of the cross-reference stream: kind, offset or object stream, place in it.
const WIDTHS: [usize; 3] = [1, 4, 2];
const LINE: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// Packs a PDF file.
pub(super) fn pack(pdf: Vec<u8>) -> Vec<u8> {
    Parts::of(&pdf).and_then(|parts| parts.packed()).unwrap_or(pdf)
}

/// A file taken apart.
struct Parts<'p> {
    /// What stands before the first object.
    head: &'p [u8],
    /// Objects that are streams, from their number to `endobj`, by number in the order of the file.
    streams: Vec<(usize, &'p [u8])>,
    /// The others without what surrounds them, by number in the order of the file.
    objects: Vec<(usize, &'p [u8])>,
    /// The entries of the trailer without `/Size`.
    trailer: Vec<u8>,
    /// One more than the highest number.
    size: usize,
}

impl<'p> Parts<'p> {
    fn of(pdf: &'p [u8]) -> Option<Parts<'p>> {
        let table = number(after_last(pdf, b"startxref")?)?;
        let rest = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
        let size = number(rest)?;
        let lines = rest.get(rest.iter().position(|byte| *byte == b'\n')? + 1..)?;
        let trailer = trailer(lines.get(size * 20..)?)?;
        let mut places: Vec<(usize, usize)> = Vec::with_capacity(size);
        for (object, line) in lines.chunks_exact(20).take(size).enumerate() {
            match (line.get(11..18)?, object) {
                // The head of the list of free numbers.
                (b"65535 f", 0) => {}
                (b"00000 n", 1..) => places.push((number(line)?, object)),
                _ => return None,
            }
        }
        places.sort_unstable();
        let mut parts = Parts { head: pdf.get(..places.first()?.0)?, streams: Vec::new(), objects: Vec::new(), trailer, size };
        let ends = places.iter().skip(1).map(|(start, _)| *start).chain([table]);
        for ((start, object), end) in places.iter().copied().zip(ends) {
            parts.take(object, pdf.get(start..end)?.trim_ascii_end())?;
        }
        Some(parts)
    }

    /// Takes one object over, `written` from its number to `endobj`.
    fn take(&mut self, object: usize, written: &'p [u8]) -> Option<()> {
        let body = written.strip_prefix(format!("{object} 0 obj").as_bytes())?.strip_suffix(b"endobj")?.trim_ascii();
        if body.ends_with(b"endstream") {
            self.streams.push((object, written));
        } else {
            self.objects.push((object, body));
        }
        Some(())
    }

    fn packed(&self) -> Option<Vec<u8>> {
        let bundles: Vec<&[(usize, &[u8])]> = self.objects.chunks(TOGETHER).collect();
        let packed: Vec<Vec<u8>> = bundles.par_iter().map(|bundle| object_stream(bundle)).collect::<Option<_>>()?;
        // Object streams and the cross-reference stream take the next free numbers.
        let size = self.size + bundles.len() + 1;
        let mut lines = vec![[0; LINE]; size];
        let mut out = self.head.to_vec();
        let mut place = |object: usize, line: [u8; LINE]| lines.get_mut(object).map(|old| *old = line);
        for (object, written) in &self.streams {
            place(*object, in_file(out.len())?)?;
            out.extend_from_slice(written);
            out.push(b'\n');
        }
        for (at, (bundle, stream)) in bundles.iter().zip(&packed).enumerate() {
            let own = self.size + at;
            place(own, in_file(out.len())?)?;
            out.extend_from_slice(format!("{own} 0 obj\n").as_bytes());
            out.extend_from_slice(stream);
            for (index, (object, _)) in bundle.iter().enumerate() {
                place(*object, in_stream(own, index)?)?;
            }
        }
        let start = out.len();
        place(size - 1, in_file(start)?)?;
        let table = deflated(&differences(&lines))?;
        let [kind, middle, last] = WIDTHS;
        let entries = format!("/Type/XRef/Size {size}/W[{kind} {middle} {last}]/DecodeParms<</Predictor 12/Columns {LINE}>>");
        out.extend_from_slice(format!("{} 0 obj\n", size - 1).as_bytes());
        out.extend_from_slice(&stream(&[entries.as_bytes(), &self.trailer].concat(), &table));
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Some(out)
    }
}

/// Some objects as the dictionary and data of an object stream.
fn object_stream(objects: &[(usize, &[u8])]) -> Option<Vec<u8>> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for (object, body) in objects {
        index.push_str(&format!("{object} {} ", bodies.len()));
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), index.len());
    Some(stream(entries.as_bytes(), &deflated(&[index.as_bytes(), &bodies].concat())?))
}

/// A compressed stream with the entries of its dictionary, to `endobj`.
fn stream(entries: &[u8], data: &[u8]) -> Vec<u8> {
    let mut out = b"<<".to_vec();
    out.extend_from_slice(entries);
    out.extend_from_slice(format!("/Filter/FlateDecode/Length {}>>\nstream\n", data.len()).as_bytes());
    out.extend_from_slice(data);
    out.extend_from_slice(b"\nendstream\nendobj\n");
    out
}

fn in_file(offset: usize) -> Option<[u8; LINE]> {
    let [a, b, c, d] = u32::try_from(offset).ok()?.to_be_bytes();
    Some([1, a, b, c, d, 0, 0])
}

fn in_stream(object: usize, index: usize) -> Option<[u8; LINE]> {
    let [a, b, c, d] = u32::try_from(object).ok()?.to_be_bytes();
    let [e, f] = u16::try_from(index).ok()?.to_be_bytes();
    Some([2, a, b, c, d, e, f])
}

/// Each line less the one above it (the predictor "up" of PNG): most lines then say the same.
fn differences(lines: &[[u8; LINE]]) -> Vec<u8> {
    let mut above = [0; LINE];
    let mut out = Vec::with_capacity(lines.len() * (LINE + 1));
    for line in lines {
        out.push(2);
        out.extend(line.iter().zip(above).map(|(byte, over)| byte.wrapping_sub(over)));
        above = *line;
    }
    out
}

fn deflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 4), Compression::new(5));
    encoder.write_all(data).ok()?;
    encoder.finish().ok()
}

/// The entries of the trailer's dictionary but `/Size`, which changes.
fn trailer(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii_start().strip_prefix(b"trailer")?.trim_ascii_start();
    let entries = text.strip_prefix(b"<<")?.get(..find_last(text, b">>")?.checked_sub(2)?)?;
    let Range { start, end } = size_entry(entries)?;
    Some([&entries[..start], &entries[end..]].concat())
}

fn size_entry(entries: &[u8]) -> Option<Range<usize>> {
    let start = find_last(entries, b"/Size ")?;
    let digits = entries[start + 6..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    Some(start..start + 6 + digits)
}

/// The number at the start of a text.
fn number(text: &[u8]) -> Option<usize> {
    let text = text.trim_ascii_start();
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&text[..digits]).ok()?.parse().ok()
}

fn find_last(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

fn after_last<'p>(text: &'p [u8], word: &[u8]) -> Option<&'p [u8]> {
    text.get(find_last(text, word)? + word.len()..)
}

#[cfg(test)]
mod tests;
