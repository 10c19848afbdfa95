//! Why a description is refused.

use thiserror::Error;

/// Why a layout's description is refused; each message is one line that names the field and what is accepted.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LayoutError {
    /// It is no TOML, or a field is missing, unknown or of another type.
    #[error("the layout's description cannot be read: {0}")]
    Syntax(#[source] Box<toml::de::Error>),
    /// A field breaks a rule.
    #[error("{field} is {value}; accepted is {accepted}")]
    Rule {
        /// The field, `cards.pitch`.
        field: String,
        /// Its value.
        value: String,
        /// What is accepted in its place.
        accepted: String,
    },
    /// A word of the screen has a letter that the reader's model cannot read.
    #[error("{field} has the letter {letter:?}, which the reader's model does not know")]
    Letter {
        /// The field, `title.text`.
        field: &'static str,
        /// The letter.
        letter: char,
    },
    /// Nothing could be read with no layout at all.
    #[error("there is no layout; at least one is needed")]
    None,
    /// Two layouts have the same id.
    #[error("two layouts are called {0}; each needs an id of its own")]
    Twice(String),
}
