//! What somebody is told who asks too often.

use std::{fmt, time::Duration};

use slimy_words::{Words, say};

/// Somebody asks too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooFast {
    /// The person does.
    Person {
        /// How long until they may again.
        wait: Duration,
    },
    /// Everybody in the guild together does.
    Guild {
        /// How long until somebody there may again.
        wait: Duration,
    },
}

impl TooFast {
    /// A stable name for the audit log.
    pub const KIND: &str = "too_fast";

    /// One sentence for the person, with the time to wait in whole seconds, at least one.
    pub fn say(self, words: Words) -> String {
        match self {
            Self::Person { wait } => say!(words, "rates-too-fast", seconds = seconds(wait)),
            Self::Guild { wait } => say!(words, "rates-server-too-fast", seconds = seconds(wait)),
        }
    }
}

fn seconds(wait: Duration) -> u64 {
    let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    whole.max(1)
}

impl fmt::Display for TooFast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for TooFast {}
