//! Reads each setting, and keeps what is wrong until all are read.

use std::{str::FromStr as _, time::Duration};

use reqwest::Url;
use slimy_domain::attachment::DISCORD_HOSTS;

use super::{
    ACQUIRE_TIMEOUT, API_BASE, Bot, Cache, DATABASE, Database, Discord, FORMAT, Faults, GUILD_ID,
    HOSTS, JOURNAL, LEVEL, Log, LogFormat, MAX_CONNECTIONS, MODEL_BASE, MODEL_KEY, Models, OWNERS,
    RATE_LIMITS, REDIS, REDIS_URLS, SETTINGS, SLOW_QUERY, STATEMENT_TIMEOUT, Setting, TOKEN,
    VISION_MODEL,
};

/// The settings' source with the faults found so far.
pub(crate) struct Reader<F> {
    lookup: F,
    faults: Vec<String>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    /// Reads settings through `lookup`.
    pub(crate) fn new(lookup: F) -> Self {
        Self {
            lookup,
            faults: Vec::new(),
        }
    }

    /// What was read, unless something was wrong.
    pub(crate) fn finish<T>(self, settings: T) -> Result<T, Faults> {
        if self.faults.is_empty() {
            Ok(settings)
        } else {
            Err(Faults(self.faults))
        }
    }

    /// All that a running bot needs.
    pub(crate) fn bot(&mut self) -> Bot {
        Bot {
            discord: self.discord(),
            database: self.database(),
            cache: self.cache(),
            models: self.models(),
            chat: self.chat(),
            rate_limits: self.rate_limits(),
        }
    }

    /// Whether people and guilds have to wait who ask too often.
    fn rate_limits(&mut self) -> bool {
        match self.text(RATE_LIMITS).as_str() {
            "on" => true,
            "off" => false,
            _ => {
                self.fault(RATE_LIMITS, "is neither", "on or off");
                true
            }
        }
    }

    /// The settings of the language models.
    pub(crate) fn models(&mut self) -> Models {
        let accepted = "an address like https://api.openai.com/v1";
        let base = self.optional(MODEL_BASE, accepted, address);
        Models {
            key: self.text(MODEL_KEY).into(),
            base,
            vision: Some(self.text(VISION_MODEL)).filter(|name| !name.is_empty()),
        }
    }

    /// How to reach Discord.
    pub(crate) fn discord(&mut self) -> Discord {
        let token = self.text(TOKEN);
        if token.is_empty() {
            self.fault(
                TOKEN,
                "is missing",
                "the bot's token from Discord's developer portal",
            );
        }
        if !token.chars().all(|c| c.is_ascii_graphic()) {
            self.fault(
                TOKEN,
                "holds characters that no token has",
                "the bot's token from Discord's developer portal",
            );
        }
        Discord {
            token: token.into(),
            api_base: self.optional(API_BASE, "an origin like http://127.0.0.1:3000", origin),
            guild_id: self.optional(GUILD_ID, "a Discord id like 123456789012345678", |text| {
                text.parse().ok().filter(|id| *id > 0)
            }),
            owners: self.owners(),
            attachment_hosts: self.hosts(),
        }
    }

    /// The settings of the database.
    pub(crate) fn database(&mut self) -> Database {
        let url = self.text(DATABASE);
        let known = ["sqlite:", "postgres://", "postgresql://"];
        if !known.iter().any(|scheme| url.starts_with(scheme)) {
            self.fault(
                DATABASE,
                "names no database",
                "sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME",
            );
        }
        let most = self.number(MAX_CONNECTIONS, 1..=1_000);
        Database {
            url: url.into(),
            max_connections: u32::try_from(most).unwrap_or(u32::MAX),
            acquire_timeout: Duration::from_millis(self.number(ACQUIRE_TIMEOUT, 1..=600_000)),
            statement_timeout: Duration::from_millis(self.number(STATEMENT_TIMEOUT, 1..=600_000)),
            slow_query: Duration::from_millis(self.number(SLOW_QUERY, 1..=600_000)),
            audit_journal: self.text(JOURNAL).into(),
        }
    }

    /// The settings of the cache.
    pub(crate) fn cache(&mut self) -> Cache {
        let redis_url = self.text(REDIS);
        let known = ["redis://", "rediss://"];
        if !redis_url.is_empty() && !known.iter().any(|scheme| redis_url.starts_with(scheme)) {
            self.fault(REDIS, "names no Redis", REDIS_URLS);
        }
        Cache {
            redis_url: redis_url.into(),
        }
    }

    /// The settings of the log.
    pub(crate) fn log(&mut self) -> Log {
        let format = match self.text(FORMAT).as_str() {
            "json" => LogFormat::Json,
            "pretty" => LogFormat::Pretty,
            _ => {
                self.fault(FORMAT, "is no format", "pretty or json");
                LogFormat::Pretty
            }
        };
        let filter = self.text(LEVEL);
        if tracing_subscriber::EnvFilter::from_str(&filter).is_err() {
            self.fault(
                LEVEL,
                "is no filter",
                "error, warn, info, debug, trace, or target=level pairs",
            );
        }
        Log { format, filter }
    }

    fn owners(&mut self) -> Vec<String> {
        let listed = self.text(OWNERS);
        let ids = listed.split(',').map(str::trim).filter(|id| !id.is_empty());
        let ids: Vec<String> = ids.map(str::to_owned).collect();
        let is_id = |id: &String| id.parse().is_ok_and(|id: u64| id > 0);
        if !ids.iter().all(is_id) {
            self.fault(
                OWNERS,
                "is no list of Discord ids",
                "ids like 123456789012345678, with commas between them",
            );
        }
        ids
    }

    fn hosts(&mut self) -> Vec<String> {
        let listed = self.text(HOSTS);
        let hosts: Vec<String> = listed
            .split(',')
            .map(|host| host.trim().to_owned())
            .filter(|host| !host.is_empty())
            .collect();
        if hosts.is_empty() || hosts.iter().any(|host| host.contains(['/', '@', ' '])) {
            self.fault(
                HOSTS,
                "is no list of hosts",
                &format!("names like {}", DISCORD_HOSTS.join(",")),
            );
        }
        hosts
    }

    /// The value or its default. Blank is not set, as in a copied `.env.example`.
    pub(super) fn text(&self, setting: Setting) -> String {
        debug_assert!(
            SETTINGS.contains(&setting),
            "{} is not listed",
            setting.name
        );
        let value = (self.lookup)(setting.name).map(|value| value.trim().to_owned());
        value
            .filter(|value| !value.is_empty())
            .unwrap_or_else(|| setting.default.to_owned())
    }

    pub(super) fn optional<T>(
        &mut self,
        setting: Setting,
        accepted: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(setting);
        if text.is_empty() {
            return None;
        }
        let parsed = parse(&text);
        if parsed.is_none() {
            self.fault(setting, "cannot be used", accepted);
        }
        parsed
    }

    pub(super) fn number(&mut self, setting: Setting, range: std::ops::RangeInclusive<u64>) -> u64 {
        match self.text(setting).parse() {
            Ok(number) if range.contains(&number) => number,
            _ => {
                let accepted = format!("a whole number from {} to {}", range.start(), range.end());
                self.fault(setting, "is out of range", &accepted);
                *range.start()
            }
        }
    }

    /// Never repeats the value: it could be a secret in the wrong place.
    pub(super) fn fault(&mut self, setting: Setting, fault: &str, accepted: &str) {
        self.faults
            .push(format!("{} {fault}; accepted: {accepted}", setting.name));
    }
}

/// An address without a name, a password or a question in it, which would stand in logs.
pub(super) fn address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let bare = url.query().is_none() && url.fragment().is_none();
    let open = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && bare && open).then_some(url)
}

/// A scheme, a host and perhaps a port, and nothing else.
fn origin(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let open = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && url.has_host() && bare && open).then_some(url)
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    fn reader(set: &'static [(&str, &str)]) -> Reader<impl Fn(&str) -> Option<String>> {
        Reader::new(move |name| {
            set.iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_defaults_are_valid_but_for_the_token() {
        let mut reader = reader(&[("DISCORD_TOKEN", "t")]);
        let (discord, database, log) = (reader.discord(), reader.database(), reader.log());
        assert!(reader.cache().redis_url.expose_secret().is_empty());
        assert!(discord.api_base.is_none() && discord.guild_id.is_none());
        assert_eq!(database.max_connections, 10);
        assert_eq!(log.format, LogFormat::Pretty);
        assert!(reader.finish(()).is_ok());
    }

    #[test]
    fn each_fault_has_a_line_of_its_own_that_names_the_variable_and_what_is_accepted() {
        let mut reader = reader(&[
            ("DISCORD_API_BASE", "http://user:secret@host/path"),
            ("DATABASE_URL", "mysql://root:secret@host/db"),
            ("DATABASE_MAX_CONNECTIONS", "0"),
            ("REDIS_URL", "http://:secret@host"),
            ("ATTACHMENT_HOSTS", "https://x/"),
            ("LOG_FORMAT", "xml"),
            ("DISCORD_GUILD_ID", "abc"),
        ]);
        reader.discord();
        reader.database();
        reader.cache();
        reader.log();
        let faults = reader.finish(()).unwrap_err().to_string();
        insta::assert_snapshot!(faults, @r"
        DISCORD_TOKEN is missing; accepted: the bot's token from Discord's developer portal
        DISCORD_API_BASE cannot be used; accepted: an origin like http://127.0.0.1:3000
        DISCORD_GUILD_ID cannot be used; accepted: a Discord id like 123456789012345678
        ATTACHMENT_HOSTS is no list of hosts; accepted: names like cdn.discordapp.com,media.discordapp.net
        DATABASE_URL names no database; accepted: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME
        DATABASE_MAX_CONNECTIONS is out of range; accepted: a whole number from 1 to 1000
        REDIS_URL names no Redis; accepted: redis://USER:PASSWORD@HOST:PORT/DATABASE, or rediss://… with TLS
        LOG_FORMAT is no format; accepted: pretty or json
        ");
        assert!(!faults.contains("secret"));
    }
}
