//! The website's address is one that links can begin with.

use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::model::WebFault;

pub(super) const RULE: Rule =
    Rule { name: "base-url", level: Level::Error, fixed: false, explain: include_str!("base_url.md"), check: Check::All(check) };

/// Reports a base address that is none, or that nothing can be added to.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    let Some(base) = whole.draft.project.as_ref().and_then(|project| project.base_url.as_ref()) else { return };
    let (title, help) = match &base.value {
        Err(WebFault::NoScheme) => ("this web address has no beginning", "write https:// before it"),
        Err(WebFault::Scheme(_)) => ("this is not the address of a website", "write an address that begins with https://"),
        Err(WebFault::Form) => ("this is not a web address", "write it as a browser shows it: base_url = \"https://example.org/\""),
        Ok(address) if address.as_str().contains(['?', '#']) => {
            ("the website's address has a ? or # in it", "write only the part before it, with a / at its end")
        }
        Ok(address) if !address.as_str().ends_with('/') => ("the website's address does not end in /", "write a / at its end"),
        Ok(_) => return,
    };
    found.push(RULE.at(base.span, title).help(help));
}
