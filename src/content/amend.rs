//! Writing an answer into a listing's file, with every comment, order and line ending as it was.

use toml_edit::{DocumentMut, Item, Table, Value, value};

use crate::model::{ConfirmedBy, Date, Word};

/// Why a file cannot be amended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmendFault {
    /// It is not UTF-8, or not TOML.
    #[error("it has mistakes that `fingerpost check` explains; put those right first")]
    Unreadable,
    /// `checks` is there, and no table.
    #[error("`checks` in it is no table; write it as [checks]")]
    NoTable,
}

const BOM: &str = "\u{feff}";

/// A listing's file in which the entry is confirmed.
pub fn confirmed(bytes: &[u8], by: ConfirmedBy, on: Date) -> Result<Vec<u8>, AmendFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| AmendFault::Unreadable)?;
    let (bom, text) = text.strip_prefix(BOM).map_or(("", text), |rest| (BOM, rest));
    let windows = text.contains("\r\n");
    let mut document: DocumentMut = text.parse().map_err(|_| AmendFault::Unreadable)?;
    let checks = document.entry("checks").or_insert_with(|| Item::Table(Table::new()));
    let checks = checks.as_table_like_mut().ok_or(AmendFault::NoTable)?;
    let date: toml_edit::Datetime = on.to_string().parse().map_err(|_| AmendFault::Unreadable)?;
    for (key, new) in [("confirmed", Value::from(date)), ("confirmed_by", Value::from(by.word()))] {
        match checks.get_mut(key).and_then(Item::as_value_mut) {
            // What stands around the value, a comment say, stays.
            Some(old) => {
                let decor = old.decor().clone();
                *old = new;
                *old.decor_mut() = decor;
            }
            None => {
                checks.insert(key, value(new));
            }
        }
    }
    if let Some(checks) = document.get_mut("checks").and_then(Item::as_inline_table_mut) {
        close_up(checks);
    }
    let text = document.to_string();
    let text = if windows { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text };
    Ok(format!("{bom}{text}").into_bytes())
}

/// What stood before the closing bracket of a table on one line goes to its new end: no space before a comma.
fn close_up(table: &mut toml_edit::InlineTable) {
    let last = table.len().saturating_sub(1);
    for (at, (_, value)) in table.iter_mut().enumerate() {
        let is_space = value.decor().suffix().and_then(|raw| raw.as_str()).is_none_or(|suffix| suffix.trim().is_empty());
        if is_space {
            value.decor_mut().set_suffix(if at == last { " " } else { "" });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AmendFault, confirmed};
    use crate::model::{ConfirmedBy, Date};

    fn check(before: &str, after: &str) {
        let bytes = confirmed(before.as_bytes(), ConfirmedBy::Phone, Date::constant(2026, 12, 1)).expect("it can be amended");
        assert_eq!(String::from_utf8_lossy(&bytes), after);
    }

    #[test]
    fn everything_else_stays() {
        check(
            "# Ring after ten.\nid = \"a\"   # stable\n\n[checks]\nconfirmed = 2026-08-01 # by Ann\nconfirmed_by = \"form\"\nsource = \"provider\"\n\n[consent]\ngiven = 2026-01-01\n",
            "# Ring after ten.\nid = \"a\"   # stable\n\n[checks]\nconfirmed = 2026-12-01 # by Ann\nconfirmed_by = \"phone\"\nsource = \"provider\"\n\n[consent]\ngiven = 2026-01-01\n",
        );
        check(
            "\u{feff}id = \"a\"\r\nchecks = { confirmed = 2026-08-01, source = \"provider\" }\r\n",
            "\u{feff}id = \"a\"\r\nchecks = { confirmed = 2026-12-01, source = \"provider\", confirmed_by = \"phone\" }\r\n",
        );
        check("id = \"a\"\n", "id = \"a\"\n\n[checks]\nconfirmed = 2026-12-01\nconfirmed_by = \"phone\"\n");
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        let amend = |text: &[u8]| confirmed(text, ConfirmedBy::Phone, Date::constant(2026, 12, 1));
        assert_eq!(amend(b"id = a"), Err(AmendFault::Unreadable));
        assert_eq!(amend(b"\xff\xfe"), Err(AmendFault::Unreadable));
        assert_eq!(amend(b"checks = 1"), Err(AmendFault::NoTable));
    }
}
