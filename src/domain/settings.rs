//! What a guild has set, as far as the rules ask for it.

use serde::Deserialize;
use slimy_store::guilds::Guild;

use crate::Error;

/// A guild's settings document. Keys that are absent have their defaults; keys that this version
/// does not know are left alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GuildSettings {
    /// The club's own.
    pub club: ClubSettings,
}

/// The `club` topic.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ClubSettings {
    /// Discord ids of the roles whose holders are club managers.
    pub manager_roles: Vec<String>,
}

impl GuildSettings {
    /// The settings stored with `guild`.
    pub fn of(guild: &Guild) -> Result<Self, Error> {
        match &guild.settings {
            None => Ok(Self::default()),
            Some(document) => {
                serde_json::from_value(document.0.clone()).map_err(|source| Error::Corrupt {
                    what: "guild settings",
                    source,
                })
            }
        }
    }
}
