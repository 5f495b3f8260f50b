//! What is packed says the same as before, and a file of another shape is left alone.

use lopdf::{Dictionary, Document};
use typst::foundations::Bytes;

use super::super::world::{BookletWorld, Fonts};
use super::super::{compile, standards};
use super::pack;
use crate::theme::Theme;

/// A tagged PDF by Typst itself: headings, links and paragraphs enough for several object streams.
fn typst() -> Vec<u8> {
    let main = "#set document(title: \"A book\", date: datetime(year: 2026, month: 12, day: 1))\n#outline()\n\
                #for n in range(120) [= Part #n\n See #link(\"https://example.org/endobj\")[endstream endobj 7 0 obj]. #lorem(20)\n]\n";
    let theme = Theme::builtin().expect("the theme is right");
    let fonts = Fonts::new(&theme);
    let world =
        BookletWorld::new(&theme, vec![("/main.typ".to_owned(), Bytes::new(main.to_owned()))], &fonts, "/main.typ").expect("a world");
    let document = compile(&world).expect("it can be laid out");
    let options = typst_pdf::PdfOptions { standards: standards().expect("they go together"), ..Default::default() };
    typst_pdf::pdf(&document, &options).expect("it can be exported")
}

/// The trailer without what is about the table itself.
fn trailer(document: &Document) -> Dictionary {
    let mut trailer = document.trailer.clone();
    for key in [b"Size".as_slice(), b"Type", b"W", b"Filter", b"Length", b"DecodeParms", b"Index"] {
        trailer.remove(key);
    }
    trailer
}

#[test]
fn every_object_is_the_same_as_before() {
    let plain = typst();
    let packed = pack(plain.clone());
    assert!(packed.len() * 10 < plain.len() * 6, "{} of {} bytes", packed.len(), plain.len());
    let (before, after) = (Document::load_mem(&plain).expect("a PDF"), Document::load_mem(&packed).expect("a PDF"));
    assert!(before.objects.len() > 400);
    for (id, object) in &before.objects {
        assert_eq!(after.objects.get(id), Some(object), "{id:?}");
    }
    let added = after.objects.iter().filter(|(id, _)| !before.objects.contains_key(id));
    assert!(added.map(|(_, object)| object.type_name().unwrap_or_default()).all(|kind| matches!(kind, b"ObjStm" | b"XRef")));
    assert_eq!(trailer(&before), trailer(&after));
    assert!(trailer(&after).has(b"ID") && trailer(&after).has(b"Info"));
}

#[test]
fn the_metadata_can_be_read_without_unpacking() {
    let packed = String::from_utf8_lossy(&pack(typst())).into_owned();
    assert!(packed.contains("<pdfuaid:part>1</pdfuaid:part>") && packed.contains("<pdfaid:part>2</pdfaid:part>"));
}

#[test]
fn the_same_file_packs_to_the_same_bytes() {
    let plain = typst();
    assert_eq!(pack(plain.clone()), pack(plain));
}

/// Also a file that is packed already, and one that was cut off.
#[test]
fn other_files_are_left_as_they_are() {
    let packed = pack(typst());
    assert_eq!(pack(packed.clone()), packed);
    let mut cut = typst();
    cut.truncate(cut.len() / 2);
    for file in [cut, b"no PDF".to_vec(), Vec::new(), b"startxref\n9\n%%EOF".to_vec(), b"xref\n0 99999999999\nstartxref\n0".to_vec()] {
        assert_eq!(pack(file.clone()), file);
    }
}
