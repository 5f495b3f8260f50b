//! Only one person working alone can be the exempt sole worker.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::model::{CqcStatus, Kind};

pub(super) const RULE: Rule =
    Rule { name: "cqc-workers", level: Level::Error, fixed: false, explain: include_str!("cqc_workers.md"), check: Check::Each(check) };

/// Reports the exemption for a listing of more than one worker.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let listing = subject.listing;
    let status = listing.safety.cqc.as_ref().and_then(|cqc| cqc.status.as_ref());
    let Some(status) = status.filter(|status| status.value == CqcStatus::SoleWorkerExempt) else { return };
    let title = "only one person who works alone can be `sole_worker_exempt`";
    let finding = match (&listing.workers, &listing.kind) {
        (Some(workers), _) if workers.value != 1 => {
            RULE.at(status.span, title).also(workers.span, format!("{} people work here", workers.value))
        }
        (_, Some(kind)) if kind.value != Kind::SoleTrader => RULE.at(status.span, title).also(kind.span, "this is not a sole trader"),
        (None, _) => RULE.at(status.span, title).label("the number of workers is not given"),
        _ => return,
    };
    found.push(finding.help(
        "ask the provider: with two or more people they have to register; for one person write kind = \"sole_trader\" and workers = 1",
    ));
}
