//! One file a rule: what it is, and beside it (`.md`) why, with a wrong and a right example.
//!
//! To add one: copy the two files of `phone_number`, name it such that "allow <name>" reads well, add it
//! below in name order. The examples run as tests; `fingerpost explain <name>` prints the `.md`.

use super::registry::{Check, Rule};

mod elsewhere;
mod phone_number;

/// Every rule, in name order.
pub(super) const ALL: &[&Rule] = &[
    &elsewhere::ENCODING,
    &elsewhere::FILE_TOO_LONG,
    &elsewhere::MISSING_FILE,
    &elsewhere::MISSING_KEY,
    &elsewhere::NO_ISSUE,
    &elsewhere::ODD_FILE,
    &phone_number::RULE,
    &elsewhere::THEME,
    &elsewhere::TOML_SYNTAX,
    &elsewhere::UNKNOWN_KEY,
    &elsewhere::UNKNOWN_VALUE,
    &elsewhere::WRONG_TYPE,
];
