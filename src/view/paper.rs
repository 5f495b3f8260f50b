//! What every paper beside the booklets says of itself: the run sheet, letters, a shortlist.

use serde::Serialize;
use serde_json::{Map, Value};

use super::CONTRACT;
use super::booklet::PublisherView;
use super::build::{Views, publisher};
use super::words::typeset;
use crate::issue::Issue;

/// The part that is the same in the data of every paper.
#[derive(Debug, Clone, Serialize)]
pub struct PaperView {
    /// The view contract's number.
    pub contract: u32,
    /// `en-GB`.
    pub lang: String,
    /// "Local help near you".
    pub title: String,
    /// "December 2026".
    pub month: String,
    /// `2026-12`.
    pub month_id: String,
    /// The month before, whose copies are taken away: "November 2026".
    pub previous: String,
    /// The issue date, `2026-12-01`, for the documents' metadata.
    pub date: String,
    /// Who publishes it.
    pub publisher: PublisherView,
    /// Font families of the theme.
    pub fonts: Map<String, Value>,
    /// Fixed words of the theme, by key: those of the run sheet begin with `run_`, of a shortlist with `list_`, of letters
    /// with `letter_`, of the telephone list with `calls_`.
    pub words: Map<String, Value>,
    /// Colours of the theme and the project, by key.
    pub colours: Map<String, Value>,
}

impl PaperView {
    pub(super) fn new(issue: &Issue<'_>, views: &Views) -> PaperView {
        let project = &issue.catalogue().content().project;
        PaperView {
            contract: CONTRACT,
            lang: project.lang.clone(),
            title: typeset(&project.title),
            month: issue.month().title(),
            month_id: issue.month().to_string(),
            previous: issue.month().previous().title(),
            date: issue.date().to_string(),
            publisher: publisher(project),
            fonts: views.fonts.clone(),
            words: views.words.clone(),
            colours: views.colours.clone(),
        }
    }
}
