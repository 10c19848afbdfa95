//! Every setting that a guild has: its key, what it may hold, what holds when nothing is set, and how
//! much hangs on it. Validation, help, choices, export and the order in which changes are shown all
//! come from this one table. What a setting is for is said in each language, by its key.

use super::{
    kind::Kind,
    setting::{Preset, Setting, Weight},
};

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
    weight: Weight::Light,
};

/// The guild's time zone.
pub const TIMEZONE: Setting = Setting {
    key: "timezone",
    kind: Kind::TimeZone,
    preset: Preset::Text("UTC"),
    weight: Weight::Light,
};

/// Whether rosters are read here.
pub const CLUB_ANALYTICS: Setting = Setting {
    key: "features.clubAnalytics",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Light,
};

/// Whether the bot chats here.
pub const CHAT_BOT: Setting = Setting {
    key: "features.chatBot",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Light,
};

/// Who manages the club, beside those with Manage Server.
pub const MANAGER_ROLES: Setting = Setting {
    key: "club.managerRoles",
    kind: Kind::Roles { most: ROLES },
    preset: Preset::NoneListed,
    weight: Weight::Allowed,
};

/// The day on which the club's week begins.
pub const WEEK_DAY: Setting = Setting {
    key: "club.week.day",
    kind: Kind::Choice(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    preset: Preset::Text("fri"),
    weight: Weight::Light,
};

/// The time at which the club's week begins.
pub const WEEK_TIME: Setting = Setting {
    key: "club.week.time",
    kind: Kind::TimeOfDay,
    preset: Preset::Text("04:30"),
    weight: Weight::Light,
};

/// The time zone of the club's week: the game's, not the guild's.
pub const WEEK_TIMEZONE: Setting = Setting {
    key: "club.week.timezone",
    kind: Kind::TimeZone,
    preset: Preset::Text("America/Los_Angeles"),
    weight: Weight::Light,
};

/// The guard against a power that jumps.
pub const GUARD_JUMP: Setting = Setting {
    key: "club.guards.jumpPercent",
    kind: PERCENT,
    preset: Preset::Number(85),
    weight: Weight::Allowed,
};

/// What counts as volatile.
pub const GUARD_VOLATILE: Setting = Setting {
    key: "club.guards.volatilePercent",
    kind: PERCENT,
    preset: Preset::Number(40),
    weight: Weight::Allowed,
};

/// The guard against many volatile members.
pub const GUARD_VOLATILE_MEMBERS: Setting = Setting {
    key: "club.guards.volatileMembers",
    kind: Kind::Number {
        from: 0,
        to: MEMBERS,
    },
    preset: Preset::Number(5),
    weight: Weight::Allowed,
};

/// The guard against missing members.
pub const GUARD_MISSING: Setting = Setting {
    key: "club.guards.missingPercent",
    kind: Kind::Number { from: 0, to: 100 },
    preset: Preset::Number(20),
    weight: Weight::Allowed,
};

/// The guard against more members than there are.
pub const GUARD_OVER_HEADER: Setting = Setting {
    key: "club.guards.overHeader",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Allowed,
};

/// Where news of the club are told.
pub const ALERT_CHANNEL: Setting = Setting {
    key: "club.alerts.channel",
    kind: Kind::Channel,
    preset: Preset::Unset,
    weight: Weight::Allowed,
};

/// Whether comings and goings are told.
pub const ALERT_MEMBERS: Setting = Setting {
    key: "club.alerts.members",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Light,
};

/// From when on a change of power is told.
pub const ALERT_CHANGE: Setting = Setting {
    key: "club.alerts.changePercent",
    kind: PERCENT,
    preset: Preset::Number(10),
    weight: Weight::Light,
};

/// Whether a missing scan is told.
pub const ALERT_SCAN_DUE: Setting = Setting {
    key: "club.alerts.scanDue",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Light,
};

/// Whether a vision model reads beside the built-in reader.
pub const VISION_READING: Setting = Setting {
    key: "club.visionReading",
    kind: Kind::Switch,
    preset: Preset::Switch(false),
    weight: Weight::Allowed,
};

/// Where people may chat.
pub const CHAT_CHANNELS: Setting = Setting {
    key: "chat.channels",
    kind: Kind::Channels { most: CHANNELS },
    preset: Preset::NoneListed,
    weight: Weight::Allowed,
};

/// Who may chat.
pub const CHAT_ROLES: Setting = Setting {
    key: "chat.roles",
    kind: Kind::Roles { most: ROLES },
    preset: Preset::NoneListed,
    weight: Weight::Allowed,
};

/// Who the bot is.
pub const CHAT_PERSONA: Setting = Setting {
    key: "chat.persona",
    kind: Kind::Text { most: PERSONA },
    preset: Preset::Unset,
    weight: Weight::Allowed,
};

/// Who the bot is in some channels.
pub const CHAT_CHANNEL_PERSONAS: Setting = Setting {
    key: "chat.channelPersonas",
    kind: Kind::TextByChannel {
        channels: CHANNELS,
        most: PERSONA,
    },
    preset: Preset::NoneNamed,
    weight: Weight::Allowed,
};

/// The tokens of a person in a day.
pub const CHAT_PERSON_DAY: Setting = Setting {
    key: "chat.budget.personDay",
    kind: TOKENS,
    preset: Preset::Number(0),
    weight: Weight::Allowed,
};

/// The tokens of a person in a month.
pub const CHAT_PERSON_MONTH: Setting = Setting {
    key: "chat.budget.personMonth",
    kind: TOKENS,
    preset: Preset::Number(0),
    weight: Weight::Allowed,
};

/// The tokens of the guild in a day.
pub const CHAT_GUILD_DAY: Setting = Setting {
    key: "chat.budget.guildDay",
    kind: TOKENS,
    preset: Preset::Number(0),
    weight: Weight::Allowed,
};

/// The tokens of the guild in a month.
pub const CHAT_GUILD_MONTH: Setting = Setting {
    key: "chat.budget.guildMonth",
    kind: TOKENS,
    preset: Preset::Number(0),
    weight: Weight::Allowed,
};

/// Whether answers are shown while they are written.
pub const CHAT_STREAMING: Setting = Setting {
    key: "chat.streaming",
    kind: Kind::Switch,
    preset: Preset::Switch(true),
    weight: Weight::Light,
};

/// Where the audit log is mirrored.
pub const AUDIT_CHANNEL: Setting = Setting {
    key: "audit.channel",
    kind: Kind::Channel,
    preset: Preset::Unset,
    weight: Weight::Watched,
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
    weight: Weight::Watched,
};

/// How long chat is kept.
pub const CHAT_DAYS: Setting = Setting {
    key: "retention.chatDays",
    kind: Kind::Number { from: 0, to: DAYS },
    preset: Preset::Number(0),
    weight: Weight::Kept,
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

/// The topics by which people find settings, in the schema's order: the first part of each key.
pub fn topics() -> Vec<&'static str> {
    let mut topics: Vec<&str> = Vec::new();
    for setting in SCHEMA {
        if topics.last() != Some(&setting.topic()) {
            topics.push(setting.topic());
        }
    }
    topics
}

/// Whether settings stand under this path: `features`.
pub(super) fn is_topic(path: &str) -> bool {
    SCHEMA.iter().any(|setting| {
        let below = setting.key.strip_prefix(path);
        below.is_some_and(|below| below.starts_with('.'))
    })
}

#[cfg(test)]
mod tests;
