//! Where the pages of an edition go, and which of them are the nearest to be saved.

use rayon::prelude::*;

use super::editions::{self, Press};
use super::making::{self, Failed};
use super::{BuildOptions, Judged, volumes};
use crate::catalogue::Catalogue;
use crate::issue::Issue;
use crate::model::{EditionSpec, Form, Month, POCKET_PAGES};
use crate::render::RenderError;
use crate::render::booklet::{Fill, Laid};
use crate::view::Views;
use crate::view::words::typeset;

/// The paper of an edition that no printer's profile is for, in grams a square metre.
const USUAL_WEIGHT: f64 = 80.0;

/// Where the pages of an issue's editions go.
#[derive(Debug)]
pub struct Pages {
    /// The month.
    pub month: Month,
    /// The books: an edition each, or a volume of one.
    pub books: Vec<BookPages>,
}

/// Where the pages of a book go.
#[derive(Debug, Clone)]
pub struct BookPages {
    /// The edition's id.
    pub edition: String,
    /// "Booklet".
    pub title: String,
    /// Its number among how many volumes, when the edition has several.
    pub volume: Option<(usize, usize)>,
    /// Its parts in order.
    pub sections: Vec<SectionPages>,
    /// All its pages.
    pub pages: usize,
    /// Its paper, when it is folded and stapled.
    pub paper: Paper,
    /// How many pages its edition has beyond its budget (more than none) or below it, and the budget.
    pub budget: Option<Budget>,
    /// How many more pages a volume may have, for an edition that is split.
    pub volume_pages: Option<usize>,
}

/// What an edition may have, and has.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// The most pages it may have.
    pub most: usize,
    /// The pages of all its volumes.
    pub pages: usize,
}

/// The paper of a copy.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// Sheets of twice the page's size, folded once; a pocket edition is one sheet.
    pub sheets: usize,
    /// Pages that are left empty so that the sheets are full.
    pub blank: usize,
    /// Weight of a copy in grams.
    pub grams: f64,
    /// Weight of the paper in grams a square metre.
    pub weight: f64,
    /// Whether it is folded into pages at all: four to a sheet.
    pub folded: bool,
}

/// A part of a book.
#[derive(Debug, Clone)]
pub struct SectionPages {
    /// Which part.
    pub part: Part,
    /// How many pages.
    pub pages: usize,
    /// What its last page holds.
    pub last: Fill,
    /// How many listings begin on its last page.
    pub last_listings: usize,
    /// Whether its last page only holds what the one before had no room for.
    pub spills: bool,
}

/// Which part of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The cover and the texts after it.
    Front,
    /// The list of contents.
    Contents,
    /// What is new this month.
    New,
    /// The month's calendar.
    Calendar,
    /// A category, by its name.
    Category(String),
    /// The index by place.
    ByPlace,
    /// The index from A to Z.
    AToZ,
    /// Texts after the indexes.
    Back,
    /// The back cover.
    BackCover,
    /// All of a book that is not put together from these.
    Whole,
}

/// Lays the editions that were asked for out, and measures them.
pub(super) fn pages(judged: Judged, options: &BuildOptions) -> Result<Pages, Failed> {
    let Judged { checked, theme, fonts, places } = judged;
    let pictures = making::pictures(&checked, &editions::chosen(&checked.project.editions, &options.editions)?)?;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let project = &catalogue.content().project;
    let views = Views::new(&issue, making::worded(&theme, project));
    let press = Press { issue: &issue, views: &views, pictures: &pictures, theme: &theme, fonts: &fonts, places: &places };
    let wanted = editions::chosen(&project.editions, &options.editions)?;
    let books: Vec<Vec<BookPages>> = wanted.par_iter().map(|spec| edition(&press, spec)).collect::<Result<_, _>>()?;
    Ok(Pages { month: issue.month(), books: books.into_iter().flatten().collect() })
}

fn edition(press: &Press<'_>, spec: &EditionSpec) -> Result<Vec<BookPages>, RenderError> {
    let laid = volumes::split(press, spec)?.laid;
    let pages = laid.iter().map(Laid::pages).sum();
    let printers = &press.issue.catalogue().content().project.printers;
    let weight = printers.iter().find(|printer| printer.editions.contains(&spec.id)).map_or(USUAL_WEIGHT, |printer| printer.paper_weight);
    let most = spec.budget.or((spec.form == Form::Pocket).then_some(POCKET_PAGES));
    let book = |(at, one): (usize, &Laid<'_>)| BookPages {
        edition: spec.id.to_string(),
        title: typeset(&spec.title),
        volume: (laid.len() > 1).then_some((at + 1, laid.len())),
        sections: sections(press, spec, one),
        pages: one.pages(),
        paper: paper(spec, one.pages(), weight),
        budget: most.map(|most| Budget { most, pages }),
        volume_pages: spec.volume_pages,
    };
    Ok(laid.iter().enumerate().map(book).collect())
}

fn paper(spec: &EditionSpec, pages: usize, weight: f64) -> Paper {
    let folded = spec.form == Form::Booklet;
    let on_sheet = if folded { 4 } else { POCKET_PAGES };
    let sheets = pages.div_ceil(on_sheet);
    let page = spec.paper.width_mm * spec.paper.height_mm / 1_000_000.0;
    // Both sides of the paper hold pages.
    #[expect(clippy::cast_precision_loss, reason = "no count of pages is near 2^52")]
    let area = page * (sheets * on_sheet / 2) as f64;
    Paper { sheets, blank: sheets * on_sheet - pages, grams: area * weight, weight, folded }
}

/// The parts with the page each begins on.
fn starts(press: &Press<'_>, laid: &Laid<'_>) -> Vec<(Part, usize)> {
    let content = press.issue.catalogue().content();
    let mut starts = vec![(Part::Front, 1)];
    let mut add = |part: Part, anchor: &str| starts.extend(laid.page_of(anchor).map(|page| (part, page)));
    add(Part::Contents, "part:contents");
    add(Part::New, "part:new");
    add(Part::Calendar, "part:calendar");
    for category in &content.categories {
        add(Part::Category(typeset(&category.name)), &format!("category-{}", category.id));
    }
    add(Part::ByPlace, "indexes");
    add(Part::AToZ, "part:a-to-z");
    let indexes = laid.page_of("indexes").unwrap_or(laid.pages());
    let back = content.pages.iter().filter_map(|page| laid.page_of(&format!("page:{}", page.id))).filter(|page| *page > indexes).min();
    starts.extend(back.map(|page| (Part::Back, page)));
    if laid.pages() > 1 {
        starts.push((Part::BackCover, laid.pages()));
    }
    starts.sort_by_key(|(_, page)| *page);
    starts
}

fn sections(press: &Press<'_>, spec: &EditionSpec, laid: &Laid<'_>) -> Vec<SectionPages> {
    let fills = laid.fills();
    let starts = match spec.form {
        Form::Booklet => starts(press, laid),
        Form::Pocket => vec![(Part::Whole, 1)],
    };
    let listings = press.issue.catalogue().listings();
    let first_pages: Vec<usize> = listings.iter().filter_map(|listing| laid.page_of(listing.id.as_str())).collect();
    let ids = press.issue.catalogue().content().pages.iter().map(|page| page.id.as_str()).chain(["letter"]);
    let texts: Vec<usize> = ids.filter_map(|id| laid.page_of(&format!("page:{id}"))).collect();
    let ends = starts.iter().skip(1).map(|(_, page)| *page).chain([laid.pages() + 1]);
    let section = |((part, from), to): (&(Part, usize), usize)| {
        let last = to.saturating_sub(1).max(*from);
        SectionPages {
            part: part.clone(),
            pages: to.saturating_sub(*from),
            last: fills.get(last - 1).copied().unwrap_or_default(),
            spills: last > *from && !texts.contains(&last),
            last_listings: first_pages.iter().filter(|page| **page == last).count(),
        }
    };
    starts.iter().zip(ends).map(section).filter(|section| section.pages > 0).collect()
}

impl BookPages {
    /// How many pages are beyond the last sheet that is full.
    pub fn over(&self) -> usize {
        if self.paper.folded { self.pages % 4 } else { 0 }
    }

    /// The parts whose last page holds least, the least first, as far as shortening them could save that page.
    pub fn savings(&self) -> Vec<&SectionPages> {
        let mut parts: Vec<&SectionPages> = self.sections.iter().filter(|section| section.can_shrink()).collect();
        parts.sort_by(|a, b| a.last.used.total_cmp(&b.last.used));
        parts
    }
}

impl SectionPages {
    /// Whether it has a page to lose that holds little.
    fn can_shrink(&self) -> bool {
        self.spills && self.part != Part::Whole && self.last.used < LITTLE
    }
}

/// How full a page may be to be worth naming as one to save.
const LITTLE: f64 = 0.4;
