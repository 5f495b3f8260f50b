//! Pictures made anew: turned the right way up, brought down in size, and without anything a camera wrote
//! into them (the place where a carer's home was photographed is personal data).

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
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
        let damaged = |cause: image::ImageError| RenderError::Picture { file: file.clone(), cause: cause.to_string() };
        anew(file, picture, versions).map_err(damaged)
    };
    let made: Vec<Vec<(String, Vec<u8>)>> = pictures.par_iter().map(one).collect::<Result<_, _>>()?;
    Ok(made.into_iter().flatten().collect())
}

/// A picture's versions, from one decoding.
fn anew(file: &str, picture: &Picture, versions: Versions) -> Result<Vec<(String, Vec<u8>)>, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(picture.bytes.as_ref())).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let (width, height) = picture_size(image.width(), image.height());
    image = resized(image, width, height);
    let mut made = vec![(picture_href(file), encoded(&image, file)?)];
    if let Some((width, height)) = small_size(width, height).filter(|_| versions == Versions::All) {
        made.push((small_href(file), encoded(&resized(image, width, height), file)?));
    }
    Ok(made)
}

fn resized(image: DynamicImage, width: u32, height: u32) -> DynamicImage {
    if (width, height) == (image.width(), image.height()) {
        return image;
    }
    image.resize_exact(width, height, image::imageops::FilterType::Lanczos3)
}

/// Drawings stay PNG, everything else becomes a JPEG; either way only the pixels go on.
fn encoded(image: &DynamicImage, file: &str) -> Result<Vec<u8>, image::ImageError> {
    let mut bytes = Vec::new();
    if picture_href(file).ends_with(".png") {
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    } else {
        image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
    }
    Ok(bytes)
}
