//! What a picture's header says. Nothing is decoded here: a hundred bytes may claim to be a picture of
//! two thousand million pixels.

use std::io::Cursor;
use std::sync::Arc;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};

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
    let mut decoder = reader.into_decoder().map_err(|_| ImageFault::Broken)?;
    let (width, height) = decoder.dimensions();
    Ok(if is_on_its_side(&mut decoder) { ImageHeader { width: height, height: width } } else { ImageHeader { width, height } })
}

/// Whether a camera says that it was held upright, so that width and height change places.
fn is_on_its_side(decoder: &mut impl ImageDecoder) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(decoder.orientation(), Ok(Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH))
}
