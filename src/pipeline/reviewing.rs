//! What is due before an issue, for the publisher's own people.

use std::collections::BTreeMap;

use super::making::{self, Failed};
use super::{Project, Reviewed};
use crate::catalogue::Catalogue;
use crate::issue::{self, Issue};
use crate::model::Month;
use crate::render::review::{self, Form};
use crate::render::{self, booklet, letters, report};
use crate::view::asking::{self, Wanted};
use crate::view::review::{Grouping, review as worded};
use crate::view::{Views, ledger, messages};

/// What to look for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The month; none for the newest issue.
    pub month: Option<Month>,
    /// How the rows are put together.
    pub grouping: Grouping,
    /// How many weeks before its end insurance is asked about.
    pub weeks: u8,
    /// The report's form.
    pub form: Form,
    /// Whether the report is wanted as a workbook too.
    pub workbook: bool,
    /// Which letters are wanted; none for no letters.
    pub letters: Option<Wanted>,
}

/// A review in the forms that were asked for.
#[derive(Debug)]
pub struct Review {
    /// The report.
    pub report: String,
    /// The workbook, when it was asked for.
    pub workbook: Option<Vec<u8>>,
    /// Letters, messages and telephone list, when they were asked for.
    pub post: Option<Post>,
}

/// What goes out to providers.
#[derive(Debug, Default)]
pub struct Post {
    /// The files by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many letters there are.
    pub letters: usize,
    /// Ids of those without a postal address.
    pub unaddressed: Vec<String>,
    /// How many messages.
    pub messages: usize,
    /// How many can only be rung.
    pub calls: usize,
    /// Whether the publisher has an address to answer to; without one there are no messages.
    pub answerable: bool,
}

/// Makes the report, and what else is wanted.
pub(super) fn review(judged: Reviewed, asked: &Asked) -> Result<Review, Failed> {
    let Reviewed { checked: (checked, office), theme, fonts, .. } = judged;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let due = issue::due(&issue, asked.weeks);
    let view = worded(&issue, &office, &due, asked.grouping);
    let workbook = if asked.workbook { Some(review::workbook(&view)?) } else { None };
    let report = review::review(&view, asked.form)?;
    let Some(wanted) = asked.letters else { return Ok(Review { report, workbook, post: None }) };
    let views = Views::new(&issue, making::worded(&theme, &catalogue.content().project));
    let post = asking::letters(&issue, &views, &office, &due, wanted);
    let messages = messages::messages(&issue, &post);
    let book = asking::entry_book(&issue, &views);
    let mut files: BTreeMap<String, Vec<u8>> = booklet::letters(&post, &book, &theme, &fonts)?.into_iter().collect();
    for message in &messages {
        files.extend([letters::message(message)?]);
    }
    if !post.calls.is_empty() {
        files.insert("phone-list.csv".to_owned(), letters::phone_list(&post)?);
    }
    let post = Post {
        files,
        letters: post.letters.len(),
        unaddressed: post.letters.iter().filter(|letter| !letter.posted).map(|letter| letter.id.clone()).collect(),
        messages: messages.len(),
        calls: post.calls.len(),
        answerable: post.paper.publisher.email.is_some(),
    };
    Ok(Review { report, workbook, post: Some(post) })
}

/// Who may be published where, on what ground and until when.
pub(super) fn ledger(judged: Reviewed, form: report::Form) -> Result<String, Failed> {
    let Reviewed { checked: (checked, office), theme, .. } = judged;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let words = making::worded(&theme, &catalogue.content().project).words;
    Ok(render::ledger::ledger(&ledger::ledger(&issue, &office, words), form, &theme)?)
}

/// Where files for the publisher alone may not go.
pub fn kept_apart(project: &Project) -> crate::publish::Apart<'_> {
    crate::publish::Apart { root: &project.root, output: &project.output }
}
