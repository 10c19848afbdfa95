//! What somebody was shown, in few letters: a control carries it, so that a press can tell whether
//! that still holds.

use std::{fmt, str::FromStr};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A mark of a value: the same for the same value, and for others as good as never.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark(u64);

impl Mark {
    /// The mark of `value`.
    pub fn of(value: &Value) -> Self {
        // The keys of an object are sorted, so that equal values are equal texts.
        let hash = Sha256::digest(value.to_string());
        let first = hash.iter().take(8);
        Self(first.fold(0, |mark, byte| mark << 8 | u64::from(*byte)))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The text is no mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no mark")]
pub struct NoMark;

impl FromStr for Mark {
    type Err = NoMark;

    fn from_str(text: &str) -> Result<Self, NoMark> {
        let is_mark = text.len() == 16 && !text.starts_with('+');
        let number = u64::from_str_radix(text, 16).ok().filter(|_| is_mark);
        number.map(Self).ok_or(NoMark)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_values_have_one_mark_and_it_survives_its_text() {
        let mark = Mark::of(&json!({"b": 1, "a": [null, "x"]}));
        assert_eq!(mark, Mark::of(&json!({"a": [null, "x"], "b": 1})));
        assert_eq!(mark.to_string().parse(), Ok(mark));
        assert_ne!(mark, Mark::of(&json!({"a": [null, "y"], "b": 1})));
        for odd in [
            "",
            "0",
            "+00000000000000a",
            "00000000000000000",
            "xxxxxxxxxxxxxxxx",
        ] {
            assert_eq!(odd.parse::<Mark>(), Err(NoMark), "{odd}");
        }
    }
}
