//! Who serves food says how it stands with registration.

use super::{Check, Rule};
use crate::check::Subject;
use crate::diag::{Diagnostics, Level};
use crate::source::{Span, Spanned};

pub(super) const RULE: Rule = Rule {
    name: "food-registration",
    level: Level::Error,
    fixed: false,
    explain: include_str!("food_registration.md"),
    check: Check::Each(check),
};

/// Reports food services that say nothing about registration, and ratings that cannot be.
fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let food = subject.listing.safety.food.as_ref();
    let says = |flag: &Option<Spanned<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    let said = food.is_some_and(|food| says(&food.registered) || says(&food.exempt) || says(&food.awaiting));
    if let Some(category) = food_category(subject).filter(|_| !said && subject.listing.is_live()) {
        let span = food.map_or(category, |food| food.span);
        let finding = RULE.at(span, "the listing serves food, but does not say whether the council knows of its kitchen");
        found.push(finding.help("ask, and write under [safety]: food = { registered = true, rating = 5, rated = 2025-11-04 }; or { exempt = true } for tea and biscuits now and then"));
    }
    let Some(food) = food else { return };
    if let Some(rating) = food.rating.as_ref().filter(|rating| !(0..=5).contains(&rating.value)) {
        found.push(RULE.at(rating.span, "a food hygiene rating is between 0 and 5").help("look it up on ratings.food.gov.uk"));
    }
    if let (Some(exempt), true) = (food.exempt.as_ref().filter(|exempt| exempt.value), says(&food.registered)) {
        let finding = RULE.at(exempt.span, "a kitchen is either registered or exempt, not both");
        found.push(finding.also(food.span, "it is registered too").help("take one of the two out"));
    }
}

/// Where the listing's first category stands, when it is one that serves food.
fn food_category(subject: &Subject<'_>) -> Option<Span> {
    let first = subject.listing.categories.first()?;
    let category = subject.whole.draft.categories.get(*subject.whole.categories.get(first.value.as_str())?)?;
    category.food.as_ref().is_some_and(|food| food.value).then_some(first.span)
}
