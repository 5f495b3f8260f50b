//! Reports about an issue that are not part of it: what has changed, and where it is thin.

use super::making::{self, Failed};
use super::{Judged, Stopped};
use crate::catalogue::Catalogue;
use crate::issue::{Coverage, Issue};
use crate::model::Month;
use crate::render::bulletin::{self, BulletinView, Form};
use crate::render::report;
use crate::view::changes::changes_for_web;
use crate::view::{self, Views, words};

/// Compares the issue with that of `since`, or with the last one that was closed before it.
pub(super) fn changes(judged: Judged, since: Option<Month>, form: Form) -> Result<String, Failed> {
    let Judged { checked, theme, .. } = judged;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let content = catalogue.content();
    let compared = match since {
        Some(month) => issue.changes_since(month),
        None => issue.changes().cloned(),
    };
    let compared = compared.ok_or_else(|| {
        let known: Vec<String> = content.records.keys().map(Month::to_string).collect();
        Stopped::NotClosed { month: since.unwrap_or_else(|| issue.month().previous()), known: known.join(", ") }
    })?;
    let project = &content.project;
    let views = Views::new(&issue, making::worded(&theme, project));
    let view = BulletinView {
        title: words::typeset(&project.title),
        month: issue.month().title(),
        base_url: project.base_url.as_str().to_owned(),
        lang: project.lang.clone(),
        publisher: words::typeset(&project.publisher.name),
        changes: changes_for_web(&issue, &views, &compared),
        words: views.words,
    };
    Ok(bulletin::bulletin(&view, form, &theme)?)
}

/// Where the directory is thin.
pub(super) fn coverage(judged: Judged, form: report::Form) -> Result<String, Failed> {
    let Judged { checked, theme, .. } = judged;
    let catalogue = Catalogue::new(checked);
    let issue = Issue::plan(&catalogue);
    let words = making::worded(&theme, &catalogue.content().project).words;
    let view = view::coverage::coverage(&issue, &Coverage::of(&issue), words);
    Ok(report::coverage(&view, form, &theme)?)
}
