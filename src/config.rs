//! Settings: read once from the environment (or `.env`), typed, and complained about all at once.

mod chat;
mod environment;
mod reader;

use std::{fmt, path::PathBuf, time::Duration};

use reqwest::Url;
use secrecy::SecretString;

pub(crate) use chat::{Chat, Model};
pub(crate) use environment::environment;
pub(crate) use reader::Reader;

/// A setting as `.env.example` shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Setting {
    /// The variable's name.
    pub name: &'static str,
    /// What holds when it is not set; empty for nothing.
    pub default: &'static str,
}

/// Every setting, in the order of `.env.example`.
pub(crate) const SETTINGS: &[Setting] = &[
    TOKEN,
    API_BASE,
    GUILD_ID,
    OWNERS,
    RATE_LIMITS,
    DATABASE,
    MAX_CONNECTIONS,
    ACQUIRE_TIMEOUT,
    STATEMENT_TIMEOUT,
    SLOW_QUERY,
    JOURNAL,
    REDIS,
    MODEL_KEY,
    MODEL_BASE,
    VISION_MODEL,
    chat::MODEL,
    chat::MODEL_SEES,
    chat::CONTEXT_TOKENS,
    chat::ANSWER_TOKENS,
    chat::PRICES,
    chat::COOLDOWN,
    chat::PERSON_TOKENS,
    chat::GUILD_TOKENS,
    chat::HOST_TOKENS,
    chat::FALLBACK_KEY,
    chat::FALLBACK_BASE,
    chat::FALLBACK_MODEL,
    chat::FALLBACK_SEES,
    HOSTS,
    FORMAT,
    LEVEL,
];

const TOKEN: Setting = setting("DISCORD_TOKEN", "");
const API_BASE: Setting = setting("DISCORD_API_BASE", "");
const GUILD_ID: Setting = setting("DISCORD_GUILD_ID", "");
const OWNERS: Setting = setting("DISCORD_OWNER_IDS", "");
const RATE_LIMITS: Setting = setting("RATE_LIMITS", "on");
const DATABASE: Setting = setting("DATABASE_URL", "sqlite://slimy.db");
const MAX_CONNECTIONS: Setting = setting("DATABASE_MAX_CONNECTIONS", "10");
const ACQUIRE_TIMEOUT: Setting = setting("DATABASE_ACQUIRE_TIMEOUT_MS", "5000");
const STATEMENT_TIMEOUT: Setting = setting("DATABASE_STATEMENT_TIMEOUT_MS", "5000");
const SLOW_QUERY: Setting = setting("DATABASE_SLOW_QUERY_MS", "100");
const JOURNAL: Setting = setting("AUDIT_JOURNAL", "slimy-audit-journal");
const REDIS: Setting = setting("REDIS_URL", "");
const MODEL_KEY: Setting = setting("OPENAI_API_KEY", "");
const MODEL_BASE: Setting = setting("OPENAI_BASE_URL", "https://api.openai.com/v1");
const VISION_MODEL: Setting = setting("VISION_MODEL", "");
const HOSTS: Setting = setting(
    "ATTACHMENT_HOSTS",
    "cdn.discordapp.com,media.discordapp.net",
);
const FORMAT: Setting = setting("LOG_FORMAT", "pretty");
const LEVEL: Setting = setting("RUST_LOG", "info");

const fn setting(name: &'static str, default: &'static str) -> Setting {
    Setting { name, default }
}

/// How to reach Discord.
#[derive(Debug)]
pub(crate) struct Discord {
    /// The bot's token.
    pub token: SecretString,
    /// The origin of another API server or proxy.
    pub api_base: Option<Url>,
    /// Register commands in this guild only.
    pub guild_id: Option<u64>,
    /// Discord ids of the bot's hosts; empty for the application's owner.
    pub owners: Vec<String>,
    /// Hosts that attachments may be fetched from, beside `api_base`.
    pub attachment_hosts: Vec<String>,
}

/// How to reach the database.
#[derive(Debug)]
pub(crate) struct Database {
    /// `sqlite://…` or `postgres://…`; may hold a password.
    pub url: SecretString,
    /// Connections in the pool, at most.
    pub max_connections: u32,
    /// Longest wait for a free connection.
    pub acquire_timeout: Duration,
    /// Longest time for one statement.
    pub statement_timeout: Duration,
    /// From here on a statement is logged as slow.
    pub slow_query: Duration,
    /// The directory for audit entries while the database is away.
    pub audit_journal: PathBuf,
}

/// Where what is read all the time is kept, so that several processes share it.
#[derive(Debug)]
pub(crate) struct Cache {
    /// `redis://…` or `rediss://…`; may hold a password. Empty for in the process alone.
    pub redis_url: SecretString,
}

/// The language models that the host has set up, on any server that speaks OpenAI's interface.
#[derive(Debug)]
pub(crate) struct Models {
    /// Empty for a server that wants none.
    pub key: SecretString,
    /// The address that ends in `/v1` with most; none only when it is a fault.
    pub base: Option<Url>,
    /// The model that reads screenshots beside the built-in reader; none when it is not set up.
    pub vision: Option<String>,
}

/// All that a running bot needs.
#[derive(Debug)]
pub(crate) struct Bot {
    /// How to reach Discord.
    pub discord: Discord,
    /// How to reach the database.
    pub database: Database,
    /// Where what is read all the time is kept.
    pub cache: Cache,
    /// Which models there are.
    pub models: Models,
    /// How people talk to one.
    pub chat: Chat,
    /// Whether people and guilds have to wait who ask too often.
    pub rate_limits: bool,
}

/// What ``REDIS_URL`` may be.
pub(crate) const REDIS_URLS: &str =
    "redis://USER:PASSWORD@HOST:PORT/DATABASE, or rediss://… with TLS";

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// For people.
    Pretty,
    /// For machines, one JSON object a line.
    Json,
}

/// How and how much is logged.
#[derive(Debug)]
pub(crate) struct Log {
    /// The shape of a line.
    pub format: LogFormat,
    /// `tracing`'s filter.
    pub filter: String,
}

/// One line for each setting that is missing or wrong.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) struct Faults(Vec<String>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::attachment::DISCORD_HOSTS;

    use super::*;

    #[test]
    fn the_example_lists_every_setting_with_its_default() {
        let example = include_str!("../.env.example");
        let listed: Vec<(&str, &str)> = example
            .lines()
            .filter_map(|line| line.trim_start_matches("# ").split_once('='))
            .filter(|(name, _)| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
            .collect();
        let expected: Vec<(&str, &str)> = SETTINGS.iter().map(|s| (s.name, s.default)).collect();
        assert_eq!(listed, expected);
    }

    #[test]
    fn the_default_hosts_are_discords() {
        assert_eq!(HOSTS.default, DISCORD_HOSTS.join(","));
    }
}
