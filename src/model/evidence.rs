//! What a provider has shown: never an approval, only what was seen and when.

use jiff::civil::Date;

use super::words::words;

/// For how many years after it was seen a certificate or a rating is taken as news.
pub const EVIDENCE_YEARS: i64 = 3;

words! {
    /// What the provider says about registration with the Care Quality Commission.
    CqcStatus {
        /// Registered.
        Registered = "registered",
        /// One person working directly for the customer, who says no registration is needed.
        SoleWorkerExempt = "sole_worker_exempt",
        /// Not in England, where the commission works.
        NotEngland = "not_england",
        /// No regulated activity.
        NotNeeded = "not_needed",
    }
}

words! {
    /// Kinds of Disclosure and Barring Service certificate.
    DbsLevel {
        /// Basic.
        Basic = "basic",
        /// Standard.
        Standard = "standard",
        /// Enhanced.
        Enhanced = "enhanced",
        /// Enhanced with barred lists.
        EnhancedBarred = "enhanced_barred",
    }
}

/// A statement about registration with the Care Quality Commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cqc {
    /// The statement.
    pub status: CqcStatus,
    /// The provider's number, when registered.
    pub provider_id: Option<String>,
}

/// A certificate that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dbs {
    /// Its level.
    pub level: DbsLevel,
    /// Its date.
    pub issued: Option<Date>,
    /// When it was seen.
    pub seen: Option<Date>,
    /// By whom: "scheme officer".
    pub by: Option<String>,
}

/// Insurance that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insurance {
    /// Public liability cover in whole pounds.
    pub public_liability: Option<u64>,
    /// The last day of cover.
    pub until: Date,
    /// When it was seen.
    pub seen: Option<Date>,
}

/// Food registration and hygiene rating.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Food {
    /// Registered with the council.
    pub registered: bool,
    /// Food hygiene rating, 0 to 5.
    pub rating: Option<u8>,
    /// When it was rated.
    pub rated: Option<Date>,
    /// Registered and waiting for an inspection.
    pub awaiting: bool,
    /// Says it need not register.
    pub exempt: bool,
}

/// Everything seen of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Safety {
    /// Whether personal care is given.
    pub personal_care: bool,
    /// Whether people work in somebody's home.
    pub in_home: bool,
    /// Registration.
    pub cqc: Option<Cqc>,
    /// Certificate.
    pub dbs: Option<Dbs>,
    /// Insurance.
    pub insurance: Option<Insurance>,
    /// Food.
    pub food: Option<Food>,
    /// Courses: "food hygiene 2025-06".
    pub training: Vec<String>,
}
