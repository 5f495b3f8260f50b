//! The things of schema.org that pages speak of, as they are written.

use serde::Serialize;

/// A page's things, each under the name schema.org gives it.
#[derive(Serialize)]
pub struct Graph<'g, T> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub graph: &'g [T],
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Thing<'v> {
    Organisation(Organisation<'v>),
    Site(Site<'v>),
    Service(Box<Service<'v>>),
    Event(Box<Event<'v>>),
}

/// A thing that is said elsewhere on the page.
#[derive(Serialize)]
pub struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "Organization", rename_all = "camelCase")]
pub struct Organisation<'v> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_served: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "WebSite", rename_all = "camelCase")]
pub struct Site<'v> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'v str,
    pub url: &'v str,
    pub in_language: &'v str,
    pub publisher: Reference,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Service<'v> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'v str,
    pub description: &'v str,
    pub url: &'v str,
    pub service_type: Vec<&'v str>,
    pub provider: Organisation<'v>,
    pub area_served: Area<'v>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<PeopleAudience<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available_channel: Option<ServiceChannel<'v>>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Area<'v> {
    Everywhere(&'v str),
    Places(Vec<Place<'v>>),
}

#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Place<'v> {
    pub name: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddress<'v>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct PostalAddress<'v> {
    pub address_locality: &'v str,
    pub address_country: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_region: Option<&'v str>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct ServiceChannel<'v> {
    pub service_location: Vec<Place<'v>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Offer<'v> {
    pub price: String,
    pub price_currency: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'v str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct PeopleAudience<'v> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience_type: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested_min_age: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggested_max_age: Option<u8>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Event<'v> {
    #[serde(rename = "@id")]
    pub id: String,
    pub name: &'v str,
    pub description: &'v str,
    pub url: &'v str,
    pub start_date: String,
    pub event_status: String,
    pub organizer: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_accessible_for_free: Option<bool>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Place<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_attendance_mode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_schedule: Option<Schedules>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub enum Schedules {
    One(Box<Schedule>),
    Several(Vec<Schedule>),
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Schedule {
    pub start_date: String,
    pub end_date: String,
    pub start_time: String,
    pub end_time: String,
    pub schedule_timezone: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_day: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_month_day: Vec<i8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_month_week: Vec<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_frequency: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub except_date: Vec<String>,
}
