//! The project's settings as written.

use super::{EditionDraft, ImageDraft, Parsed, PrinterDraft, Text};
use crate::model::{Email, EmailFault, Phone, PhoneFault, Region, WebAddress, WebFault};
use crate::source::{SourceId, Spanned};

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
