//! The closed rich-text tree as both template languages see it.

use serde::Serialize;

/// One block of text. A paragraph without any emphasis or link is a single string, because the walk
/// from tree to page costs per node.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A paragraph.
    P { runs: Vec<RunView> },
    /// A heading inside a page; level 2 or 3.
    Heading { level: u8, text: String },
    /// A bulleted list.
    Ul { items: Vec<Vec<RunView>> },
    /// A numbered list.
    Ol { items: Vec<Vec<RunView>> },
}

/// A stretch of text in one style. `{"text": "..."}`, with `strong: true` or `href` where they apply;
/// `{"text": "\n"}` is a line break.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RunView {
    /// The words.
    pub text: String,
    /// Whether they are set apart (both `*x*` and `**x**`: the booklet has no italics).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Where the words lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}
