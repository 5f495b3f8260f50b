//! A certificate was seen within three years.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::{EVIDENCE_YEARS, years_after};

pub(super) const RULE: Rule =
    Rule { name: "dbs-old", level: Level::Warning, fixed: false, explain: include_str!("dbs_old.md"), check: Check::Each(check) };

/// Reports certificates that nobody is known to have seen, or that were seen long ago.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(dbs) = subject.listing.safety.dbs.as_ref().filter(|_| subject.listing.is_live()) else { return };
    let finding = match &dbs.seen {
        None => RULE.at(dbs.span, "nobody has said when this certificate was seen"),
        Some(seen) if years_after(seen.value, EVIDENCE_YEARS) < subject.whole.today => {
            RULE.at(seen.span, "this certificate was seen more than three years ago")
        }
        Some(_) => return,
    };
    found.push(finding.help("ask to see the certificate, then write the day: seen = 2026-11-12"));
}
