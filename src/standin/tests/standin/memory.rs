//! A stand-in under load stays small: what is oldest goes.

use discord_standin::Upload;
use serde_json::{Value, json};

use crate::limits::club;
use crate::raw::{NO_FILES, Socket, call, client, register_go};

const GUILD_MESSAGES: u64 = 1 << 9;

#[tokio::test]
async fn a_resume_gets_two_thousand_missed_events_and_not_one_more() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), GUILD_MESSAGES).await;
    let ready = socket.next().await;
    drop(socket);
    discord.bot_gone().await;
    for _ in 0..2_000 {
        ana.writes("x", NO_FILES);
    }
    let wish = json!({
        "token": discord.token(), "session_id": ready["d"]["session_id"], "seq": 1,
    });
    let resume = json!({ "op": 6, "d": wish });
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.say(&resume).await;
    for number in 2..=2_001 {
        assert_eq!(socket.next().await["s"], number);
    }
    assert_eq!(socket.next().await["t"], "RESUMED");
    assert_eq!(discord.resumes(), 1);
    drop(socket);
    discord.bot_gone().await;

    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.say(&resume).await;
    let refused = socket.next().await;
    assert_eq!((&refused["op"], &refused["d"]), (&json!(9), &json!(false)));
}

#[tokio::test]
async fn the_oldest_messages_go() {
    let (_discord, guild) = club().await;
    let ana = guild.member("ana");
    let first = ana.writes("first", NO_FILES);
    let second = ana.writes("second", NO_FILES);
    for _ in 0..19_999 {
        ana.writes("x", NO_FILES);
    }
    assert_eq!(ana.reads(&first), Value::Null);
    assert_eq!(ana.reads(&second)["content"], "second");
}

#[tokio::test]
async fn the_oldest_interactions_go_with_their_tokens() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let ana = guild.member("ana");
    let first = ana.types("/go").send().await.interaction_id();
    let second = ana.types("/go").send().await.interaction_id();
    for _ in 0..19_999 {
        ana.types("/go").send().await;
    }
    let hello = json!({ "type": 4, "data": { "content": "x" } });
    let mut statuses = Vec::new();
    for id in [first, second] {
        let path = format!("interactions/{id}/interaction-token-{id}/callback");
        statuses.push(call(&discord, "POST", &path, &hello).await.0);
    }
    assert_eq!(statuses, [404, 204]);
}

#[tokio::test]
async fn the_oldest_files_go_when_the_newest_are_large() {
    let (_discord, guild) = club().await;
    let ana = guild.member("ana");
    let small = ana.writes("small", [Upload::new("a.txt", *b"a")]);
    let url = ana.reads(&small)["attachments"][0]["url"].clone();
    let url = url.as_str().expect("a link").to_owned();
    let large = || Upload::new("b.bin", vec![0; 64 * 1024 * 1024]);
    for _ in 0..3 {
        ana.writes("large", [large()]);
    }
    assert_eq!(ana.opens(&small)[0].bytes, b"a");
    ana.writes("large", [large()]);
    assert!(ana.opens(&small).is_empty());
    let gone = client().get(url).send().await.expect("a response");
    assert_eq!(gone.status(), 404);
}
