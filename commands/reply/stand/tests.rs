use discord_standin::{Guild, Standin, Upload, Whom, permissions::READ_MESSAGE_HISTORY};
use poise::serenity_prelude::HttpBuilder;

use super::*;

/// Where an answer to somebody stands.
async fn stand() -> (Standin, Guild, Stand) {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let nothing: [Upload; 0] = [];
    let asked = guild.member("bob").writes("Hello?", nothing);
    let http = HttpBuilder::new(discord.token())
        .proxy(discord.origin())
        .ratelimiter_disabled(true)
        .build();
    let channel = ChannelId::new(guild.channel_id());
    let stand = Stand::in_channel(Arc::new(http), channel, Some(asked.id().into()));
    (discord, guild, stand)
}

#[tokio::test]
async fn a_message_whose_arrival_nobody_has_confirmed_is_sent_once() {
    let (discord, guild, mut stand) = stand().await;
    discord.loses_next_answer("POST", "/messages");
    let lost = stand.add(Answer::text("Half."));
    let lost = tokio::time::timeout(Duration::from_millis(500), lost).await;
    assert!(lost.is_err());
    assert!(guild.text().contains("Half."));
    stand.add(Answer::text("All of it.")).await.unwrap();
    assert_eq!(guild.text().matches("All of it.").count(), 1);
    assert!(!guild.text().contains("Half."));
    stand.add(Answer::text("And more.")).await.unwrap();
    stand.add(Answer::text("And more.")).await.unwrap();
    assert_eq!(guild.text().matches("And more.").count(), 2);
}

#[tokio::test]
async fn who_may_not_look_back_answers_without_a_reply() {
    let (discord, guild, mut stand) = stand().await;
    let bot = Whom::Member(discord.bot_id());
    guild.overwrites(guild.channel_id(), bot, 0, READ_MESSAGE_HISTORY);
    stand.add(Answer::text("Here I am.")).await.unwrap();
    assert!(guild.text().contains("Here I am."));
}
