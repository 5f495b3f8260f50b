//! Which listings appear in one form of publication, and where.

use super::booklet::CountsView;
use crate::catalogue::At;
use crate::issue::Issue;
use crate::model::{EditionSpec, Listing, Scope};

/// The listings of the site, of an edition, or of one volume of it.
pub struct Shown<'i, 'c> {
    pub(super) issue: &'i Issue<'c>,
    scope: Scope,
    edition: Option<&'i EditionSpec>,
    /// Positions of the categories of a volume; none for all.
    volume: Option<&'i [usize]>,
    /// The category a listing stands in, by its position; none when it is not shown.
    homes: Vec<Option<usize>>,
}

impl<'i, 'c> Shown<'i, 'c> {
    /// All that the site shows.
    pub fn on_site(issue: &'i Issue<'c>) -> Self {
        Shown::new(issue, Scope::Web)
    }

    /// All that may appear in a form of publication.
    pub(super) fn new(issue: &'i Issue<'c>, scope: Scope) -> Self {
        Shown::of_edition(issue, scope, None, None)
    }

    /// What an edition prints, or one volume of it.
    pub(super) fn edition(issue: &'i Issue<'c>, edition: &'i EditionSpec, volume: Option<&'i [usize]>) -> Self {
        Shown::of_edition(issue, Scope::Print, Some(edition), volume)
    }

    fn of_edition(issue: &'i Issue<'c>, scope: Scope, edition: Option<&'i EditionSpec>, volume: Option<&'i [usize]>) -> Self {
        let mut shown = Shown { issue, scope, edition, volume, homes: Vec::new() };
        shown.homes = issue.catalogue().listings().iter().map(|listing| shown.settle(listing)).collect();
        shown
    }

    /// The category a listing stands in: its first one that this form has.
    fn settle(&self, listing: &Listing) -> Option<usize> {
        if !listing.consent.scope.contains(&self.scope) || !self.serves(listing) {
            return None;
        }
        let categories = &self.issue.catalogue().content().categories;
        let wanted = |id| self.edition.is_none_or(|edition| edition.categories.is_empty() || edition.categories.contains(id));
        let home = listing.categories.iter().find(|id| wanted(*id))?;
        let home = categories.iter().position(|category| category.id == *home)?;
        self.volume.is_none_or(|volume| volume.contains(&home)).then_some(home)
    }

    /// Whether a listing is of use in the places of an edition.
    fn serves(&self, listing: &Listing) -> bool {
        let Some(edition) = self.edition.filter(|edition| !edition.localities.is_empty()) else { return true };
        (listing.area_wide && edition.area_wide) || listing.localities.iter().any(|place| edition.localities.contains(place))
    }

    /// The form of publication.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Whether a listing appears.
    pub(super) fn has(&self, at: At) -> bool {
        self.homes[at].is_some()
    }

    /// The category it stands in, by its position in the vocabulary.
    pub(super) fn home(&self, at: At) -> Option<usize> {
        self.homes[at]
    }

    /// Those of some listings that appear.
    pub(super) fn of(&self, list: &[At]) -> Vec<At> {
        list.iter().copied().filter(|at| self.has(*at)).collect()
    }

    /// All that appear, in order.
    pub(super) fn all(&self) -> Vec<At> {
        (0..self.homes.len()).filter(|at| self.has(*at)).collect()
    }

    /// What joined since the issue before.
    pub(super) fn new_ones(&self) -> Vec<At> {
        self.all().into_iter().filter(|at| self.issue.is_new(self.issue.catalogue().listing(*at))).collect()
    }

    /// The categories that have something to show, by their positions.
    pub(super) fn categories(&self) -> Vec<usize> {
        let catalogue = self.issue.catalogue();
        let wanted = |at: &usize| self.volume.is_none_or(|volume| volume.contains(at)) && self.is_wanted(*at);
        (0..catalogue.content().categories.len()).filter(wanted).filter(|at| !self.of(catalogue.in_category(*at)).is_empty()).collect()
    }

    /// Whether the edition has a category at all.
    fn is_wanted(&self, category: usize) -> bool {
        let id = &self.issue.catalogue().content().categories[category].id;
        self.edition.is_none_or(|edition| edition.categories.is_empty() || edition.categories.contains(id))
    }

    /// The places of an edition, by their positions; all of them when it names none.
    pub(super) fn places(&self) -> Vec<usize> {
        let localities = &self.issue.catalogue().content().localities;
        let wanted = |at: &usize| {
            self.edition.is_none_or(|edition| edition.localities.is_empty() || edition.localities.contains(&localities[*at].id))
        };
        (0..localities.len()).filter(wanted).collect()
    }

    /// Figures for the cover.
    pub(super) fn counts(&self) -> CountsView {
        let catalogue = self.issue.catalogue();
        let content = catalogue.content();
        let filled = |groups: usize, list: &dyn Fn(usize) -> usize| (0..groups).filter(|at| list(*at) > 0).count();
        CountsView {
            listings: self.all().len(),
            categories: filled(content.categories.len(), &|at| self.of(catalogue.in_category(at)).len()),
            localities: filled(content.localities.len(), &|at| self.of(catalogue.in_locality(at)).len()),
            new: self.new_ones().len(),
        }
    }
}
