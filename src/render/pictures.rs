//! Pictures made anew: turned the right way up, brought down in size, and without anything a camera wrote
//! into them (the place where a carer's home was photographed is personal data).

use std::collections::BTreeMap;
use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::error::{ParameterError, ParameterErrorKind};
use image::{DynamicImage, ExtendedColorType, ImageBuffer, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, Limits};
use rayon::prelude::*;

use super::RenderError;
use crate::check::Picture;
use crate::view::pictures::{picture_href, picture_size, small_href, small_size};

/// JPEG quality, of 100.
const QUALITY: u8 = 82;
/// The most memory that decoding one picture may take: 40 megapixels with four bytes each, and room to turn it.
const MEMORY: u64 = 512 * 1024 * 1024;

/// Which versions of the pictures are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Versions {
    /// The one for paper and wide screens.
    Full,
    /// That, and one for narrow screens.
    All,
}

/// All pictures by their path on the site.
pub fn render(pictures: &BTreeMap<String, Picture>, versions: Versions) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let one = |(file, picture): (&String, &Picture)| {
        let damaged = |cause: ImageError| RenderError::Picture { file: file.clone(), cause: cause.to_string() };
        anew(file, picture, versions).map_err(damaged)
    };
    let made: Vec<Vec<(String, Vec<u8>)>> = pictures.par_iter().map(one).collect::<Result<_, _>>()?;
    Ok(made.into_iter().flatten().collect())
}

/// A picture's versions, from one decoding.
fn anew(file: &str, picture: &Picture, versions: Versions) -> Result<Vec<(String, Vec<u8>)>, ImageError> {
    let mut reader = ImageReader::new(Cursor::new(picture.bytes.as_ref())).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let (width, height) = picture_size(image.width(), image.height());
    image = resized(image, width, height)?;
    let mut made = vec![(picture_href(file), encoded(&image, file)?)];
    if let Some((width, height)) = small_size(width, height).filter(|_| versions == Versions::All) {
        made.push((small_href(file), encoded(&resized(image, width, height)?, file)?));
    }
    Ok(made)
}

/// A picture of another size. Its channels get eight bits each if they had more; no screen or press shows them.
fn resized(image: DynamicImage, width: u32, height: u32) -> Result<DynamicImage, ImageError> {
    let from = (image.width(), image.height());
    if (width, height) == from {
        return Ok(image);
    }
    let wrong = |cause: &dyn std::fmt::Display| {
        ImageError::Parameter(ParameterError::from_kind(ParameterErrorKind::Generic(format!("it cannot be made smaller: {cause}"))))
    };
    let (pixels, kind) = match (image.color().has_color(), image.color().has_alpha()) {
        (false, false) => (image.into_luma8().into_raw(), PixelType::U8),
        (false, true) => (image.into_luma_alpha8().into_raw(), PixelType::U8x2),
        (true, false) => (image.into_rgb8().into_raw(), PixelType::U8x3),
        (true, true) => (image.into_rgba8().into_raw(), PixelType::U8x4),
    };
    let whole = Image::from_vec_u8(from.0, from.1, pixels, kind).map_err(|error| wrong(&error))?;
    let mut small = Image::new(width, height, kind);
    // Lanczos with three lobes, the same to the last bit on every processor.
    Resizer::new().resize(&whole, &mut small, None).map_err(|error| wrong(&error))?;
    let pixels = small.into_vec();
    let made = match kind {
        PixelType::U8 => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageLuma8),
        PixelType::U8x2 => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageLumaA8),
        PixelType::U8x3 => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8),
        _ => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
    };
    made.ok_or_else(|| wrong(&"its pixels are too few"))
}

/// Drawings stay PNG, everything else becomes a JPEG; either way only the pixels go on.
fn encoded(image: &DynamicImage, file: &str) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    if picture_href(file).ends_with(".png") {
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        match image {
            DynamicImage::ImageRgb8(pixels) => pixels.write_with_encoder(encoder)?,
            other => other.to_rgb8().write_with_encoder(encoder)?,
        }
    }
    Ok(bytes)
}

/// A drawing of even areas as a PNG; its colours are red, green and blue, row by row. Such a drawing gets no smaller by
/// looking for a filter for each row, which takes most of the time.
pub(super) fn drawing(colours: &[u8], width: u32, height: u32) -> Result<Vec<u8>, ImageError> {
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Level(4), FilterType::NoFilter).write_image(
        colours,
        width,
        height,
        ExtendedColorType::Rgb8,
    )?;
    Ok(png)
}
