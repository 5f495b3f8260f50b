//! Consent, the private table and the list of those who asked to be taken out, as written.

use super::{Parsed, SlugDraft, Text};
use crate::model::{Basis, Date, Email, EmailFault, Letters, Phone, PhoneFault, Scope};
use crate::source::{Span, Spanned};

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
