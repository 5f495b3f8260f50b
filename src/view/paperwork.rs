//! The paper that goes with a print run: who gets how many copies of which edition, in the order of delivery.
//!
//! The theme's `print/` files read `/data/paperwork.json` (a [`PaperworkView`]). It is for the people who deliver:
//! nothing of it is published.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::Views;
use super::paper::PaperView;
use super::words::{self, typeset};
use crate::issue::Issue;
use crate::model::{EditionSpec, Outlet};

/// `/data/paperwork.json`.
#[derive(Debug, Clone, Serialize)]
pub struct PaperworkView {
    /// What every paper says of itself.
    #[serde(flatten)]
    pub paper: PaperView,
    /// What to print, by edition.
    pub editions: Vec<PrintRun>,
    /// "Spare copies (5 per cent)".
    pub spare: String,
    /// Delivery rounds in order; outlets on no round come last.
    pub rounds: Vec<RoundView>,
}

/// How many copies of an edition are printed.
#[derive(Debug, Clone, Serialize)]
pub struct PrintRun {
    /// `a5`.
    pub id: String,
    /// "Booklet".
    pub title: String,
    /// How many volumes make a copy; 1 for most.
    pub volumes: usize,
    /// For the outlets.
    pub outlets: u64,
    /// Spare copies, rounded up.
    pub spare: u64,
    /// Both together.
    pub total: u64,
}

/// A delivery round.
#[derive(Debug, Clone, Serialize)]
pub struct RoundView {
    /// Its number; none for the outlets that are on no round.
    pub number: Option<u32>,
    /// Outlets in order.
    pub stops: Vec<StopView>,
    /// Copies of each edition, in the order of [`PaperworkView::editions`].
    pub copies: Vec<u64>,
}

/// An outlet on a round.
#[derive(Debug, Clone, Serialize)]
pub struct StopView {
    /// Its place on the round, from 1.
    pub number: usize,
    /// "Quayside Library".
    pub name: String,
    /// Address lines.
    pub address: Vec<String>,
    /// "Tilbury".
    pub town: String,
    /// "RM18 0ZY".
    pub postcode: String,
    /// Opening hours.
    pub hours: Option<String>,
    /// Who to ask for.
    pub contact: Option<String>,
    /// Telephone as printed.
    pub phone: Option<String>,
    /// Copies of each edition, in the order of [`PaperworkView::editions`].
    pub copies: Vec<u32>,
    /// What is in the parcel: "60 Booklet", "5 Large print"; only what is more than none.
    pub parcel: Vec<ParcelView>,
    /// Copies that were left when somebody last counted.
    pub returned: Option<u32>,
    /// "3 November 2026".
    pub counted: Option<String>,
}

/// Copies of an edition in a parcel.
#[derive(Debug, Clone, Serialize)]
pub struct ParcelView {
    /// How many.
    pub copies: u32,
    /// Of which edition: "Booklet".
    pub edition: String,
}

/// The paper of an issue's print run; none when no outlet takes copies. `volumes` says of an edition, by its id, how
/// many volumes make a copy.
pub fn paperwork(issue: &Issue<'_>, views: &Views, volumes: &BTreeMap<String, usize>) -> Option<PaperworkView> {
    let content = issue.catalogue().content();
    let project = &content.project;
    let takes = |outlet: &&Outlet| outlet.copies.iter().any(|(_, copies)| *copies > 0);
    let mut outlets: Vec<&Outlet> = content.outlets.iter().filter(takes).collect();
    if outlets.is_empty() {
        return None;
    }
    // Within a round the order of the file is the order of the road.
    outlets.sort_by_key(|outlet| (outlet.round.is_none(), outlet.round));
    let wanted = |spec: &&EditionSpec| outlets.iter().any(|outlet| copies(outlet, spec) > 0);
    let editions: Vec<&EditionSpec> = project.editions.iter().filter(wanted).collect();
    let run = |spec: &EditionSpec| {
        let sum: u64 = outlets.iter().map(|outlet| u64::from(copies(outlet, spec))).sum();
        let spare = (sum * u64::from(project.spare_percent)).div_ceil(100);
        let volumes = volumes.get(spec.id.as_str()).copied().unwrap_or(1);
        PrintRun { id: spec.id.to_string(), title: typeset(&spec.title), volumes, outlets: sum, spare, total: sum + spare }
    };
    let rounds = outlets.chunk_by(|a, b| a.round == b.round).map(|stops| round(stops, &editions));
    Some(PaperworkView {
        paper: PaperView::new(issue, views),
        editions: editions.iter().map(|spec| run(spec)).collect(),
        spare: format!("Spare copies ({} per cent)", project.spare_percent),
        rounds: rounds.collect(),
    })
}

fn copies(outlet: &Outlet, spec: &EditionSpec) -> u32 {
    let one = outlet.copies.iter().find(|(edition, _)| edition == spec.id.as_str());
    one.map_or(0, |(_, copies)| *copies)
}

fn round(outlets: &[&Outlet], editions: &[&EditionSpec]) -> RoundView {
    let sum = |spec: &&EditionSpec| outlets.iter().map(|outlet| u64::from(copies(outlet, spec))).sum();
    RoundView {
        number: outlets.first().and_then(|outlet| outlet.round),
        stops: outlets.iter().enumerate().map(|(at, outlet)| stop(at + 1, outlet, editions)).collect(),
        copies: editions.iter().map(sum).collect(),
    }
}

fn stop(number: usize, outlet: &Outlet, editions: &[&EditionSpec]) -> StopView {
    let parcel = editions.iter().map(|spec| ParcelView { copies: copies(outlet, spec), edition: typeset(&spec.title) });
    StopView {
        number,
        name: typeset(&outlet.name),
        address: outlet.address.iter().map(|line| typeset(line)).collect(),
        town: typeset(&outlet.town),
        postcode: outlet.postcode.to_string(),
        hours: outlet.hours.as_deref().map(typeset),
        contact: outlet.contact.as_deref().map(typeset),
        phone: outlet.phone.as_ref().map(crate::model::Phone::printed),
        copies: editions.iter().map(|spec| copies(outlet, spec)).collect(),
        parcel: parcel.filter(|one| one.copies > 0).collect(),
        returned: outlet.returned,
        counted: outlet.counted.map(words::date),
    }
}
