//! What was seen of a provider, in words.

use super::words::{self, typeset};
use crate::model::{CqcStatus, Safety};

/// What the provider says of registration with the Care Quality Commission.
fn registration(safety: &Safety) -> Option<String> {
    let cqc = safety.cqc.as_ref()?;
    match (cqc.status, &cqc.provider_id) {
        (CqcStatus::Registered, Some(id)) => Some(format!("Registered with the Care Quality Commission, provider {id}.")),
        (CqcStatus::Registered, None) => Some("Registered with the Care Quality Commission.".to_owned()),
        (CqcStatus::SoleWorkerExempt, _) => {
            Some("An individual working directly for you, not inspected by the Care Quality Commission.".to_owned())
        }
        (CqcStatus::NotEngland | CqcStatus::NotNeeded, _) => None,
    }
}

/// What was seen, in one sentence; see [`full`].
pub(super) fn brief(safety: &Safety) -> Vec<String> {
    let mut lines: Vec<String> = registration(safety).into_iter().collect();
    let dbs = safety.dbs.as_ref().map(|dbs| {
        let dated = dbs.issued.map(|date| format!(" ({})", words::month_year(date))).unwrap_or_default();
        format!("{} DBS certificate{dated}", words::dbs_level(dbs.level))
    });
    let insurance = safety.insurance.as_ref().map(|cover| format!("public liability insurance until {}", words::date(cover.until)));
    let seen: Vec<String> = dbs.into_iter().chain(insurance).collect();
    if !seen.is_empty() {
        lines.push(format!("We have seen {}.", words::list(&seen)));
    }
    if let Some(rating) = safety.food.as_ref().and_then(|food| food.rating) {
        lines.push(format!("Food hygiene rating {rating} out of 5."));
    }
    lines
}

/// What was seen. The words say "seen", never "approved": the publisher does not vouch for anybody.
pub(super) fn full(safety: &Safety) -> Vec<String> {
    let mut lines: Vec<String> = registration(safety).into_iter().collect();
    if let Some(dbs) = &safety.dbs {
        let dated = dbs.issued.map(|date| format!(" dated {}", words::month_year(date))).unwrap_or_default();
        lines.push(format!("We have seen {} DBS certificate{dated}.", words::dbs_level(dbs.level)));
    }
    if let Some(insurance) = &safety.insurance {
        let sum = insurance.public_liability.map(|pounds| format!(" of {}", words::sum_insured(pounds))).unwrap_or_default();
        lines.push(format!("We have seen public liability insurance{sum}, valid until {}.", words::date(insurance.until)));
    }
    if let Some(food) = &safety.food {
        match (food.rating, food.awaiting) {
            (Some(rating), _) => {
                let dated = food.rated.map(|date| format!(", given in {}", words::month_year(date))).unwrap_or_default();
                lines.push(format!("Food hygiene rating {rating} out of 5{dated}."));
            }
            (None, true) => lines.push("Registered as a food business and waiting for a food hygiene rating.".to_owned()),
            (None, false) => {}
        }
    }
    if !safety.training.is_empty() {
        let courses: Vec<String> = safety.training.iter().map(|course| training(course)).collect();
        lines.push(format!("Training we have been shown: {}.", words::list(&courses)));
    }
    lines
}

/// "food hygiene 2025-06" becomes "food hygiene (June 2025)".
fn training(course: &str) -> String {
    let dated = course.rsplit_once(' ').and_then(|(name, month)| Some((name, crate::model::Month::parse(month).ok()?)));
    match dated {
        Some((name, month)) => format!("{} ({})", typeset(name), month.title()),
        None => typeset(course),
    }
}
