//! The project's own settings (`content/booklet.toml`).

use super::{EditionSpec, Email, Phone, Printer, WebAddress};

/// Who publishes the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The organisation.
    pub name: String,
    /// Telephone.
    pub phone: Option<Phone>,
    /// E-mail; reports about listings go there.
    pub email: Option<Email>,
    /// Postal address lines.
    pub address: Vec<String>,
}

/// What the project asks of providers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Whether work in homes needs a DBS certificate that was seen.
    pub in_home_dbs: bool,
    /// Whether work in homes needs insurance.
    pub in_home_insurance: bool,
    /// After how many days without a check an entry is doubtful.
    pub warn_after_days: u16,
    /// After how many days without a check an entry is not published.
    pub stop_after_days: u16,
    /// After how many days useful numbers must be checked again.
    pub numbers_after_days: u16,
    /// After how many days a paused listing is asked about.
    pub paused_after_days: u16,
    /// From how many listings a category is crowded.
    pub crowded: usize,
}

/// The project's settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// "Local help near you".
    pub title: String,
    /// A line under the title.
    pub subtitle: String,
    /// "Thurrock".
    pub area: String,
    /// `en-GB`.
    pub lang: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The site's address, ending in `/`.
    pub base_url: WebAddress,
    /// County of addresses that name none.
    pub county: String,
    /// The theme's name.
    pub theme: String,
    /// A logo below `content/images/` with its text alternative.
    pub logo: Option<(String, String)>,
    /// Colours instead of the theme's, by key.
    pub colours: Vec<(String, String)>,
    /// Words instead of the theme's, by key.
    pub words: Vec<(String, String)>,
    /// One sentence for the foot of each page.
    pub no_endorsement: String,
    /// What is asked of providers.
    pub policy: Policy,
    /// The editions, in order.
    pub editions: Vec<EditionSpec>,
    /// Printer profiles, in order.
    pub printers: Vec<Printer>,
    /// Spare copies of a print run, in per cent.
    pub spare_percent: u32,
    /// A picture for the booklet's cover, below `content/images/`, with its text alternative.
    pub cover: Option<(String, String)>,
}
