//! `content/listings/<category>/<id>.toml`.

use super::draft::*;
use super::table::Table;
use super::{Reader, prose};
use crate::diag::{Diagnostics, Level};
use crate::model::{Email, Money, Phone, Postcode, Rrule, Slug, TimeOfDay, WebAddress};

/// Reads a listing.
pub(super) fn listing(mut t: Table<'_>, path: &str, reader: &Reader<'_>, found: &mut Diagnostics) -> ListingDraft {
    let (folder, stem) = place(path);
    let draft = ListingDraft {
        source: t.span().source,
        folder,
        stem,
        torn: t.is_torn(),
        says_contact: t.has("contact"),
        id: t
            .required("id", "give it a short name of small letters and hyphens, the same as the file's: id = \"riverside-table\"", found)
            .map(slug),
        name: t.required("name", "say what the service is called: name = \"Riverside Table\"", found),
        summary: t.required("summary", "say in one or two plain sentences what it offers", found),
        description: t
            .required("description", "describe it in 80 to 700 characters between triple quotes", found)
            .map(|text| reader.prose(text, prose::Allowed { headings: false })),
        status: t.word("status", found),
        alert: t.text("alert", found),
        alert_until: t.date("alert_until", found),
        added: t.date("added", found),
        see_also: t.texts("see_also", found),
        categories: t.texts("categories", found),
        localities: t.texts("localities", found),
        area_wide: t.flag("area_wide", found),
        kind: required_word(&mut t, "kind", "say who stands behind it, such as kind = \"group\"", found),
        workers: t.int("workers", found),
        delivery: t.words("delivery", found),
        referral: t.word("referral", found),
        audience: t.table("audience", found).map(|t| audience(t, found)).unwrap_or_default(),
        languages: t.texts("languages", found),
        access: t.words("access", found),
        easy: t.texts("easy", found),
        free: t.flag("free", found),
        images: t.tables("images", found).into_iter().map(|t| image(t, found)).collect(),
        organisation: t.table("organisation", found).map(|t| organisation(t, found)),
        contacts: t.tables("contact", found).into_iter().map(|t| contact(t, found)).collect(),
        venues: t.tables("venue", found).into_iter().map(|t| venue(t, found)).collect(),
        sessions: t.tables("session", found).into_iter().map(|t| session(t, found)).collect(),
        costs: t.tables("cost", found).into_iter().map(|t| cost(t, found)).collect(),
        safety: t.table("safety", found).map(|t| safety(t, found)).unwrap_or_default(),
        checks: match t.table("checks", found) {
            Some(t) => checks(t, found),
            None => {
                t.missing("checks", "add a table that says when somebody last checked the entry: [checks], confirmed = 2026-11-12, confirmed_by = \"phone\"", found);
                ChecksDraft::default()
            }
        },
        consent: t.table("consent", found).map(|t| consent(t, found)),
        private: t.table("private", found).map(|t| private(t, found)),
    };
    if draft.categories.is_empty() {
        t.missing("categories", "name one to three categories: categories = [\"food\"]", found);
    }
    if draft.delivery.is_empty() {
        t.missing("delivery", "say how it reaches people: delivery = [\"venue\"], or at_home, phone, online", found);
    }
    t.finish(found);
    draft
}

/// The folder below `listings/` and the file's name without its ending.
fn place(path: &str) -> (String, String) {
    let below = path.strip_prefix("content/listings/").unwrap_or(path);
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    (folder.to_owned(), name.strip_suffix(".toml").unwrap_or(name).to_owned())
}

/// A text read as a slug.
pub(super) fn slug(text: Text) -> SlugDraft {
    Parsed { span: text.span, value: Slug::parse(&text.value), text: text.value }
}

fn required_word<W: crate::model::Word>(
    t: &mut Table<'_>,
    key: &'static str,
    help: &str,
    found: &mut Diagnostics,
) -> Option<crate::source::Spanned<W>> {
    let before = found.len();
    let word = t.word(key, found);
    if word.is_none() && found.len() == before {
        t.missing(key, help, found);
    }
    word
}

fn audience(mut t: Table<'_>, found: &mut Diagnostics) -> AudienceDraft {
    let draft = AudienceDraft {
        min_age: t.int("min_age", found),
        max_age: t.int("max_age", found),
        who: t.text("who", found),
        carers_welcome: t.flag("carers_welcome", found),
    };
    t.finish(found);
    draft
}

/// Reads a picture's entry.
pub(super) fn image(mut t: Table<'_>, found: &mut Diagnostics) -> ImageDraft {
    let draft = ImageDraft {
        span: t.span(),
        file: t.required("file", "name a file in content/images/, such as file = \"lunch.jpg\"", found),
        alt: t.text("alt", found),
        decorative: t.flag("decorative", found),
    };
    t.finish(found);
    draft
}

fn organisation(mut t: Table<'_>, found: &mut Diagnostics) -> OrganisationDraft {
    let draft = OrganisationDraft {
        span: t.span(),
        name: t.required("name", "say who runs the service, or take the [organisation] table out", found),
        description: t.text("description", found),
        charity_number: t.text("charity_number", found),
        company_number: t.text("company_number", found),
    };
    t.finish(found);
    draft
}

fn contact(mut t: Table<'_>, found: &mut Diagnostics) -> ContactDraft {
    let draft = ContactDraft {
        span: t.span(),
        label: t.text("label", found),
        phone: t.parsed("phone", Phone::parse, found),
        mobile: t.parsed("mobile", Phone::parse, found),
        email: t.parsed("email", Email::parse, found),
        url: t.parsed("url", WebAddress::parse, found),
        best_time: t.text("best_time", found),
        public: t.flag("public", found),
    };
    t.finish(found);
    draft
}

fn venue(mut t: Table<'_>, found: &mut Diagnostics) -> VenueDraft {
    let draft = VenueDraft {
        span: t.span(),
        name: t.text("name", found),
        room: t.text("room", found),
        address: t.texts("address", found),
        town: t.required("town", "say in which town or village it is: town = \"Tilbury\"", found),
        county: t.text("county", found),
        postcode: t.parsed("postcode", Postcode::parse, found),
        mask_address: t.flag("mask_address", found),
        uprn: t.text("uprn", found),
        getting_there: t.text("getting_there", found),
        parking: t.text("parking", found),
    };
    t.finish(found);
    draft
}

fn session(mut t: Table<'_>, found: &mut Diagnostics) -> SessionDraft {
    // A rule with nothing in it names no day; one that is wrong is reported for what it is.
    let ruled = t.has("rrule") && !t.is_blank("rrule");
    let before = found.count(Level::Error);
    let (days, weeks, month_days) = (t.words("days", found), t.ints("week", found), t.ints("days_of_month", found));
    let draft = SessionDraft {
        span: t.span(),
        says_days: ruled || ["days", "days_of_month"].iter().any(|key| t.has(key)),
        misread: found.count(Level::Error) > before,
        days,
        weeks,
        month_days,
        rrule: t.parsed("rrule", Rrule::parse, found),
        every: t.int("every", found),
        starting: t.date("starting", found),
        until: t.date("until", found),
        from: t.required("from", "say when it begins: from = \"12:00\"", found).map(time),
        to: t.required("to", "say when it ends: to = \"14:00\"", found).map(time),
        bank_holidays: t.word("bank_holidays", found),
        term_time_only: t.flag("term_time_only", found),
        not_on: t.dates("not_on", found),
        extra: t.dates("extra", found),
        booking: t.text("booking", found),
        note: t.text("note", found),
        venue: t.text("venue", found),
    };
    t.finish(found);
    draft
}

fn time(text: Text) -> Parsed<TimeOfDay, crate::model::TimeFault> {
    Parsed { span: text.span, value: TimeOfDay::parse(&text.value), text: text.value }
}

fn cost(mut t: Table<'_>, found: &mut Diagnostics) -> CostDraft {
    let draft = CostDraft {
        span: t.span(),
        option: t.text("option", found),
        says_amount: t.has("amount"),
        amount: t.number("amount", found).map(|text| Parsed { span: text.span, value: Money::from_pounds(&text.value), text: text.value }),
        per: t.word("per", found),
        text: t.text("text", found),
        direct_payments: t.flag("direct_payments", found),
    };
    t.finish(found);
    draft
}

fn safety(mut t: Table<'_>, found: &mut Diagnostics) -> SafetyDraft {
    let draft = SafetyDraft {
        span: Some(t.span()),
        personal_care: t.flag("personal_care", found),
        in_home: t.flag("in_home", found),
        cqc: t.table("cqc", found).map(|t| cqc(t, found)),
        dbs: t.table("dbs", found).map(|t| dbs(t, found)),
        insurance: t.table("insurance", found).map(|t| insurance(t, found)),
        food: t.table("food", found).map(|t| food(t, found)),
        training: t.texts("training", found),
    };
    t.finish(found);
    draft
}

fn cqc(mut t: Table<'_>, found: &mut Diagnostics) -> CqcDraft {
    let draft = CqcDraft {
        span: t.span(),
        status: required_word(&mut t, "status", "say what the provider told you, such as status = \"sole_worker_exempt\"", found),
        provider_id: t.text("provider_id", found),
    };
    t.finish(found);
    draft
}

fn dbs(mut t: Table<'_>, found: &mut Diagnostics) -> DbsDraft {
    let draft = DbsDraft {
        span: t.span(),
        level: required_word(&mut t, "level", "say which certificate was seen, such as level = \"enhanced\"", found),
        issued: t.date("issued", found),
        seen: t.date("seen", found),
        by: t.text("by", found),
    };
    t.finish(found);
    draft
}

fn insurance(mut t: Table<'_>, found: &mut Diagnostics) -> InsuranceDraft {
    let before = found.len();
    let draft = InsuranceDraft {
        span: t.span(),
        public_liability: t.int("public_liability", found),
        until: t.date("until", found),
        seen: t.date("seen", found),
    };
    if draft.until.is_none() && found.len() == before {
        t.missing("until", "say on which day the cover ends: until = 2027-03-31", found);
    }
    t.finish(found);
    draft
}

fn food(mut t: Table<'_>, found: &mut Diagnostics) -> FoodDraft {
    let draft = FoodDraft {
        span: t.span(),
        registered: t.flag("registered", found),
        rating: t.int("rating", found),
        rated: t.date("rated", found),
        awaiting: t.flag("awaiting", found),
        exempt: t.flag("exempt", found),
    };
    t.finish(found);
    draft
}

fn checks(mut t: Table<'_>, found: &mut Diagnostics) -> ChecksDraft {
    let before = found.len();
    let confirmed = t.date("confirmed", found);
    if confirmed.is_none() && found.len() == before {
        t.missing("confirmed", "say when somebody last checked the entry: confirmed = 2026-11-12", found);
    }
    let draft = ChecksDraft {
        confirmed,
        confirmed_by: required_word(&mut t, "confirmed_by", "say how it was checked: confirmed_by = \"phone\"", found),
        next_due: t.date("next_due", found),
        source: t.word("source", found),
        cite: t.text("cite", found),
    };
    t.finish(found);
    draft
}

fn consent(mut t: Table<'_>, found: &mut Diagnostics) -> ConsentDraft {
    let draft = ConsentDraft {
        span: t.span(),
        basis: t.word("basis", found),
        reason: t.text("reason", found),
        given: t.date("given", found),
        scope: t.words("scope", found),
        withdrawn: t.flag("withdrawn", found),
        review_by: t.date("review_by", found),
        until: t.date("until", found),
    };
    t.finish(found);
    draft
}

fn private(mut t: Table<'_>, found: &mut Diagnostics) -> PrivateDraft {
    let draft = PrivateDraft {
        span: t.span(),
        name: t.text("updater_name", found),
        phone: t.parsed("updater_phone", Phone::parse, found),
        email: t.parsed("updater_email", Email::parse, found),
        address: t.texts("updater_address", found),
        letters: t.word("letters", found),
        staff: t.text("staff", found),
    };
    t.text("notes", found);
    t.finish(found);
    draft
}
