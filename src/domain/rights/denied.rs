//! What somebody is told who may not.

use std::fmt;

use slimy_words::{Words, say};

/// Why somebody may not do what has no refusal of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// The audit log is for admins.
    Audit,
    /// What is stored of a guild is its owner's.
    GuildData,
    /// It belongs to somebody else.
    NotYours,
    /// For those who run the bot.
    Host,
    /// Not in this place.
    Here,
    /// There is no such command, or it is not theirs.
    NoSuchCommand,
}

impl Denied {
    /// One sentence for the person.
    pub fn say(self, words: Words) -> String {
        match self {
            Self::Audit => say!(words, "errors-denied-audit"),
            Self::GuildData => say!(words, "errors-denied-guild-data"),
            Self::NotYours => say!(words, "errors-denied-not-yours"),
            Self::Host => say!(words, "errors-denied-host"),
            Self::Here => say!(words, "errors-denied-here"),
            Self::NoSuchCommand => say!(words, "errors-denied-no-such-command"),
        }
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Denied {}
