//! The closed rich-text tree as both template languages see it.

use serde::Serialize;

/// One block of text. Words in one style are one run, because the walk from tree to page costs per node.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum BlockView {
    /// A paragraph.
    P {
        /// Its words.
        runs: Vec<RunView>,
    },
    /// A heading inside a page; level 2 or 3.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A bulleted list.
    Ul {
        /// The words of each item.
        items: Vec<Vec<RunView>>,
    },
    /// A numbered list.
    Ol {
        /// The words of each item.
        items: Vec<Vec<RunView>>,
    },
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

impl BlockView {
    /// How many bytes its words have.
    pub(super) fn len(&self) -> usize {
        let runs = |runs: &[RunView]| runs.iter().map(|run| run.text.len()).sum::<usize>();
        match self {
            BlockView::P { runs: words } => runs(words),
            BlockView::Heading { text, .. } => text.len(),
            BlockView::Ul { items } | BlockView::Ol { items } => items.iter().map(|item| runs(item)).sum(),
        }
    }
}
