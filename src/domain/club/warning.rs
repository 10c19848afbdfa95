//! What a person should know about the reading of a draft.

use std::fmt;

use slimy_roster::{About, WarningKind};
use slimy_words::{Words, say};

use super::sentence::and;

/// What a person should know about the reading, and about what people have changed in it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Something about what was read.
    Read(About),
    /// There are other than so many rows by now.
    Rows {
        /// How many there are.
        rows: usize,
        /// How many members the game counts.
        counted: u32,
    },
}

impl Warning {
    /// What kind of warning it is.
    pub fn kind(&self) -> WarningKind {
        match self {
            Self::Read(about) => about.kind(),
            Self::Rows { .. } => WarningKind::CountDiffers,
        }
    }

    /// One sentence for the person. Names stand in it as they were read.
    pub fn say(&self, words: Words) -> String {
        let about = match self {
            Self::Rows { rows, counted } => {
                return say!(
                    words,
                    "review-warning-rows",
                    rows = *rows,
                    counted = *counted
                );
            }
            Self::Read(about) => about,
        };
        match about {
            About::MoreThanCounted { found, counted } => {
                say!(
                    words,
                    "review-warning-more",
                    found = *found,
                    counted = *counted
                )
            }
            About::FewerThanCounted { found, counted } => {
                say!(
                    words,
                    "review-warning-fewer",
                    found = *found,
                    counted = *counted
                )
            }
            About::CountsDiffer { found } => {
                say!(words, "review-warning-counts-differ", found = *found)
            }
            About::CountUnreadable { found } => {
                say!(words, "review-warning-count-unreadable", found = *found)
            }
            About::PowerUnreadable { name } => say!(words, "review-warning-power", name = name),
            About::Conflict { name, powers } => {
                let values: Vec<String> = powers.iter().map(|power| words.number(*power)).collect();
                let values = and(words, &values);
                say!(
                    words,
                    "review-warning-conflict",
                    name = name,
                    values = values
                )
            }
            About::NameUncertain { name } => say!(words, "review-warning-name", name = name),
            About::Written { sentence, .. } => sentence.clone(),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_of_a_reading_what_the_command_line_prints() {
        let name = || "Stone".to_owned();
        let (found, counted) = (3, 4);
        let all = [
            About::MoreThanCounted { found, counted },
            About::FewerThanCounted { found, counted },
            About::CountsDiffer { found },
            About::CountUnreadable { found },
            About::PowerUnreadable { name: name() },
            About::Conflict {
                name: name(),
                powers: vec![100, 200, 300],
            },
            About::NameUncertain { name: name() },
        ];
        for about in all {
            let printed = about.to_string();
            assert_eq!(Warning::Read(about).to_string(), printed);
        }
    }
}
