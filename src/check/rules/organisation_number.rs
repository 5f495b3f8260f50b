//! Charity and company numbers have the form of one.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};

pub(super) const RULE: Rule = Rule {
    name: "organisation-number",
    level: Level::Error,
    fixed: false,
    explain: include_str!("organisation_number.md"),
    check: Check::Each(check),
};

/// Reports charity and company numbers that cannot be looked up.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(organisation) = &subject.listing.organisation else { return };
    if let Some(number) = organisation.charity_number.as_ref().filter(|number| !is_charity(&number.value)) {
        let finding = RULE.at(number.span, "this is not a charity number");
        found.push(finding.help("look it up in the Charity Commission's register; it has 6 to 8 digits, such as \"1234567\""));
    }
    if let Some(number) = organisation.company_number.as_ref().filter(|number| !is_company(&number.value)) {
        let finding = RULE.at(number.span, "this is not a company number");
        found.push(finding.help("look it up at Companies House; it has 8 digits, or two capitals and 6 digits, such as \"01234567\""));
    }
}

/// Six to eight digits, and perhaps a hyphen with the number of a linked charity.
fn is_charity(text: &str) -> bool {
    let (number, linked) = text.split_once('-').map_or((text, None), |(number, linked)| (number, Some(linked)));
    is_digits(number, 6..=8) && linked.is_none_or(|linked| is_digits(linked, 1..=2))
}

/// Eight digits, or two capital letters and six digits.
fn is_company(text: &str) -> bool {
    let after_letters =
        text.strip_prefix(|c: char| c.is_ascii_uppercase()).and_then(|rest| rest.strip_prefix(|c: char| c.is_ascii_uppercase()));
    is_digits(text, 8..=8) || after_letters.is_some_and(|rest| is_digits(rest, 6..=6))
}

fn is_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}
