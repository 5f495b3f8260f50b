//! An edition, or one volume of it, from an issue.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Map, Value};

use super::booklet::*;
use super::build::{Views, a_to_z, category_href, letter, logo, outlet, page, place_anchor, publisher};
use super::code::code;
use super::lists::*;
use super::shown::Shown;
use super::told::{Teller, is_large};
use super::words::{self, typeset};
use super::{CONTRACT, calendar, changes, glance, pictures};
use crate::catalogue::At;
use crate::issue::Issue;
use crate::model::{EditionSpec, Page, PagePlace, PageRole, Slug, Word};

/// One volume of several: which categories each has, by their positions, and which volume is meant.
#[derive(Debug, Clone, Copy)]
pub struct Volume<'v> {
    /// The categories of every volume, in order.
    pub parts: &'v [Vec<usize>],
    /// The volume that is meant.
    pub at: usize,
}

impl<'v> Volume<'v> {
    fn categories(self) -> &'v [usize] {
        &self.parts[self.at]
    }

    fn is_first(self) -> bool {
        self.at == 0
    }

    fn is_last(self) -> bool {
        self.at + 1 == self.parts.len()
    }
}

fn shown<'i, 'c>(issue: &'i Issue<'c>, spec: &'i EditionSpec, volume: Option<Volume<'i>>) -> Shown<'i, 'c> {
    Shown::edition(issue, spec, volume.map(Volume::categories))
}

/// The categories of an edition that have something to print: position in the vocabulary, and how many characters
/// all their listings have.
pub fn sizes(issue: &Issue<'_>, spec: &EditionSpec, views: &Views) -> Vec<(usize, usize)> {
    let shown = shown(issue, spec, None);
    let size = |at: At| {
        let view = &views.listings[at];
        let told = if spec.is_full() { view.description.iter().map(super::prose::BlockView::len).sum() } else { 0 };
        // A name and a telephone number take room whatever their length.
        200 + view.size + told
    };
    let mut sizes: BTreeMap<usize, usize> = shown.categories().into_iter().map(|at| (at, 0)).collect();
    for at in shown.all() {
        if let Some(sum) = shown.home(at).and_then(|home| sizes.get_mut(&home)) {
            *sum += size(at);
        }
    }
    sizes.into_iter().collect()
}

/// The long lists of an edition, or of a volume of it.
pub fn lists(issue: &Issue<'_>, spec: &EditionSpec, views: &Views, volume: Option<Volume<'_>>) -> Lists {
    let shown = shown(issue, spec, volume);
    Lists {
        calendar: if spec.calendar { calendar::days(&shown, views) } else { Vec::new() },
        places: places(&shown, views),
        a_to_z: letters(&shown, views, &words_of(spec, views)),
    }
}

/// The index from A to Z.
fn letters(shown: &Shown<'_, '_>, views: &Views, words: &Map<String, Value>) -> Vec<LineGroup> {
    let see = words.get("print_see").and_then(Value::as_str).unwrap_or_default();
    let line = |entry: IndexEntry| {
        let said = entry.see.map(|other| format!("{}: {see} {other}", entry.text)).unwrap_or(entry.text);
        LineView { anchor: entry.anchor, strong: None, said }
    };
    let group = |group: IndexGroup| LineGroup { name: group.name, lines: group.entries.into_iter().map(line).collect() };
    a_to_z(shown, views).into_iter().map(group).collect()
}

/// What the theme sees of an edition, or of a volume of it, besides what has files of its own.
pub fn booklet(issue: &Issue<'_>, spec: &EditionSpec, views: &Views, volume: Option<Volume<'_>>, lists: ListFiles) -> BookletView {
    let shown = shown(issue, spec, volume);
    let content = issue.catalogue().content();
    let project = &content.project;
    let first = volume.is_none_or(Volume::is_first);
    let last = volume.is_none_or(Volume::is_last);
    BookletView {
        contract: CONTRACT,
        edition: edition(spec, project.editions.first().is_none_or(|first| first.id == spec.id)),
        lang: spec.lang.clone().unwrap_or_else(|| project.lang.clone()),
        title: typeset(&project.title),
        subtitle: typeset(&project.subtitle),
        area: typeset(&project.area),
        month: issue.month().title(),
        month_id: issue.month().to_string(),
        date: issue.date().to_string(),
        publisher: publisher(project),
        volume: volume.map(|volume| volume_view(issue, volume)),
        counts: shown.counts(),
        front: front(&shown, spec, views, first),
        changes: issue
            .changes()
            .filter(|_| first)
            .map(|list| changes::changes(&shown, views, list, |at| home_name(&shown, at)))
            .filter(|list| !list.is_empty()),
        new: if first { new_ones(&shown, views) } else { Vec::new() },
        lists,
        glance: spec.calendar.then(|| glance::month(&shown)),
        runs: run_refs(&shown, spec),
        back: back(issue, spec, last),
        outlets: content.outlets.iter().map(outlet).collect(),
        no_endorsement: typeset(&project.no_endorsement),
        code: code(&project.base_url, ""),
        fonts: views.fonts.clone(),
        words: words_of(spec, views),
        colours: views.colours.clone(),
        logo: logo(project),
        picture: project.cover.as_ref().map(|(file, alt)| LogoView { href: pictures::picture_href(file), alt: typeset(alt) }),
    }
}

/// The fixed words of an edition, which may have some of its own.
fn words_of(spec: &EditionSpec, views: &Views) -> Map<String, Value> {
    let mut words = views.words.clone();
    words.extend(spec.words.iter().map(|(key, text)| (key.clone(), Value::String(text.clone()))));
    words
}

fn edition(spec: &EditionSpec, is_first: bool) -> EditionView {
    EditionView {
        id: spec.id.to_string(),
        title: typeset(&spec.title),
        told: (!is_first).then(|| typeset(&spec.title)),
        form: spec.form.word(),
        width_mm: spec.paper.width_mm,
        height_mm: spec.paper.height_mm,
        text_pt: spec.text_pt,
        detail: spec.detail.word(),
        large: is_large(spec),
        careful: false,
    }
}

fn new_ones(shown: &Shown<'_, '_>, views: &Views) -> Vec<EntryView> {
    shown.new_ones().into_iter().map(|at| views.entry(at, home_name(shown, at))).collect()
}

/// The name of the category a listing stands in.
fn home_name(shown: &Shown<'_, '_>, at: At) -> String {
    let categories = &shown.issue.catalogue().content().categories;
    shown.home(at).map(|home| typeset(&categories[home].name)).unwrap_or_default()
}

/// The id of the month's letter among the pages that an edition may name.
const LETTER: &str = "letter";

/// The pages before the listings: those the edition names, in its order, or the letter and all that are meant for it.
fn front(shown: &Shown<'_, '_>, spec: &EditionSpec, views: &Views, first: bool) -> Vec<PageView> {
    let letter = |wanted: bool| letter(shown, views).filter(|_| first && wanted);
    match &spec.front {
        None => letter(true).into_iter().chain(meant_for(shown.issue, PagePlace::Front, first)).collect(),
        Some(ids) => {
            let one = |id: &Slug| if id.as_str() == LETTER { letter(true) } else { named(shown.issue, id, first) };
            ids.iter().filter_map(one).collect()
        }
    }
}

/// The pages after the listings, likewise.
fn back(issue: &Issue<'_>, spec: &EditionSpec, last: bool) -> Vec<PageView> {
    match &spec.back {
        None => meant_for(issue, PagePlace::Back, last).collect(),
        Some(ids) => ids.iter().filter_map(|id| named(issue, id, last)).collect(),
    }
}

fn meant_for<'i>(issue: &'i Issue<'_>, place: PagePlace, all: bool) -> impl Iterator<Item = PageView> + 'i {
    issue.catalogue().content().pages.iter().filter(move |one| one.place == place && (all || is_in_every_volume(one))).map(page)
}

fn named(issue: &Issue<'_>, id: &Slug, all: bool) -> Option<PageView> {
    issue.catalogue().content().pages.iter().find(|page| page.id == *id).filter(|one| all || is_in_every_volume(one)).map(page)
}

/// Emergency numbers, and what being listed means, are in every volume.
fn is_in_every_volume(page: &Page) -> bool {
    matches!(page.role, Some(PageRole::Emergency | PageRole::NoEndorsement))
}

fn volume_view(issue: &Issue<'_>, volume: Volume<'_>) -> VolumeView {
    let content = issue.catalogue().content();
    let names = |part: &Vec<usize>| part.iter().map(|at| typeset(&content.categories[*at].name)).collect();
    let title = |at: usize| format!("Volume {} of {}", at + 1, volume.parts.len());
    let others = volume.parts.iter().enumerate().filter(|(at, _)| *at != volume.at);
    VolumeView {
        number: volume.at + 1,
        count: volume.parts.len(),
        title: title(volume.at),
        others: others.map(|(at, part)| OtherVolume { title: format!("Volume {}", at + 1), categories: names(part) }).collect(),
    }
}

fn run_refs(shown: &Shown<'_, '_>, spec: &EditionSpec) -> Vec<RunRef> {
    let content = shown.issue.catalogue().content();
    let one = |(number, at): (usize, usize)| {
        let category = &content.categories[at];
        RunRef {
            file: format!("/data/run-{:02}-{}.json", number + 1, category.id),
            id: format!("category-{}", category.id),
            number: number + 1,
            name: typeset(&category.name),
            tab: typeset(&category.tab),
            count: shown.of(shown.issue.catalogue().in_category(at)).len(),
            code: spec.category_codes.then(|| code(&content.project.base_url, &category_href(category.id.as_str()))).flatten(),
        }
    };
    // Which of its eight masks makes a code easiest to read takes some finding out.
    shown.categories().into_par_iter().enumerate().map(one).collect()
}

/// The page runs of an edition, in the order of [`BookletView::runs`].
pub fn runs<'v>(issue: &Issue<'_>, spec: &EditionSpec, views: &'v Views, volume: Option<Volume<'_>>) -> Vec<RunFile<'v>> {
    let (whole, shown) = (shown(issue, spec, None), shown(issue, spec, volume));
    let content = issue.catalogue().content();
    let words = words_of(spec, views);
    let teller = Teller::new(&words, spec);
    let one = |at: usize| {
        let category = &content.categories[at];
        let (home, also): (Vec<At>, Vec<At>) =
            whole.of(issue.catalogue().in_category(at)).into_iter().partition(|listing| whole.home(*listing) == Some(at));
        let entry = |listing: At| {
            let entry = views.entry(listing, home_name(&whole, listing));
            EntryView { elsewhere: elsewhere(&whole, &shown, volume, listing), ..entry }
        };
        let codes = home.iter().filter(|_| spec.listing_codes).filter_map(|at| {
            let view = &views.listings[*at];
            Some((view.id.clone(), code(&content.project.base_url, &view.href)?))
        });
        RunFile {
            intro: typeset(&category.description),
            codes: codes.collect(),
            listings: home.iter().map(|at| teller.tell(&views.listings[*at])).collect(),
            also: also.into_iter().map(entry).collect(),
        }
    };
    shown.categories().into_iter().map(one).collect()
}

/// "volume 2", for a listing of another volume.
fn elsewhere(whole: &Shown<'_, '_>, shown: &Shown<'_, '_>, volume: Option<Volume<'_>>, at: At) -> Option<String> {
    let volume = volume.filter(|_| !shown.has(at))?;
    let home = whole.home(at)?;
    let number = volume.parts.iter().position(|part| part.contains(&home))?;
    Some(format!("volume {}", number + 1))
}

fn places(shown: &Shown<'_, '_>, views: &Views) -> Vec<PlaceGroup> {
    let catalogue = shown.issue.catalogue();
    let content = catalogue.content();
    let group = |name: String, anchor: String, list: &[At]| {
        let mut parts: BTreeMap<usize, Vec<LineView>> = BTreeMap::new();
        for at in shown.of(list) {
            let view = &views.listings[at];
            let line = LineView { anchor: view.id.clone(), strong: None, said: view.name.clone() };
            parts.entry(shown.home(at).unwrap_or_default()).or_default().push(line);
        }
        let parts = parts.into_iter().map(|(home, lines)| LineGroup { name: typeset(&content.categories[home].tab), lines });
        PlaceGroup { name, anchor, parts: parts.collect() }
    };
    let place = |at: usize| {
        let locality = &content.localities[at];
        group(typeset(&locality.name), place_anchor(locality.id.as_str()), catalogue.in_locality(at))
    };
    let everywhere = group(words::all_of(&content.project.area), place_anchor("everywhere"), catalogue.area_wide());
    shown.places().into_iter().map(place).chain([everywhere]).filter(|group| !group.parts.is_empty()).collect()
}
