//! Rules that `load` and the renderers report themselves; here they only get their explanations.

use super::{Check, Rule};
use crate::diag::Level;

macro_rules! elsewhere {
    ($($constant:ident $name:literal $level:ident $file:literal $fixed:literal;)+) => {
        $(pub(super) const $constant: Rule = Rule {
            name: $name,
            level: Level::$level,
            fixed: $fixed,
            explain: include_str!($file),
            check: Check::Elsewhere,
        };)+
    };
}

// name, usual level, explanation, and whether `[levels]` may not change it
elsewhere! {
    CLOSED_ISSUE "closed-issue" Error "closed_issue.md" false;
    ENCODING "encoding" Error "encoding.md" true;
    FILE_TOO_LONG "file-too-long" Error "file_too_long.md" true;
    IMPOSSIBLE_DATE "impossible-date" Error "impossible_date.md" true;
    ISSUE_RECORD "issue-record" Error "issue_record.md" true;
    MISSING_FILE "missing-file" Error "missing_file.md" true;
    MISSING_KEY "missing-key" Error "missing_key.md" true;
    NO_ISSUE "no-issue" Error "no_issue.md" true;
    ODD_FILE "odd-file" Warning "odd_file.md" true;
    PAGE_BUDGET "page-budget" Warning "page_budget.md" false;
    PREFLIGHT "preflight" Warning "preflight.md" false;
    THEME "theme" Error "theme.md" true;
    TOML_SYNTAX "toml-syntax" Error "toml_syntax.md" true;
    UNKNOWN_KEY "unknown-key" Error "unknown_key.md" true;
    UNKNOWN_VALUE "unknown-value" Error "unknown_value.md" true;
    VOLUME_PAGES "volume-pages" Warning "volume_pages.md" false;
    WRONG_TYPE "wrong-type" Error "wrong_type.md" true;
}
