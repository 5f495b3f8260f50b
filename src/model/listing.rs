//! One service.

use super::words::words;
use super::{Consent, Contact, Cost, Date, Postcode, Prose, Safety, Session, Slug};

words! {
    /// Whether a service runs.
    Status {
        /// It runs.
        Active = "active",
        /// It has stopped for a while; listed with a mark.
        Paused = "paused",
        /// It has ended; not published.
        Closed = "closed",
        /// It has been taken out; not published and its id never used again.
        Removed = "removed",
    }
}

words! {
    /// Who stands behind a service.
    Kind {
        /// One person in business alone.
        SoleTrader = "sole_trader",
        /// Up to eight people.
        Micro = "micro",
        /// Neighbours or members without a legal form.
        Group = "group",
        /// A registered charity.
        Charity = "charity",
        /// A community interest company.
        Cic = "cic",
        /// A council.
        Council = "council",
        /// Any other company.
        Company = "company",
    }
}

words! {
    /// How a service reaches people.
    Delivery {
        /// At a venue.
        Venue = "venue",
        /// In the reader's home.
        AtHome = "at_home",
        /// By telephone.
        Phone = "phone",
        /// Online.
        Online = "online",
    }
}

words! {
    /// Who may ask for a service.
    Referral {
        /// Anybody for themselves.
        SelfReferral = "self",
        /// Through a professional.
        Professional = "professional",
        /// Both.
        Either = "either",
    }
}

words! {
    /// What makes a service easier to use.
    Access {
        /// No steps.
        StepFree = "step-free",
        /// An accessible toilet.
        AccessibleToilet = "accessible-toilet",
        /// A changing place with hoist and bench.
        ChangingPlace = "changing-place",
        /// A hearing loop.
        HearingLoop = "hearing-loop",
        /// Blue badge parking.
        BlueBadgeParking = "blue-badge-parking",
        /// A quiet space.
        QuietSpace = "quiet-space",
        /// British Sign Language.
        Bsl = "bsl",
        /// Assistance dogs welcome.
        AssistanceDogs = "assistance-dogs",
        /// Large print on request.
        LargePrint = "large-print",
        /// Made to suit people with dementia.
        DementiaFriendly = "dementia-friendly",
    }
}

words! {
    /// How an entry was checked.
    ConfirmedBy {
        /// By telephone.
        Phone = "phone",
        /// By e-mail.
        Email = "email",
        /// On a visit.
        Visit = "visit",
        /// On a form.
        Form = "form",
    }
}

words! {
    /// Where the information comes from.
    Provenance {
        /// From the provider.
        Provider = "provider",
        /// From somebody else, who is named.
        ThirdParty = "third_party",
    }
}

/// Who a service is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audience {
    /// Youngest age.
    pub min_age: Option<u8>,
    /// Oldest age.
    pub max_age: Option<u8>,
    /// In words: "Older people living alone".
    pub who: Option<String>,
    /// Whether carers may come too.
    pub carers_welcome: bool,
}

/// Who runs a service, where its name does not say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// The name.
    pub name: String,
    /// What it is.
    pub description: Option<String>,
    /// Charity Commission number.
    pub charity_number: Option<String>,
    /// Companies House number.
    pub company_number: Option<String>,
}

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Venue {
    /// A public place, printed in full.
    Public {
        /// "Quayside Hall".
        name: String,
        /// "Main hall".
        room: Option<String>,
        /// Address lines without the town.
        address: Vec<String>,
        /// The town.
        town: String,
        /// The county.
        county: String,
        /// The postcode.
        postcode: Postcode,
        /// Unique property reference number.
        uprn: Option<String>,
        /// How to get there.
        getting_there: Option<String>,
        /// Parking.
        parking: Option<String>,
    },
    /// Somebody's home or a refuge: the town, and nothing closer, is all that this type can hold.
    Masked {
        /// The town.
        town: String,
        /// The county.
        county: String,
    },
}

/// A picture of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// File below `content/images/`.
    pub file: String,
    /// What it shows; none when it is decoration.
    pub alt: Option<String>,
}

/// When and how an entry was last checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checks {
    /// The day.
    pub confirmed: Date,
    /// How.
    pub confirmed_by: ConfirmedBy,
    /// When it is due again.
    pub next_due: Option<Date>,
    /// Where the information comes from.
    pub source: Provenance,
    /// Named, when it is somebody else.
    pub cite: Option<String>,
}

/// One service, checked and fit to be published. It has no field for anything private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The id, never used again for another.
    pub id: Slug,
    /// The name.
    pub name: String,
    /// One or two sentences.
    pub summary: String,
    /// The long description.
    pub description: Prose,
    /// `Active` or `Paused`.
    pub status: Status,
    /// Something readers must know, with the last day it holds.
    pub alert: Option<(String, Date)>,
    /// The day it joined.
    pub added: Option<Date>,
    /// Other words people look under.
    pub see_also: Vec<String>,
    /// Its categories, its home first; never empty.
    pub categories: Vec<Slug>,
    /// The places it serves; empty only when it serves all of the area.
    pub localities: Vec<Slug>,
    /// Whether it serves all of the area.
    pub area_wide: bool,
    /// Who stands behind it.
    pub kind: Kind,
    /// How many people work in it.
    pub workers: Option<u8>,
    /// How it reaches people; never empty.
    pub delivery: Vec<Delivery>,
    /// Who may ask for it.
    pub referral: Referral,
    /// Who it is for.
    pub audience: Audience,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// What makes it easier to use.
    pub access: Vec<Access>,
    /// Easy Read sentences.
    pub easy: Vec<String>,
    /// Pictures.
    pub images: Vec<Image>,
    /// Who runs it.
    pub organisation: Option<Organisation>,
    /// Public contacts; never empty.
    pub contacts: Vec<Contact>,
    /// Places to go to.
    pub venues: Vec<Venue>,
    /// Recurring times.
    pub sessions: Vec<Session>,
    /// Whether it costs nothing.
    pub free: bool,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// What was seen.
    pub safety: Safety,
    /// When it was checked.
    pub checks: Checks,
    /// The ground for publishing it.
    pub consent: Consent,
}
