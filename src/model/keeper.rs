//! Who keeps an entry up to date: for the publisher's own letters and telephone, and never published.

use super::words::words;

words! {
    /// How letters to a provider are printed.
    Letters {
        /// In 12 point.
        Standard = "standard",
        /// In 18 point.
        LargePrint = "large-print",
    }
}

/// How a provider is reached. It never becomes part of a [`Listing`](super::Listing).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    /// Who tells the publisher about changes.
    pub name: Option<String>,
    /// What the public contact is called, a person or a desk.
    pub desk: Option<String>,
    /// Their telephone number, as printed where it is one and as written where it is not.
    pub phone: Option<String>,
    /// Their e-mail address, where it is one.
    pub email: Option<String>,
    /// Their postal address, a line each.
    pub address: Vec<String>,
    /// When they are best rung.
    pub best_time: Option<String>,
    /// How their letters are printed.
    pub letters: Letters,
    /// Which of the publisher's own people looks after the entry.
    pub staff: Option<String>,
}

impl Keeper {
    /// Whom to ask for: the person, or else the desk.
    pub fn asked_for(&self) -> Option<&str> {
        self.name.as_deref().or(self.desk.as_deref())
    }
}
