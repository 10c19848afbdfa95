//! What is read, as data: a sentence in any language can be made of it.

use std::fmt;

/// The texts of one layout that a list may bear to be read. Shown, they are English:
/// `"Power" or "Sim Power" (English)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The texts as the game shows them.
    pub texts: Vec<String>,
    /// The language of the game on them, by its English name.
    pub language: String,
}

/// Where a screen is that is read. Shown: `Club > Manage Members`, with the game where screens of
/// several are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// The way there in the game.
    pub open: String,
    /// The game, where screens of several are read.
    pub game: Option<String>,
}

impl fmt::Display for Accepted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self
            .texts
            .iter()
            .map(|text| format!("\"{text}\""))
            .collect();
        write!(f, "{} ({})", texts.join(" or "), self.language)
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.game {
            None => f.write_str(&self.open),
            Some(game) => write!(f, "{} ({game})", self.open),
        }
    }
}

/// One of them, in English.
pub(crate) fn either<T: fmt::Display>(all: &[T]) -> String {
    let all: Vec<String> = all.iter().map(T::to_string).collect();
    all.join(" or ")
}
