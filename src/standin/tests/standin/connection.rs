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

/// The code that closes a connection after these payloads.
async fn closes_after(discord: &Standin, payloads: &[Value]) -> u16 {
    let mut socket = Socket::open(discord).await;
    for payload in payloads {
        socket.say(payload).await;
    }
    socket.close_code().await
}

#[tokio::test]
async fn each_mistake_on_the_gateway_has_its_close_code() {
    let discord = Standin::start().await;
    let token = discord.token();
    let identify = |key: &str, value: Value| {
        let mut wish = json!({ "token": token, "intents": 0, "properties": {} });
        wish[key] = value;
        json!({ "op": 2, "d": wish })
    };
    let resume = |token: &str, session: &str, seq: Value| json!({ "op": 6, "d": { "token": token, "session_id": session, "seq": seq } });
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(token, 0).await;
    let ready = socket.next().await;
    let mine = ready["d"]["session_id"].as_str().expect("an id");
    for (payload, code) in [
        (json!({ "op": 99 }), 4001),
        (json!("no payload"), 4001),
        (identify("shard", json!([2, 2])), 4010),
        (identify("shard", json!([0])), 4010),
        (identify("intents", Value::Null), 4013),
        (identify("intents", json!(1 << 17)), 4013),
        (identify("intents", json!(1_u64 << 40)), 4013),
        (identify("intents", json!(1 << 8)), 4014),
        (resume("wrong", mine, json!(1)), 4004),
        (resume(token, mine, json!(2)), 4007),
        (resume(token, mine, Value::Null), 4007),
    ] {
        let closed = closes_after(&discord, std::slice::from_ref(&payload)).await;
        assert_eq!(closed, code, "{payload}");
    }
    let mut socket = Socket::open(&discord).await;
    socket.says_text("{").await;
    assert_eq!(socket.close_code().await, 4002);
    let mut socket = Socket::open_as(&discord, "?v=9&encoding=json").await;
    assert_eq!(socket.close_code().await, 4012);
}

#[tokio::test]
async fn each_shard_hears_of_its_guilds_and_the_first_of_direct_messages() {
    let discord = Standin::start().await;
    let mut shards = Vec::new();
    for shard in [0, 1] {
        let mut socket = Socket::open(&discord).await;
        socket.next().await;
        let wish = json!({
            "token": discord.token(), "intents": 1 | 1 << 12, "properties": {},
            "shard": [shard, 2],
        });
        socket.say(&json!({ "op": 2, "d": wish })).await;
        assert_eq!(socket.next().await["d"]["shard"], json!([shard, 2]));
        shards.push(socket);
    }
    // Moving the clock is what changes the part of an id that decides.
    let mut guilds = vec![discord.guild("One")];
    while guilds.last().map(|guild| guild.id() >> 22 & 1)
        == guilds.first().map(|one| one.id() >> 22 & 1)
    {
        discord.advance(std::time::Duration::from_millis(1));
        guilds.push(discord.guild("Another"));
    }
    let (first, last) = (&guilds[0], &guilds[guilds.len() - 1]);
    for guild in [first, last] {
        let shard = usize::from(guild.id() >> 22 & 1 == 1);
        let event = shards[shard].next().await;
        assert_eq!(event["d"]["id"], guild.id().to_string());
    }
    let ana = first.member("ana").in_direct_messages();
    ana.writes("hello", crate::raw::NO_FILES);
    let event = shards[0].next().await;
    assert_eq!(event["d"]["content"], "hello");
}

#[tokio::test]
async fn one_session_too_many_in_a_day_resets_the_token() {
    let discord = Standin::start().await;
    let start = async || {
        let mut socket = Socket::open(&discord).await;
        socket.next().await;
        socket.identify(discord.token(), 0).await;
        socket
    };
    for _ in 0..999 {
        assert_eq!(start().await.next().await["t"], "READY");
    }
    let (_, gateway) = crate::raw::call(&discord, "GET", "gateway/bot", &Value::Null).await;
    assert_eq!(gateway["session_start_limit"]["remaining"], 1);
    discord.advance(std::time::Duration::from_hours(24));
    for _ in 0..1_000 {
        assert_eq!(start().await.next().await["t"], "READY");
    }
    assert_eq!(start().await.close_code().await, 4004);
    let (status, _) = crate::raw::call(&discord, "GET", "users/@me", &Value::Null).await;
    assert_eq!(status, 401);
    assert_eq!(discord.forgive_faults().len(), 1);
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
