//! Every setting that a guild has: its key, what it may hold, what holds when nothing is set, and
//! what it is for. Validation, help, choices and export all come from this one table.

use serde_json::{Value, json};

use super::kind::Kind;

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Where it stands in the document, with dots: `features.chatBot`.
    pub key: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// What holds when nothing is set.
    pub preset: Preset,
    /// What it is for, in a sentence for the guild's admins.
    pub description: &'static str,
}

/// What holds when nothing is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// On or off.
    Switch(bool),
    /// A text, a choice, a time zone.
    Text(&'static str),
    /// A whole number.
    Number(i64),
    /// A list of texts.
    Listed(&'static [&'static str]),
    /// A list without anything in it.
    NoneListed,
    /// An object without anything in it.
    NoneNamed,
    /// Nothing at all.
    Unset,
}

/// The most roles that a list may name.
const ROLES: usize = 25;

/// The most members that a number may mean: as many as one analysis may have.
const MEMBERS: i64 = 200;

/// The most channels that a list may name.
const CHANNELS: usize = 25;

/// The most characters of a persona: half of what a modal's input takes.
const PERSONA: usize = 2_000;

/// The most actions that a list may name, as many as a select may offer.
const ACTIONS: usize = 25;

/// The most days that chat may be kept for, beside forever: ten years.
const DAYS: i64 = 3_650;

/// Tokens that a guild may set as a limit; 0 leaves it to the host.
const TOKENS: Kind = Kind::Number {
    from: 0,
    to: 1_000_000_000_000,
};

/// How much a power may change before something happens; what is more than tenfold is a misread.
const PERCENT: Kind = Kind::Number { from: 0, to: 1_000 };

/// The language of public answers.
pub const LANGUAGE: Setting = Setting {
    key: "language",
    kind: Kind::Choice(&["en", "de", "es", "fr", "ja", "pt-BR"]),
    preset: Preset::Text("en"),
    description: "The language of answers that everyone sees.",
};

/// The guild's time zone.
pub const TIMEZONE: Setting = Setting {
    key: "timezone",
    kind: Kind::TimeZone,
    preset: Preset::Text("UTC"),
    description: "The time zone in which days begin and times are shown.",
};

/// Whether rosters are read here.
pub const CLUB_ANALYTICS: Setting = Setting {
    key: "features.clubAnalytics",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether club rosters are read and kept here.",
};

/// Whether the bot chats here.
pub const CHAT_BOT: Setting = Setting {
    key: "features.chatBot",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether people can chat with the bot here.",
};

/// Who manages the club, beside those with Manage Server.
pub const MANAGER_ROLES: Setting = Setting {
    key: "club.managerRoles",
    kind: Kind::DiscordIds { most: ROLES },
    preset: Preset::NoneListed,
    description: "The roles whose holders may do what club managers may.",
};

/// The day on which the club's week begins.
pub const WEEK_DAY: Setting = Setting {
    key: "club.week.day",
    kind: Kind::Choice(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    preset: Preset::Text("fri"),
    description: "The day on which the club's week begins.",
};

/// The time at which the club's week begins.
pub const WEEK_TIME: Setting = Setting {
    key: "club.week.time",
    kind: Kind::TimeOfDay,
    preset: Preset::Text("04:30"),
    description: "The time on that day at which the club's week begins.",
};

/// The time zone of the club's week: the game's, not the guild's.
pub const WEEK_TIMEZONE: Setting = Setting {
    key: "club.week.timezone",
    kind: Kind::TimeZone,
    preset: Preset::Text("America/Los_Angeles"),
    description: "The time zone in which the club's week begins.",
};

/// The guard against a power that jumps.
pub const GUARD_JUMP: Setting = Setting {
    key: "club.guards.jumpPercent",
    kind: PERCENT,
    preset: Preset::Number(85),
    description: "A roster needs a second approval when a member's power changes by this many percent; 0 is off.",
};

/// What counts as volatile.
pub const GUARD_VOLATILE: Setting = Setting {
    key: "club.guards.volatilePercent",
    kind: PERCENT,
    preset: Preset::Number(40),
    description: "A member whose power changes by this many percent is volatile; 0 is off.",
};

/// The guard against many volatile members.
pub const GUARD_VOLATILE_MEMBERS: Setting = Setting {
    key: "club.guards.volatileMembers",
    kind: Kind::Number {
        from: 0,
        to: MEMBERS,
    },
    preset: Preset::Number(5),
    description: "A roster needs a second approval when more members than this are volatile.",
};

/// The guard against missing members.
pub const GUARD_MISSING: Setting = Setting {
    key: "club.guards.missingPercent",
    kind: Kind::Number { from: 0, to: 100 },
    preset: Preset::Number(20),
    description: "A roster needs a second approval when this many percent of the last one's members are missing; 0 is off.",
};

/// The guard against more members than there are.
pub const GUARD_OVER_HEADER: Setting = Setting {
    key: "club.guards.overHeader",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether a roster with more members than the game's header counts needs a second approval.",
};

/// Where news of the club are told.
pub const ALERT_CHANNEL: Setting = Setting {
    key: "club.alerts.channel",
    kind: Kind::DiscordId,
    preset: Preset::Unset,
    description: "The channel in which news of the club are told; without one they are not.",
};

/// Whether comings and goings are told.
pub const ALERT_MEMBERS: Setting = Setting {
    key: "club.alerts.members",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether it is told who has joined and who has left.",
};

/// From when on a change of power is told.
pub const ALERT_CHANGE: Setting = Setting {
    key: "club.alerts.changePercent",
    kind: PERCENT,
    preset: Preset::Number(10),
    description: "It is told whose power has changed by this many percent; 0 is off.",
};

/// Whether a missing scan is told.
pub const ALERT_SCAN_DUE: Setting = Setting {
    key: "club.alerts.scanDue",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether the channel is reminded when the week's scan is due.",
};

/// Whether a vision model reads beside the built-in reader.
pub const VISION_READING: Setting = Setting {
    key: "club.visionReading",
    kind: Kind::Switch,
    preset: Preset::Switch(false),
    description: "Whether a vision model, where the host has set one up, reads screenshots beside the built-in reader.",
};

/// Where people may chat.
pub const CHAT_CHANNELS: Setting = Setting {
    key: "chat.channels",
    kind: Kind::DiscordIds { most: CHANNELS },
    preset: Preset::NoneListed,
    description: "The channels in which people may chat with the bot; none listed is all of them.",
};

/// Who may chat.
pub const CHAT_ROLES: Setting = Setting {
    key: "chat.roles",
    kind: Kind::DiscordIds { most: ROLES },
    preset: Preset::NoneListed,
    description: "The roles whose holders may chat with the bot; none listed is everybody.",
};

/// Who the bot is.
pub const CHAT_PERSONA: Setting = Setting {
    key: "chat.persona",
    kind: Kind::Text { most: PERSONA },
    preset: Preset::Unset,
    description: "Who the bot is when it chats here, in place of its own persona.",
};

/// Who the bot is in some channels.
pub const CHAT_CHANNEL_PERSONAS: Setting = Setting {
    key: "chat.channelPersonas",
    kind: Kind::TextByChannel {
        channels: CHANNELS,
        most: PERSONA,
    },
    preset: Preset::NoneNamed,
    description: "Who the bot is in some channels, in place of the server's persona.",
};

/// The tokens of a person in a day.
pub const CHAT_PERSON_DAY: Setting = Setting {
    key: "chat.budget.personDay",
    kind: TOKENS,
    preset: Preset::Number(0),
    description: "The most tokens that each person may use here a day, within the host's limit; 0 leaves it to the host.",
};

/// The tokens of a person in a month.
pub const CHAT_PERSON_MONTH: Setting = Setting {
    key: "chat.budget.personMonth",
    kind: TOKENS,
    preset: Preset::Number(0),
    description: "The most tokens that each person may use here a month, within the host's limit; 0 leaves it to the host.",
};

/// The tokens of the guild in a day.
pub const CHAT_GUILD_DAY: Setting = Setting {
    key: "chat.budget.guildDay",
    kind: TOKENS,
    preset: Preset::Number(0),
    description: "The most tokens that all people may use here a day, within the host's limit; 0 leaves it to the host.",
};

/// The tokens of the guild in a month.
pub const CHAT_GUILD_MONTH: Setting = Setting {
    key: "chat.budget.guildMonth",
    kind: TOKENS,
    preset: Preset::Number(0),
    description: "The most tokens that all people may use here a month, within the host's limit; 0 leaves it to the host.",
};

/// Whether answers are shown while they are written.
pub const CHAT_STREAMING: Setting = Setting {
    key: "chat.streaming",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    description: "Whether answers are shown while the model writes them, or only when they are done.",
};

/// Where the audit log is mirrored.
pub const AUDIT_CHANNEL: Setting = Setting {
    key: "audit.channel",
    kind: Kind::DiscordId,
    preset: Preset::Unset,
    description: "The channel to which entries of the audit log are mirrored; without one they are not.",
};

/// What of the audit log is mirrored.
pub const AUDIT_ACTIONS: Setting = Setting {
    key: "audit.actions",
    kind: Kind::Actions { most: ACTIONS },
    preset: Preset::Listed(&[
        "guild.settings.",
        "data.",
        "club.analysis.save",
        "club.analysis.delete",
        "club.import.",
        "club.snapshot.",
    ]),
    description: "The actions whose entries are mirrored; one that ends in a dot stands for all that begin with it.",
};

/// How long chat is kept.
pub const CHAT_DAYS: Setting = Setting {
    key: "retention.chatDays",
    kind: Kind::Number { from: 0, to: DAYS },
    preset: Preset::Number(0),
    description: "For how many days conversations are kept here; 0 is forever.",
};

/// Every setting, in the order in which people see them.
pub const SCHEMA: &[Setting] = &[
    LANGUAGE,
    TIMEZONE,
    CLUB_ANALYTICS,
    CHAT_BOT,
    MANAGER_ROLES,
    WEEK_DAY,
    WEEK_TIME,
    WEEK_TIMEZONE,
    GUARD_JUMP,
    GUARD_VOLATILE,
    GUARD_VOLATILE_MEMBERS,
    GUARD_MISSING,
    GUARD_OVER_HEADER,
    ALERT_CHANNEL,
    ALERT_MEMBERS,
    ALERT_CHANGE,
    ALERT_SCAN_DUE,
    VISION_READING,
    CHAT_CHANNELS,
    CHAT_ROLES,
    CHAT_PERSONA,
    CHAT_CHANNEL_PERSONAS,
    CHAT_PERSON_DAY,
    CHAT_PERSON_MONTH,
    CHAT_GUILD_DAY,
    CHAT_GUILD_MONTH,
    CHAT_STREAMING,
    AUDIT_CHANNEL,
    AUDIT_ACTIONS,
    CHAT_DAYS,
];

impl Setting {
    /// The setting with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        SCHEMA.iter().find(|setting| setting.key == key)
    }

    /// What the document has for it; none when nothing is set, or nothing that it may hold.
    pub(super) fn stored<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        let value = self
            .key
            .split('.')
            .try_fold(document, |value, part| value.get(part))?;
        if self.kind.check(value).is_ok() {
            return Some(value);
        }
        tracing::warn!(
            key = self.key,
            "a stored setting cannot be used: its default holds"
        );
        None
    }

    /// What holds in a guild with this document: what is set, or the default.
    pub fn value(&self, document: &Value) -> Value {
        self.stored(document)
            .cloned()
            .unwrap_or_else(|| self.preset.value())
    }
}

impl Preset {
    /// The same as it would stand in a document.
    pub fn value(self) -> Value {
        match self {
            Self::Switch(on) => json!(on),
            Self::Text(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::Listed(texts) => json!(texts),
            Self::NoneListed => json!([]),
            Self::NoneNamed => json!({}),
            Self::Unset => Value::Null,
        }
    }
}

/// Whether settings stand under this path: `features`.
pub(super) fn is_topic(path: &str) -> bool {
    SCHEMA.iter().any(|setting| {
        let below = setting.key.strip_prefix(path);
        below.is_some_and(|below| below.starts_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_what_its_setting_may_hold() {
        for setting in SCHEMA {
            if setting.preset == Preset::Unset {
                continue;
            }
            let checked = setting.kind.check(&setting.preset.value());
            assert_eq!(checked, Ok(()), "{}", setting.key);
        }
    }

    #[test]
    fn every_key_is_there_once_and_none_is_a_topic_too() {
        for (place, setting) in SCHEMA.iter().enumerate() {
            assert_eq!(Setting::find(setting.key), Some(&SCHEMA[place]));
            assert!(!is_topic(setting.key), "{}", setting.key);
            assert!(setting.description.ends_with('.'), "{}", setting.key);
        }
    }
}
