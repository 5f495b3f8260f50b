//! All rules by name.

use super::{Subject, Whole, rules};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::source::Span;

/// How a rule looks at the content.
#[derive(Clone, Copy)]
pub enum Check {
    /// At one listing at a time.
    Each(fn(&Subject<'_>, &mut Diagnostics)),
    /// At everything together.
    All(fn(&Whole<'_>, &mut Diagnostics)),
    /// Not at all: `load` or a later room reports it, and here it is only explained.
    Elsewhere,
}

/// One thing that can be wrong, with its explanation.
pub struct Rule {
    /// Its name, such that `allow <name>` reads well: `phone-number`.
    pub name: &'static str,
    /// How serious it is unless the project says otherwise.
    pub level: Level,
    /// Whether it protects people, so that no project may lower it.
    pub fixed: bool,
    /// What it is, why it matters, and examples that run as tests (Markdown).
    pub explain: &'static str,
    /// How it looks.
    pub check: Check,
}

impl Rule {
    /// A finding of this rule.
    pub fn at(&self, span: Span, title: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.name, self.level, span, title)
    }
}

/// Every rule, in name order.
pub const RULES: &[&Rule] = rules::ALL;

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name).copied()
}

/// The rule whose name comes nearest to a misspelt one.
pub fn nearest(name: &str) -> Option<&'static str> {
    crate::load::nearest(name, RULES.iter().map(|rule| rule.name))
}
