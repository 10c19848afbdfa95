//! What a guild has set: one table says what there is, and everything follows from it.

mod brief;
mod change;
mod chat;
mod check;
mod club;
#[cfg(test)]
mod example;
mod files;
mod history;
mod kept;
mod kind;
mod mark;
#[cfg(test)]
mod on_engines;
mod proposal;
mod say;
mod schema;
mod setting;
mod spot;
mod trouble;
mod typed;
mod update;
mod write;
mod zones;

use serde_json::Value;
use slimy_store::{Id, guilds::Guild};
use slimy_words::{Language, Words};

pub use change::{Changed, change};
pub use chat::ChatSettings;
pub use check::{Fault, Problem, check};
pub use club::{AlertSettings, ClubSettings};
#[cfg(test)]
pub(crate) use example::example;
pub use files::{MAX_SETTINGS_FILE, export, prepare_import};
pub use history::{Conflict, Entry, HISTORY_PAGE, History, Reverted, history, revert};
pub use kept::{AuditSettings, RetentionSettings};
pub use kind::Kind;
pub use mark::{Mark, NoMark};
pub use proposal::{Applied, Clash, Import, apply, give_up};
pub use schema::{
    ALERT_CHANGE, ALERT_CHANNEL, ALERT_MEMBERS, ALERT_SCAN_DUE, AUDIT_ACTIONS, AUDIT_CHANNEL,
    CHAT_BOT, CHAT_CHANNEL_PERSONAS, CHAT_CHANNELS, CHAT_DAYS, CHAT_GUILD_DAY, CHAT_GUILD_MONTH,
    CHAT_PERSON_DAY, CHAT_PERSON_MONTH, CHAT_PERSONA, CHAT_ROLES, CHAT_STREAMING, CLUB_ANALYTICS,
    GUARD_JUMP, GUARD_MISSING, GUARD_OVER_HEADER, GUARD_VOLATILE, GUARD_VOLATILE_MEMBERS, LANGUAGE,
    MANAGER_ROLES, SCHEMA, TIMEZONE, VISION_READING, WEEK_DAY, WEEK_TIME, WEEK_TIMEZONE, topics,
};
pub use setting::{Preset, Setting, Weight};
pub use slimy_store::guilds::{Cause, SettingsChange};
pub use spot::{Difference, Spot};
pub use trouble::Trouble;
pub use typed::{Held, find, look, reset, set};
pub use update::update;
pub use zones::time_zones;

use crate::{Error, Services};

/// A guild's settings as the rules ask for them. What is not set has its default, and so has what
/// is stored but cannot be used: no document stops the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuildSettings {
    /// The language of public answers: one of [`LANGUAGE`]'s choices.
    pub language: String,
    /// The IANA name of the guild's time zone.
    pub timezone: String,
    /// What is switched on.
    pub features: FeatureSettings,
    /// The club's own.
    pub club: ClubSettings,
    /// How people chat here.
    pub chat: ChatSettings,
    /// What of the audit log is mirrored, and where.
    pub audit: AuditSettings,
    /// How long what is kept.
    pub retention: RetentionSettings,
}

/// The `features` topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeatureSettings {
    /// Whether rosters are read here.
    pub club_analytics: bool,
    /// Whether the bot chats here.
    pub chat_bot: bool,
}

impl Default for GuildSettings {
    fn default() -> Self {
        Self::of_document(&Value::Null)
    }
}

impl GuildSettings {
    /// The settings stored with `guild`.
    pub fn of(guild: &Guild) -> Self {
        let stored = guild.settings.as_ref();
        stored.map_or_else(Self::default, |document| Self::of_document(&document.0))
    }

    /// What is said for all to see in this guild.
    pub fn words(&self) -> Words {
        Words {
            language: Language::from_code(&self.language).unwrap_or_default(),
            timezone: self.timezone.parse().unwrap_or_default(),
        }
    }

    fn of_document(document: &Value) -> Self {
        Self {
            language: text(&LANGUAGE, document),
            timezone: text(&TIMEZONE, document),
            features: FeatureSettings {
                club_analytics: switch(&CLUB_ANALYTICS, document),
                chat_bot: switch(&CHAT_BOT, document),
            },
            club: ClubSettings::of_document(document),
            chat: ChatSettings::of_document(document),
            audit: AuditSettings::of_document(document),
            retention: RetentionSettings::of_document(document),
        }
    }
}

fn text(setting: &Setting, document: &Value) -> String {
    match setting.value(document) {
        Value::String(text) => text,
        _ => String::new(),
    }
}

fn texts(setting: &Setting, document: &Value) -> Vec<String> {
    match setting.value(document) {
        Value::Array(items) => items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    }
}

fn switch(setting: &Setting, document: &Value) -> bool {
    setting.value(document) == Value::Bool(true)
}

/// The settings of the guild `guild_id`; of an unknown one the defaults. Not older than the last
/// change in this process, and at most a second older than one in another.
pub async fn read(services: &Services, guild_id: &Id) -> Result<GuildSettings, Error> {
    let guild = services.cache.guild(&services.db, guild_id).await?;
    Ok(guild.map_or_else(GuildSettings::default, |guild| GuildSettings::of(&guild)))
}

/// What is said for all to see in the guild `guild_id`.
pub async fn words(services: &Services, guild_id: &Id) -> Result<Words, Error> {
    Ok(read(services, guild_id).await?.words())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_set_has_its_default() {
        let settings = GuildSettings::default();
        assert_eq!(
            (settings.language.as_str(), settings.timezone.as_str()),
            ("en", "UTC")
        );
        assert!(settings.features.club_analytics && settings.features.chat_bot);
        assert_eq!(settings.club, ClubSettings::of_document(&Value::Null));
        assert!(settings.club.manager_roles.is_empty());
    }

    #[test]
    fn what_is_set_is_read() {
        let settings = GuildSettings::of_document(&json!({
            "language": "pt-BR",
            "timezone": "America/Sao_Paulo",
            "features": {"chatBot": false},
            "club": {"managerRoles": ["7", "8"]},
        }));
        assert_eq!(
            (settings.language.as_str(), settings.timezone.as_str()),
            ("pt-BR", "America/Sao_Paulo")
        );
        assert!(settings.features.club_analytics && !settings.features.chat_bot);
        assert_eq!(settings.club.manager_roles, ["7", "8"]);
        let words = settings.words();
        assert_eq!(words.language, Language::PtBr);
        assert_eq!(words.timezone, chrono_tz::Tz::America__Sao_Paulo);
    }

    #[test]
    fn no_stored_document_stops_the_bot() {
        let defaults = GuildSettings::default();
        for odd in [
            json!(null),
            json!([]),
            json!("x"),
            json!({"later": {"key": 1}}),
            json!({"club": 3}),
        ] {
            assert_eq!(GuildSettings::of_document(&odd), defaults, "{odd}");
        }
        let half = GuildSettings::of_document(
            &json!({"language": "tlh", "club": {"managerRoles": ["7"]}}),
        );
        assert_eq!(
            (half.language.as_str(), half.club.manager_roles.as_slice()),
            ("en", &["7".to_owned()][..])
        );
    }
}
