//! Flat, worded, serialisable pictures of an issue for the two template languages.
//!
//! Templates never see `model` types, so these structs are a contract with themes: numbered
//! ([`CONTRACT`]), and held by a snapshot test. All wording is here ([`words`], `sessions`, `facts`),
//! so that booklet and site cannot say different things.

pub mod asking;
mod body;
pub mod booklet;
mod build;
mod calendar;
pub mod changes;
mod code;
pub mod coverage;
pub mod days;
pub mod downloads;
mod edition;
pub mod events;
mod evidence;
mod facts;
mod filters;
pub mod finder;
mod gathered;
pub mod glance;
pub mod ledger;
mod letters;
pub mod listing;
pub mod lists;
pub mod messages;
pub mod news;
mod pages;
pub mod paging;
pub mod paper;
pub mod paperwork;
pub(crate) mod pictures;
pub mod plain;
pub mod prose;
pub mod review;
pub mod said;
mod search;
mod sessions;
pub mod shortlist;
mod shown;
mod similar;
pub mod site;
mod structured;
pub mod told;
pub mod weeks;
pub mod words;

pub use build::{Values, Views};
pub use edition::{Volume, booklet, lists, runs, sizes};
pub use events::calendars;
pub use pages::site;
pub use paperwork::paperwork;
pub use shown::Shown;

/// A printer profile is plain data that needs no wording, so the renderers get it as the project has it. They take it
/// from here, because they see views and never the model.
pub use crate::model::printer;

/// The number of the contract between these views and themes; it grows when a field changes its meaning or goes.
pub const CONTRACT: u32 = 1;
