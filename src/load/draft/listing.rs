//! A listing as written, with the parts that have no file of their own.

use super::{ChecksDraft, ConsentDraft, Parsed, PrivateDraft, ProseDraft, SafetyDraft, SessionDraft, SlugDraft, Text};
use crate::model::{
    Access, Date, Delivery, Email, EmailFault, Kind, Money, MoneyFault, Per, Phone, PhoneFault, Postcode, PostcodeFault, Referral, Status,
    WebAddress, WebFault,
};
use crate::source::{SourceId, Span, Spanned};

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
