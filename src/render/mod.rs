//! From views to bytes: HTML, the booklet, open data. Nothing here reads the disk, the clock or the
//! environment, so the same views and theme give the same bytes.

mod artefacts;
pub mod booklet;
pub mod bulletin;
pub mod calendars;
mod feed;
pub mod feeds;
pub mod hosting;
pub mod html;
pub mod ledger;
pub mod letters;
pub mod offline;
pub mod pictures;
pub mod record;
pub mod report;
pub mod review;
pub mod scripts;
pub mod sheet;

pub use artefacts::{ArtefactError, Artefacts, Made, is_below};

use crate::theme::ThemeFault;

/// BLAKE3 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Why nothing came out.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The theme has mistakes.
    #[error("the theme has mistakes")]
    Theme(Vec<ThemeFault>),
    /// Two parts of the build got in each other's way.
    #[error(transparent)]
    Artefact(#[from] ArtefactError),
    /// A picture cannot be decoded though its header is right.
    #[error("the picture content/images/{file} is damaged: {cause}")]
    Picture {
        /// The file below `content/images/`.
        file: String,
        /// What the decoder said.
        cause: String,
    },
    /// Something that should not happen.
    #[error("{0}")]
    Internal(String),
}
