//! What has changed since an earlier issue, as a bulletin.

use super::making::{self, Failed};
use super::{Judged, Stopped};
use crate::catalogue::Catalogue;
use crate::issue::Issue;
use crate::model::Month;
use crate::render::bulletin::{self, BulletinView, Form};
use crate::view::changes::changes_for_web;
use crate::view::{Views, words};

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
