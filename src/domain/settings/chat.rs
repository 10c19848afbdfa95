//! The `chat` topic as the rules ask for it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    CHAT_CHANNEL_PERSONAS, CHAT_CHANNELS, CHAT_GUILD_DAY, CHAT_GUILD_MONTH, CHAT_PERSON_DAY,
    CHAT_PERSON_MONTH, CHAT_PERSONA, CHAT_ROLES, CHAT_STREAMING, Setting, switch, texts,
};
use crate::chat::Limits;

/// The `chat` topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatSettings {
    /// Discord ids of the channels in which people may chat; empty for all.
    pub channels: Vec<String>,
    /// Discord ids of the roles whose holders may chat; empty for everybody.
    pub roles: Vec<String>,
    /// Who the bot is in this guild, where it is not the program's own persona.
    pub persona: Option<String>,
    /// Who it is in some channels, by their Discord ids.
    pub channel_personas: BTreeMap<String, String>,
    /// The most tokens that each person may use here. It can only lower the host's.
    pub person: Limits,
    /// The most tokens that all of them may use. It can only lower the host's.
    pub guild: Limits,
    /// Whether answers are shown while they are written.
    pub streaming: bool,
}

impl Default for ChatSettings {
    fn default() -> Self {
        Self::of_document(&Value::Null)
    }
}

impl ChatSettings {
    pub(super) fn of_document(document: &Value) -> Self {
        Self {
            channels: texts(&CHAT_CHANNELS, document),
            roles: texts(&CHAT_ROLES, document),
            persona: match CHAT_PERSONA.value(document) {
                Value::String(persona) => Some(persona),
                _ => None,
            },
            channel_personas: by_channel(&CHAT_CHANNEL_PERSONAS, document),
            person: Limits {
                day: tokens(&CHAT_PERSON_DAY, document),
                month: tokens(&CHAT_PERSON_MONTH, document),
            },
            guild: Limits {
                day: tokens(&CHAT_GUILD_DAY, document),
                month: tokens(&CHAT_GUILD_MONTH, document),
            },
            streaming: switch(&CHAT_STREAMING, document),
        }
    }
}

/// A number of tokens, of which 0 is no limit.
fn tokens(setting: &Setting, document: &Value) -> Option<i64> {
    let tokens = setting.value(document).as_i64();
    tokens.filter(|tokens| *tokens > 0)
}

fn by_channel(setting: &Setting, document: &Value) -> BTreeMap<String, String> {
    let Value::Object(texts) = setting.value(document) else {
        return BTreeMap::new();
    };
    let text = |(channel, text): (String, Value)| match text {
        Value::String(text) => Some((channel, text)),
        _ => None,
    };
    texts.into_iter().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::settings::check;

    #[test]
    fn by_default_everybody_chats_everywhere_within_the_hosts_limits() {
        let settings = ChatSettings::default();
        let expected = ChatSettings {
            channels: Vec::new(),
            roles: Vec::new(),
            persona: None,
            channel_personas: BTreeMap::new(),
            person: Limits::default(),
            guild: Limits::default(),
            streaming: true,
        };
        assert_eq!(settings, expected);
    }

    #[test]
    fn what_is_set_is_read() {
        let document = json!({"chat": {
            "channels": ["1", "2"],
            "roles": ["3"],
            "persona": "A pirate.",
            "channelPersonas": {"1": "A cook.\nShe rhymes."},
            "budget": {"personDay": 10, "personMonth": 0, "guildDay": 30, "guildMonth": 40},
            "streaming": false,
        }});
        assert_eq!(check(&document), Ok(()));
        let settings = ChatSettings::of_document(&document);
        assert_eq!((settings.channels.len(), settings.roles.len()), (2, 1));
        assert_eq!(settings.persona.as_deref(), Some("A pirate."));
        assert_eq!(settings.channel_personas["1"], "A cook.\nShe rhymes.");
        let limits = |day, month| Limits { day, month };
        assert_eq!(settings.person, limits(Some(10), None));
        assert_eq!(settings.guild, limits(Some(30), Some(40)));
        assert!(!settings.streaming);
    }

    #[test]
    fn what_cannot_be_used_has_its_default() {
        let document = json!({"chat": {
            "channels": "1",
            "roles": [3],
            "persona": "x".repeat(2_001),
            "channelPersonas": {"general": "A cook."},
            "budget": {"personDay": -1, "guildDay": "5"},
            "streaming": "no",
        }});
        assert_eq!(
            ChatSettings::of_document(&document),
            ChatSettings::default()
        );
    }
}
