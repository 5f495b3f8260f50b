//! Web addresses must have the form of one.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::draft::Parsed;
use crate::load::shortened;
use crate::model::{WebAddress, WebFault};

pub(super) const RULE: Rule =
    Rule { name: "web-address", level: Level::Error, fixed: false, explain: include_str!("web_address.md"), check: Check::All(check) };

/// Reports texts that are no web address.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let contacts = whole.draft.listings.iter().flat_map(|listing| &listing.contacts).filter_map(|contact| contact.url.as_ref());
    let terms = whole.draft.categories.iter().filter_map(|category| category.term_uri.as_ref());
    contacts.chain(terms).for_each(|address| report(address, found));
}

fn report(address: &Parsed<WebAddress, WebFault>, found: &mut Diagnostics) {
    let Err(fault) = &address.value else { return };
    let (title, label, help) = match fault {
        WebFault::NoScheme => {
            let help = format!("write it like this: \"https://{}\"", shortened(&address.text));
            ("this web address does not begin with https://", String::new(), help)
        }
        WebFault::Scheme(scheme) => (
            "only web pages can be linked here",
            format!("this begins with {}:", shortened(scheme)),
            "give the address of a page that begins with https://".to_owned(),
        ),
        WebFault::Form => (
            "this is not a web address",
            "it has a space in it, or no name such as example.org".to_owned(),
            "open the page in a browser and copy the address from there".to_owned(),
        ),
    };
    found.push(RULE.at(address.span, title).label(label).help(help));
}
