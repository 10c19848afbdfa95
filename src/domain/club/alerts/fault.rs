//! Why news could not be told.

use std::fmt;

use slimy_words::{Words, say};

/// Why news could not be posted. It is kept with them in English words, as earlier releases do, and
/// known again by these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// What is set as the channel is none of Discord's.
    NoChannel,
    /// The channel is another guild's.
    AnotherServer,
    /// The news cannot be read; a later release's, perhaps.
    Unreadable,
    /// The guild is gone.
    GuildGone,
    /// What Discord said, or the way there.
    Discord(String),
}

const KNOWN: [Fault; 4] = [
    Fault::NoChannel,
    Fault::AnotherServer,
    Fault::Unreadable,
    Fault::GuildGone,
];

impl Fault {
    /// As it is kept.
    pub(super) fn kept(&self) -> &str {
        match self {
            Self::NoChannel => "the channel is not one of Discord's",
            Self::AnotherServer => "the channel belongs to another server",
            Self::Unreadable => "it cannot be read",
            Self::GuildGone => "its guild is gone",
            Self::Discord(said) => said,
        }
    }

    /// The one that was kept so.
    pub(in crate::club) fn of(kept: String) -> Self {
        let known = KNOWN.into_iter().find(|fault| fault.kept() == kept);
        known.unwrap_or(Self::Discord(kept))
    }

    /// For the guild's managers, without a full stop. What Discord said stands in it as it is.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NoChannel => say!(words, "news-fault-no-channel"),
            Self::AnotherServer => say!(words, "news-fault-another-server"),
            Self::Unreadable => say!(words, "news-fault-unreadable"),
            Self::GuildGone => say!(words, "news-fault-guild-gone"),
            Self::Discord(said) => said.clone(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kept())
    }
}

impl std::error::Error for Fault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_known_again_by_its_english_words() {
        let said = Fault::Discord("no connection".to_owned());
        for fault in KNOWN.into_iter().chain([said]) {
            assert_eq!(Fault::of(fault.kept().to_owned()), fault);
            assert_eq!(fault.say(Words::ENGLISH), fault.kept());
        }
    }
}
