//! What a picture's header says. Nothing is decoded here: a hundred bytes may claim to be a picture of
//! two thousand million pixels.

use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, ImageReader};

use super::draft::{ImageFault, ImageFile, ImageHeader};
use crate::content::{ContentFile, FileKind};
use crate::source::SourceId;

/// Reads a picture's header.
pub(super) fn image(file: &ContentFile, source: SourceId) -> ImageFile {
    ImageFile {
        source,
        file: file.path.strip_prefix("content/images/").unwrap_or(&file.path).to_owned(),
        len: file.len,
        header: if file.kind == FileKind::NotAFile { Err(ImageFault::Link) } else { header(&file.bytes) },
        bytes: Arc::from(file.bytes.as_slice()),
    }
}

/// The type is told from the first bytes, never from the file's name.
fn header(bytes: &[u8]) -> Result<ImageHeader, ImageFault> {
    let format = image::guess_format(bytes).map_err(|_| ImageFault::Type)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(ImageFault::Type);
    }
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    let (width, height) = reader.into_dimensions().map_err(|_| ImageFault::Broken)?;
    Ok(ImageHeader { width, height })
}
