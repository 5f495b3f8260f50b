//! Files that are taken as they are: records, pictures, booklets of past months.

use crate::content::IMAGE_LIMIT;
use crate::model::{Month, Record};
use crate::source::SourceId;

/// A booklet of a past month in `archive/`.
#[derive(Debug, Clone)]
pub struct ArchiveFile {
    /// The file.
    pub source: SourceId,
    /// Its month, by its name.
    pub month: Month,
    /// Its edition's id, by its name.
    pub edition: String,
    /// The file's bytes.
    pub bytes: std::sync::Arc<[u8]>,
}

/// A file `issues/*.record.toml`.
#[derive(Debug, Clone)]
pub struct RecordDraft {
    /// The file.
    pub source: SourceId,
    /// The month in the file's name; none when it is no month.
    pub month: Option<Month>,
    /// What it says, when it can be read and nobody has changed it.
    pub record: Option<Record>,
}

/// A picture in `images/`.
#[derive(Debug, Clone)]
pub struct ImageFile {
    /// The file.
    pub source: SourceId,
    /// Path below `content/images/`.
    pub file: String,
    /// Length in bytes on disk.
    pub len: u64,
    /// What its header says, or why it says nothing.
    pub header: Result<ImageHeader, ImageFault>,
    /// Its bytes, where they were read in full.
    pub bytes: std::sync::Arc<[u8]>,
}

/// A picture of more pixels would take too much memory to decode.
pub const MOST_PIXELS: u64 = 40_000_000;

impl ImageFile {
    /// Whether it is too long or has too many pixels to be used.
    pub fn is_too_large(&self) -> bool {
        let pixels = self.header.map_or(0, |header| u64::from(header.width) * u64::from(header.height));
        self.len > IMAGE_LIMIT || pixels > MOST_PIXELS
    }
}

/// What a picture's header says. Nothing has been decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageHeader {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why a picture cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFault {
    /// Not a JPEG, PNG or WebP file, by its first bytes.
    Type,
    /// Its header is broken.
    Broken,
    /// A link or a device, which is never opened.
    Link,
}
