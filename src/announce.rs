//! Posts a club's news into its channel.

use std::sync::Arc;

use poise::{BoxFuture, serenity_prelude as serenity};
use slimy_commands::{Refusal, news};
use slimy_domain::club::alerts::{Announcer, Fault, News};

/// Discord, as far as news go there.
pub(crate) struct Channels(pub(crate) Arc<serenity::Http>);

impl Announcer for Channels {
    fn post<'a>(
        &'a self,
        channel: &'a str,
        key: &'a str,
        news: &'a News,
    ) -> BoxFuture<'a, Result<(), Fault>> {
        Box::pin(async move {
            let unknown = || Fault("the channel is not one of Discord's".to_owned());
            let channel: serenity::ChannelId = channel.parse().map_err(|_| unknown())?;
            let message = news::message(news)
                // What arrived although nobody was told so is not shown twice.
                .nonce(serenity::Nonce::String(key.to_owned()))
                .enforce_nonce(true);
            let sent = channel.send_message(&self.0, message).await;
            sent.map(drop)
                .map_err(|error| Fault(Refusal::from(&error).to_string()))
        })
    }
}
