//! The books of an issue, as other programs read them: `booklet/index.json`.

use serde::Serialize;

use crate::model::{EditionSpec, Month};
use crate::render::RenderError;

#[derive(Serialize)]
struct Shelf<'a> {
    title: &'a str,
    month: String,
    books: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    edition: &'a str,
    title: &'a str,
    volume: Option<usize>,
    volumes: usize,
    paper: String,
    width_mm: f64,
    height_mm: f64,
    text_pt: f64,
    pages: usize,
    bytes: usize,
    file: &'a str,
    cover: &'a str,
    cover_width: u32,
    cover_height: u32,
}

/// A book of an edition.
pub struct Book<'a> {
    /// Its edition.
    pub spec: &'a EditionSpec,
    /// Its number among how many volumes, when the edition has several.
    pub volume: Option<(usize, usize)>,
    /// Its pages.
    pub pages: usize,
    /// Its length.
    pub bytes: usize,
    /// The file, in the folder of the list.
    pub file: &'a str,
    /// A picture of its first page, with width and height.
    pub cover: (&'a str, u32, u32),
}

/// The list of books; files are named as they lie beside it.
pub fn books(title: &str, month: Month, books: &[Book<'_>]) -> Result<Vec<u8>, RenderError> {
    let shelf = Shelf { title, month: month.to_string(), books: books.iter().map(entry).collect() };
    let mut json = serde_json::to_vec_pretty(&shelf)
        .map_err(|error| RenderError::Internal(format!("the list of books could not be written: {error}")))?;
    json.push(b'\n');
    Ok(json)
}

fn entry<'a>(book: &Book<'a>) -> Entry<'a> {
    let (cover, cover_width, cover_height) = book.cover;
    Entry {
        edition: book.spec.id.as_str(),
        title: &book.spec.title,
        volume: book.volume.map(|(number, _)| number),
        volumes: book.volume.map_or(1, |(_, all)| all),
        paper: book.spec.paper.name(),
        width_mm: book.spec.paper.width_mm,
        height_mm: book.spec.paper.height_mm,
        text_pt: book.spec.text_pt,
        pages: book.pages,
        bytes: book.bytes,
        file: book.file,
        cover,
        cover_width,
        cover_height,
    }
}
