//! What may be published, where, and on what ground (UK GDPR).

use jiff::civil::Date;

use super::words::words;

words! {
    /// The lawful basis.
    Basis {
        /// The provider agreed.
        Consent = "consent",
        /// The publisher's legitimate interests, with the reason on file.
        LegitimateInterests = "legitimate_interests",
    }
}

words! {
    /// Where a listing may appear.
    Scope {
        /// In the booklet.
        Print = "print",
        /// On the website.
        Web = "web",
        /// In open data.
        Feed = "feed",
    }
}

/// The ground for publishing a listing. A withdrawn consent never becomes one of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The lawful basis.
    pub basis: Basis,
    /// When it was given.
    pub given: Date,
    /// Where the listing may appear.
    pub scope: Vec<Scope>,
    /// When it is to be asked for again.
    pub review_by: Option<Date>,
    /// The last day it holds, where it was given for a time only.
    pub until: Option<Date>,
}
