//! United Kingdom postcodes.

use std::fmt;

/// A postcode of the right form, upper case with one space: `RM18 0ZZ`. Nobody asks whether it exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

/// The text does not have the form of a postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostcodeFault {
    /// The nearest well-formed postcode, where a zero and an O, or a one and an I, were mixed up.
    pub suggestion: Option<String>,
}

impl Postcode {
    /// Reads a postcode; letter case and spaces do not matter.
    ///
    /// The forms are those of the Royal Mail's Programmers' Guide to the PAF: A9, A99, A9A, AA9, AA99,
    /// AA9A before the space, 9AA after it, with the letters each place allows; and GIR 0AA.
    pub fn parse(text: &str) -> Result<Postcode, PostcodeFault> {
        let packed: Vec<char> = text.chars().filter(|c| *c != ' ').flat_map(char::to_uppercase).collect();
        if let Some(good) = spaced(&packed) {
            return Ok(Postcode(good));
        }
        Err(PostcodeFault { suggestion: repair(&packed) })
    }

    /// The part before the space: `RM18`.
    pub fn outward(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }

    /// The text, spaced.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The postcode with its space, if the characters make one.
fn spaced(packed: &[char]) -> Option<String> {
    let split = packed.len().checked_sub(3)?;
    let (outward, inward) = packed.split_at(split);
    let good = (outward_ok(outward) && inward_ok(inward)) || packed.iter().collect::<String>() == "GIR0AA";
    good.then(|| outward.iter().chain([&' ']).chain(inward).collect())
}

fn outward_ok(part: &[char]) -> bool {
    let first = |c: char| c.is_ascii_uppercase() && !"QVX".contains(c);
    let second = |c: char| c.is_ascii_uppercase() && !"IJZ".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    match *part {
        [a, d] => first(a) && digit(d),
        [a, d, e] if digit(d) => first(a) && (digit(e) || "ABCDEFGHJKPSTUW".contains(e)),
        [a, b, d] => first(a) && second(b) && digit(d),
        [a, b, d, e] => first(a) && second(b) && digit(d) && (digit(e) || "ABEHMNPRVWXY".contains(e)),
        _ => false,
    }
}

fn inward_ok(part: &[char]) -> bool {
    let letter = |c: char| c.is_ascii_uppercase() && !"CIKMOV".contains(c);
    matches!(*part, [d, a, b] if d.is_ascii_digit() && letter(a) && letter(b))
}

/// Puts O for 0 and I for 1, or the other way round, where that makes a postcode.
fn repair(packed: &[char]) -> Option<String> {
    if packed.len() > 7 {
        return None;
    }
    let swap = |c: char| match c {
        'O' => '0',
        '0' => 'O',
        'I' => '1',
        '1' => 'I',
        other => other,
    };
    (1_u32..1 << packed.len()).find_map(|mask| {
        let tried: Vec<char> = packed.iter().enumerate().map(|(at, &c)| if mask & (1 << at) == 0 { c } else { swap(c) }).collect();
        spaced(&tried)
    })
}
