//! What was read, before anybody has said that it is right.
//!
//! Every value keeps its place. A value that has to be parsed keeps the fault, so that a rule can speak
//! about it. `None` means that the file does not say, or that `load` has already reported why.

use crate::content::IMAGE_LIMIT;
use crate::model::{
    Access, Arrangement, BankHolidays, Basis, ConfirmedBy, Cover, CqcStatus, Date, DbsLevel, Delivery, Detail, Email, EmailFault, Flip,
    Form, Inks, Kind, Letters, Money, MoneyFault, Month, PagePlace, PageRole, Per, Phone, PhoneFault, Postcode, PostcodeFault, Prose,
    Provenance, Record, Referral, Region, Rrule, RruleFault, Scope, Slug, SlugFault, Standard, Status, TimeFault, TimeOfDay, WebAddress,
    WebFault, Weekday,
};
use crate::source::{SourceId, SourceMap, Span, Spanned};

use super::prose::ProseFault;

/// A text as written.
pub type Text = Spanned<String>;
/// A parsed value or the reason why it could not be parsed, with the text as written.
#[derive(Debug, Clone)]
pub struct Parsed<T, F> {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub text: String,
    /// The value, or the fault.
    pub value: Result<T, F>,
}

impl<T, F> Parsed<T, F> {
    /// The value when it is right.
    pub fn ok(&self) -> Option<&T> {
        self.value.as_ref().ok()
    }
}

/// A slug as written.
pub type SlugDraft = Parsed<Slug, SlugFault>;

/// Everything that was read.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The files.
    pub sources: SourceMap,
    /// The project's settings.
    pub project: Option<ProjectDraft>,
    /// Categories in file order.
    pub categories: Vec<CategoryDraft>,
    /// Places in file order.
    pub localities: Vec<LocalityDraft>,
    /// Outlets in file order.
    pub outlets: Vec<OutletDraft>,
    /// Bank holidays, closures, terms.
    pub calendar: CalendarDraft,
    /// Listings in path order.
    pub listings: Vec<ListingDraft>,
    /// Pages in path order.
    pub pages: Vec<PageDraft>,
    /// Issues in path order, so by month.
    pub issues: Vec<IssueDraft>,
    /// What earlier issues said, in path order.
    pub records: Vec<RecordDraft>,
    /// Services that asked to be taken out, in file order.
    pub relist: Vec<RelistDraft>,
    /// Pictures in path order.
    pub images: Vec<ImageFile>,
    /// `archive/*.pdf`.
    pub archive: Vec<ArchiveFile>,
    /// Where `booklet.toml` is, or would be: for findings about the project as a whole.
    pub top: Option<Span>,
}

/// A listing as written.
#[derive(Debug, Clone)]
pub struct ListingDraft {
    /// The file.
    pub source: SourceId,
    /// The folder below `listings/`: `food`.
    pub folder: String,
    /// The file's name without `.toml`.
    pub stem: String,
    /// Whether the file has syntax errors, so that what seems to be missing may only be misread.
    pub torn: bool,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `summary`.
    pub summary: Option<Text>,
    /// `description`.
    pub description: Option<ProseDraft>,
    /// `status`.
    pub status: Option<Spanned<Status>>,
    /// `alert`.
    pub alert: Option<Text>,
    /// `alert_until`.
    pub alert_until: Option<Spanned<Date>>,
    /// `added`.
    pub added: Option<Spanned<Date>>,
    /// `see_also`.
    pub see_also: Vec<Text>,
    /// `categories`.
    pub categories: Vec<Text>,
    /// `localities`.
    pub localities: Vec<Text>,
    /// `area_wide`.
    pub area_wide: Option<Spanned<bool>>,
    /// `kind`.
    pub kind: Option<Spanned<Kind>>,
    /// `workers`.
    pub workers: Option<Spanned<i64>>,
    /// `delivery`.
    pub delivery: Vec<Spanned<Delivery>>,
    /// `referral`.
    pub referral: Option<Spanned<Referral>>,
    /// `audience`.
    pub audience: AudienceDraft,
    /// `languages`.
    pub languages: Vec<Text>,
    /// `access`.
    pub access: Vec<Spanned<Access>>,
    /// `easy`.
    pub easy: Vec<Text>,
    /// `free`.
    pub free: Option<Spanned<bool>>,
    /// `images`.
    pub images: Vec<ImageDraft>,
    /// `[organisation]`.
    pub organisation: Option<OrganisationDraft>,
    /// `[[contact]]`.
    pub contacts: Vec<ContactDraft>,
    /// Whether there is a `contact` at all, right or wrong.
    pub says_contact: bool,
    /// `[[venue]]`.
    pub venues: Vec<VenueDraft>,
    /// `[[session]]`.
    pub sessions: Vec<SessionDraft>,
    /// `[[cost]]`.
    pub costs: Vec<CostDraft>,
    /// `[safety]`.
    pub safety: SafetyDraft,
    /// `[checks]`.
    pub checks: ChecksDraft,
    /// `[consent]`.
    pub consent: Option<ConsentDraft>,
    /// `[private]`; nothing of it gets into [`Checked`](crate::check::Checked).
    pub private: Option<PrivateDraft>,
}

impl ListingDraft {
    /// The id as written, or the file's name: to speak of the listing.
    pub fn called(&self) -> &str {
        self.id.as_ref().map_or(self.stem.as_str(), |id| id.text.as_str())
    }

    /// The whole file, for findings that have no better place.
    pub fn top(&self) -> Span {
        Span::top(self.source)
    }

    /// Whether the listing is meant to be published (active or paused, consent not withdrawn).
    pub fn is_live(&self) -> bool {
        let status = self.status.as_ref().map_or(Status::Active, |status| status.value);
        matches!(status, Status::Active | Status::Paused) && !self.is_withdrawn()
    }

    /// Whether consent was withdrawn.
    pub fn is_withdrawn(&self) -> bool {
        self.consent.as_ref().is_some_and(ConsentDraft::is_withdrawn)
    }
}

/// A Markdown text with what was wrong in it.
#[derive(Debug, Clone)]
pub struct ProseDraft {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub text: String,
    /// The tree, without what the faults are about.
    pub prose: Prose,
    /// What a text may not contain, with the place.
    pub faults: Vec<Spanned<ProseFault>>,
}

/// `audience`.
#[derive(Debug, Clone, Default)]
pub struct AudienceDraft {
    /// `min_age`.
    pub min_age: Option<Spanned<i64>>,
    /// `max_age`.
    pub max_age: Option<Spanned<i64>>,
    /// `who`.
    pub who: Option<Text>,
    /// `carers_welcome`.
    pub carers_welcome: Option<Spanned<bool>>,
}

/// One of `images`.
#[derive(Debug, Clone)]
pub struct ImageDraft {
    /// The whole entry.
    pub span: Span,
    /// `file`.
    pub file: Option<Text>,
    /// `alt`.
    pub alt: Option<Text>,
    /// `decorative`.
    pub decorative: Option<Spanned<bool>>,
}

/// `[organisation]`.
#[derive(Debug, Clone)]
pub struct OrganisationDraft {
    /// The whole table.
    pub span: Span,
    /// `name`.
    pub name: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `charity_number`.
    pub charity_number: Option<Text>,
    /// `company_number`.
    pub company_number: Option<Text>,
}

/// `[[contact]]`.
#[derive(Debug, Clone)]
pub struct ContactDraft {
    /// The whole table.
    pub span: Span,
    /// `label`.
    pub label: Option<Text>,
    /// `phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `mobile`.
    pub mobile: Option<Parsed<Phone, PhoneFault>>,
    /// `email`.
    pub email: Option<Parsed<Email, EmailFault>>,
    /// `url`.
    pub url: Option<Parsed<WebAddress, WebFault>>,
    /// `best_time`.
    pub best_time: Option<Text>,
    /// `public`.
    pub public: Option<Spanned<bool>>,
}

impl ContactDraft {
    /// Whether it may be published.
    pub fn is_public(&self) -> bool {
        self.public.as_ref().is_none_or(|public| public.value)
    }
}

/// `[[venue]]`.
#[derive(Debug, Clone)]
pub struct VenueDraft {
    /// The whole table.
    pub span: Span,
    /// `name`.
    pub name: Option<Text>,
    /// `room`.
    pub room: Option<Text>,
    /// `address`.
    pub address: Vec<Text>,
    /// `town`.
    pub town: Option<Text>,
    /// `county`.
    pub county: Option<Text>,
    /// `postcode`.
    pub postcode: Option<Parsed<Postcode, PostcodeFault>>,
    /// `mask_address`.
    pub mask_address: Option<Spanned<bool>>,
    /// `uprn`.
    pub uprn: Option<Text>,
    /// `getting_there`.
    pub getting_there: Option<Text>,
    /// `parking`.
    pub parking: Option<Text>,
}

impl VenueDraft {
    /// Whether only the town may be published.
    pub fn is_masked(&self) -> bool {
        self.mask_address.as_ref().is_some_and(|mask| mask.value)
    }
}

/// `[[session]]`.
#[derive(Debug, Clone)]
pub struct SessionDraft {
    /// The whole table.
    pub span: Span,
    /// `days`.
    pub days: Vec<Spanned<Weekday>>,
    /// Whether there is a `days`, `days_of_month` or `rrule` at all, right or wrong.
    pub says_days: bool,
    /// `week`.
    pub weeks: Vec<Spanned<i64>>,
    /// `days_of_month`.
    pub month_days: Vec<Spanned<i64>>,
    /// `rrule`.
    pub rrule: Option<Parsed<Rrule, RruleFault>>,
    /// `every`.
    pub every: Option<Spanned<i64>>,
    /// `starting`.
    pub starting: Option<Spanned<Date>>,
    /// `until`.
    pub until: Option<Spanned<Date>>,
    /// `from`.
    pub from: Option<Parsed<TimeOfDay, TimeFault>>,
    /// `to`.
    pub to: Option<Parsed<TimeOfDay, TimeFault>>,
    /// `bank_holidays`.
    pub bank_holidays: Option<Spanned<BankHolidays>>,
    /// `term_time_only`.
    pub term_time_only: Option<Spanned<bool>>,
    /// `not_on`.
    pub not_on: Vec<Spanned<Date>>,
    /// `extra`.
    pub extra: Vec<Spanned<Date>>,
    /// `booking`.
    pub booking: Option<Text>,
    /// `note`.
    pub note: Option<Text>,
    /// `venue`.
    pub venue: Option<Text>,
}

impl SessionDraft {
    /// The first thing that says on which days it is, apart from single dates.
    pub fn pattern(&self) -> Option<Span> {
        let days = self.days.first().map(|day| day.span);
        days.or(self.month_days.first().map(|day| day.span)).or(self.rrule.as_ref().map(|rule| rule.span))
    }

    /// The last date, and where it stands.
    pub fn last(&self) -> Option<Spanned<Date>> {
        let ruled = || self.rrule.as_ref().and_then(|rule| Some(Spanned::new(rule.ok()?.until?, rule.span)));
        self.until.clone().or_else(ruled)
    }
}

/// `[[cost]]`.
#[derive(Debug, Clone)]
pub struct CostDraft {
    /// The whole table.
    pub span: Span,
    /// `option`.
    pub option: Option<Text>,
    /// `amount`.
    pub amount: Option<Parsed<Money, MoneyFault>>,
    /// Whether there is an `amount` at all, right or wrong.
    pub says_amount: bool,
    /// `per`.
    pub per: Option<Spanned<Per>>,
    /// `text`.
    pub text: Option<Text>,
    /// `direct_payments`.
    pub direct_payments: Option<Spanned<bool>>,
}

/// `[safety]`.
#[derive(Debug, Clone, Default)]
pub struct SafetyDraft {
    /// The whole table.
    pub span: Option<Span>,
    /// `personal_care`.
    pub personal_care: Option<Spanned<bool>>,
    /// `in_home`.
    pub in_home: Option<Spanned<bool>>,
    /// `cqc`.
    pub cqc: Option<CqcDraft>,
    /// `dbs`.
    pub dbs: Option<DbsDraft>,
    /// `insurance`.
    pub insurance: Option<InsuranceDraft>,
    /// `food`.
    pub food: Option<FoodDraft>,
    /// `training`.
    pub training: Vec<Text>,
}

/// `cqc`.
#[derive(Debug, Clone)]
pub struct CqcDraft {
    /// The whole table.
    pub span: Span,
    /// `status`.
    pub status: Option<Spanned<CqcStatus>>,
    /// `provider_id`.
    pub provider_id: Option<Text>,
}

/// `dbs`.
#[derive(Debug, Clone)]
pub struct DbsDraft {
    /// The whole table.
    pub span: Span,
    /// `level`.
    pub level: Option<Spanned<DbsLevel>>,
    /// `issued`.
    pub issued: Option<Spanned<Date>>,
    /// `seen`.
    pub seen: Option<Spanned<Date>>,
    /// `by`.
    pub by: Option<Text>,
}

/// `insurance`.
#[derive(Debug, Clone)]
pub struct InsuranceDraft {
    /// The whole table.
    pub span: Span,
    /// `public_liability`.
    pub public_liability: Option<Spanned<i64>>,
    /// `until`.
    pub until: Option<Spanned<Date>>,
    /// `seen`.
    pub seen: Option<Spanned<Date>>,
}

/// `food`.
#[derive(Debug, Clone)]
pub struct FoodDraft {
    /// The whole table.
    pub span: Span,
    /// `registered`.
    pub registered: Option<Spanned<bool>>,
    /// `rating`.
    pub rating: Option<Spanned<i64>>,
    /// `rated`.
    pub rated: Option<Spanned<Date>>,
    /// `awaiting`.
    pub awaiting: Option<Spanned<bool>>,
    /// `exempt`.
    pub exempt: Option<Spanned<bool>>,
}

/// `[checks]`.
#[derive(Debug, Clone, Default)]
pub struct ChecksDraft {
    /// `confirmed`.
    pub confirmed: Option<Spanned<Date>>,
    /// `confirmed_by`.
    pub confirmed_by: Option<Spanned<ConfirmedBy>>,
    /// `next_due`.
    pub next_due: Option<Spanned<Date>>,
    /// `source`.
    pub source: Option<Spanned<Provenance>>,
    /// `cite`.
    pub cite: Option<Text>,
}

/// `[consent]`.
#[derive(Debug, Clone)]
pub struct ConsentDraft {
    /// The whole table.
    pub span: Span,
    /// `basis`.
    pub basis: Option<Spanned<Basis>>,
    /// `reason`.
    pub reason: Option<Text>,
    /// `given`.
    pub given: Option<Spanned<Date>>,
    /// `scope`.
    pub scope: Vec<Spanned<Scope>>,
    /// `withdrawn`.
    pub withdrawn: Option<Spanned<bool>>,
    /// `review_by`.
    pub review_by: Option<Spanned<Date>>,
    /// `until`.
    pub until: Option<Spanned<Date>>,
}

impl ConsentDraft {
    /// Whether it has been taken back.
    pub fn is_withdrawn(&self) -> bool {
        self.withdrawn.as_ref().is_some_and(|withdrawn| withdrawn.value)
    }

    /// Whether it was given for a time that is over on a day.
    pub fn has_ended(&self, today: Date) -> bool {
        self.until.as_ref().is_some_and(|until| until.value < today)
    }
}

/// What `[private]` says: for the rules that keep it out of public fields, and for the publisher's own letters.
#[derive(Debug, Clone)]
pub struct PrivateDraft {
    /// The whole table.
    pub span: Span,
    /// `updater_name`.
    pub name: Option<Text>,
    /// `updater_phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `updater_email`.
    pub email: Option<Parsed<Email, EmailFault>>,
    /// `updater_address`.
    pub address: Vec<Text>,
    /// `letters`.
    pub letters: Option<Spanned<Letters>>,
    /// `staff`.
    pub staff: Option<Text>,
}

impl PrivateDraft {
    /// Names, numbers and addresses that stand in no public text: as written, with their places.
    pub fn secrets(&self) -> impl Iterator<Item = (Span, &str)> {
        let name = self.name.iter().map(|name| (name.span, name.value.as_str()));
        let phone = self.phone.iter().map(|phone| (phone.span, phone.text.as_str()));
        name.chain(phone).chain(self.email.iter().map(|email| (email.span, email.text.as_str())))
    }
}

/// `do-not-relist.toml`: one service that asked to be taken out.
#[derive(Debug, Clone)]
pub struct RelistDraft {
    /// The whole entry.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `since`.
    pub since: Option<Spanned<Date>>,
    /// `digests`.
    pub digests: Vec<Text>,
}

/// `booklet.toml`.
#[derive(Debug, Clone)]
pub struct ProjectDraft {
    /// The file.
    pub source: SourceId,
    /// `title`.
    pub title: Option<Text>,
    /// `subtitle`.
    pub subtitle: Option<Text>,
    /// `area`.
    pub area: Option<Text>,
    /// `lang`.
    pub lang: Option<Text>,
    /// `base_url`.
    pub base_url: Option<Parsed<WebAddress, WebFault>>,
    /// `county`.
    pub county: Option<Text>,
    /// `region`.
    pub region: Option<Spanned<Region>>,
    /// `theme`.
    pub theme: Option<Text>,
    /// `no_endorsement`.
    pub no_endorsement: Option<Text>,
    /// `[publisher]` `name`.
    pub publisher_name: Option<Text>,
    /// `[publisher]` `phone`.
    pub publisher_phone: Option<Parsed<Phone, PhoneFault>>,
    /// `[publisher]` `email`.
    pub publisher_email: Option<Parsed<Email, EmailFault>>,
    /// `[publisher]` `address`.
    pub publisher_address: Vec<Text>,
    /// `[logo]` `file` and `alt`.
    pub logo: Option<ImageDraft>,
    /// `[colours]`.
    pub colours: Vec<(Text, Text)>,
    /// `[words]`.
    pub words: Vec<(Text, Text)>,
    /// `[levels]`: rule name and level as written.
    pub levels: Vec<(Text, Text)>,
    /// `[policy]` whole numbers and switches by key.
    pub policy: PolicyDraft,
    /// `[[edition]]`.
    pub editions: Vec<EditionDraft>,
    /// `[[printer]]`.
    pub printers: Vec<PrinterDraft>,
    /// `spare_percent`.
    pub spare_percent: Option<Spanned<i64>>,
    /// `[cover]` `file` and `alt`.
    pub cover: Option<ImageDraft>,
}

/// `[policy]`.
#[derive(Debug, Clone, Default)]
pub struct PolicyDraft {
    /// `in_home_dbs`.
    pub in_home_dbs: Option<Spanned<bool>>,
    /// `in_home_insurance`.
    pub in_home_insurance: Option<Spanned<bool>>,
    /// `warn_after_days`.
    pub warn_after_days: Option<Spanned<i64>>,
    /// `stop_after_days`.
    pub stop_after_days: Option<Spanned<i64>>,
    /// `numbers_after_days`.
    pub numbers_after_days: Option<Spanned<i64>>,
    /// `paused_after_days`.
    pub paused_after_days: Option<Spanned<i64>>,
    /// `crowded`.
    pub crowded: Option<Spanned<i64>>,
}

/// `[[edition]]`.
#[derive(Debug, Clone)]
pub struct EditionDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `paper`.
    pub paper: Option<Text>,
    /// `text_size` in points, as written.
    pub text_size: Option<Text>,
    /// `detail`.
    pub detail: Option<Spanned<Detail>>,
    /// `form`.
    pub form: Option<Spanned<Form>>,
    /// `categories`.
    pub categories: Vec<Text>,
    /// `localities`.
    pub localities: Vec<Text>,
    /// `area_wide`.
    pub area_wide: Option<Spanned<bool>>,
    /// `front`.
    pub front: Option<Vec<Text>>,
    /// `back`.
    pub back: Option<Vec<Text>>,
    /// `calendar`.
    pub calendar: Option<Spanned<bool>>,
    /// `category_codes`.
    pub category_codes: Option<Spanned<bool>>,
    /// `listing_codes`.
    pub listing_codes: Option<Spanned<bool>>,
    /// `lang`.
    pub lang: Option<Text>,
    /// `[edition.words]`.
    pub words: Vec<(Text, Text)>,
    /// `budget`.
    pub budget: Option<Spanned<i64>>,
    /// `volume_pages`.
    pub volume_pages: Option<Spanned<i64>>,
    /// `outlet_copies`.
    pub outlet_copies: Option<Spanned<bool>>,
}

/// `[[printer]]`. Lengths and weights are kept as written.
#[derive(Debug, Clone)]
pub struct PrinterDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `editions`.
    pub editions: Vec<Text>,
    /// `pages`.
    pub pages: Option<Spanned<Arrangement>>,
    /// `flip`.
    pub flip: Option<Spanned<Flip>>,
    /// `signature`.
    pub signature: Option<Spanned<i64>>,
    /// `paper_thickness`.
    pub paper_thickness: Option<Text>,
    /// `paper_weight`.
    pub paper_weight: Option<Text>,
    /// `cover`.
    pub cover: Option<Spanned<Cover>>,
    /// `bleed`.
    pub bleed: Option<Text>,
    /// `marks`.
    pub marks: Option<Spanned<bool>>,
    /// `safe`.
    pub safe: Option<Text>,
    /// `most_pages`.
    pub most_pages: Option<Spanned<i64>>,
    /// `inks`.
    pub inks: Option<Spanned<Inks>>,
    /// `rule`.
    pub rule: Option<Text>,
    /// `image_dpi`.
    pub image_dpi: Option<Text>,
    /// `standard`.
    pub standard: Option<Spanned<Standard>>,
}

/// `[[category]]`.
#[derive(Debug, Clone)]
pub struct CategoryDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `tab`.
    pub tab: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `see_also`.
    pub see_also: Vec<Text>,
    /// `term_uri`.
    pub term_uri: Option<Parsed<WebAddress, WebFault>>,
    /// `food`.
    pub food: Option<Spanned<bool>>,
}

/// `[[locality]]`.
#[derive(Debug, Clone)]
pub struct LocalityDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `description`.
    pub description: Option<Text>,
    /// `see_also`.
    pub see_also: Vec<Text>,
    /// `neighbours`.
    pub neighbours: Vec<Text>,
    /// `postcodes`.
    pub postcodes: Vec<Text>,
}

/// `[[outlet]]`.
#[derive(Debug, Clone)]
pub struct OutletDraft {
    /// The whole table.
    pub span: Span,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `name`.
    pub name: Option<Text>,
    /// `address`.
    pub address: Vec<Text>,
    /// `town`.
    pub town: Option<Text>,
    /// `postcode`.
    pub postcode: Option<Parsed<Postcode, PostcodeFault>>,
    /// `locality`.
    pub locality: Option<Text>,
    /// `hours`.
    pub hours: Option<Text>,
    /// `phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `copies`: edition id and number.
    pub copies: Vec<(Text, Spanned<i64>)>,
    /// `round`.
    pub round: Option<Spanned<i64>>,
    /// `contact`.
    pub contact: Option<Text>,
    /// `counted`.
    pub counted: Option<Spanned<Date>>,
    /// `returned`.
    pub returned: Option<Spanned<i64>>,
}

/// `closures.toml`.
#[derive(Debug, Clone, Default)]
pub struct CalendarDraft {
    /// `[[bank_holiday]]`.
    pub holidays: Vec<HolidayDraft>,
    /// `[[closure]]`.
    pub closures: Vec<StretchDraft>,
    /// `[[term]]`.
    pub terms: Vec<StretchDraft>,
}

/// `[[bank_holiday]]`.
#[derive(Debug, Clone)]
pub struct HolidayDraft {
    /// `date`.
    pub date: Option<Spanned<Date>>,
    /// `name`.
    pub name: Option<Text>,
    /// `cancelled`.
    pub cancelled: Option<Spanned<bool>>,
}

impl HolidayDraft {
    /// Whether the day is said to be no bank holiday.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.as_ref().is_some_and(|cancelled| cancelled.value)
    }
}

/// A stretch of days with a name or reason.
#[derive(Debug, Clone)]
pub struct StretchDraft {
    /// The whole table.
    pub span: Span,
    /// `from`.
    pub from: Option<Spanned<Date>>,
    /// `to`.
    pub to: Option<Spanned<Date>>,
    /// `venue`.
    pub venue: Option<Text>,
    /// `reason` of a closure, `name` of a term.
    pub words: Option<Text>,
}

/// A page of `pages/`.
#[derive(Debug, Clone)]
pub struct PageDraft {
    /// The file.
    pub source: SourceId,
    /// `id`.
    pub id: Option<SlugDraft>,
    /// `title`.
    pub title: Option<Text>,
    /// `place`.
    pub place: Option<Spanned<PagePlace>>,
    /// `order`.
    pub order: Option<Spanned<i64>>,
    /// `role`.
    pub role: Option<Spanned<PageRole>>,
    /// `footer`.
    pub footer: Option<Spanned<bool>>,
    /// `checked`.
    pub checked: Option<Spanned<Date>>,
    /// `[[number]]`.
    pub numbers: Vec<NumberDraft>,
    /// The text below the head.
    pub text: ProseDraft,
}

/// `[[number]]`.
#[derive(Debug, Clone)]
pub struct NumberDraft {
    /// The whole table.
    pub span: Span,
    /// `name`.
    pub name: Option<Text>,
    /// `phone`.
    pub phone: Option<Parsed<Phone, PhoneFault>>,
    /// `note`.
    pub note: Option<Text>,
}

/// A file of `issues/`.
#[derive(Debug, Clone)]
pub struct IssueDraft {
    /// The file.
    pub source: SourceId,
    /// The month in the file's name; none when it is no month.
    pub month: Option<Month>,
    /// `date`.
    pub date: Option<Spanned<Date>>,
    /// `title`.
    pub title: Option<Text>,
    /// `letter`.
    pub letter: Option<ProseDraft>,
    /// `signed`.
    pub signed: Option<Text>,
    /// `highlights`.
    pub highlights: Vec<Text>,
}

/// A booklet of a past month in `archive/`.
#[derive(Debug, Clone)]
pub struct ArchiveFile {
    /// The file.
    pub source: SourceId,
    /// Its month, by its name.
    pub month: Month,
    /// Its edition's id, by its name.
    pub edition: String,
    /// The file's bytes.
    pub bytes: std::sync::Arc<[u8]>,
}

/// A file `issues/*.record.toml`.
#[derive(Debug, Clone)]
pub struct RecordDraft {
    /// The file.
    pub source: SourceId,
    /// The month in the file's name; none when it is no month.
    pub month: Option<Month>,
    /// What it says, when it can be read and nobody has changed it.
    pub record: Option<Record>,
}

/// A picture in `images/`.
#[derive(Debug, Clone)]
pub struct ImageFile {
    /// The file.
    pub source: SourceId,
    /// Path below `content/images/`.
    pub file: String,
    /// Length in bytes on disk.
    pub len: u64,
    /// What its header says, or why it says nothing.
    pub header: Result<ImageHeader, ImageFault>,
    /// Its bytes, where they were read in full.
    pub bytes: std::sync::Arc<[u8]>,
}

/// A picture of more pixels would take too much memory to decode.
pub const MOST_PIXELS: u64 = 40_000_000;

impl ImageFile {
    /// Whether it is too long or has too many pixels to be used.
    pub fn is_too_large(&self) -> bool {
        let pixels = self.header.map_or(0, |header| u64::from(header.width) * u64::from(header.height));
        self.len > IMAGE_LIMIT || pixels > MOST_PIXELS
    }
}

/// What a picture's header says. Nothing has been decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageHeader {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why a picture cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFault {
    /// Not a JPEG, PNG or WebP file, by its first bytes.
    Type,
    /// Its header is broken.
    Broken,
    /// A link or a device, which is never opened.
    Link,
}
