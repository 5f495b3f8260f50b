//! How to reach somebody.

use std::fmt;

/// A telephone number that can be rung in the United Kingdom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    /// National digits, starting with 0, or a short code.
    digits: String,
}

/// Why a text is no telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhoneFault {
    /// Something other than digits, spaces, hyphens, brackets and a leading `+44`.
    Character(char),
    /// A country code other than 44.
    Abroad,
    /// Too few digits; how many there are.
    TooShort(usize),
    /// Too many digits; how many there are.
    TooLong(usize),
    /// No leading zero.
    NoZero,
    /// The right length, but no such range of numbers exists.
    NoSuchRange,
}

/// Short codes that are printed as they are: emergency, police, power cut, NHS, child line and such.
/// From Ofcom's National Telephone Numbering Plan and the 116 harmonised European range.
const SHORT: &[&str] =
    &["999", "112", "101", "105", "111", "119", "159", "18000", "18001", "116000", "116006", "116111", "116117", "116123"];

/// Seven-digit freephone numbers that still work after Ofcom closed the range to new ones.
const OLD_FREEPHONE: &[&str] = &["08001111", "0800555111"];

impl Phone {
    /// Reads a number as people write it: `01375 389 860`, `+44 (0)1375 389860`, `116 123`.
    pub fn parse(text: &str) -> Result<Phone, PhoneFault> {
        let digits = national(text)?;
        if SHORT.contains(&digits.as_str()) || OLD_FREEPHONE.contains(&digits.as_str()) {
            return Ok(Phone { digits });
        }
        if !digits.starts_with('0') {
            return Err(if digits.len() < 7 { PhoneFault::TooShort(digits.len()) } else { PhoneFault::NoZero });
        }
        match digits.len() {
            short @ 0..=9 => return Err(PhoneFault::TooShort(short)),
            10 | 11 => {}
            long => return Err(PhoneFault::TooLong(long)),
        }
        if fictional(&digits) || assigned(&digits) {
            Ok(Phone { digits })
        } else if digits.len() == 10 {
            Err(PhoneFault::TooShort(10))
        } else {
            Err(PhoneFault::NoSuchRange)
        }
    }

    /// The digits, national form.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// Whether it is one of the numbers Ofcom keeps for drama and examples.
    pub fn is_fictional(&self) -> bool {
        fictional(&self.digits)
    }

    /// Whether it is a mobile number.
    pub fn is_mobile(&self) -> bool {
        self.digits.starts_with("07") && !self.digits.starts_with("070")
    }

    /// The number as printed, in groups that are easy to keep in mind (GOV.UK style): `01632 960 123`.
    pub fn printed(&self) -> String {
        let d = self.digits.as_str();
        let groups: &[usize] = match d.len() {
            6 if d.starts_with("116") => &[3, 3],
            8 => &[4, 4],
            10 if d.starts_with("08") || d.starts_with("05") => &[4, 3, 3],
            10 => &[5, 5],
            11 if d.starts_with("02") => &[3, 4, 4],
            11 if d.starts_with("011") || (d.starts_with("01") && d[3..4] == *"1") => &[4, 3, 4],
            11 if d.starts_with("03") || d.starts_with("08") || d.starts_with("09") || d.starts_with("05") => &[4, 3, 4],
            11 => &[5, 3, 3],
            _ => return d.to_owned(),
        };
        let mut parts = Vec::new();
        let mut rest = d;
        for &len in groups {
            let (part, tail) = rest.split_at(len);
            parts.push(part);
            rest = tail;
        }
        parts.join(" ")
    }

    /// The address for `tel:` links: `+441632960123`, or the short code itself.
    pub fn dial(&self) -> String {
        match self.digits.strip_prefix('0') {
            Some(rest) if self.digits.len() >= 10 => format!("+44{rest}"),
            _ => self.digits.clone(),
        }
    }
}

/// The digits in national form.
fn national(text: &str) -> Result<String, PhoneFault> {
    let text = text.trim();
    let (abroad, rest) = match text.strip_prefix('+').or_else(|| text.strip_prefix("00")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some(other) = rest.chars().find(|c| !c.is_ascii_digit() && !matches!(c, ' ' | '-' | '(' | ')' | '.' | '\u{a0}')) {
        return Err(PhoneFault::Character(other));
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if !abroad {
        return Ok(digits);
    }
    let local = digits.strip_prefix("44").ok_or(PhoneFault::Abroad)?;
    Ok(format!("0{}", local.strip_prefix('0').unwrap_or(local)))
}

/// Ofcom's numbers for drama use: 01632 960000 to 960999, 07700 900000 to 900999, and one block of a
/// thousand in each of a few cities.
fn fictional(digits: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "01632960", "07700900", "02079460", "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960",
        "01414960", "01514960", "01614960", "01914980", "02890180", "02920180", "08081570", "09098790", "03069990",
    ];
    digits.len() == 11 && BLOCKS.iter().any(|block| digits.starts_with(block))
}

/// Whether the number lies in a range that is in use, by Google's libphonenumber data.
fn assigned(digits: &str) -> bool {
    let util = &*rlibphonenumber::PHONE_NUMBER_UTIL;
    util.parse(digits, Some(rlibphonenumber::Region::GB)).is_ok_and(|number| util.is_valid_number(&number))
}

/// An e-mail address of the right form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

/// The text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailFault;

impl Email {
    /// Reads an address; a display name is not allowed, and the part after the @ must have a dot.
    pub fn parse(text: &str) -> Result<Email, EmailFault> {
        let options = email_address::Options::default().without_display_text().without_domain_literal().with_required_tld();
        match email_address::EmailAddress::parse_with_options(text, options) {
            Ok(address) if text.is_ascii() && !address.domain().ends_with('.') && !text.contains('"') => Ok(Email(text.to_owned())),
            _ => Err(EmailFault),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An `http:` or `https:` address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

/// Why a text is no web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebFault {
    /// No `https://` before it.
    NoScheme,
    /// A scheme other than http and https.
    Scheme(String),
    /// A user name, spaces, no host, or otherwise broken.
    Form,
}

impl WebAddress {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<WebAddress, WebFault> {
        let text = text.trim();
        match url::Url::parse(text) {
            Ok(url) if !matches!(url.scheme(), "http" | "https") => {
                if text.split_once(':').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit())) {
                    return Err(WebFault::NoScheme);
                }
                Err(WebFault::Scheme(url.scheme().to_owned()))
            }
            Ok(url) => {
                let host_ok = url.host_str().is_some_and(|host| host.contains('.') || host == "localhost");
                let plain = url.username().is_empty() && url.password().is_none() && !text.contains(char::is_whitespace);
                if host_ok && plain { Ok(WebAddress(url.into())) } else { Err(WebFault::Form) }
            }
            Err(url::ParseError::RelativeUrlWithoutBase) => Err(WebFault::NoScheme),
            Err(_) => Err(WebFault::Form),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its host: `www.example.org`.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        rest.split(['/', ':', '?', '#']).next().unwrap_or_default()
    }

    /// The address as printed: without scheme, `www.` and a closing slash.
    pub fn printed(&self) -> &str {
        let text = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        let text = text.strip_prefix("www.").unwrap_or(text);
        text.strip_suffix('/').unwrap_or(text)
    }
}

/// A person or desk that readers may turn to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// "Organiser".
    pub label: Option<String>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Mobile phone.
    pub mobile: Option<Phone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Website.
    pub url: Option<WebAddress>,
    /// "Weekday mornings".
    pub best_time: Option<String>,
}
