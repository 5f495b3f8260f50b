//! What is due before an issue, for the publisher's own people.

use super::making::Failed;
use super::{Project, Reviewed};
use crate::catalogue::Catalogue;
use crate::issue::{self, Issue};
use crate::model::Month;
use crate::render::review::{self, Form};
use crate::view::review::{Grouping, review as worded};

/// What to look for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The month; none for the newest issue.
    pub month: Option<Month>,
    /// How the rows are put together.
    pub grouping: Grouping,
    /// How many weeks before its end insurance is asked about.
    pub weeks: u8,
}

/// A review in the forms that were asked for.
#[derive(Debug)]
pub struct Review {
    /// The report.
    pub report: String,
    /// The workbook, when it was asked for.
    pub workbook: Option<Vec<u8>>,
}

/// Makes the report; the workbook only when it is wanted.
pub(super) fn review(judged: Reviewed, asked: &Asked, form: Form, workbook: bool) -> Result<Review, Failed> {
    let (checked, office) = judged.checked;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let view = worded(&issue, &office, &issue::due(&issue, asked.weeks), asked.grouping);
    let workbook = if workbook { Some(review::workbook(&view)?) } else { None };
    Ok(Review { report: review::review(&view, form)?, workbook })
}

/// Says where files for the publisher alone may not go.
pub fn kept_apart(project: &Project) -> crate::publish::Apart<'_> {
    crate::publish::Apart { root: &project.root, output: &project.output }
}
