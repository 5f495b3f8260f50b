//! What a printing firm would telephone about, found in the finished pages.
//!
//! Texts, lines and pictures are looked at where they stand on the page, in the printer's inks. Equal faults are one
//! fault with its pages, and the worst of them as an example. Fonts are not looked at: Typst embeds every one.

use std::collections::BTreeMap;

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Color, FixedStroke, Image, ImageKind, Paint, ProcessColor};

use super::super::Laid;
use super::impose;
use super::inks::Press;
use crate::view::printer::{Arrangement, Cover, Inks, Printer};

/// The most pages that staples hold together.
const STAPLED: usize = 48;
/// A text is named by so many of its letters.
const NAMED: usize = 40;
/// Lengths that nobody can measure: a hundredth of a millimetre, a thousandth of a point.
const SLACK_MM: f64 = 0.01;
const SLACK_PT: f64 = 0.001;

/// What is wrong with an edition for a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong, and on which pages.
    pub title: String,
    /// The worst of it.
    pub example: String,
    /// What to do about it.
    pub help: String,
}

/// Kinds of faults in the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Margin,
    Picture,
    Colour,
    Black,
    Line,
}

/// What was found of one kind.
#[derive(Default)]
struct Found {
    pages: Vec<usize>,
    /// The worst: by how much it falls short, and how it is described.
    worst: Option<(f64, String)>,
}

impl Laid<'_> {
    /// What of this edition is not as a printer asks.
    pub fn preflight(&self, printer: &Printer) -> Vec<Fault> {
        let mut look = Look { printer, press: self.press(printer), found: BTreeMap::new(), page: 0, size: Size::default() };
        for (at, page) in self.document.pages().iter().enumerate() {
            (look.page, look.size) = (at + 1, page.frame.size());
            if let Some(fill) = page.fill_or_transparent() {
                look.paint(&fill, || "the page itself".to_owned());
            }
            look.frame(&page.frame, Transform::identity());
        }
        let mut faults = self.counts(printer);
        faults.extend(look.found.iter().map(|(kind, found)| fault(*kind, found, printer)));
        faults
    }

    /// Faults of the book as a whole.
    fn counts(&self, printer: &Printer) -> Vec<Fault> {
        let imposed = printer.pages == Arrangement::Imposed;
        let unit = if imposed || printer.cover == Cover::Separate { self.unit() } else { 1 };
        let pages = impose::padded(self.pages(), unit).len();
        let mut faults = Vec::new();
        if let Some(most) = printer.most_pages.filter(|most| pages > *most) {
            faults.push(Fault {
                title: format!("there are {pages} pages, and this printer binds {most} at most"),
                example: format!("at most {most} pages"),
                help: "split the edition with volume_pages, leave something out of it, or print it elsewhere".to_owned(),
            });
        }
        let stapled = printer.signature.map_or(pages, |sheets| pages.min(sheets * 4));
        if imposed && !self.is_letter() && stapled > STAPLED {
            faults.push(Fault {
                title: format!("{stapled} pages are stapled together, and staples hold {STAPLED} at most"),
                example: format!("{} sheets in one gathering", stapled / 4),
                help: "write signature = 10 for gatherings of ten sheets, or split the edition with volume_pages".to_owned(),
            });
        }
        faults
    }
}

fn fault(kind: Kind, found: &Found, printer: &Printer) -> Fault {
    let pages = page_list(&found.pages);
    let Printer { safe, image_dpi, rule_pt, .. } = printer;
    let inks = if printer.inks == Inks::Black { "black" } else { "process colours" };
    let (title, help) = match kind {
        Kind::Margin => (
            format!("text is nearer than {safe} mm to the trim on {pages}"),
            "move it inwards in the theme, or lower safe if the firm has agreed",
        ),
        Kind::Picture => (
            format!("a picture has fewer than {image_dpi} pixels an inch at its size on {pages}"),
            "use a larger picture, or print it smaller",
        ),
        Kind::Colour => (
            format!("there are colours that are not turned into {inks} on {pages}"),
            "ask the firm whether it converts pictures, or use a grey one; gradients have to go",
        ),
        Kind::Black => {
            (format!("black text is printed in several inks on {pages}"), "write ink = \"0 0 0 100\" in [colours.cmyk] of theme.toml")
        }
        Kind::Line => (
            format!("a line is thinner than {rule_pt} pt on {pages}"),
            "make it thicker in the theme, or lower rule if the firm has agreed",
        ),
    };
    let example = found.worst.as_ref().map(|(_, words)| words.clone()).unwrap_or_default();
    Fault { title, example, help: help.to_owned() }
}

/// The pages of an edition, looked through for one printer.
struct Look<'l> {
    printer: &'l Printer,
    press: Press<'l>,
    found: BTreeMap<Kind, Found>,
    page: usize,
    size: Size,
}

impl Look<'_> {
    fn found(&mut self, kind: Kind, worse: f64, words: impl FnOnce() -> String) {
        let found = self.found.entry(kind).or_default();
        if found.pages.last() != Some(&self.page) {
            found.pages.push(self.page);
        }
        if found.worst.as_ref().is_none_or(|(worst, _)| worse > *worst) {
            found.worst = Some((worse, format!("page {}: {}", self.page, words())));
        }
    }

    fn frame(&mut self, frame: &Frame, at: Transform) {
        for (point, item) in frame.items() {
            let at = at.pre_concat(Transform::translate(point.x, point.y));
            match item {
                FrameItem::Group(group) => self.frame(&group.frame, at.pre_concat(group.transform)),
                FrameItem::Text(text) => self.text(text, at),
                FrameItem::Shape(shape, _) => {
                    if let Some(fill) = &shape.fill {
                        self.paint(fill, || "an area".to_owned());
                        // Typst fills the border of one side of a box as an area of its thickness.
                        let size = shape.geometry.bbox(None).size();
                        self.thickness(size.x.min(size.y), at, || "a line".to_owned());
                    }
                    if let Some(stroke) = &shape.stroke {
                        self.stroke(stroke, at, || "a line".to_owned());
                    }
                }
                FrameItem::Image(image, size, _) => self.image(image, *size, at),
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn text(&mut self, text: &TextItem, at: Transform) {
        if text.text.trim().is_empty() {
            return;
        }
        let named = || format!("the text “{}”", shortened(&text.text));
        self.paint(&text.fill, named);
        if let Some(stroke) = &text.stroke {
            self.stroke(stroke, at, named);
        }
        if self.printer.inks == Inks::Cmyk && self.is_mixed_black(&text.fill) {
            self.found(Kind::Black, 0.0, named);
        }
        // Measuring glyphs takes time, and nearly all texts are far from the edge.
        let roomy = [Point::with_y(-text.size), Point::new(text.width(), 0.35 * text.size)];
        if self.distance(roomy, at).0 >= self.safe() {
            return;
        }
        let shape = text.bbox();
        let (distance, edge) = self.distance([shape.min, shape.max], at);
        if distance < self.safe() {
            self.found(Kind::Margin, -distance, || format!("{} is {distance:.1} mm from the {edge} edge", named()));
        }
    }

    fn safe(&self) -> f64 {
        self.printer.safe - SLACK_MM
    }

    /// How near a box comes to an edge of the page, in millimetres, and to which.
    fn distance(&self, [a, b]: [Point; 2], at: Transform) -> (f64, &'static str) {
        let corners = [a, b, Point::new(a.x, b.y), Point::new(b.x, a.y)].map(|corner| corner.transform(at));
        let least = |of: &dyn Fn(&Point) -> Abs| corners.iter().map(of).min().unwrap_or_default().to_mm();
        let edges = [
            (least(&|corner| corner.x), "left"),
            (least(&|corner| self.size.x - corner.x), "right"),
            (least(&|corner| corner.y), "upper"),
            (least(&|corner| self.size.y - corner.y), "lower"),
        ];
        edges.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, ""))
    }

    fn stroke(&mut self, stroke: &FixedStroke, at: Transform, words: impl Fn() -> String) {
        self.paint(&stroke.paint, &words);
        self.thickness(stroke.thickness, at, words);
    }

    fn thickness(&mut self, thickness: Abs, at: Transform, words: impl Fn() -> String) {
        let thickness = thickness.to_pt() * scale(at);
        if thickness > 0.0 && thickness < self.printer.rule_pt - SLACK_PT {
            self.found(Kind::Line, -thickness, || format!("{} is {thickness:.2} pt thick", words()));
        }
    }

    /// Whether a colour is still made of red, green and blue once it has been given inks.
    fn paint(&mut self, paint: &Paint, words: impl FnOnce() -> String) {
        if self.printer.inks == Inks::Rgb {
            return;
        }
        let is_inked = match self.press.paint(paint) {
            Paint::Solid(Color::Process(ProcessColor::Cmyk(_) | ProcessColor::Luma(_)) | Color::Spot(_)) => true,
            Paint::Solid(Color::Process(_)) | Paint::Gradient(_) | Paint::Tiling(_) => false,
        };
        if !is_inked {
            self.found(Kind::Colour, 0.0, words);
        }
    }

    /// Whether a text that is all but black has other inks in it: where the plates do not meet it gets coloured edges.
    fn is_mixed_black(&self, paint: &Paint) -> bool {
        let Paint::Solid(colour) = self.press.paint(paint) else { return false };
        let Color::Process(ProcessColor::Cmyk(inks)) = colour else { return false };
        inks.k > 0.84 && inks.c + inks.m + inks.y > 0.05
    }

    fn image(&mut self, image: &Image, size: Size, at: Transform) {
        let ImageKind::Raster(raster) = image.kind() else {
            if self.printer.inks != Inks::Rgb {
                self.found(Kind::Colour, 0.0, || "a drawing".to_owned());
            }
            return;
        };
        let named = || match image.alt() {
            Some(alt) if !alt.is_empty() => format!("the picture “{}”", shortened(alt)),
            _ => "a picture".to_owned(),
        };
        let inches = (size.x * scale(at)).to_inches();
        let dpi = if inches > 0.0 { image.width() / inches } else { f64::INFINITY };
        if dpi < self.printer.image_dpi - 0.5 {
            self.found(Kind::Picture, -dpi, || format!("{} has {dpi:.0} pixels an inch", named()));
        }
        let stays = match self.printer.inks {
            Inks::Rgb => false,
            Inks::Black => self.press.grey(raster).is_none(),
            Inks::Cmyk => raster.dynamic().color().has_color(),
        };
        if stays {
            self.found(Kind::Colour, 0.0, named);
        }
    }
}

/// How much larger a transformation makes things.
fn scale(at: Transform) -> f64 {
    (at.sx.get() * at.sy.get() - at.kx.get() * at.ky.get()).abs().sqrt()
}

/// The first words of a text.
fn shortened(text: &str) -> String {
    let text = text.trim().replace('\u{a0}', " ");
    match text.char_indices().nth(NAMED) {
        Some((end, _)) => format!("{} ...", text[..end].trim_end()),
        None => text,
    }
}

/// "page 3", "pages 3, 5 and 7 to 12".
fn page_list(pages: &[usize]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|a, b| a + 1 == *b)
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![format!("{first} to {last}")],
            run => run.iter().map(usize::to_string).collect(),
        })
        .collect();
    let word = if pages.len() == 1 { "page" } else { "pages" };
    match runs.split_last() {
        Some((last, [])) => format!("{word} {last}"),
        Some((last, others)) if others.len() < 6 => format!("{word} {} and {last}", others.join(", ")),
        Some(_) => format!("{} pages, the first of them {}", pages.len(), pages[0]),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::page_list;

    #[test]
    fn pages_are_listed_in_words() {
        assert_eq!(page_list(&[3]), "page 3");
        assert_eq!(page_list(&[3, 4]), "pages 3 and 4");
        assert_eq!(page_list(&[3, 5, 7, 8, 9]), "pages 3, 5 and 7 to 9");
        assert_eq!(page_list(&[1, 3, 5, 7, 9, 11, 13, 15]), "8 pages, the first of them 1");
    }
}
