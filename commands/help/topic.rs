//! What the commands are about.

use slimy_words::{Words, say};

use crate::catalogue::Entry;

/// What some commands are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// What is known of the club.
    Club,
    /// What its managers do.
    ClubAdmin,
    /// Talking to the model.
    Chat,
    /// What the server's admins do.
    Server,
    /// One's own data, and the bot itself.
    Own,
}

words! { Topic {
    Topic::Club => "club",
    Topic::ClubAdmin => "club-admin",
    Topic::Chat => "chat",
    Topic::Server => "server",
    Topic::Own => "own",
} }

impl Topic {
    const ALL: [Self; 5] = [
        Self::Club,
        Self::ClubAdmin,
        Self::Chat,
        Self::Server,
        Self::Own,
    ];

    /// The topic of a command.
    pub(crate) fn of(entry: &Entry) -> Self {
        match entry.top.as_str() {
            "club" | "Analyze club roster" => Self::Club,
            "club-admin" => Self::ClubAdmin,
            "chat" | "Ask Slimy" | "chat-info" | "chat-usage" | "conversations" => Self::Chat,
            "settings" | "audit" | "guild-data" => Self::Server,
            _ => Self::Own,
        }
    }

    /// Its title.
    pub(crate) fn title(self, words: Words) -> String {
        match self {
            Self::Club => say!(words, "help-topic-club"),
            Self::ClubAdmin => say!(words, "help-topic-club-admin"),
            Self::Chat => say!(words, "help-topic-chat"),
            Self::Server => say!(words, "help-topic-server"),
            Self::Own => say!(words, "help-topic-own"),
        }
    }
}

/// The topics of these commands.
pub(crate) fn of(entries: &[&Entry]) -> Vec<Topic> {
    let has_some = |topic: &Topic| entries.iter().any(|entry| Topic::of(entry) == *topic);
    Topic::ALL.into_iter().filter(has_some).collect()
}
