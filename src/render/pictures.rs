//! Pictures made anew: turned the right way up, brought down in size, and without anything a camera wrote
//! into them (the place where a carer's home was photographed is personal data).

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use rayon::prelude::*;

use super::RenderError;
use crate::check::Picture;
use crate::view::facts::{picture_href, picture_size};

/// JPEG quality, of 100.
const QUALITY: u8 = 82;
/// The most memory that decoding one picture may take: 40 megapixels with four bytes each, and room to turn it.
const MEMORY: u64 = 512 * 1024 * 1024;

/// All pictures by their path on the site.
pub fn render(pictures: &BTreeMap<String, Picture>) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
    let one = |(file, picture): (&String, &Picture)| {
        let damaged = |cause: image::ImageError| RenderError::Picture { file: file.clone(), cause: cause.to_string() };
        Ok((picture_href(file), anew(file, picture).map_err(damaged)?))
    };
    pictures.par_iter().map(one).collect()
}

fn anew(file: &str, picture: &Picture) -> Result<Vec<u8>, image::ImageError> {
    let mut reader = ImageReader::new(Cursor::new(picture.bytes.as_ref())).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let (width, height) = picture_size(image.width(), image.height());
    if (width, height) != (image.width(), image.height()) {
        image = image.resize_exact(width, height, image::imageops::FilterType::Lanczos3);
    }
    let mut bytes = Vec::new();
    if picture_href(file).ends_with(".png") {
        image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    } else {
        image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
    }
    Ok(bytes)
}
