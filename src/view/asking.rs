//! Letters, messages and calls to providers: their entry as it is printed, and what they are asked.
//!
//! The theme's `print/letters.typ` and `print/phone-list.typ` read `/data/paperwork.json` (a [`LettersView`]), and
//! `/data/booklet.json` (an [`EntryBook`]), which the booklet's own files want to show an entry. All of it has private
//! details, and is for the publisher alone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::booklet::{CodeView, EditionView};
use super::build::Views;
use super::code;
use super::listing::ListingView;
use super::paper::PaperView;
use super::told::{Teller, ToldView};
use super::words::{self, typeset};
use crate::catalogue::At;
use crate::check::Office;
use crate::issue::{Due, Issue, Matter, Subject, paused_since};
use crate::model::{Date, Keeper, Letters, Listing, Scope, days_after};

/// Letters and the telephone list.
#[derive(Debug, Clone, Serialize)]
pub struct LettersView<'v> {
    /// What every paper says of itself.
    #[serde(flatten)]
    pub paper: PaperView,
    /// By when an answer is wanted: "24 November 2026".
    pub reply_by: String,
    /// The letters, in the booklet's order.
    pub letters: Vec<LetterView<'v>>,
    /// Those who can only be rung, the longest due first.
    pub calls: Vec<CallView>,
}

/// One provider's letter.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView<'v> {
    /// The listing's id, for the reply.
    pub id: String,
    /// Lines for the window of an envelope: name, service, address.
    pub address: Vec<String>,
    /// Whether a postal address is known.
    pub posted: bool,
    /// Who is greeted; empty for nobody by name.
    pub dear: String,
    /// Whether it is in large print.
    pub large: bool,
    /// What is asked, a sentence or two each.
    pub asks: Vec<String>,
    /// The entry.
    pub entry: ToldView<'v>,
    /// The same for messages.
    #[serde(skip)]
    pub(super) listing: &'v ListingView,
    /// Its page on the website, when it is there.
    pub web: Option<String>,
    /// A code that begins a reply by e-mail.
    pub code: Option<CodeView>,
    /// Their e-mail address, when they have one.
    #[serde(skip)]
    pub email: Option<String>,
}

/// Somebody to ring.
#[derive(Debug, Clone, Serialize)]
pub struct CallView {
    /// The listing's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whom to ask for; empty for anybody.
    pub ask: String,
    /// The number.
    pub phone: String,
    /// When they are best rung; empty where nothing is said.
    pub best_time: String,
    /// What to ask.
    pub asks: Vec<String>,
    /// "Overdue since 3 November 2026"; empty when nothing is due.
    pub since: String,
}

/// As much of `/data/booklet.json` as an entry needs.
#[derive(Debug, Clone, Serialize)]
pub struct EntryBook {
    /// What every paper says of itself.
    #[serde(flatten)]
    pub paper: PaperView,
    /// What the entry is laid out for.
    pub edition: EditionView,
    /// "Thurrock".
    pub area: String,
}

/// Which letters are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Whether everybody is written to, and not only those of whom something is due.
    pub all: bool,
    /// By when an answer is wanted; a week before the issue date unless somebody says otherwise.
    pub reply_by: Option<Date>,
}

/// The letters for what is due.
pub fn letters<'v>(issue: &Issue<'_>, views: &'v Views, office: &Office, due: &[Due], wanted: Wanted) -> LettersView<'v> {
    let mut asked: BTreeMap<At, Vec<&Due>> = BTreeMap::new();
    for one in due {
        if let Subject::Listing(at) = one.subject {
            asked.entry(at).or_default().push(one);
        }
    }
    // What staff can look up by themselves is worth no letter of its own.
    asked.retain(|_, list| list.iter().any(|one| !matches!(one.matter, Matter::FoodRating | Matter::Alert)));
    let all = 0..issue.catalogue().listings().len();
    let chosen: Vec<At> = all.filter(|at| wanted.all || asked.contains_key(at)).collect();
    let none = Vec::new();
    let one = |at: &At| letter(issue, views, office, *at, asked.get(at).unwrap_or(&none));
    LettersView {
        paper: PaperView::new(issue, views),
        reply_by: words::date(wanted.reply_by.unwrap_or_else(|| days_after(issue.date(), -7))),
        letters: chosen.iter().map(one).collect(),
        calls: calls(issue, office, &chosen, &asked),
    }
}

/// What the booklet's files want to know to show an entry: the page of a usual A5 booklet.
pub fn entry_book(issue: &Issue<'_>, views: &Views) -> EntryBook {
    let project = &issue.catalogue().content().project;
    let edition = EditionView {
        id: "letters".to_owned(),
        title: String::new(),
        told: None,
        form: "booklet",
        width_mm: 148.0,
        height_mm: 210.0,
        text_pt: 12.0,
        detail: "summary",
        large: false,
        careful: true,
    };
    EntryBook { paper: PaperView::new(issue, views), edition, area: typeset(&project.area) }
}

fn letter<'v>(issue: &Issue<'_>, views: &'v Views, office: &Office, at: At, due: &[&Due]) -> LetterView<'v> {
    let listing = issue.catalogue().listing(at);
    let project = &issue.catalogue().content().project;
    let keeper = office.keepers.get(&listing.id);
    let dear = keeper.and_then(|keeper| keeper.name.as_deref()).map(typeset).unwrap_or_default();
    let name = typeset(&listing.name);
    let lines: Vec<String> = keeper.iter().flat_map(|keeper| &keeper.address).map(|line| typeset(line)).collect();
    let subject = format!("Reply about {} ({})", listing.name, listing.id);
    let on_web = listing.consent.scope.contains(&Scope::Web);
    LetterView {
        id: listing.id.to_string(),
        posted: !lines.is_empty(),
        address: [keeper.and_then(Keeper::asked_for).map(typeset).unwrap_or_default(), name]
            .into_iter()
            .filter(|line| !line.is_empty())
            .chain(lines)
            .collect(),
        dear,
        large: keeper.is_some_and(|keeper| keeper.letters == Letters::LargePrint),
        asks: asks(issue, listing, due),
        entry: Teller::brief(&views.words).tell(&views.listings[at]),
        listing: &views.listings[at],
        web: on_web.then(|| format!("{}{}", project.base_url.as_str(), views.listings[at].href)),
        code: project.publisher.email.as_ref().and_then(|email| code::message(email, &subject)),
        email: keeper.and_then(|keeper| keeper.email.clone()),
    }
}

/// Those who can only be rung: no e-mail and no postal address is known.
fn calls(issue: &Issue<'_>, office: &Office, chosen: &[At], asked: &BTreeMap<At, Vec<&Due>>) -> Vec<CallView> {
    let only_rung = |keeper: &&Keeper| keeper.email.is_none() && keeper.address.is_empty() && keeper.phone.is_some();
    let first = |at: &At| asked.get(at).and_then(|list| list.first()).map(|one| one.day);
    let mut calls: Vec<(At, &Keeper)> =
        chosen.iter().filter_map(|at| Some((*at, office.keepers.get(&issue.catalogue().listing(*at).id).filter(only_rung)?))).collect();
    calls.sort_by_key(|(at, _)| (first(at).is_none(), first(at), *at));
    let none = Vec::new();
    let call = |(at, keeper): (At, &Keeper)| {
        let listing = issue.catalogue().listing(at);
        CallView {
            id: listing.id.to_string(),
            name: typeset(&listing.name),
            ask: keeper.asked_for().map(typeset).unwrap_or_default(),
            phone: keeper.phone.clone().unwrap_or_default(),
            best_time: keeper.best_time.as_deref().map(typeset).unwrap_or_default(),
            asks: asks(issue, listing, asked.get(&at).unwrap_or(&none)),
            since: first(&at).map(|day| super::review::due_on(issue, day)).unwrap_or_default(),
        }
    };
    calls.into_iter().map(call).collect()
}

/// What a provider is asked: always whether the entry is right, since they have it before them.
fn asks(issue: &Issue<'_>, listing: &Listing, due: &[&Due]) -> Vec<String> {
    let entry = format!("Is your entry still right? We last asked on {}.", words::date(listing.checks.confirmed));
    let others = due.iter().filter_map(|one| ask(issue, listing, one.matter));
    std::iter::once(entry).chain(others).collect()
}

fn ask(issue: &Issue<'_>, listing: &Listing, matter: Matter) -> Option<String> {
    let (safety, consent) = (&listing.safety, &listing.consent);
    let ends = |day: Date| if day < issue.date() { "ended" } else { "ends" };
    Some(match matter {
        Matter::Entry | Matter::FoodRating | Matter::Numbers => return None,
        Matter::ConsentEnds => format!("May we go on listing you? You agreed until {}.", words::date(consent.until?)),
        Matter::Consent => {
            let places: Vec<&str> = consent.scope.iter().map(|scope| scope_words(*scope)).collect();
            format!("May we go on listing you {}? You agreed on {}.", words::list(&places), words::date(consent.given))
        }
        Matter::NoDbs => "Please show us your DBS certificate. We have not seen one yet.".to_owned(),
        Matter::Dbs => match safety.dbs.as_ref()?.seen {
            Some(seen) => format!("Please show us your DBS certificate again. We last saw it on {}.", words::date(seen)),
            None => "Please show us your DBS certificate again. We did not write down when we saw it.".to_owned(),
        },
        Matter::NoInsurance => "Please send us a copy of your public liability insurance. We have not seen it yet.".to_owned(),
        Matter::Insurance => {
            let until = safety.insurance.as_ref()?.until;
            format!("Please send us a copy of your new insurance. The one we have seen {} on {}.", ends(until), words::date(until))
        }
        Matter::FoodAwaited => "Have you had your food hygiene rating? You were waiting for it when we last asked.".to_owned(),
        Matter::Alert => {
            let (_, until) = listing.alert.as_ref()?;
            format!("Is there anything that readers should know now? The notice in your entry held until {}.", words::date(*until))
        }
        Matter::Paused => {
            format!("Are you running again? You have been listed as paused since {}.", words::date(paused_since(issue, listing)))
        }
    })
}

/// Where a listing appears, as part of a sentence.
pub(super) fn scope_words(scope: Scope) -> &'static str {
    match scope {
        Scope::Print => "in the booklet",
        Scope::Web => "on the website",
        Scope::Feed => "in the data for other directories",
    }
}
