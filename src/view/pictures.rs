//! Pictures as they stand on the site and in the booklet: names and sizes. `render::pictures` makes them so.

use super::listing::{ImageView, SmallImageView};
use super::words::typeset;
use crate::issue::Issue;
use crate::model::Listing;

/// The pictures of a listing.
pub(super) fn images(issue: &Issue<'_>, listing: &Listing) -> Vec<ImageView> {
    let pictures = &issue.catalogue().content().pictures;
    let shown = listing.images.iter().filter_map(|image| Some((image, pictures.get(&image.file)?)));
    shown
        .map(|(image, picture)| {
            let (width, height) = picture_size(picture.width, picture.height);
            let alt = image.alt.as_deref().map(typeset).unwrap_or_default();
            ImageView { href: picture_href(&image.file), alt, width, height, small: small(&image.file, width, height) }
        })
        .collect()
}

/// The longest side of a picture on the site and in the booklet, in pixels: 125 mm at 300 dots an inch.
pub(crate) const LONGEST_SIDE: u32 = 1476;

/// A picture's size once it has been brought down to [`LONGEST_SIDE`].
pub(crate) fn picture_size(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height).max(1);
    if longest <= LONGEST_SIDE {
        return (width, height);
    }
    let scaled = |side: u32| u32::try_from(u64::from(side) * u64::from(LONGEST_SIDE) / u64::from(longest)).unwrap_or(LONGEST_SIDE).max(1);
    (scaled(width), scaled(height))
}

/// The path of a picture on the site: always a JPEG or PNG made anew, so that nothing of the photograph's own data is left.
pub(crate) fn picture_href(file: &str) -> String {
    format!("images/{}", picture_name(file))
}

/// The path of a picture's smaller version, in a folder of its own where no other picture can have the same name.
pub(crate) fn small_href(file: &str) -> String {
    format!("images-{SMALL_WIDTH}/{}", picture_name(file))
}

/// `lunch.jpg`; `lunch.webp.jpg`, so that it is not the same as another picture's; `our~20lunch.jpg`, because a
/// space would part an address in two.
fn picture_name(file: &str) -> String {
    let ending = match file.rsplit_once('.') {
        Some((_, "jpg" | "png")) => "",
        Some((_, ending)) if ending.eq_ignore_ascii_case("png") => ".png",
        _ => ".jpg",
    };
    let mut name = String::with_capacity(file.len() + ending.len());
    for byte in file.bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => name.push(char::from(byte)),
            other => name.push_str(&format!("~{other:02x}")),
        }
    }
    name + ending
}

/// The width of the version for narrow screens, in pixels.
const SMALL_WIDTH: u32 = 640;

/// The size of a picture's version for narrow screens; none when the picture is hardly wider itself.
pub(crate) fn small_size(width: u32, height: u32) -> Option<(u32, u32)> {
    let wide_enough = width >= SMALL_WIDTH + SMALL_WIDTH / 4;
    let scaled = u64::from(height) * u64::from(SMALL_WIDTH) / u64::from(width.max(1));
    wide_enough.then_some((SMALL_WIDTH, u32::try_from(scaled).ok()?.max(1)))
}

fn small(file: &str, width: u32, height: u32) -> Option<SmallImageView> {
    let (width, height) = small_size(width, height)?;
    Some(SmallImageView { href: small_href(file), width, height })
}
