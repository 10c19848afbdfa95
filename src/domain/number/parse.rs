//! Numbers as people write them: `298,297,518`, `298 297 518`, `4.1M`, `8.2B`.
//!
//! All arithmetic is on whole numbers: the earlier system multiplied fractions, and made 4099999
//! of `4.1M` (original.md section 1.3). Nothing is guessed: letters that look like digits and
//! separators that can be read in two ways are refused with a sentence.

use std::fmt;

use slimy_words::{Words, say};

#[cfg(test)]
mod tests;

/// Characters of a wrong input that are told.
const TOLD: usize = 40;

/// The most digits that are read; the largest number has 19.
const DIGITS: usize = 40;

/// Why a text is not a number: one sentence for the person, with what they wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberFault {
    /// There is nothing.
    Empty,
    /// Something else than digits, separators and K, M or B stands there.
    Unknown {
        /// What was written.
        text: Told,
        /// The first character that does not belong.
        found: char,
    },
    /// The separators are not where they belong.
    Separators(Told),
    /// One separator that may be a decimal point as well as one of thousands.
    TwoWays {
        /// What was written.
        text: Told,
        /// The same without the separator.
        whole: Told,
    },
    /// There are more decimals than its unit has.
    NotWhole(Told),
    /// It is beyond what can be counted.
    TooLarge(Told),
    /// It is below zero where it may not be.
    Negative(Told),
}

impl NumberFault {
    /// The sentence for the person.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Empty => say!(words, "errors-number-empty"),
            Self::Unknown { text, found } => say!(
                words,
                "errors-number-unknown",
                text = &text.0,
                found = found.to_string()
            ),
            Self::Separators(text) => say!(words, "errors-number-separators", text = &text.0),
            Self::TwoWays { text, whole } => say!(
                words,
                "errors-number-two-ways",
                text = &text.0,
                whole = &whole.0
            ),
            Self::NotWhole(text) => say!(words, "errors-number-not-whole", text = &text.0),
            Self::TooLarge(text) => {
                say!(
                    words,
                    "errors-number-too-large",
                    text = &text.0,
                    most = i64::MAX
                )
            }
            Self::Negative(text) => say!(words, "errors-number-negative", text = &text.0),
        }
    }
}

impl fmt::Display for NumberFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for NumberFault {}

/// What somebody wrote, as it is told back: cut, and without control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told(String);

impl Told {
    fn new(text: &str) -> Self {
        let shown = |c: char| if c.is_control() { '?' } else { c };
        let mut told: String = text.chars().take(TOLD).map(shown).collect();
        if text.chars().nth(TOLD).is_some() {
            told.push('…');
        }
        Self(told)
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The whole number that `text` means.
///
/// Read are digits, with `,`, `.`, blanks, apostrophes or underscores between the thousands, all
/// of one kind; and `K`, `M` or `B` behind it, large or small, before which a decimal point or
/// comma may stand. A separator that stands once and before three digits is thousands when it is
/// a comma without a unit, as the game and [`super::grouped`] write it; decimal when it is a point
/// with a unit; and otherwise refused.
pub fn parse(text: &str) -> Result<i64, NumberFault> {
    let text = text.trim();
    let told = || Told::new(text);
    let plain: Vec<char> = text.chars().map(plain).collect();
    let (negative, rest) = match plain.as_slice() {
        ['-', rest @ ..] => (true, rest),
        ['+', rest @ ..] | rest => (false, rest),
    };
    let (rest, zeros) = unit(trimmed(rest));
    if rest.is_empty() {
        return Err(match plain.first() {
            None => NumberFault::Empty,
            Some(&found) => NumberFault::Unknown {
                text: told(),
                found,
            },
        });
    }
    let odd = |c: &char| !c.is_ascii_digit() && !is_separator(*c);
    if let Some(place) = rest.iter().position(odd) {
        // As it was written, not as it was read.
        let offset = plain.len() - plain.iter().skip_while(|c| **c != rest[place]).count();
        let found = text.chars().nth(offset).unwrap_or(rest[place]);
        return Err(NumberFault::Unknown {
            text: told(),
            found,
        });
    }
    let Parts { whole, decimals } = parts(rest, zeros > 0).map_err(|fault| match fault {
        Misplaced::Wrong => NumberFault::Separators(told()),
        Misplaced::TwoWays => NumberFault::TwoWays {
            text: told(),
            whole: Told::new(&text.replace(['.', ','], "")),
        },
    })?;
    let decimals: &[char] = {
        let used = decimals.iter().rposition(|digit| *digit != '0');
        &decimals[..used.map_or(0, |last| last + 1)]
    };
    if decimals.len() > zeros {
        return Err(NumberFault::NotWhole(told()));
    }
    let missing = std::iter::repeat_n(&'0', zeros - decimals.len());
    let digits = whole.iter().chain(decimals).chain(missing);
    let value = count(digits).ok_or_else(|| NumberFault::TooLarge(told()))?;
    let value = if negative { -value } else { value };
    i64::try_from(value).map_err(|_| NumberFault::TooLarge(told()))
}

/// A member's power that `text` means: as [`parse`], and not below zero.
pub fn parse_power(text: &str) -> Result<i64, NumberFault> {
    match parse(text)? {
        power if power < 0 => Err(NumberFault::Negative(Told::new(text.trim()))),
        power => Ok(power),
    }
}

/// The digits before the decimal point, and those behind it.
struct Parts {
    whole: Vec<char>,
    decimals: Vec<char>,
}

/// What is wrong with the separators.
enum Misplaced {
    Wrong,
    TwoWays,
}

/// Tells thousands from decimals. `text` has digits and separators, and at least one of them.
fn parts(text: &[char], has_unit: bool) -> Result<Parts, Misplaced> {
    let groups: Vec<&[char]> = text.split(|c| is_separator(*c)).collect();
    let separators: Vec<char> = text.iter().copied().filter(|c| is_separator(*c)).collect();
    if groups.iter().any(|group| group.is_empty()) {
        return Err(Misplaced::Wrong);
    }
    let Some((&last, others)) = separators.split_last() else {
        return Ok(Parts {
            whole: text.to_vec(),
            decimals: Vec::new(),
        });
    };
    let grouped = |groups: &[&[char]], separators: &[char]| {
        let first = separators.first();
        groups[0].len() <= 3
            && groups[1..].iter().all(|group| group.len() == 3)
            && separators.iter().all(|separator| Some(separator) == first)
    };
    let thousands = grouped(&groups, &separators);
    let (tail, before) = groups.split_last().ok_or(Misplaced::Wrong)?;
    let decimal = matches!(last, '.' | ',')
        && !others.contains(&last)
        && (before.len() == 1 || grouped(before, others));
    let as_decimals = Parts {
        whole: before.concat(),
        decimals: tail.to_vec(),
    };
    match (thousands, decimal) {
        (false, true) if has_unit || last == '.' || before.len() > 1 => Ok(as_decimals),
        // `298,29`: more likely a slip than a fraction.
        (false, _) => Err(Misplaced::Wrong),
        // One separator before three digits.
        (true, true) => match (last, has_unit) {
            ('.', true) => Ok(as_decimals),
            (',', false) => Ok(Parts {
                whole: groups.concat(),
                decimals: Vec::new(),
            }),
            _ if groups[0] == ['0'] && has_unit => Ok(as_decimals),
            _ => Err(Misplaced::TwoWays),
        },
        (true, false) => Ok(Parts {
            whole: groups.concat(),
            decimals: Vec::new(),
        }),
    }
}

/// The text before its unit, and how many zeros the unit stands for.
fn unit(text: &[char]) -> (&[char], usize) {
    let Some((last, rest)) = text.split_last() else {
        return (text, 0);
    };
    let zeros = match last {
        'K' | 'k' => 3,
        'M' | 'm' => 6,
        'B' | 'b' => 9,
        _ => return (text, 0),
    };
    (trimmed(rest), zeros)
}

fn trimmed(mut text: &[char]) -> &[char] {
    while let [' ', rest @ ..] | [rest @ .., ' '] = text {
        text = rest;
    }
    text
}

/// One sign for all that mean the same: any blank, the apostrophes, minus, and the wide letters
/// that keyboards in the east type.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2212}' => '-',
        '\u{2019}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | ' ' | '\'' | '_')
}

/// The number with these digits; none when there are more than any number of ours has.
fn count<'a>(digits: impl Iterator<Item = &'a char>) -> Option<i128> {
    let mut digits = digits.skip_while(|digit| **digit == '0').peekable();
    let mut value = 0_i128;
    for place in 0.. {
        let Some(digit) = digits.next() else { break };
        if place == DIGITS {
            return None;
        }
        value = value
            .checked_mul(10)?
            .checked_add(i128::from(digit.to_digit(10)?))?;
    }
    Some(value)
}
