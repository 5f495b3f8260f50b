//! Colours as a printing machine has them: one black, or four process colours.
//!
//! Typst keeps the theme's colours as red, green and blue until the very end. Here every text, line and area of a
//! finished page is given inks instead, and what means nothing on paper (links, tags) is left out.

use std::collections::BTreeMap;

use typst::layout::{Frame, FrameItem};
use typst::visualize::{Cmyk, Color, FixedStroke, Image, ImageKind, Luma, Paint, PixelEncoding, PixelFormat, ProcessColor, RasterImage};

use crate::theme::Theme;
use crate::view::printer::{Inks, Printer, Standard};

/// Greys darker than this are black: text must not be a screen of dots.
const BLACK: f32 = 0.2;
/// The parts of a colour that nobody sees as a hue.
const NEUTRAL: f32 = 0.03;
/// The most ink that uncoated paper takes, of four full inks together.
const MOST_INK: f32 = 2.8;

/// The theme's own inks, by the colour they stand for.
#[derive(Debug, Clone, Default)]
pub(super) struct Palette {
    inks: BTreeMap<String, [u8; 4]>,
}

impl Palette {
    /// The theme's inks for the colours in use; a colour that the project has changed has none.
    pub fn new(colours: &serde_json::Map<String, serde_json::Value>, theme: &Theme) -> Palette {
        let own = theme.manifest.cmyk.iter().filter_map(|(key, inks)| {
            let used = colours.get(key)?.as_str()?;
            (theme.manifest.colours.get(key)? == used).then(|| (used.to_ascii_lowercase(), *inks))
        });
        Palette { inks: own.collect() }
    }
}

/// A way to print colours.
pub(super) struct Press<'p> {
    inks: Inks,
    standard: Standard,
    palette: &'p Palette,
}

impl<'p> Press<'p> {
    pub fn new(printer: &Printer, palette: &'p Palette) -> Press<'p> {
        Press { inks: printer.inks, standard: printer.standard, palette }
    }

    /// A finished page's frame in these inks, without links and tags.
    pub fn plate(&self, frame: &Frame) -> Frame {
        let mut plate = Frame::new(frame.size(), frame.kind());
        plate.push_multiple(frame.items().filter_map(|(at, item)| Some((*at, self.item(item)?))));
        plate
    }

    fn item(&self, item: &FrameItem) -> Option<FrameItem> {
        Some(match item {
            FrameItem::Group(group) => {
                let mut group = group.clone();
                group.frame = self.plate(&group.frame);
                (group.label, group.parent) = (None, None);
                FrameItem::Group(group)
            }
            FrameItem::Text(text) => {
                let mut text = text.clone();
                text.fill = self.paint(&text.fill);
                text.stroke = text.stroke.map(|stroke| self.stroke(stroke));
                FrameItem::Text(text)
            }
            FrameItem::Shape(shape, span) => {
                let mut shape = shape.clone();
                shape.fill = shape.fill.map(|fill| self.paint(&fill));
                shape.stroke = shape.stroke.map(|stroke| self.stroke(stroke));
                FrameItem::Shape(shape, *span)
            }
            FrameItem::Image(image, size, span) => FrameItem::Image(self.image(image), *size, *span),
            FrameItem::Link(..) | FrameItem::Tag(_) => return None,
        })
    }

    fn stroke(&self, stroke: FixedStroke) -> FixedStroke {
        FixedStroke { paint: self.paint(&stroke.paint), ..stroke }
    }

    /// Gradients and patterns stay as they are, and the preflight says so.
    pub fn paint(&self, paint: &Paint) -> Paint {
        match paint {
            Paint::Solid(colour) => Paint::Solid(self.colour(colour)),
            Paint::Gradient(_) | Paint::Tiling(_) => paint.clone(),
        }
    }

    /// A colour in these inks.
    pub fn colour(&self, colour: &Color) -> Color {
        match self.inks {
            Inks::Rgb => colour.clone(),
            Inks::Black => self.black(on_paper(colour, colour.to_luma().luma)),
            Inks::Cmyk => self.process(colour),
        }
    }

    /// Full ink, for marks: on every plate, so that the plates can be laid over each other.
    pub fn mark(&self) -> Color {
        match self.inks {
            Inks::Rgb => Color::BLACK,
            Inks::Black => self.black(0.0),
            Inks::Cmyk => cmyk([1.0; 4]),
        }
    }

    /// A tint of black. PDF/A has no inks without a colour profile, but knows grey.
    fn black(&self, light: f32) -> Color {
        let light = if light < BLACK { 0.0 } else { light };
        match self.standard {
            Standard::A2b => Color::Process(ProcessColor::Luma(Luma::new(light, 1.0))),
            Standard::V14 | Standard::V17 => cmyk([0.0, 0.0, 0.0, 1.0 - light]),
        }
    }

    fn process(&self, colour: &Color) -> Color {
        if let Color::Process(ProcessColor::Cmyk(_)) | Color::Spot(_) = colour {
            return colour.clone();
        }
        if let Some(inks) = self.palette.inks.get(colour.to_hex().as_str()) {
            return cmyk(inks.map(|ink| f32::from(ink) / 100.0));
        }
        let [red, green, blue, _] = ProcessColor::Rgb(colour.to_rgb()).to_vec4();
        let [red, green, blue] = [red, green, blue].map(|part| on_paper(colour, part));
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        if most - least <= NEUTRAL {
            return self.black(colour.to_luma().luma);
        }
        // What the three colours have in common is printed in black, so that no more ink than needed is used.
        let tint = |part: f32| (most - part) / most;
        limited([tint(red), tint(green), tint(blue), 1.0 - most])
    }

    /// A picture: grey where there is one ink. For process colours it stays as it is, because a firm converts
    /// pictures with the profile of its own machine.
    fn image(&self, image: &Image) -> Image {
        match image.kind() {
            ImageKind::Raster(raster) if self.inks == Inks::Black => {
                self.grey(raster).map_or_else(|| image.clone(), |grey| Image::new(grey, None, image.scaling()))
            }
            _ => image.clone(),
        }
    }

    /// A picture in grey; nothing when it is still to be rotated.
    pub fn grey(&self, raster: &RasterImage) -> Option<RasterImage> {
        raster.exif_rotation().is_none_or(|rotation| rotation == 1).then_some(())?;
        let pixels = raster.dynamic();
        let (encoding, bytes) = if pixels.color().has_alpha() {
            (PixelEncoding::Lumaa8, pixels.to_luma_alpha8().into_raw())
        } else {
            (PixelEncoding::Luma8, pixels.to_luma8().into_raw())
        };
        let format = PixelFormat { encoding, width: raster.width(), height: raster.height() };
        RasterImage::plain(typst::foundations::Bytes::new(bytes), format).ok()
    }
}

/// Part of a colour that lets the white of the paper through.
fn on_paper(colour: &Color, part: f32) -> f32 {
    let alpha = colour.alpha().unwrap_or(1.0);
    part * alpha + 1.0 - alpha
}

/// No more ink than the paper takes: the colours give way, the black stays.
fn limited([cyan, magenta, yellow, black]: [f32; 4]) -> Color {
    let colours = cyan + magenta + yellow;
    let room = (MOST_INK - black).max(0.0);
    let share = if colours > room { room / colours } else { 1.0 };
    cmyk([cyan * share, magenta * share, yellow * share, black])
}

fn cmyk([c, m, y, k]: [f32; 4]) -> Color {
    Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }))
}
