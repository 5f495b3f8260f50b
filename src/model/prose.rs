//! A small closed tree for text with a little structure: what a description may contain, and nothing else.

/// A text: blocks in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// One block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A heading inside a page: level 2 or 3.
    Heading(u8, String),
    /// A bulleted list; each item is one paragraph.
    Bullets(Vec<Vec<Run>>),
    /// A numbered list.
    Numbers(Vec<Vec<Run>>),
}

/// A stretch of text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The words; a line feed is a line break.
    pub text: String,
    /// Whether they are set apart.
    pub strong: bool,
    /// Where they lead; only `https:`, `http:`, `mailto:` and `tel:` addresses.
    pub href: Option<String>,
}

impl Prose {
    /// The words alone, a line for each block or item.
    pub fn plain(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(runs) => lines.push(plain(runs)),
                Block::Heading(_, text) => lines.push(text.clone()),
                Block::Bullets(items) | Block::Numbers(items) => lines.extend(items.iter().map(|item| plain(item))),
            }
        }
        lines.join("\n")
    }
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
