//! Posts a club's news and a server's audit log into their channels.

use std::sync::Arc;

use poise::{BoxFuture, serenity_prelude as serenity};
use slimy_commands::{Refusal, audit, news};
use slimy_domain::audit::mirror::{Bundle, Poster};
use slimy_domain::club::alerts::{Announcer, Fault, News};
use slimy_words::Words;

/// Discord, as far as news and audit entries go there.
pub(crate) struct Channels(pub(crate) Arc<serenity::Http>);

impl Announcer for Channels {
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        key: &'a str,
        words: Words,
        news: &'a News,
    ) -> BoxFuture<'a, Result<(), Fault>> {
        Box::pin(async move {
            let message = news::message(words, news);
            self.send(guild, channel, key, message).await
        })
    }
}

impl Poster for Channels {
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        key: &'a str,
        bundle: &'a Bundle,
    ) -> BoxFuture<'a, Result<(), String>> {
        Box::pin(async move {
            let message = audit::mirror_message(bundle);
            let sent = self.send(guild, channel, key, message).await;
            sent.map_err(|fault| fault.to_string())
        })
    }
}

impl Channels {
    /// Posts a message into a channel of the guild's own.
    async fn send(
        &self,
        guild: &str,
        channel: &str,
        key: &str,
        message: serenity::CreateMessage,
    ) -> Result<(), Fault> {
        let fault = |error: serenity::Error| Fault::Discord(Refusal::from(&error).to_string());
        let id: serenity::ChannelId = channel.parse().map_err(|_| Fault::NoChannel)?;
        // Asked each time: no channel is kept in memory, and news are rare.
        let channel = self.0.get_channel(id).await.map_err(fault)?;
        belongs(&channel, guild)?;
        let message = message
            // What arrived although nobody was told so is not shown twice.
            .nonce(serenity::Nonce::String(key.to_owned()))
            .enforce_nonce(true);
        id.send_message(&self.0, message)
            .await
            .map(drop)
            .map_err(fault)
    }
}

/// Whether the channel is the guild's own: another guild's must not hear of its club.
fn belongs(channel: &serenity::Channel, guild: &str) -> Result<(), Fault> {
    let of = match channel {
        serenity::Channel::Guild(channel) => Some(channel.guild_id),
        _ => None,
    };
    if of.is_some_and(|of| of.to_string() == guild) {
        return Ok(());
    }
    Err(Fault::AnotherServer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel(json: serde_json::Value) -> serenity::Channel {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn only_a_channel_of_the_guild_itself_is_told() {
        let own = channel(serde_json::json!({
            "id": "44", "type": 0, "guild_id": "22", "name": "news", "position": 0,
        }));
        assert_eq!(belongs(&own, "22"), Ok(()));
        assert_eq!(belongs(&own, "23"), Err(Fault::AnotherServer));
        let private = channel(serde_json::json!({
            "id": "45", "type": 1, "recipients": [{"id": "1", "username": "ana", "discriminator": "0"}],
        }));
        assert!(belongs(&private, "22").is_err());
    }
}
