//! A picture of a book's first page, for the website and for whoever lists the books.

use typst::utils::Scalar;
use typst_render::RenderOptions;

use super::Laid;
use crate::render::{RenderError, pictures};

/// How wide it is, in pixels.
const WIDTH: f64 = 480.0;

/// A picture of the first page.
pub struct Cover {
    /// The file.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Laid<'_> {
    /// The first page as a PNG.
    pub fn cover(&self) -> Result<Cover, RenderError> {
        let page = self.document.pages().first().ok_or_else(|| RenderError::Internal("the booklet has no page".to_owned()))?;
        let pixel_per_pt = Scalar::new(WIDTH / page.frame.width().to_pt());
        let picture = typst_render::render(page, &RenderOptions { pixel_per_pt, ..RenderOptions::default() });
        let (width, height) = (picture.width(), picture.height());
        // Paper hides nothing, so what is drawn on it needs no fourth channel.
        let colours: Vec<u8> = picture.data().chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        let png = pictures::drawing(&colours, width, height)
            .map_err(|error| RenderError::Internal(format!("the cover's picture could not be written: {error}")))?;
        Ok(Cover { png, width, height })
    }
}
