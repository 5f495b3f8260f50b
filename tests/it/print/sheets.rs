//! What stands on the sheets of a print file: texts, boxes, inks.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use crate::pdf_text::product;

pub fn pages(pdf: &Document) -> Vec<&Dictionary> {
    pdf.get_pages().values().map(|id| pdf.get_dictionary(*id).expect("a page")).collect()
}

/// A text on a sheet: where it begins, whether it is upside down, and what it says.
#[derive(Debug, Clone)]
pub struct Said {
    pub x: f32,
    upside_down: bool,
    text: String,
}

pub fn numbers<const N: usize>(operands: &[Object]) -> [f32; N] {
    let list: Vec<f32> = operands.iter().map(|operand| operand.as_float().expect("a number")).collect();
    list.try_into().expect("so many numbers")
}

/// Every text of a page, in the order of the file.
pub fn texts(pdf: &Document, page: lopdf::ObjectId) -> Vec<Said> {
    let fonts = pdf.get_page_fonts(page).expect("fonts");
    let content = Content::decode(&pdf.get_page_content(page)).expect("a content stream");
    let (mut at, mut stack, mut text, mut font) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new(), [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    let mut said = Vec::new();
    for operation in &content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "q" => stack.push(at),
            "Q" => at = stack.pop().expect("it was pushed"),
            "cm" => at = product(numbers(operands), at),
            "Tm" => text = numbers(operands),
            "Tf" => font = operands[0].as_name().expect("a name").to_vec(),
            "Tj" | "TJ" => {
                let encoding = fonts[&font].get_font_encoding(pdf).expect("an encoding");
                let parts = operands.iter().flat_map(|operand| operand.as_array().cloned().unwrap_or_else(|_| vec![operand.clone()]));
                let words = parts.filter_map(|part| Document::decode_text(&encoding, part.as_str().ok()?).ok()).collect();
                let place = product(text, at);
                said.push(Said { x: place[4], upside_down: place[3] < 0.0, text: words });
            }
            _ => {}
        }
    }
    said
}

/// What stands on each part of each side of the sheets, from left to right as the file has it: "3", "notes"; with
/// whether it is upside down.
pub fn parts(pdf: &Document, count: usize) -> Vec<Vec<(String, bool)>> {
    let side = |page: &lopdf::ObjectId| {
        let [_, _, width, _] = media(pdf.get_dictionary(*page).expect("a page"), b"MediaBox");
        let all = texts(pdf, *page);
        let part = |at: usize| {
            #[allow(clippy::cast_precision_loss, reason = "two or three")]
            let (from, to) = (width * at as f32 / count as f32, width * (at + 1) as f32 / count as f32);
            let here: Vec<&Said> = all.iter().filter(|said| (from..to).contains(&said.x)).collect();
            let words: String = here.iter().map(|said| said.text.as_str()).collect();
            let upside_down = here.iter().any(|said| said.upside_down);
            assert!(here.iter().all(|said| said.upside_down == upside_down), "{here:?}");
            let name = if words.contains("notes") { "notes".to_owned() } else { words.replace("Leaf", "").trim().to_owned() };
            (name, upside_down)
        };
        (0..count).map(part).collect()
    };
    pdf.get_pages().values().map(side).collect()
}

pub fn media(page: &Dictionary, name: &[u8]) -> [f32; 4] {
    let list = page.get(name).and_then(Object::as_array).unwrap_or_else(|_| panic!("no {}", String::from_utf8_lossy(name)));
    numbers(list)
}

/// Asserts that a page is so many millimetres wide and high, measured in one of its boxes.
pub fn measures(page: &Dictionary, name: &[u8], width: f32, height: f32) {
    let [left, bottom, right, top] = media(page, name);
    let (w, h) = ((right - left) * 25.4 / 72.0, (top - bottom) * 25.4 / 72.0);
    assert!((w - width).abs() < 0.02 && (h - height).abs() < 0.02, "{}: {w} x {h}", String::from_utf8_lossy(name));
}

/// The inks of every text, line and area: `0 0 0 1`.
pub fn inks(pdf: &Document) -> Vec<[f32; 4]> {
    let mut inks = Vec::new();
    for page in pdf.get_pages().into_values() {
        for operation in Content::decode(&pdf.get_page_content(page)).expect("a content stream").operations {
            match operation.operator.as_str() {
                "k" | "K" => inks.push(numbers(&operation.operands)),
                "rg" | "RG" | "g" | "G" | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" => panic!("no ink: {operation:?}"),
                _ => {}
            }
        }
    }
    for object in pdf.objects.values() {
        let profile = object.as_array().ok().and_then(|list| list.first()).and_then(|first| first.as_name().ok());
        assert!(profile != Some(b"ICCBased") && profile != Some(b"DeviceRGB"), "{object:?}");
    }
    inks
}
