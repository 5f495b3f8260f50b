//! What the scripts of the search page and of the shortlist know: texts to index, facts to filter by, rows to show.

use serde::Serialize;

use super::filters::{self, ChoiceView};
use super::listing::ListingView;
use super::shown::Shown;
use super::words::{self, typeset};
use super::{Views, build::home_category};
use crate::catalogue::At;
use crate::model::{Listing, Locality, Slug};

/// How many fields of text a listing has in the index.
pub const FIELDS: usize = 6;
/// Their names, in the order of [`FinderView::texts`].
pub const FIELD_NAMES: [&str; FIELDS] = ["name", "terms", "summary", "text", "place", "facts"];

/// Choices to filter by, and what can be asked of each listing of the site. That is worded when it is asked for: all
/// of it together takes more room than the site's pages.
#[derive(Serialize)]
pub struct FinderView<'v> {
    /// Places, with their neighbours.
    pub places: Vec<ChoiceView>,
    /// Kinds of help.
    pub kinds: Vec<ChoiceView>,
    /// Days of the week.
    pub days: Vec<ChoiceView>,
    /// The other groups by id, each with its choices; a listing has a bit for each.
    pub groups: Vec<GroupView>,
    #[serde(skip)]
    shown: &'v Shown<'v, 'v>,
    #[serde(skip)]
    views: &'v Views,
    /// What the bits of [`FacetsView`] stand for.
    #[serde(skip)]
    meets: Vec<filters::Group>,
    /// The listings, in the order of the catalogue.
    #[serde(skip)]
    listings: Vec<At>,
}

/// A group of choices.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// `cost`.
    pub id: &'static str,
    /// Its choices.
    pub choices: Vec<ChoiceView>,
}

/// What a listing can be found by; written as a list, in this order.
#[derive(Debug, Clone, Serialize)]
pub struct FacetsView(
    /// Positions of its places; none for all of the area.
    pub Vec<usize>,
    /// Positions of its kinds.
    pub Vec<usize>,
    /// Three bits a day: morning, afternoon, evening.
    pub u32,
    /// Bits of each group.
    pub Vec<u32>,
);

/// What a result or a shortlist shows; written as a list, in this order.
#[derive(Debug, Clone, Serialize)]
pub struct ResultView(
    /// The id.
    pub String,
    /// The name.
    pub String,
    /// Where it is and who it is for.
    pub String,
    /// The summary.
    pub String,
    /// When, a line for each session.
    pub Vec<String>,
    /// Where to go, a line for each venue.
    pub Vec<String>,
    /// What it costs, a line each.
    pub Vec<String>,
    /// Telephone numbers as printed and as dialled.
    pub Vec<(String, String)>,
    /// Something to know before going; empty for nothing.
    pub String,
);

/// Everything that scripts know of the site.
pub(super) fn finder<'v>(shown: &'v Shown<'v, 'v>, views: &'v Views) -> FinderView<'v> {
    let content = shown.issue.catalogue().content();
    let position = |id: &Slug| content.localities.iter().position(|locality| locality.id == *id);
    let places = content.localities.iter().map(|locality| ChoiceView {
        id: locality.id.to_string(),
        name: typeset(&locality.name),
        near: locality.neighbours.iter().filter_map(position).collect(),
    });
    let kinds = content.categories.iter().map(|category| ChoiceView {
        id: category.id.to_string(),
        name: typeset(&category.name),
        near: Vec::new(),
    });
    let groups = filters::groups();
    FinderView {
        places: places.collect(),
        kinds: kinds.collect(),
        days: filters::days(),
        groups: groups.iter().map(|group| GroupView { id: group.id, choices: filters::choices(group) }).collect(),
        meets: groups,
        listings: shown.all(),
        shown,
        views,
    }
}

impl FinderView<'_> {
    /// How many listings can be found.
    pub fn len(&self) -> usize {
        self.listings.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.listings.is_empty()
    }

    /// The texts of a listing to be indexed, see [`FIELD_NAMES`].
    pub fn texts(&self, number: usize) -> [String; FIELDS] {
        let at = self.listings[number];
        let (listing, view) = (self.shown.issue.catalogue().listing(at), &self.views.listings[at]);
        [
            listing.name.clone(),
            terms(self.shown, listing, at),
            listing.summary.clone(),
            listing.description.plain(),
            place(self.shown, listing, view),
            facts(listing, view, filters::when(listing, self.shown.issue.date())),
        ]
    }

    /// What a listing can be found by.
    pub fn facets(&self, number: usize) -> FacetsView {
        let content = self.shown.issue.catalogue().content();
        let listing = self.shown.issue.catalogue().listing(self.listings[number]);
        let places = content.localities.iter().enumerate().filter(|(_, locality)| listing.localities.contains(&locality.id));
        let kinds = content.categories.iter().enumerate().filter(|(_, category)| listing.categories.contains(&category.id));
        let from = self.shown.issue.date();
        FacetsView(
            if listing.area_wide { Vec::new() } else { places.map(|(at, _)| at).collect() },
            kinds.map(|(at, _)| at).collect(),
            filters::when(listing, from),
            self.meets.iter().map(|group| (group.meets)(listing, from)).collect(),
        )
    }

    /// What a result or a shortlist shows of a listing.
    pub fn row(&self, number: usize) -> ResultView {
        row(&self.views.listings[self.listings[number]])
    }

    /// The id of a listing.
    pub fn id(&self, number: usize) -> &str {
        &self.views.listings[self.listings[number]].id
    }
}

/// The words people look under: the listing's own, and those of its kinds.
fn terms(shown: &Shown<'_, '_>, listing: &Listing, at: At) -> String {
    let categories = &shown.issue.catalogue().content().categories;
    let mut terms = listing.see_also.clone();
    for category in categories.iter().filter(|category| listing.categories.contains(&category.id)) {
        terms.extend([category.name.clone(), category.tab.clone()]);
        terms.extend(category.see_also.iter().cloned());
    }
    // Its home once more: what a listing is first of all ranks above what it also is.
    terms.push(home_category(shown.issue, at));
    terms.join("\n")
}

/// Its places and their other names and postcode districts, and where its venues are.
fn place(shown: &Shown<'_, '_>, listing: &Listing, view: &ListingView) -> String {
    let content = shown.issue.catalogue().content();
    let mut words: Vec<&str> = Vec::new();
    // A service for all of the area is found under each place, but a long field counts for less than a short one.
    let served = |locality: &&Locality| listing.area_wide || listing.localities.contains(&locality.id);
    for locality in content.localities.iter().filter(served) {
        words.push(&locality.name);
        words.extend(locality.see_also.iter().chain(&locality.postcodes).map(String::as_str));
    }
    for venue in &view.venues {
        words.extend([venue.name.as_str(), venue.town.as_str()]);
        words.extend(venue.postcode.as_deref().and_then(|postcode| postcode.split(' ').next()));
    }
    words.push(&content.project.area);
    words.join("\n")
}

/// Days, prices, people, access and languages, in words.
fn facts(listing: &Listing, view: &ListingView, when: u32) -> String {
    let mut words: Vec<String> = Vec::new();
    for (at, day) in filters::days().into_iter().enumerate() {
        if when >> (3 * at) & 0b111 != 0 {
            words.push(day.name);
        }
    }
    let parts = ["morning", "afternoon", "evening"];
    let has = |part: usize| (0..7).any(|day| when >> (3 * day + part) & 1 == 1);
    words.extend(parts.iter().enumerate().filter(|(part, _)| has(*part)).map(|(_, name)| (*name).to_owned()));
    words.extend(view.marks.iter().filter(|mark| mark.kind == "free").map(|mark| mark.text.clone()));
    words.extend(view.access.iter().chain(&view.reach).chain(&view.languages).cloned());
    words.extend(listing.audience.who.iter().cloned());
    words.extend(view.organisation.iter().map(|organisation| organisation.name.clone()));
    words.join("\n")
}

fn row(view: &ListingView) -> ResultView {
    let phones = view.contacts.iter().flat_map(|contact| &contact.ways).filter(|way| matches!(way.kind, "phone" | "mobile"));
    let alert = view.alert.clone().or_else(|| view.marks.iter().find(|mark| mark.kind == "paused").map(|mark| mark.text.clone()));
    ResultView(
        view.id.clone(),
        view.name.clone(),
        view.strap.clone(),
        view.summary.clone(),
        view.sessions.iter().map(|session| format!("{}, {}", session.days, session.times)).collect(),
        view.venues.iter().map(venue).collect(),
        view.costs.clone(),
        phones.map(|way| (way.text.clone(), way.href.trim_start_matches("tel:").to_owned())).collect(),
        alert.unwrap_or_default(),
    )
}

/// A venue in one line.
fn venue(venue: &super::listing::VenueView) -> String {
    let parts = [venue.name.as_str()].into_iter().chain(venue.address.iter().map(String::as_str)).chain([venue.town.as_str()]);
    let line = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    match (&venue.postcode, &venue.masked) {
        (Some(postcode), _) => format!("{line}, {postcode}"),
        (None, Some(masked)) => format!("{line}. {masked}"),
        (None, None) => line,
    }
}

/// "7 services".
pub(super) fn services(number: usize) -> String {
    words::count(number, "service", "services")
}
