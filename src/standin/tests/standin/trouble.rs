//! Trouble on request: ACKs that are missed, events that come twice, answers that never come.

use std::time::Duration;

use discord_standin::Standin;
use serde_json::{Value, json};

use crate::limits::club;
use crate::raw::{Socket, call, register_go, request};

#[tokio::test]
async fn only_the_next_ack_is_missed() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    assert_eq!(socket.next().await["d"]["heartbeat_interval"], 41_250);
    discord.misses_next_ack();
    socket.say(&json!({ "op": 1, "d": null })).await;
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.next().await["t"], "READY", "no ACK came before");
    socket.say(&json!({ "op": 1, "d": null })).await;
    assert_eq!(socket.next().await["op"], 11);
}

#[tokio::test]
async fn a_silent_socket_stays_open_and_its_session_can_be_resumed() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    let ready = socket.next().await;
    discord.falls_silent();
    discord.bot_gone().await;
    socket.say(&json!({ "op": 1, "d": null })).await;
    let moment = Duration::from_millis(100);
    let said = tokio::time::timeout(moment, socket.next()).await;
    assert!(said.is_err(), "{said:?}");
    let mut other = Socket::open(&discord).await;
    other.next().await;
    let wish = json!({
        "token": discord.token(), "session_id": ready["d"]["session_id"], "seq": 1,
    });
    other.say(&json!({ "op": 6, "d": wish })).await;
    assert_eq!(other.next().await["t"], "RESUMED");
}

#[tokio::test]
async fn an_event_comes_twice_with_the_same_number_and_then_once() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    socket.next().await;
    discord.repeats_next("INTERACTION_CREATE");
    let ana = guild.member("ana");
    ana.types("/go").send().await;
    let second = ana.types("/go").send().await;
    let first = socket.next().await;
    assert_eq!(first, socket.next().await);
    let next = socket.next().await;
    assert_eq!(next["d"]["id"], second.interaction_id().to_string());
}

/// What came of a request within a moment: nothing, when it times out.
async fn hangs(discord: &Standin, path: &str) -> bool {
    let request = request(discord, "POST", path).json(&json!({ "content": "x" }));
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    let moment = Duration::from_millis(300);
    let sent = request.timeout(moment).send().await;
    sent.is_err_and(|error| error.is_timeout())
}

#[tokio::test]
async fn an_answer_never_comes_whether_or_not_the_request_was_done() {
    let (discord, guild) = club().await;
    let path = format!("channels/{}/messages", guild.channel_id());
    discord.swallows_next("POST", "/messages");
    assert!(hangs(&discord, &path).await);
    assert_eq!(guild.text(), "");
    discord.loses_next_answer("POST", "/messages");
    assert!(hangs(&discord, &path).await);
    assert_eq!(guild.text(), "x\n");
    assert_eq!(
        call(&discord, "POST", &path, &json!({ "content": "y" }))
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn an_invalid_session_identifies_again_on_the_same_socket_or_closes_it() {
    let discord = Standin::start().await;
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.next().await["t"], "READY");
    discord.invalidates_session(false);
    assert_eq!(socket.next().await["op"], 9);
    socket.say(&json!({ "op": 3, "d": {} })).await;
    assert_eq!(
        socket.close_code().await,
        4003,
        "there is no session any more"
    );

    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.next().await["t"], "READY");
    discord.invalidates_session(false);
    assert_eq!(socket.next().await["op"], 9);
    socket.identify(discord.token(), 0).await;
    assert_eq!(socket.next().await["t"], "READY");
    discord.invalidates_session(false);
    assert_eq!(socket.next().await["op"], 9);
    socket.closes().await;
    discord.bot_gone().await;
}

#[tokio::test]
async fn shards_of_one_bucket_identify_five_seconds_apart() {
    let discord = Standin::start().await;
    discord.limits_identifies(2);
    let (_, gateway) = call(&discord, "GET", "gateway/bot", &Value::Null).await;
    assert_eq!(gateway["session_start_limit"]["max_concurrency"], 2);
    let mut said = Vec::new();
    for shard in [0, 1, 2] {
        said.push(identify(&discord, shard).await);
    }
    assert_eq!(said, [0, 0, 9], "shard 2 shares its bucket with shard 0");
    discord.advance(Duration::from_secs(5));
    assert_eq!(identify(&discord, 2).await, 0);
    let (_, gateway) = call(&discord, "GET", "gateway/bot", &Value::Null).await;
    assert_eq!(gateway["session_start_limit"]["remaining"], 997);
}

/// The op that answers the IDENTIFY of one of four shards.
async fn identify(discord: &Standin, shard: u64) -> u64 {
    let mut socket = Socket::open(discord).await;
    socket.next().await;
    let wish = json!({
        "token": discord.token(), "intents": 0, "properties": {}, "shard": [shard, 4],
    });
    socket.say(&json!({ "op": 2, "d": wish })).await;
    socket.next().await["op"].as_u64().expect("an op")
}
