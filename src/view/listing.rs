//! One listing as a template sees it: every value already worded, nothing left to decide.
//!
//! Texts are plain: no markup, no non-breaking spaces. A group that must not be split over two lines
//! (number, postcode, date, time) is a field of its own or is kept together by the renderer.

use serde::Serialize;

use super::prose::BlockView;

/// A listing in full.
#[derive(Debug, Clone, Serialize)]
pub struct ListingView {
    /// The stable id, also the anchor: `riverside-table`.
    pub id: String,
    /// The name, as the provider writes it.
    pub name: String,
    /// The page on the site, from the site's root: `listing/riverside-table.html`.
    pub href: String,
    /// Where it is and who it is for, in one line: "Tilbury, for people aged 55 and over".
    pub strap: String,
    /// One or two plain sentences.
    pub summary: String,
    /// The long description.
    pub description: Vec<BlockView>,
    /// Words that set it apart, in a fixed order: new, changed, paused, free, step-free.
    pub marks: Vec<Mark>,
    /// Something the reader must know before going: "No lunch on 22 December".
    pub alert: Option<String>,
    /// Whether the service is paused this month.
    pub paused: bool,
    /// When it happens, a line for each session.
    pub sessions: Vec<SessionView>,
    /// Dates on which it does not happen this month, with the reason: "No session on Friday 25 December: bank holiday".
    pub not_this_month: Vec<String>,
    /// The dates of this month, in order.
    pub dates: Vec<DateView>,
    /// Where it happens; empty for a service with no venue.
    pub venues: Vec<VenueView>,
    /// How it reaches people when not (only) at a venue: "Comes to your home", "By telephone", "Online".
    pub reach: Vec<String>,
    /// The places it serves, in words: "Tilbury and Grays", "All of Thurrock".
    pub area: String,
    /// What it costs, a line for each price; "Free" when it is.
    pub costs: Vec<String>,
    /// Who it is for, a line each, referral included: "People aged 55 and over", "Carers welcome".
    pub who_for: Vec<String>,
    /// Languages other than English that are spoken.
    pub languages: Vec<String>,
    /// Access in words: "Step-free", "Hearing loop".
    pub access: Vec<String>,
    /// How to get in touch, most useful first.
    pub contacts: Vec<ContactView>,
    /// What was seen, never an approval: "We have seen an enhanced DBS certificate dated March 2026."
    pub evidence: Vec<String>,
    /// The same in as few words as paper has room for, without courses: "We have seen an enhanced DBS certificate
    /// (March 2026) and public liability insurance until 31 March 2027."
    pub evidence_brief: Vec<String>,
    /// Who runs it, when that is not the listing itself.
    pub organisation: Option<OrganisationView>,
    /// Short Easy Read sentences.
    pub easy: Vec<String>,
    /// Pictures, ready for the page.
    pub images: Vec<ImageView>,
    /// When somebody last checked the entry: "12 November 2026, by telephone".
    pub checked: String,
    /// The day alone: "12 November 2026".
    pub checked_on: String,
    /// Where the information comes from when it is not the provider.
    pub source: Option<String>,
    /// Its categories, the first being its home.
    pub categories: Vec<LinkView>,
    /// Its places.
    pub localities: Vec<LinkView>,
    /// About how many characters all of this is, the long description apart: so that a theme can tell at once which
    /// listings are short.
    pub size: usize,
    /// An address for reports about this entry: `mailto:...` with a subject.
    pub report_href: Option<String>,
}

/// A word or two that set a listing apart.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// `new`, `paused`, `free` or `step-free`.
    pub kind: &'static str,
    /// The words: "New this month".
    pub text: String,
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// The words.
    pub name: String,
    /// The page, from the site's root.
    pub href: String,
}

/// A recurring time.
#[derive(Debug, Clone, Serialize)]
pub struct SessionView {
    /// "Tuesdays"; "First and third Friday of the month"; "Every 2 weeks on Monday".
    pub days: String,
    /// "midday to 2pm".
    pub times: String,
    /// Conditions, a sentence or phrase each: "Term time only", "Ring by Monday".
    pub notes: Vec<String>,
    /// The venue's name, when the listing has several.
    pub venue: Option<String>,
}

/// One date of this month.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// `2026-12-08`.
    pub iso: String,
    /// "Tuesday 8 December".
    pub date: String,
    /// "midday to 2pm".
    pub times: String,
    /// `12:00`, for `<time>`.
    pub starts: String,
    /// "Ask first: Christmas Day", on a bank holiday on which the provider has not decided.
    pub ask: Option<String>,
}

/// A place to go to. A masked one has a town and nothing closer.
#[derive(Debug, Clone, Serialize)]
pub struct VenueView {
    /// "Quayside Hall"; empty when masked.
    pub name: String,
    /// "Main hall".
    pub room: Option<String>,
    /// Address lines without the town.
    pub address: Vec<String>,
    /// "Tilbury".
    pub town: String,
    /// "RM18 0ZZ"; none when masked.
    pub postcode: Option<String>,
    /// Said instead of an address: "Address given when you get in touch".
    pub masked: Option<String>,
    /// How to get there.
    pub getting_there: Option<String>,
    /// Parking.
    pub parking: Option<String>,
    /// A map of the postcode; none when masked.
    pub map_href: Option<String>,
}

/// A person or desk to get in touch with.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// "Organiser".
    pub label: Option<String>,
    /// Ways to reach them, telephone first.
    pub ways: Vec<WayView>,
    /// "Weekday mornings".
    pub best_time: Option<String>,
}

/// One way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub struct WayView {
    /// `phone`, `mobile`, `email` or `web`.
    pub kind: &'static str,
    /// "Telephone", "Mobile phone", "Email", "Website".
    pub label: &'static str,
    /// What is printed: "01632 960 123", "hello@example.org", "www.example.org".
    pub text: String,
    /// `tel:`, `mailto:` or `https:` address.
    pub href: String,
}

/// Who runs a service.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationView {
    /// "Estuary Kitchens".
    pub name: String,
    /// "A group of neighbours who cook".
    pub description: Option<String>,
    /// "Registered charity 1234567".
    pub identifiers: Vec<String>,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// The file on the site, from its root; also its name below `/images/` for the booklet.
    pub href: String,
    /// What it shows; empty when it is decoration.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// A smaller version for narrow screens, of a picture that is wide enough.
    pub small: Option<SmallImageView>,
}

/// A picture's smaller version.
#[derive(Debug, Clone, Serialize)]
pub struct SmallImageView {
    /// The file on the site, from its root.
    pub href: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}
