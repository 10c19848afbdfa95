//! What of a file was left out, in sentences for the person.

use slimy_words::{Words, say};

use crate::club::files;

/// So many aliases are named.
const NAMED: usize = 5;

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// When the file was read.
    File(files::Note),
    /// Aliases that mean somebody else, or cannot be kept.
    Aliases(Vec<String>),
}

impl Note {
    /// The sentence for the person. Foreign text stands in it as it is.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::File(note) => note.say(words),
            Self::Aliases(aliases) => {
                let aliases = words.some(aliases, NAMED);
                say!(words, "files-left-out-aliases", aliases = aliases)
            }
        }
    }
}
