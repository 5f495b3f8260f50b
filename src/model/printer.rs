//! What a copier or a printing firm wants, as `content/booklet.toml` says it (`[[printer]]`).

use super::Slug;
use super::words::words;

words! {
    /// How pages stand in the file.
    Arrangement {
        /// One after the other.
        Single = "single",
        /// Facing pages side by side.
        Spreads = "spreads",
        /// Two on each side of a sheet that is folded and stapled.
        Imposed = "imposed",
    }
}

words! {
    /// Over which edge of the sheet a copier turns for the second side.
    Flip {
        /// The short edge.
        Short = "short-edge",
        /// The long edge.
        Long = "long-edge",
    }
}

words! {
    /// Whether the outer four pages have a file of their own.
    Cover {
        /// One file for all pages.
        SelfCover = "self",
        /// A file for the cover and one for the inside.
        Separate = "separate",
    }
}

words! {
    /// With which inks it is printed.
    Inks {
        /// As on a screen: the copier decides.
        Rgb = "rgb",
        /// One black, tones as tints of it.
        Black = "black",
        /// Process colours; black text is pure black.
        Cmyk = "cmyk",
    }
}

words! {
    /// The PDF version or standard of the file.
    Standard {
        /// PDF 1.4, for old machines.
        V14 = "1.4",
        /// PDF 1.7.
        V17 = "1.7",
        /// PDF/A-2b, with everything embedded.
        A2b = "a-2b",
    }
}

/// A printer profile. Lengths are in millimetres unless they say otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    /// Its id, in file names.
    pub id: Slug,
    /// "Office copier".
    pub title: String,
    /// The editions made for it.
    pub editions: Vec<Slug>,
    /// How pages stand in the file.
    pub pages: Arrangement,
    /// Over which edge the copier turns.
    pub flip: Flip,
    /// Sheets folded together; none for all in one.
    pub signature: Option<usize>,
    /// Thickness of a sheet, for creep; 0.1 is usual for 80 gsm.
    pub paper_thickness: f64,
    /// Weight of the paper in grams a square metre.
    pub paper_weight: f64,
    /// Whether the outer four pages have a file of their own.
    pub cover: Cover,
    /// What is printed beyond the trim on every side.
    pub bleed: f64,
    /// Whether trim marks (or, when imposed, fold and staple marks) are drawn.
    pub marks: bool,
    /// No text nearer to the trim.
    pub safe: f64,
    /// The most pages it can bind.
    pub most_pages: Option<usize>,
    /// Inks.
    pub inks: Inks,
    /// No line thinner than this, in points.
    pub rule_pt: f64,
    /// The least pixels an inch of a picture at its size.
    pub image_dpi: f64,
    /// PDF version or standard.
    pub standard: Standard,
}
