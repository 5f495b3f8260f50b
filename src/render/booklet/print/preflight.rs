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
use super::words::{page_list, shortened};
use crate::view::printer::{Arrangement, Cover, Inks, Printer};

/// The most pages that staples hold together.
const STAPLED: usize = 48;
/// Lengths that nobody can measure: a hundredth of a millimetre, a thousandth of a point.
const SLACK_MM: f64 = 0.01;
const SLACK_PT: f64 = 0.001;
/// What comes as near to the edge as this, in millimetres, is meant to reach it.
const AT_EDGE: f64 = 0.1;

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
    Bleed,
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
        let creep = self.creep(printer);
        let mut look = Look {
            printer,
            press: self.press(printer),
            found: BTreeMap::new(),
            page: 0,
            size: Size::default(),
            creep: 0.0,
            is_clipped: false,
        };
        for (at, page) in self.document.pages().iter().enumerate() {
            (look.page, look.size, look.creep) = (at + 1, page.frame.size(), creep.get(at).copied().unwrap_or_default());
            if let Some(fill) = page.fill_or_transparent() {
                look.paint(&fill, || "the page itself".to_owned());
            }
            look.frame(&page.frame, Transform::identity());
        }
        let mut faults = self.counts(printer);
        faults.extend(look.found.iter().map(|(kind, found)| fault(*kind, found, printer)));
        faults
    }

    /// How far each page is moved towards the fold, in millimetres.
    fn creep(&self, printer: &Printer) -> Vec<f64> {
        if printer.pages != Arrangement::Imposed || self.is_letter() {
            return Vec::new();
        }
        let leaves = impose::padded(self.pages(), self.unit()).len();
        let mut creep = vec![0.0; leaves];
        for side in impose::saddle(leaves, printer.signature, printer.flip) {
            #[allow(clippy::cast_precision_loss, reason = "a gathering has a few dozen sheets")]
            let moved = printer.paper_thickness * side.sheets_outside as f64;
            side.pages.iter().filter_map(|page| page.checked_sub(1)).for_each(|at| creep[at] = moved);
        }
        // Pages for notes come before the back cover: it alone gets another number, and it lies outside.
        creep.truncate(self.pages());
        creep.last_mut().into_iter().for_each(|last| *last = 0.0);
        creep
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
        Kind::Bleed => (
            format!("something ends at the trim, and should go on for {} mm on {pages}", printer.bleed),
            "let it reach 5 mm beyond the edge in the theme, as the tabs of the default theme do",
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
    /// How far the page is moved towards the fold, in millimetres.
    creep: f64,
    /// Whether what is looked at is cut off by something around it.
    is_clipped: bool,
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
                FrameItem::Group(group) => {
                    let outside = self.is_clipped;
                    self.is_clipped |= group.clip.is_some();
                    self.frame(&group.frame, at.pre_concat(group.transform));
                    self.is_clipped = outside;
                }
                FrameItem::Text(text) => self.text(text, at),
                FrameItem::Shape(shape, _) => {
                    if let Some(fill) = &shape.fill {
                        self.paint(fill, || "an area".to_owned());
                        // Typst fills the border of one side of a box as an area of its thickness.
                        let bbox = shape.geometry.bbox(None);
                        let size = bbox.size();
                        self.thickness(size.x.min(size.y), at, || "a line".to_owned());
                        self.bleed([bbox.min, bbox.max], at, "an area");
                    }
                    if let Some(stroke) = &shape.stroke {
                        self.stroke(stroke, at, || "a line".to_owned());
                    }
                }
                FrameItem::Image(image, size, _) => {
                    self.bleed([Point::zero(), size.to_point()], at, "a picture");
                    self.image(image, *size, at);
                }
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
            self.found(Kind::Margin, -distance, || format!("{} is {distance:.1} mm from the {edge}", named()));
        }
    }

    fn safe(&self) -> f64 {
        self.printer.safe - SLACK_MM
    }

    /// How near a box comes to an edge of the page, in millimetres, and to which. A page that moves towards the fold
    /// comes nearer to it by so much.
    fn distance(&self, shape: [Point; 2], at: Transform) -> (f64, &'static str) {
        let [left, right, upper, lower] = self.distances(shape, at);
        let (left, right) = match (self.creep > 0.0, self.page % 2 == 1) {
            (true, true) => ((left - self.creep, "fold"), (right, "right edge")),
            (true, false) => ((left, "left edge"), (right - self.creep, "fold")),
            (false, _) => ((left, "left edge"), (right, "right edge")),
        };
        let all = [left, right, (upper, "upper edge"), (lower, "lower edge")];
        all.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::INFINITY, ""))
    }

    /// How far a box is from the left, right, upper and lower edge, in millimetres; less than nothing beyond it.
    fn distances(&self, [a, b]: [Point; 2], at: Transform) -> [f64; 4] {
        let corners = [a, b, Point::new(a.x, b.y), Point::new(b.x, a.y)].map(|corner| corner.transform(at));
        let least = |of: &dyn Fn(&Point) -> Abs| corners.iter().map(of).min().unwrap_or_default().to_mm();
        [
            least(&|corner| corner.x),
            least(&|corner| self.size.x - corner.x),
            least(&|corner| corner.y),
            least(&|corner| self.size.y - corner.y),
        ]
    }

    /// What reaches the edge must go on beyond it, or a cut that is a little off leaves a white line.
    fn bleed(&mut self, shape: [Point; 2], at: Transform, what: &str) {
        if self.printer.bleed <= 0.0 || self.is_clipped {
            return;
        }
        let short = self.distances(shape, at).into_iter().find(|distance| (SLACK_MM - self.printer.bleed..AT_EDGE).contains(distance));
        if let Some(distance) = short {
            let beyond = 0.0 - distance.min(0.0);
            self.found(Kind::Bleed, -beyond, || format!("{what} goes on for {beyond:.1} mm"));
        }
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
