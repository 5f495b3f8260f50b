//! A few listings on one sheet, for `fingerpost shortlist`.

use super::making::{self, Failed};
use super::{Judged, Stopped};
use crate::catalogue::Catalogue;
use crate::issue::Issue;
use crate::model::Month;
use crate::render::booklet;
use crate::view::Views;
use crate::view::shortlist::{Wanted, shortlist};

/// A sheet that was made.
#[derive(Debug)]
pub struct Sheet {
    /// The month it is from.
    pub month: Month,
    /// How many listings are on it.
    pub listings: usize,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// Lays out the sheet for what is wanted.
pub(super) fn sheet(judged: Judged, wanted: &Wanted) -> Result<Sheet, Failed> {
    let Judged { checked, theme, fonts, .. } = judged;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let views = Views::new(&issue, making::worded(&theme, &catalogue.content().project));
    let view = shortlist(&issue, &views, wanted).map_err(Stopped::Unmet)?;
    Ok(Sheet { month: issue.month(), listings: view.entries.len(), pdf: booklet::shortlist(&view, &theme, &fonts)? })
}
