//! What people are told of what a setting may hold, and of what does not fit or cannot be done.

use slimy_store::limits;
use slimy_words::{Words, say};

use super::{Fault, Kind, Problem, Trouble};

impl Kind {
    /// What may be typed, to follow "It may be".
    pub fn accepted(self, words: Words) -> String {
        match self {
            Self::Switch => say!(words, "settings-accepts-switch"),
            Self::Number { from, to } => {
                say!(words, "settings-accepts-number", from = from, to = to)
            }
            Self::Text { most } => say!(words, "settings-accepts-text", most = most),
            Self::Choice(choices) => {
                say!(
                    words,
                    "settings-accepts-choice",
                    choices = choices.join(", ")
                )
            }
            Self::TimeZone => say!(words, "settings-accepts-zone"),
            Self::TimeOfDay => say!(words, "settings-accepts-time"),
            Self::Channel => say!(words, "settings-accepts-channel"),
            Self::Channels { most } | Self::Roles { most } => {
                say!(words, "settings-accepts-ids", most = most)
            }
            Self::Actions { most } => say!(words, "settings-accepts-actions", most = most),
            Self::TextByChannel { channels, most } => say!(
                words,
                "settings-accepts-texts",
                channels = channels,
                most = most
            ),
        }
    }
}

impl Fault {
    /// Where a document or a typed value is at fault, and what is accepted there. The path is
    /// foreign text: a key is as somebody has typed it, or as it stands in a file of theirs.
    pub fn say(&self, words: Words) -> String {
        let problem = problem(words, self.problem);
        if self.path.is_empty() {
            return say!(words, "settings-fault-whole", problem = problem);
        }
        say!(
            words,
            "settings-fault",
            path = &self.path,
            problem = problem
        )
    }
}

impl Trouble {
    /// Why something cannot be done.
    pub fn say(self, words: Words) -> String {
        match self {
            Self::TooLarge { max } => say!(words, "settings-too-large", max = max / 1024),
            Self::Fetch(_) => say!(words, "settings-not-fetched"),
            Self::NoJson { line, column } => {
                say!(words, "settings-no-json", line = line, column = column)
            }
            Self::NothingNew => say!(words, "settings-nothing-new"),
            Self::Over => say!(words, "settings-over"),
            Self::NoSuchRevision => say!(words, "settings-no-such-revision"),
            Self::NothingToRevert => say!(words, "settings-nothing-to-revert"),
            Self::TooMuch => {
                let days = limits::SETTINGS_REVISIONS_KEPT.as_secs() / (24 * 60 * 60);
                say!(words, "settings-too-much", days = days)
            }
        }
    }
}

fn problem(words: Words, problem: Problem) -> String {
    match problem {
        Problem::Unknown => say!(words, "settings-unknown"),
        Problem::NotOffered => say!(words, "settings-not-offered"),
        Problem::NoObject => say!(words, "settings-no-object"),
        Problem::Not(kind) => say!(words, "settings-must-be", what = json(words, kind)),
        Problem::NotOnOrOff => {
            let what = say!(words, "settings-accepts-switch");
            say!(words, "settings-must-be", what = what)
        }
        Problem::NotMentioned => say!(words, "settings-not-mentioned"),
        Problem::NoAction => say!(words, "settings-no-action"),
        Problem::NotUnderChannel => say!(words, "settings-not-under-channel"),
    }
}

/// What a document may hold, where that is not what people type.
fn json(words: Words, kind: Kind) -> String {
    match kind {
        Kind::Switch => say!(words, "settings-json-switch"),
        Kind::Channel => say!(words, "settings-json-id"),
        Kind::Channels { most } | Kind::Roles { most } => {
            say!(words, "settings-json-ids", most = most)
        }
        Kind::Actions { most } => say!(words, "settings-json-actions", most = most),
        Kind::TextByChannel { channels, most } => say!(
            words,
            "settings-json-texts",
            channels = channels,
            most = most
        ),
        other => other.accepted(words),
    }
}
