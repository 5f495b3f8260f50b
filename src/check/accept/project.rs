//! The project's settings, taken over where they are right.

use super::values::{optional, text, texts, value};
use crate::check::editions;
use crate::load::draft::{Draft, PolicyDraft, ProjectDraft, Text};
use crate::model::{Policy, Project, Publisher, visible};
use crate::source::Spanned;

/// The settings.
pub(super) fn project(draft: &ProjectDraft) -> Option<Project> {
    let pairs = |pairs: &[(Text, Text)]| pairs.iter().map(|(key, text)| (key.value.clone(), visible(&text.value))).collect();
    Some(Project {
        title: text(&draft.title)?,
        subtitle: text(&draft.subtitle).unwrap_or_default(),
        area: text(&draft.area)?,
        lang: text(&draft.lang).unwrap_or_else(|| "en-GB".to_owned()),
        publisher: Publisher {
            name: text(&draft.publisher_name)?,
            phone: optional(&draft.publisher_phone)?,
            email: optional(&draft.publisher_email)?,
            address: texts(&draft.publisher_address),
        },
        base_url: draft.base_url.as_ref()?.ok()?.clone(),
        county: text(&draft.county)?,
        theme: text(&draft.theme).unwrap_or_else(|| "default".to_owned()),
        logo: match &draft.logo {
            None => None,
            Some(logo) => Some((text(&logo.file)?, text(&logo.alt).unwrap_or_default())),
        },
        colours: pairs(&draft.colours),
        words: pairs(&draft.words),
        no_endorsement: text(&draft.no_endorsement).unwrap_or_else(|| "Being listed is not a recommendation.".to_owned()),
        policy: policy_of(&draft.policy),
        editions: draft.editions.iter().map(editions::edition).collect::<Option<_>>()?,
        printers: draft.printers.iter().map(editions::printer).collect::<Option<_>>()?,
        spare_percent: value(&draft.spare_percent).map_or(Some(5), |percent| u32::try_from(percent).ok())?,
        cover: match &draft.cover {
            None => None,
            Some(cover) => Some((text(&cover.file)?, text(&cover.alt).unwrap_or_default())),
        },
    })
}

/// What the project asks of providers; where it says nothing, what is usual.
pub(in crate::check) fn policy(draft: &Draft) -> Policy {
    let empty = PolicyDraft::default();
    policy_of(draft.project.as_ref().map_or(&empty, |project| &project.policy))
}

fn policy_of(draft: &PolicyDraft) -> Policy {
    let days = |number: &Option<Spanned<i64>>, usual: u16| value(number).and_then(|days| u16::try_from(days).ok()).unwrap_or(usual);
    Policy {
        in_home_dbs: value(&draft.in_home_dbs).unwrap_or(true),
        in_home_insurance: value(&draft.in_home_insurance).unwrap_or(true),
        warn_after_days: days(&draft.warn_after_days, 90),
        stop_after_days: days(&draft.stop_after_days, 180),
        numbers_after_days: days(&draft.numbers_after_days, 92),
        paused_after_days: days(&draft.paused_after_days, 92),
        crowded: usize::from(days(&draft.crowded, 40)),
    }
}
