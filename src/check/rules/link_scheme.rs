//! Links lead to web pages, e-mail addresses and telephones, and nowhere else.

use super::wording::proses;
use super::{Check, Rule};
use crate::check::Whole;
use crate::diag::{Diagnostics, Level};
use crate::load::prose::ProseFault;
use crate::load::shortened;

pub(super) const RULE: Rule =
    Rule { name: "link-scheme", level: Level::Error, fixed: false, explain: include_str!("link_scheme.md"), check: Check::All(check) };

/// Reports links that no reader should follow, or none can.
fn check(whole: &Whole<'_>, found: &mut Diagnostics) {
    for fault in proses(whole.draft).flat_map(|prose| &prose.faults) {
        let ProseFault::Link(href) = &fault.value else { continue };
        let label = if href.is_empty() { "no address".to_owned() } else { format!("it leads to `{}`", shortened(href)) };
        let help = match href.contains(':') {
            true => "use an address that begins with https://, mailto: or tel:, or take the link out and keep its words",
            false => "write the whole address, beginning with https://",
        };
        found.push(RULE.at(fault.span, "this link does not lead to a web page, an e-mail address or a telephone").label(label).help(help));
    }
}
