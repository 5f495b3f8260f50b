//! Rules that `load` and the renderers report themselves; here they only get their explanations.

use super::{Check, Rule};
use crate::diag::Level;

macro_rules! elsewhere {
    ($($constant:ident $name:literal $level:ident $file:literal;)+) => {
        $(pub(super) const $constant: Rule = Rule {
            name: $name,
            level: Level::$level,
            fixed: true,
            explain: include_str!($file),
            check: Check::Elsewhere,
        };)+
    };
}

elsewhere! {
    ENCODING "encoding" Error "encoding.md";
    FILE_TOO_LONG "file-too-long" Error "file_too_long.md";
    IMPOSSIBLE_DATE "impossible-date" Error "impossible_date.md";
    MISSING_FILE "missing-file" Error "missing_file.md";
    MISSING_KEY "missing-key" Error "missing_key.md";
    NO_ISSUE "no-issue" Error "no_issue.md";
    ODD_FILE "odd-file" Warning "odd_file.md";
    THEME "theme" Error "theme.md";
    TOML_SYNTAX "toml-syntax" Error "toml_syntax.md";
    UNKNOWN_KEY "unknown-key" Error "unknown_key.md";
    UNKNOWN_VALUE "unknown-value" Error "unknown_value.md";
    WRONG_TYPE "wrong-type" Error "wrong_type.md";
}
