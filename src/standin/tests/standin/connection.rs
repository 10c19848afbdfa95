//! The gateway: wrong tokens, intents, broken sockets, resumption.

use discord_standin::Standin;
use poise::serenity_prelude as serenity;
use serde_json::{Value, json};
use serenity::{Error, GatewayError, GatewayIntents};

use crate::bot::Bot;
use crate::raw::Socket;

#[tokio::test]
async fn a_wrong_token_is_refused_by_the_gateway_and_by_rest() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    assert_eq!(socket.next().await["op"], 10);
    socket.identify("wrong", 1).await;
    assert_eq!(socket.close_code().await, 4004);
    let (status, body) =
        crate::raw::call_as(&discord, "wrong", "GET", "users/@me", &Value::Null).await;
    assert_eq!((status, &body["code"]), (401, &json!(0)));
}

#[tokio::test]
async fn privileged_intents_are_refused_until_they_are_switched_on() {
    let discord = Standin::start().await;
    let all = GatewayIntents::non_privileged() | GatewayIntents::MESSAGE_CONTENT;
    let refused = Bot::launch(&discord, discord.token(), all)
        .await
        .end()
        .await;
    let expected = matches!(
        refused,
        Err(Error::Gateway(GatewayError::DisallowedGatewayIntents))
    );
    assert!(expected, "{refused:?}");
    discord.allow_privileged_intents();
    let bot = Bot::launch(&discord, discord.token(), all).await;
    discord.bot_ready().await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_dropped_socket_is_resumed_and_gets_what_it_missed() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let mut bot = Bot::start(&discord).await;
    assert_eq!(bot.next().await, "ready 1");
    assert_eq!(bot.next().await, "create Slimy Club Some(false)");
    discord.drops_gateway();
    discord.bot_gone().await;
    guild.renames("While away");
    assert_eq!(bot.next().await, "update While away");
    assert_eq!(bot.next().await, "resumed");
    guild
        .member("ana")
        .types("/ping")
        .send()
        .await
        .sees("pong")
        .await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_request_to_reconnect_is_followed_by_a_resume() {
    let discord = Standin::start().await;
    let mut bot = Bot::start(&discord).await;
    assert_eq!(bot.next().await, "ready 0");
    discord.asks_to_reconnect();
    assert_eq!(bot.next().await, "resumed");
    bot.stop(&discord).await;
}

#[tokio::test]
async fn an_invalid_session_begins_anew() {
    let discord = Standin::start().await;
    discord.guild("Slimy Club");
    let mut bot = Bot::start(&discord).await;
    assert_eq!(bot.next().await, "ready 1");
    assert_eq!(bot.next().await, "create Slimy Club Some(false)");
    discord.invalidates_session(false);
    assert_eq!(bot.next().await, "ready 1");
    discord.bot_connected().await;
    assert_eq!(discord.sessions(), 1);
    bot.understood_everything();
}

#[tokio::test]
async fn heartbeats_are_acknowledged_and_nonsense_closes() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.say(&json!({ "op": 1, "d": null })).await;
    assert_eq!(socket.next().await["op"], 11);
    socket.say(&json!({ "op": 3, "d": {} })).await;
    assert_eq!(socket.close_code().await, 4003);

    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.next().await["t"], "READY");
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.close_code().await, 4005);
}

#[tokio::test]
async fn events_come_only_for_their_intents() {
    let discord = Standin::start().await;
    let mut deaf = Socket::open(&discord).await;
    deaf.next().await;
    deaf.identify(discord.token(), 1 << 9).await;
    assert_eq!(deaf.next().await["t"], "READY");
    let guild = discord.guild("Unheard");
    guild.posts(
        &guild.member("ana"),
        "heard",
        Vec::<(String, Vec<u8>)>::new(),
    );
    let event = deaf.next().await;
    assert_eq!(
        (&event["t"], &event["s"]),
        (&json!("MESSAGE_CREATE"), &json!(2))
    );
    assert_eq!(
        event["d"]["content"], "",
        "the content's intent is not there"
    );
}

#[tokio::test]
async fn an_unknown_session_cannot_be_resumed() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    let wish = json!({ "token": discord.token(), "session_id": "none", "seq": 0 });
    socket.say(&json!({ "op": 6, "d": wish })).await;
    let answer = socket.next().await;
    assert_eq!((&answer["op"], &answer["d"]), (&json!(9), &json!(false)));
}

#[tokio::test]
async fn one_hundred_and_twenty_one_sends_in_a_minute_close() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    for _ in 0..121 {
        socket.say(&json!({ "op": 1, "d": null })).await;
    }
    assert_eq!(socket.close_code().await, 4008);
}
