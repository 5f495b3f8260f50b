//! One file a rule: what it is, and beside it (`.md`) why, with a wrong and a right example.
//!
//! To add one: copy the two files of `phone_number`, name it such that "allow <name>" reads well, add it
//! below in name order. The examples run as tests; `fingerpost explain <name>` prints the `.md`.

use super::registry::{Check, Rule};

mod alert_until;
mod approved_words;
mod base_url;
mod bidi_control;
mod colour;
mod control_character;
mod crowded_category;
mod description_length;
mod duplicate_entry;
mod duplicate_id;
mod duplicate_page;
mod easy_words;
mod edition;
mod elsewhere;
mod file_name;
mod image_alt;
mod image_file;
mod image_missing;
mod image_size;
mod image_small;
mod image_unused;
mod invisible_character;
mod issue_date;
mod link_scheme;
mod listing_folder;
mod listing_id;
mod long_sentence;
mod missing_website;
mod name_capitals;
mod name_length;
mod name_without_letters;
mod near_duplicate;
mod no_endorsement_page;
mod numbers_checked;
mod page_id;
mod phone_number;
mod pictures;
mod policy;
mod prose_structure;
mod raw_html;
mod rule_levels;
mod shared_phone;
mod shouting;
mod slugs;
mod summary_length;
mod summary_repeats_name;
mod unknown_highlight;
mod unknown_neighbour;
mod unknown_outlet_entry;
mod unprintable_character;
mod unused_entry;
mod vocabulary_id;
mod wording;

/// Every rule, in name order.
pub(super) const ALL: &[&Rule] = &[
    &alert_until::RULE,
    &approved_words::RULE,
    &base_url::RULE,
    &bidi_control::RULE,
    &colour::RULE,
    &control_character::RULE,
    &crowded_category::RULE,
    &description_length::RULE,
    &duplicate_entry::RULE,
    &duplicate_id::RULE,
    &duplicate_page::RULE,
    &easy_words::RULE,
    &edition::RULE,
    &elsewhere::ENCODING,
    &file_name::RULE,
    &elsewhere::FILE_TOO_LONG,
    &image_alt::RULE,
    &image_file::RULE,
    &image_missing::RULE,
    &image_size::RULE,
    &image_small::RULE,
    &image_unused::RULE,
    &invisible_character::RULE,
    &issue_date::RULE,
    &link_scheme::RULE,
    &listing_folder::RULE,
    &listing_id::RULE,
    &long_sentence::RULE,
    &elsewhere::MISSING_FILE,
    &elsewhere::MISSING_KEY,
    &missing_website::RULE,
    &name_capitals::RULE,
    &name_length::RULE,
    &name_without_letters::RULE,
    &near_duplicate::RULE,
    &no_endorsement_page::RULE,
    &elsewhere::NO_ISSUE,
    &numbers_checked::RULE,
    &elsewhere::ODD_FILE,
    &page_id::RULE,
    &phone_number::RULE,
    &policy::RULE,
    &prose_structure::RULE,
    &raw_html::RULE,
    &rule_levels::RULE,
    &shared_phone::RULE,
    &shouting::RULE,
    &summary_length::RULE,
    &summary_repeats_name::RULE,
    &elsewhere::THEME,
    &elsewhere::TOML_SYNTAX,
    &unknown_highlight::RULE,
    &elsewhere::UNKNOWN_KEY,
    &unknown_neighbour::RULE,
    &unknown_outlet_entry::RULE,
    &elsewhere::UNKNOWN_VALUE,
    &unprintable_character::RULE,
    &unused_entry::RULE,
    &vocabulary_id::RULE,
    &elsewhere::WRONG_TYPE,
];
