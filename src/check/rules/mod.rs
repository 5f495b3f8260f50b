//! One file a rule: what it is, and beside it (`.md`) why, with a wrong and a right example.
//!
//! To add one: copy the two files of `phone_number`, name it such that "allow <name>" reads well, add it
//! below in name order. The examples run as tests; `fingerpost explain <name>` prints the `.md`.

use super::registry::{Check, Rule};

mod ages;
mod area_wide_with_localities;
mod charity_number;
mod closure_order;
mod consent;
mod consent_review;
mod consent_withdrawn;
mod cost_amount;
mod cost_needed;
mod county;
mod cqc_provider;
mod cqc_workers;
mod dbs_old;
mod duplicate_holiday;
mod elsewhere;
mod email_address;
mod empty_cost;
mod every_needs_starting;
mod fictional_number;
mod food_registration;
mod free_and_cost;
mod future_date;
mod in_home_evidence;
mod in_home_unsaid;
mod insurance_amount;
mod insurance_lapsed;
mod masked_address;
mod never_occurs;
mod no_contact;
mod no_locality;
mod nth_week;
mod organisation_number;
mod outlet_number;
mod overlapping_sessions;
mod personal_care_cqc;
mod phone_number;
mod postcode;
mod postcode_district;
mod private_details;
mod public_texts;
mod review_due;
mod review_overdue;
mod session_days;
mod session_end;
mod session_exceptions;
mod session_over;
mod session_run;
mod session_venue;
mod term_dates;
mod third_party_source;
mod time_of_day;
mod too_many_categories;
mod unknown_category;
mod unknown_locality;
mod unknown_venue;
mod venue_address;
mod venue_needed;
mod web_address;
mod workers;

/// Every rule, in name order.
pub(super) const ALL: &[&Rule] = &[
    &ages::RULE,
    &area_wide_with_localities::RULE,
    &charity_number::RULE,
    &closure_order::RULE,
    &consent::RULE,
    &consent_review::RULE,
    &consent_withdrawn::RULE,
    &cost_amount::RULE,
    &cost_needed::RULE,
    &county::RULE,
    &cqc_provider::RULE,
    &cqc_workers::RULE,
    &dbs_old::RULE,
    &duplicate_holiday::RULE,
    &email_address::RULE,
    &empty_cost::RULE,
    &elsewhere::ENCODING,
    &every_needs_starting::RULE,
    &fictional_number::RULE,
    &elsewhere::FILE_TOO_LONG,
    &food_registration::RULE,
    &free_and_cost::RULE,
    &future_date::RULE,
    &elsewhere::IMPOSSIBLE_DATE,
    &in_home_evidence::RULE,
    &in_home_unsaid::RULE,
    &insurance_amount::RULE,
    &insurance_lapsed::RULE,
    &masked_address::RULE,
    &elsewhere::MISSING_FILE,
    &elsewhere::MISSING_KEY,
    &never_occurs::RULE,
    &no_contact::RULE,
    &elsewhere::NO_ISSUE,
    &no_locality::RULE,
    &nth_week::RULE,
    &elsewhere::ODD_FILE,
    &organisation_number::RULE,
    &outlet_number::RULE,
    &overlapping_sessions::RULE,
    &personal_care_cqc::RULE,
    &phone_number::RULE,
    &postcode::RULE,
    &postcode_district::RULE,
    &private_details::RULE,
    &review_due::RULE,
    &review_overdue::RULE,
    &session_days::RULE,
    &session_end::RULE,
    &session_exceptions::RULE,
    &session_over::RULE,
    &session_run::RULE,
    &session_venue::RULE,
    &term_dates::RULE,
    &elsewhere::THEME,
    &third_party_source::RULE,
    &time_of_day::RULE,
    &elsewhere::TOML_SYNTAX,
    &too_many_categories::RULE,
    &unknown_category::RULE,
    &elsewhere::UNKNOWN_KEY,
    &unknown_locality::RULE,
    &elsewhere::UNKNOWN_VALUE,
    &unknown_venue::RULE,
    &venue_address::RULE,
    &venue_needed::RULE,
    &web_address::RULE,
    &workers::RULE,
    &elsewhere::WRONG_TYPE,
];
