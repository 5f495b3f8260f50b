//! Codes that a telephone's camera reads (QR, ISO/IEC 18004), always with the address in words beside them.

use fast_qr::{ECL, QRBuilder};

use super::booklet::CodeView;
use super::words::escaped;
use crate::model::{Email, WebAddress};

/// The code of a page of the site; none for an address that no code holds.
pub(super) fn code(base: &WebAddress, page: &str) -> Option<CodeView> {
    let text = match page {
        "" => base.printed().to_owned(),
        _ => format!("{}/{page}", base.printed()),
    };
    drawn(format!("{}{page}", base.as_str()), text)
}

/// The code that begins a message to somebody about something.
pub(super) fn message(to: &Email, subject: &str) -> Option<CodeView> {
    drawn(format!("mailto:{to}?subject={}", escaped(subject)), to.to_string())
}

fn drawn(href: String, text: String) -> Option<CodeView> {
    // Level M stands a fold or a stain: 15 in 100 of its area (the standard's recommendation for print).
    let made = QRBuilder::new(href.as_str()).ecl(ECL::M).build().ok()?;
    let size = made.size;
    let row = |y: usize| made[y][..size].iter().map(|module| if module.value() { '1' } else { '0' }).collect();
    Some(CodeView { text, href, size, rows: (0..size).map(row).collect() })
}
