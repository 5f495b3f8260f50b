//! Telephone numbers must be ones a reader can ring.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::Parsed;
use crate::model::{Phone, PhoneFault};

pub(super) const RULE: Rule =
    Rule { name: "phone-number", level: Level::Error, fixed: false, explain: include_str!("phone_number.md"), check: Check::Each(check) };

/// Reports numbers that no UK exchange could connect.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for contact in &subject.listing.contacts {
        for phone in contact.phone.iter().chain(&contact.mobile) {
            report(phone, found);
        }
    }
}

/// Reports one number; other rules about numbers in other files use it too.
pub(super) fn report(phone: &Parsed<Phone, PhoneFault>, found: &mut Diagnostics) {
    let Err(fault) = &phone.value else { return };
    let (title, label) = match fault {
        PhoneFault::Character(other) => ("this telephone number has something in it that cannot be dialled", format!("`{other}`")),
        PhoneFault::Abroad => ("this is not a United Kingdom telephone number", "only +44 can be used".to_owned()),
        PhoneFault::TooShort(digits) => ("this telephone number is too short", format!("{digits} digits; most numbers have 11")),
        PhoneFault::TooLong(digits) => ("this telephone number is too long", format!("{digits} digits; most numbers have 11")),
        PhoneFault::NoZero => ("this telephone number does not begin with 0", "write the area code too".to_owned()),
        PhoneFault::NoSuchRange => ("no United Kingdom telephone number begins like this", String::new()),
    };
    found.push(RULE.at(phone.span, title).label(label).help("ring the provider to check the number, then correct this line"));
}
