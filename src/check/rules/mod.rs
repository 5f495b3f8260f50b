//! One file a rule: what it is, and beside it (`.md`) why, with a wrong and a right example.
//!
//! To add one: copy the two files of `phone_number`, name it such that `allow <name>` reads well, add it
//! below in name order. The examples run as tests; `fingerpost explain <name>` prints the `.md`.

use super::registry::{Check, Rule};

mod ages;
mod alert_until;
mod approved_words;
mod archived_withdrawal;
mod area_wide_with_localities;
mod base_url;
mod bidi_control;
mod cancelled_holiday;
mod charity_number;
mod closure_order;
mod colour;
mod consent;
mod consent_expired;
mod consent_review;
mod consent_withdrawn;
mod contrast;
mod control_character;
mod cost_amount;
mod cost_needed;
mod county;
mod cqc_provider;
mod cqc_workers;
mod crowded_category;
mod days_of_month;
mod dbs_old;
mod description_length;
mod do_not_relist;
mod duplicate_entry;
mod duplicate_holiday;
mod duplicate_id;
mod duplicate_page;
mod easy_words;
mod edition;
mod elsewhere;
mod email_address;
mod empty_cost;
mod every_needs_starting;
mod fictional_number;
mod file_name;
mod food_registration;
mod free_and_cost;
mod future_date;
mod image_alt;
mod image_file;
mod image_missing;
mod image_size;
mod image_small;
mod image_unused;
mod in_home_evidence;
mod in_home_unsaid;
mod insurance_amount;
mod insurance_lapsed;
mod invisible_character;
mod issue_date;
mod link_scheme;
mod listing_folder;
mod listing_id;
mod long_sentence;
mod masked_address;
mod missing_website;
mod month_not_closed;
mod name_capitals;
mod name_length;
mod name_without_letters;
mod near_duplicate;
mod never_occurs;
mod no_contact;
mod no_endorsement_page;
mod no_locality;
mod nth_week;
mod numbers_checked;
mod organisation_number;
mod outlet_number;
mod overlapping_sessions;
mod page_id;
mod personal_care_cqc;
mod phone_number;
mod pictures;
mod policy;
mod postcode;
mod postcode_district;
mod printer;
mod private_details;
mod prose_structure;
mod public_texts;
mod raw_html;
mod review_due;
mod review_overdue;
mod rrule;
mod rule_levels;
mod session_days;
mod session_end;
mod session_exceptions;
mod session_over;
mod session_run;
mod session_venue;
mod shared_phone;
mod shouting;
mod slugs;
mod summary_length;
mod summary_repeats_name;
mod term_dates;
mod third_party_source;
mod time_of_day;
mod too_many_categories;
mod unknown_category;
mod unknown_highlight;
mod unknown_locality;
mod unknown_neighbour;
mod unknown_outlet_entry;
mod unknown_venue;
mod unprintable_character;
mod unused_entry;
mod updater_details;
mod venue_address;
mod venue_needed;
mod vocabulary_id;
mod web_address;
mod wording;
mod workers;

/// Every rule, in name order.
pub(super) const ALL: &[&Rule] = &[
    &ages::RULE,
    &alert_until::RULE,
    &approved_words::RULE,
    &archived_withdrawal::RULE,
    &area_wide_with_localities::RULE,
    &base_url::RULE,
    &bidi_control::RULE,
    &cancelled_holiday::RULE,
    &charity_number::RULE,
    &elsewhere::CLOSED_ISSUE,
    &closure_order::RULE,
    &colour::RULE,
    &consent::RULE,
    &consent_expired::RULE,
    &consent_review::RULE,
    &consent_withdrawn::RULE,
    &contrast::RULE,
    &control_character::RULE,
    &cost_amount::RULE,
    &cost_needed::RULE,
    &county::RULE,
    &cqc_provider::RULE,
    &cqc_workers::RULE,
    &crowded_category::RULE,
    &days_of_month::RULE,
    &dbs_old::RULE,
    &description_length::RULE,
    &do_not_relist::RULE,
    &duplicate_entry::RULE,
    &duplicate_holiday::RULE,
    &duplicate_id::RULE,
    &duplicate_page::RULE,
    &easy_words::RULE,
    &edition::RULE,
    &email_address::RULE,
    &empty_cost::RULE,
    &elsewhere::ENCODING,
    &every_needs_starting::RULE,
    &fictional_number::RULE,
    &file_name::RULE,
    &elsewhere::FILE_TOO_LONG,
    &food_registration::RULE,
    &free_and_cost::RULE,
    &future_date::RULE,
    &image_alt::RULE,
    &image_file::RULE,
    &image_missing::RULE,
    &image_size::RULE,
    &image_small::RULE,
    &image_unused::RULE,
    &elsewhere::IMPOSSIBLE_DATE,
    &in_home_evidence::RULE,
    &in_home_unsaid::RULE,
    &insurance_amount::RULE,
    &insurance_lapsed::RULE,
    &invisible_character::RULE,
    &issue_date::RULE,
    &elsewhere::ISSUE_RECORD,
    &link_scheme::RULE,
    &listing_folder::RULE,
    &listing_id::RULE,
    &long_sentence::RULE,
    &masked_address::RULE,
    &elsewhere::MISSING_FILE,
    &elsewhere::MISSING_KEY,
    &missing_website::RULE,
    &month_not_closed::RULE,
    &name_capitals::RULE,
    &name_length::RULE,
    &name_without_letters::RULE,
    &near_duplicate::RULE,
    &never_occurs::RULE,
    &no_contact::RULE,
    &no_endorsement_page::RULE,
    &elsewhere::NO_ISSUE,
    &no_locality::RULE,
    &nth_week::RULE,
    &numbers_checked::RULE,
    &elsewhere::ODD_FILE,
    &organisation_number::RULE,
    &outlet_number::RULE,
    &overlapping_sessions::RULE,
    &elsewhere::PAGE_BUDGET,
    &page_id::RULE,
    &personal_care_cqc::RULE,
    &phone_number::RULE,
    &policy::RULE,
    &postcode::RULE,
    &postcode_district::RULE,
    &elsewhere::PREFLIGHT,
    &printer::RULE,
    &private_details::RULE,
    &prose_structure::RULE,
    &raw_html::RULE,
    &review_due::RULE,
    &review_overdue::RULE,
    &rrule::RULE,
    &rule_levels::RULE,
    &session_days::RULE,
    &session_end::RULE,
    &session_exceptions::RULE,
    &session_over::RULE,
    &session_run::RULE,
    &session_venue::RULE,
    &shared_phone::RULE,
    &shouting::RULE,
    &summary_length::RULE,
    &summary_repeats_name::RULE,
    &term_dates::RULE,
    &elsewhere::THEME,
    &third_party_source::RULE,
    &time_of_day::RULE,
    &elsewhere::TOML_SYNTAX,
    &too_many_categories::RULE,
    &unknown_category::RULE,
    &unknown_highlight::RULE,
    &elsewhere::UNKNOWN_KEY,
    &unknown_locality::RULE,
    &unknown_neighbour::RULE,
    &unknown_outlet_entry::RULE,
    &elsewhere::UNKNOWN_VALUE,
    &unknown_venue::RULE,
    &unprintable_character::RULE,
    &unused_entry::RULE,
    &updater_details::RULE,
    &venue_address::RULE,
    &venue_needed::RULE,
    &vocabulary_id::RULE,
    &elsewhere::VOLUME_PAGES,
    &web_address::RULE,
    &workers::RULE,
    &elsewhere::WRONG_TYPE,
];
