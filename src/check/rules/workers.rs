//! The number of workers fits who stands behind the listing.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::Kind;

pub(super) const RULE: Rule =
    Rule { name: "workers", level: Level::Error, fixed: false, explain: include_str!("workers.md"), check: Check::Each(check) };

/// Reports numbers of workers that are missing, impossible, or at odds with `kind`.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(kind) = &subject.listing.kind else { return };
    let workers = subject.listing.workers.as_ref();
    let (right, wanted) = match kind.value {
        Kind::SoleTrader => (1..=1, "a sole trader works alone: workers = 1"),
        Kind::Micro => (2..=8, "a micro-enterprise has 2 to 8 people: workers = 4"),
        _ => (1..=250, "write how many people work in it, 1 to 250, or take the line out"),
    };
    let finding = match (workers, kind.value) {
        (Some(workers), _) if right.contains(&workers.value) => return,
        (Some(workers), _) => {
            let title = format!("{} workers do not fit this kind of service", workers.value);
            RULE.at(workers.span, title).also(kind.span, "this is its kind")
        }
        (None, Kind::SoleTrader | Kind::Micro) => RULE.at(kind.span, "the listing does not say how many people work in it"),
        (None, _) => return,
    };
    found.push(finding.help(wanted));
}
