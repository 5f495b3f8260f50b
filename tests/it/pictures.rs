//! Pictures: made anew in two sizes, the right way up, without a camera's own data; damaged ones stop everything.

use std::collections::BTreeMap;
use std::io::Cursor;

use fingerpost::pipeline::BuildOptions;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::support::Fixture;

/// A picture, red at its top and blue at its foot.
fn picture(width: u32, height: u32) -> DynamicImage {
    let colour = |y: u32| if y < height / 2 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) };
    RgbImage::from_fn(width, height, |_, y| colour(y)).into()
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

/// What a telephone writes into a photograph: that it was held upright (orientation 6), and where that was.
fn camera_data() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = [tag.to_be_bytes(), kind.to_be_bytes()].concat();
        bytes.extend([count.to_be_bytes(), value.to_be_bytes()].concat());
        bytes
    };
    let mut data = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    data.extend(entry(0x0112, 3, 1, 6 << 16)); // orientation: turn by a quarter
    data.extend(entry(0x8825, 4, 1, 38)); // GPS
    data.extend([0; 4]);
    data.extend(*b"\0\x01");
    data.extend(entry(0x0001, 2, 2, u32::from(b'N') << 24)); // GPSLatitudeRef
    data.extend([0; 4]);
    data.extend(b"SECRETPLACE");
    data
}

/// A JPEG with such data before its picture.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let jpeg = encoded(&picture(width, height), ImageFormat::Jpeg);
    let data = camera_data();
    let length = u16::try_from(data.len() + 2).expect("it is short").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &data, &jpeg[2..]].concat()
}

fn shows(file: &str, bytes: Vec<u8>) -> Fixture {
    let listing = format!("images = [{{ file = \"{file}\", alt = \"People eating at a long table\" }}]\n");
    Fixture::good().listing(&listing).with(&format!("images/{file}"), bytes)
}

fn built(file: &str, bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    shows(file, bytes).on_disk().built(&BuildOptions::default())
}

fn page(files: &BTreeMap<String, Vec<u8>>) -> String {
    String::from_utf8_lossy(&files["site/listing/riverside-table.html"]).replace("&#x2F;", "/")
}

#[test]
fn a_wide_picture_comes_in_two_sizes() {
    let files = built("lunch.jpg", encoded(&picture(1600, 1200), ImageFormat::Jpeg));
    let size = |path: &str| image::load_from_memory(&files[path]).map(|picture| (picture.width(), picture.height())).expect("a picture");
    assert_eq!(size("site/images/lunch.jpg"), (1476, 1107));
    assert_eq!(size("site/images-640/lunch.jpg"), (640, 480));
    let page = page(&files);
    assert!(page.contains("srcset=\"../images-640/lunch.jpg 640w, ../images/lunch.jpg 1476w\""), "{page}");
    assert!(page.contains("width=\"1476\" height=\"1107\""), "{page}");
}

#[test]
fn a_narrow_picture_comes_in_one() {
    let files = built("lunch.png", encoded(&picture(700, 900), ImageFormat::Png));
    assert!(files.contains_key("site/images/lunch.png") && !files.keys().any(|path| path.starts_with("site/images-")));
    assert!(!page(&files).contains("srcset"));
}

/// A space or a comma would part the addresses of `srcset`.
#[test]
fn names_are_safe_in_addresses() {
    let files = built("Our lunch, é.JPG", encoded(&picture(1600, 1200), ImageFormat::Jpeg));
    let name = "Our~20lunch~2c~20~c3~a9.JPG.jpg";
    assert!(files.contains_key(&format!("site/images/{name}")), "{:?}", files.keys().collect::<Vec<_>>());
    assert!(page(&files).contains(&format!("../images-640/{name} 640w, ")));
}

#[test]
fn webp_comes_in_beside_a_jpeg_of_the_same_name() {
    let listing = "images = [{ file = \"lunch.webp\", alt = \"Red above blue\" }, { file = \"lunch.jpg\", alt = \"Red above blue\" }]\n";
    let fixture = Fixture::good()
        .listing(listing)
        .with("images/lunch.webp", encoded(&picture(800, 600), ImageFormat::WebP))
        .with("images/lunch.jpg", encoded(&picture(400, 900), ImageFormat::Jpeg));
    let files = fixture.on_disk().built(&BuildOptions::default());
    let size = |path: &str| image::load_from_memory(&files[path]).map(|picture| (picture.width(), picture.height())).expect("a picture");
    assert_eq!((size("site/images/lunch.webp.jpg"), size("site/images/lunch.jpg")), ((800, 600), (400, 900)));
}

/// A photograph taken upright stands upright, in its own size too, and says nothing of where it was taken.
#[test]
fn a_photograph_is_turned_and_forgets_the_camera() {
    let bytes = photograph(1200, 900);
    assert!(bytes.windows(11).any(|part| part == b"SECRETPLACE"));
    let files = built("lunch.jpg", bytes);
    let turned = image::load_from_memory(&files["site/images/lunch.jpg"]).expect("a picture").to_rgb8();
    assert_eq!(turned.dimensions(), (900, 1200));
    let (left, right) = (turned.get_pixel(100, 600), turned.get_pixel(800, 600));
    assert!(left[2] > 150 && right[0] > 150, "the top went to the right: {left:?} {right:?}");
    assert!(page(&files).contains("width=\"900\" height=\"1200\""), "{}", page(&files));
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("site/images")) {
        assert!(!bytes.windows(11).any(|part| part == b"SECRETPLACE"), "{path}");
        assert!(!bytes.windows(4).any(|part| part == b"Exif"), "{path}");
    }
}

/// A right header and broken data: only decoding tells.
#[test]
fn a_damaged_picture_stops_the_build() {
    let mut bytes = encoded(&picture(1600, 1200), ImageFormat::Png);
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    let project = shows("lunch.png", bytes).on_disk();
    let output = project.command(&["build"]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("the picture content/images/lunch.png is damaged") && said.contains("Nothing was written"), "{said}");
    assert!(!project.output().exists());
}

#[test]
fn a_picture_of_200_megapixels_stops_the_build() {
    let project = shows("lunch.png", crate::support::png(16_000, 12_500)).on_disk();
    let output = project.command(&["build"]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("error[image-size]: this picture is too large") && said.contains("Nothing was written"), "{said}");
    assert!(!project.output().exists());
}
