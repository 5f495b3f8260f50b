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

/// The text without characters that no reader can see and that could turn a line round or hide words:
/// controls other than the line feed, bidirectional overrides and isolates (Unicode TR 36), zero-width marks
/// and tags. Rules report them; where a project lowers those rules, they still never reach a page.
pub fn visible(text: &str) -> String {
    let hidden = |c: char| {
        c != '\n' && c.is_control()
            || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !hidden(*c)).collect()
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
