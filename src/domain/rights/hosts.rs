//! The people who run the bot.

use std::collections::BTreeSet;

/// The people who run the bot, by their Discord ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hosts(BTreeSet<String>);

impl Hosts {
    /// Whether the person with this Discord id is one of them.
    pub fn contains(&self, discord_id: &str) -> bool {
        self.0.contains(discord_id)
    }
}

impl<S: Into<String>> FromIterator<S> for Hosts {
    fn from_iter<I: IntoIterator<Item = S>>(ids: I) -> Self {
        Self(ids.into_iter().map(Into::into).collect())
    }
}
