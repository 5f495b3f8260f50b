//! `content/booklet.toml`.

use super::draft::*;
use super::listing::{image, slug};
use super::table::Table;
use crate::diag::Diagnostics;
use crate::model::{Email, Phone, WebAddress};

/// Reads the project's settings.
pub(super) fn project(mut t: Table<'_>, found: &mut Diagnostics) -> ProjectDraft {
    let source = t.span().source;
    let mut publisher = t.table("publisher", found);
    if publisher.is_none() {
        t.missing("publisher", "say who publishes the directory: [publisher], name = \"...\"", found);
    }
    let draft =
        ProjectDraft {
            source,
            title: t.required("title", "say what the directory is called: title = \"Local help near you\"", found),
            subtitle: t.text("subtitle", found),
            area: t.required("area", "say which area it covers: area = \"Thurrock\"", found),
            lang: t.text("lang", found),
            base_url: t
                .required("base_url", "say where the website will be: base_url = \"https://example.org/\"", found)
                .map(|text| Parsed { span: text.span, value: WebAddress::parse(&text.value), text: text.value }),
            county: t.required("county", "name the county of addresses that name none: county = \"Essex\"", found),
            region: t.word("region", found),
            theme: t.text("theme", found),
            no_endorsement: t.text("no_endorsement", found),
            publisher_name: publisher.as_mut().and_then(|t| t.required("name", "say who publishes the directory", found)),
            publisher_phone: publisher.as_mut().and_then(|t| t.parsed("phone", Phone::parse, found)),
            publisher_email: publisher.as_mut().and_then(|t| t.parsed("email", Email::parse, found)),
            publisher_address: publisher.as_mut().map(|t| t.texts("address", found)).unwrap_or_default(),
            logo: t.table("logo", found).map(|t| image(t, found)),
            colours: t.pairs("colours", found),
            words: t.pairs("words", found),
            levels: t.pairs("levels", found),
            policy: t.table("policy", found).map(|t| policy(t, found)).unwrap_or_default(),
            editions: t.tables("edition", found).into_iter().map(|t| edition(t, found)).collect(),
            printers: t.tables("printer", found).into_iter().map(|t| printer(t, found)).collect(),
            spare_percent: t.int("spare_percent", found),
            cover: t.table("cover", found).map(|t| image(t, found)),
        };
    if let Some(publisher) = publisher {
        publisher.finish(found);
    }
    t.finish(found);
    draft
}

fn policy(mut t: Table<'_>, found: &mut Diagnostics) -> PolicyDraft {
    let draft = PolicyDraft {
        in_home_dbs: t.flag("in_home_dbs", found),
        in_home_insurance: t.flag("in_home_insurance", found),
        warn_after_days: t.int("warn_after_days", found),
        stop_after_days: t.int("stop_after_days", found),
        numbers_after_days: t.int("numbers_after_days", found),
        paused_after_days: t.int("paused_after_days", found),
        crowded: t.int("crowded", found),
    };
    t.finish(found);
    draft
}

fn edition(mut t: Table<'_>, found: &mut Diagnostics) -> EditionDraft {
    let draft = EditionDraft {
        span: t.span(),
        id: t.required("id", "give the edition a short name, such as id = \"a5\"", found).map(slug),
        title: t.text("title", found),
        paper: t.required("paper", "name the paper: paper = \"a5\"", found),
        text_size: t.number("text_size", found),
        detail: t.word("detail", found),
        form: t.word("form", found),
        categories: t.texts("categories", found),
        localities: t.texts("localities", found),
        area_wide: t.flag("area_wide", found),
        front: texts_if_written(&mut t, "front", found),
        back: texts_if_written(&mut t, "back", found),
        calendar: t.flag("calendar", found),
        category_codes: t.flag("category_codes", found),
        listing_codes: t.flag("listing_codes", found),
        lang: t.text("lang", found),
        words: t.pairs("words", found),
        budget: t.int("budget", found),
        volume_pages: t.int("volume_pages", found),
        outlet_copies: t.flag("outlet_copies", found),
    };
    t.finish(found);
    draft
}

/// A list of texts; an empty one asks for nothing, and is not the same as none.
fn texts_if_written(t: &mut Table<'_>, key: &'static str, found: &mut Diagnostics) -> Option<Vec<Text>> {
    let texts = t.texts(key, found);
    t.is_written(key).then_some(texts)
}

fn printer(mut t: Table<'_>, found: &mut Diagnostics) -> PrinterDraft {
    let draft = PrinterDraft {
        span: t.span(),
        id: t.required("id", "give the printer a short name, such as id = \"office-copier\"", found).map(slug),
        title: t.text("title", found),
        editions: t.texts("editions", found),
        pages: t.word("pages", found),
        flip: t.word("flip", found),
        signature: t.int("signature", found),
        paper_thickness: t.number("paper_thickness", found),
        paper_weight: t.number("paper_weight", found),
        cover: t.word("cover", found),
        bleed: t.number("bleed", found),
        marks: t.flag("marks", found),
        safe: t.number("safe", found),
        most_pages: t.int("most_pages", found),
        inks: t.word("inks", found),
        rule: t.number("rule", found),
        image_dpi: t.number("image_dpi", found),
        standard: t.word("standard", found),
    };
    t.finish(found);
    draft
}
