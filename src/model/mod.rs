//! The things a directory speaks of, as types that cannot hold nonsense.
//!
//! A value of these types is right by itself; whether values fit each other (an end after its start, a
//! venue where one is needed) is for the rules in `check`.

pub mod category;
pub mod colour;
pub mod consent;
pub mod contact;
pub mod cost;
mod day;
pub mod edition;
pub mod evidence;
pub mod holidays;
pub mod keeper;
pub mod listing;
pub mod month;
mod occurrence;
pub mod page;
pub mod postcode;
pub mod printer;
pub mod project;
pub mod prose;
pub mod record;
pub mod rrule;
pub mod session;
pub mod slug;
mod words;

pub use category::{Category, Locality, Outlet};
pub use consent::{Basis, Consent, Scope};
pub use contact::{Contact, Email, EmailFault, Phone, PhoneFault, WebAddress, WebFault};
pub use cost::{Cost, Money, MoneyFault, Per};
pub use day::{days_after, years_after};
pub use edition::{Detail, EditionSpec, Form, POCKET_PAGES, Paper};
pub use evidence::{Cqc, CqcStatus, Dbs, DbsLevel, EVIDENCE_YEARS, Food, Insurance, Safety};
pub use holidays::{Region, bank_holidays};
pub use keeper::{Keeper, Letters};
pub use listing::{
    Access, Audience, Checks, ConfirmedBy, Delivery, Image, Kind, Listing, Organisation, Provenance, Referral, Status, Venue,
};
pub use month::{FIRST_YEAR, LAST_YEAR, Month, MonthFault};
pub use occurrence::Occurrence;
pub use page::{IssueNote, Page, PagePlace, PageRole, UsefulNumber};
pub use postcode::{Postcode, PostcodeFault};
pub use printer::{Arrangement, Cover, Flip, Inks, Printer, Standard};
pub use project::{Policy, Project, Publisher};
pub use prose::{Block, Prose, Run, visible};
pub use record::{Fact, RECORD_VERSION, Record, Recorded, RecordedBook};
pub use rrule::{Beyond, Open, Pattern, Rrule, RruleFault};
pub use session::{
    BankHolidays, Calendar, Closure, Holiday, MonthDay, Session, Term, TimeFault, TimeOfDay, WeekOfMonth, Weekday, is_bank_holiday,
};
pub use slug::{Slug, SlugFault};
pub use words::Word;

/// A calendar day.
pub use jiff::civil::Date;
