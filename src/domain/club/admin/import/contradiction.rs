//! What of a file does not fit what is known, in sentences for the person.

use slimy_words::{Words, say};

use crate::club::{Metric, Week, week::WeekFault};

/// What does not fit. Names are as they stand in the file, or begin as they do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contradiction {
    /// A text that no line of a list could show.
    Unprintable {
        /// Which text.
        what: Text,
        /// Its beginning.
        start: String,
    },
    /// A name that is too long.
    LongName {
        /// Its beginning.
        start: String,
        /// The limit, in characters.
        most: usize,
    },
    /// A name in which nothing can be seen.
    BlankName {
        /// Its beginning.
        start: String,
    },
    /// A power that none is as high as.
    TooHigh {
        /// Whose.
        name: String,
        /// The week's name, as it stands in the file.
        week: String,
        /// The power.
        power: i64,
    },
    /// A week that has not begun.
    WeekToCome {
        /// Whose value.
        name: String,
        /// The week.
        week: Week,
        /// The week now.
        now: Week,
    },
    /// No week has this name.
    NotAWeek {
        /// Whose value.
        name: String,
        /// What is wrong with it.
        fault: WeekFault,
    },
    /// More members than a roster has.
    LongRoster {
        /// The roster's week.
        week: Week,
        /// Its power.
        metric: Metric,
        /// How many it has.
        members: usize,
        /// The limit.
        most: usize,
    },
    /// Two names of the same member in one roster.
    SameMember {
        /// The roster's week.
        week: Week,
        /// Its power.
        metric: Metric,
        /// The first name.
        one: String,
        /// The other.
        other: String,
    },
    /// More members than a club has.
    TooManyMembers {
        /// How many there would be.
        all: usize,
        /// The limit.
        most: usize,
    },
    /// More corrections than a file may bring.
    TooManyCorrections {
        /// The limit.
        most: usize,
    },
}

/// A text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The member's name.
    Name,
    /// When they were last seen.
    LastSeen,
    /// Another name.
    Alias,
}

impl Contradiction {
    /// The sentence for the person.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Unprintable { what, start } => match what {
                Text::Name => say!(words, "files-unprintable-name", start = start),
                Text::LastSeen => say!(words, "files-unprintable-last-seen", start = start),
                Text::Alias => say!(words, "files-unprintable-alias", start = start),
            },
            Self::LongName { start, most } => {
                say!(words, "files-name-too-long", start = start, most = *most)
            }
            Self::BlankName { start } => say!(words, "files-blank-name", start = start),
            Self::TooHigh { name, week, power } => say!(
                words,
                "files-too-high",
                name = name,
                week = week,
                power = words.short(*power)
            ),
            Self::WeekToCome { name, week, now } => say!(
                words,
                "files-week-to-come",
                name = name,
                week = week.to_string(),
                now = now.to_string()
            ),
            Self::NotAWeek { name, fault } => say!(
                words,
                "files-no-such-week",
                name = name,
                fault = fault.say(words)
            ),
            Self::LongRoster {
                week,
                metric,
                members,
                most,
            } => say!(
                words,
                "files-long-roster",
                week = week.to_string(),
                metric = metric.as_str(),
                members = *members,
                most = *most
            ),
            Self::SameMember {
                week,
                metric,
                one,
                other,
            } => say!(
                words,
                "files-same-member",
                week = week.to_string(),
                metric = metric.as_str(),
                one = one,
                other = other
            ),
            Self::TooManyMembers { all, most } => {
                say!(words, "files-too-many-members", all = *all, most = *most)
            }
            Self::TooManyCorrections { most } => {
                say!(words, "files-too-many-corrections", most = *most)
            }
        }
    }
}
