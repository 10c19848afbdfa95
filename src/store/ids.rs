//! The keys of rows.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The key of a row: a CUID, 25 lower-case letters and digits.
///
/// Its type keeps it from being taken for a Discord id, which is a `String`. It says
/// nothing to the reader: it begins with the host's time, so that neighbours in time
/// are neighbours in the index, but rows are ordered by their own timestamps. It can
/// be guessed; what must not be guessed is 256 random bits instead.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Id(String);

impl Id {
    /// A new key. The generator reads the host's clock and randomness itself, which
    /// is fine for a value that means nothing.
    #[expect(
        clippy::new_without_default,
        reason = "a default value that differs each time would surprise"
    )]
    pub fn new() -> Self {
        Self(cuid1::cuid())
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Before every key that is ever written.
    pub(crate) fn lowest() -> Self {
        Self(String::new())
    }
}

/// A key that came from outside, as from a button: it may name no row.
impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
