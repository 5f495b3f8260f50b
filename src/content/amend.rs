//! Writing an answer into a file of the content, with every comment, order and line ending as it was.

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
    /// `entry` is there, and no list of tables.
    #[error("`entry` in it is no list of tables; write each one as [[entry]]")]
    NoEntries,
}

const BOM: &str = "\u{feff}";

/// What a new list of those who asked to be taken out says of itself.
const RELIST_HEAD: &str = "\
# Services that asked to be taken out, written by `fingerpost withdraw`. Keep this file: it stops anybody from listing
# them again by mistake. A digest tells whether a name or number is the same, and does not say which it is.
";

/// A file of the content that is changed and written again.
struct Amended {
    bom: &'static str,
    windows: bool,
    document: DocumentMut,
}

impl Amended {
    fn read(bytes: &[u8]) -> Result<Amended, AmendFault> {
        let text = std::str::from_utf8(bytes).map_err(|_| AmendFault::Unreadable)?;
        let (bom, text) = text.strip_prefix(BOM).map_or(("", text), |rest| (BOM, rest));
        let document = text.parse().map_err(|_| AmendFault::Unreadable)?;
        Ok(Amended { bom, windows: text.contains("\r\n"), document })
    }

    fn bytes(&self) -> Vec<u8> {
        let text = self.document.to_string();
        let text = if self.windows { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text };
        format!("{}{text}", self.bom).into_bytes()
    }
}

/// A day as TOML writes it.
fn day(date: Date) -> Result<Value, AmendFault> {
    date.to_string().parse::<toml_edit::Datetime>().map(Value::from).map_err(|_| AmendFault::Unreadable)
}

/// The list of those who asked to be taken out with one more; `bytes` is none where there is no list yet.
pub fn relisted(bytes: Option<&[u8]>, id: &str, since: Date, digests: &[String]) -> Result<Vec<u8>, AmendFault> {
    let mut file = Amended::read(bytes.unwrap_or(RELIST_HEAD.as_bytes()))?;
    // The notes of a list without entries hang at its end, and belong before the first.
    let notes = if file.document.is_empty() { std::mem::take(&mut file.document).to_string() } else { String::new() };
    let entries = file.document.entry("entry").or_insert_with(|| Item::ArrayOfTables(toml_edit::ArrayOfTables::new()));
    let entries = entries.as_array_of_tables_mut().ok_or(AmendFault::NoEntries)?;
    let mut entry = Table::new();
    entry.insert("id", value(id));
    entry.insert("since", value(day(since)?));
    entry.insert("digests", value(digests.iter().collect::<toml_edit::Array>()));
    if !notes.is_empty() {
        entry.decor_mut().set_prefix(format!("{}\n\n", notes.trim_end()));
    }
    entries.push(entry);
    Ok(file.bytes())
}

/// A listing's file in which the entry is confirmed.
pub fn confirmed(bytes: &[u8], by: ConfirmedBy, on: Date) -> Result<Vec<u8>, AmendFault> {
    let mut file = Amended::read(bytes)?;
    let document = &mut file.document;
    let checks = document.entry("checks").or_insert_with(|| Item::Table(Table::new()));
    let checks = checks.as_table_like_mut().ok_or(AmendFault::NoTable)?;
    for (key, new) in [("confirmed", day(on)?), ("confirmed_by", Value::from(by.word()))] {
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
    Ok(file.bytes())
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
    use super::{AmendFault, confirmed, relisted};
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
    fn the_list_grows_at_its_end() {
        let on = Date::constant(2026, 12, 1);
        let first = relisted(None, "old-spade", on, &["abc".to_owned()]).expect("a new list");
        let text = String::from_utf8(first.clone()).expect("UTF-8");
        assert!(
            text.starts_with("# Services that asked")
                && text.ends_with("\n\n[[entry]]\nid = \"old-spade\"\nsince = 2026-12-01\ndigests = [\"abc\"]\n"),
            "{text}"
        );
        let second = relisted(Some(&first), "quiet-hour", on, &[]).expect("one more");
        let more = "\n[[entry]]\nid = \"quiet-hour\"\nsince = 2026-12-01\ndigests = []\n";
        assert_eq!(String::from_utf8(second).expect("UTF-8"), text + more);
        assert_eq!(relisted(Some(b"entry = 1"), "a", on, &[]), Err(AmendFault::NoEntries));
    }

    #[test]
    fn what_cannot_be_read_is_not_touched() {
        let amend = |text: &[u8]| confirmed(text, ConfirmedBy::Phone, Date::constant(2026, 12, 1));
        assert_eq!(amend(b"id = a"), Err(AmendFault::Unreadable));
        assert_eq!(amend(b"\xff\xfe"), Err(AmendFault::Unreadable));
        assert_eq!(amend(b"checks = 1"), Err(AmendFault::NoTable));
    }
}
