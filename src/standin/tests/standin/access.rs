//! What channels deny, and the errors that say so.

use discord_standin::{Guild, Standin, Whom, permissions as may};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::limits::{club, send};
use crate::raw::{NO_FILES, Socket, call, read, register_go, request};

fn deny_bot(discord: &Standin, guild: &Guild, bits: u64) {
    let bot = Whom::Member(discord.bot_id());
    guild.overwrites(guild.channel_id(), bot, 0, bits);
}

async fn code(discord: &Standin, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let (status, error) = call(discord, method, path, body).await;
    (status, error["code"].clone())
}

#[tokio::test]
async fn a_channel_that_the_bot_does_not_see_is_missing_access() {
    let (discord, guild) = club().await;
    deny_bot(&discord, &guild, may::VIEW_CHANNEL);
    let channel = format!("channels/{}", guild.channel_id());
    let messages = format!("{channel}/messages");
    let typing = format!("{channel}/typing");
    let hello = json!({ "content": "x" });
    for (method, path, body) in [
        ("GET", &channel, &Value::Null),
        ("GET", &messages, &Value::Null),
        ("POST", &messages, &hello),
        ("POST", &typing, &Value::Null),
    ] {
        let answer = code(&discord, method, path, body).await;
        assert_eq!(answer, (403, json!(50001)), "{method} {path}");
    }
}

#[tokio::test]
async fn what_the_bot_may_not_send_is_missing_permissions() {
    let (discord, guild) = club().await;
    deny_bot(&discord, &guild, may::EMBED_LINKS | may::ATTACH_FILES);
    let path = format!("channels/{}/messages", guild.channel_id());
    assert_eq!(
        send(&discord, &guild, &json!({ "content": "x" })).await.0,
        200
    );
    let embed = json!({ "embeds": [{ "title": "t" }] });
    assert_eq!(
        code(&discord, "POST", &path, &embed).await,
        (403, json!(50013))
    );
    let file = Part::bytes(b"x".to_vec()).file_name("a.txt");
    let form = Form::new()
        .text("payload_json", "{}")
        .part("files[0]", file);
    let request = request(&discord, "POST", &path).multipart(form);
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    let (status, error) = read(request).await;
    assert_eq!((status, &error["code"]), (403, &json!(50013)));
    deny_bot(&discord, &guild, may::SEND_MESSAGES);
    let text = json!({ "content": "x" });
    assert_eq!(
        code(&discord, "POST", &path, &text).await,
        (403, json!(50013))
    );
}

#[tokio::test]
async fn history_and_the_messages_of_others_need_their_permissions() {
    let (discord, guild) = club().await;
    let message = guild.member("ana").writes("mine", NO_FILES);
    let path = format!("channels/{}/messages", guild.channel_id());
    let place = format!("{path}/{}", message.id());
    assert_eq!(
        code(&discord, "DELETE", &place, &Value::Null).await,
        (403, json!(50013))
    );
    deny_bot(&discord, &guild, may::READ_MESSAGE_HISTORY);
    assert_eq!(
        code(&discord, "GET", &place, &Value::Null).await,
        (403, json!(50013))
    );
    assert_eq!(
        call(&discord, "GET", &path, &Value::Null).await,
        (200, json!([]))
    );
    let reply = json!({
        "content": "x", "message_reference": { "message_id": message.id().to_string() },
    });
    assert_eq!(
        code(&discord, "POST", &path, &reply).await,
        (400, json!(160_002))
    );
    let bot = Whom::Member(discord.bot_id());
    guild.overwrites(guild.channel_id(), bot, may::MANAGE_MESSAGES, 0);
    assert_eq!(call(&discord, "DELETE", &place, &Value::Null).await.0, 204);
}

#[tokio::test]
async fn a_role_is_allowed_what_everyone_is_denied_and_interactions_say_so() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let (ana, bob) = (guild.member("ana").role("Crew"), guild.member("bob"));
    let channel = guild.channel_id();
    let bit = may::SEND_MESSAGES;
    guild.overwrites(channel, Whom::Everyone, 0, bit);
    guild.overwrites(channel, Whom::Role("Crew"), bit, 0);
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    socket.next().await;
    let mut held = Vec::new();
    for who in [&ana, &bob] {
        who.types("/go").send().await;
        let event = socket.next().await["d"].clone();
        for bits in [&event["member"]["permissions"], &event["app_permissions"]] {
            let bits: u64 = bits.as_str().expect("bits").parse().expect("a number");
            held.push(bits & bit != 0);
        }
    }
    assert_eq!(held, [true, false, false, false]);
}

#[tokio::test]
async fn a_channel_that_the_bot_does_not_see_is_obfuscated_on_the_gateway_and_left_out_of_rest() {
    let (discord, guild) = club().await;
    let hidden = guild.opens_channel("secret plans");
    guild.overwrites(hidden, Whom::Everyone, 0, may::VIEW_CHANNEL);
    let mut socket = Socket::ready(&discord, 1).await;
    let created = socket.next().await["d"]["channels"].clone();
    assert_eq!(created.as_array().map(Vec::len), Some(2), "{created}");
    assert!(!created.to_string().contains("secret plans"));
    let shown = &created[1];
    assert_eq!(shown["id"], hidden.to_string());
    assert_eq!(shown["name"], "___hidden___");
    assert_eq!(shown["flags"], 1 << 17);
    let nobody = json!([{
        "id": guild.id().to_string(), "type": 0, "allow": "0",
        "deny": may::VIEW_CHANNEL.to_string(),
    }]);
    assert_eq!(shown["permission_overwrites"], nobody);
    let path = format!("guilds/{}/channels", guild.id());
    let (_, listed) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");

    let bot = Whom::Member(discord.bot_id());
    guild.overwrites(hidden, bot, may::VIEW_CHANNEL, 0);
    let event = socket.next().await;
    assert_eq!(event["t"], "CHANNEL_UPDATE");
    assert_eq!(event["d"]["name"], "secret plans");
}

#[tokio::test]
async fn typing_is_an_event_for_its_intent() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let direct = ana.in_direct_messages().channel_id();
    let mut here = Socket::ready(&discord, 1 << 11).await;
    let mut there = Socket::ready(&discord, 1 << 14).await;
    for channel in [guild.channel_id(), direct] {
        let path = format!("channels/{channel}/typing");
        assert_eq!(call(&discord, "POST", &path, &Value::Null).await.0, 204);
    }
    let event = here.next().await;
    assert_eq!(event["t"], "TYPING_START");
    assert_eq!(event["d"]["channel_id"], guild.channel_id().to_string());
    assert_eq!(event["d"]["user_id"], discord.bot_id().to_string());
    assert_eq!(event["d"]["guild_id"], guild.id().to_string());
    assert!(event["d"]["timestamp"].as_u64() >= Some(1_785_542_400));
    let event = there.next().await;
    assert_eq!(event["d"]["channel_id"], direct.to_string());
    assert_eq!(event["d"]["guild_id"], Value::Null);
}

#[tokio::test]
#[should_panic(expected = "may not use commands")]
async fn a_person_types_no_command_where_a_channel_denies_it() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let denied = may::USE_APPLICATION_COMMANDS;
    guild.overwrites(guild.channel_id(), Whom::Everyone, 0, denied);
    guild.member("ana").types("/go").send().await;
}

#[tokio::test]
async fn messages_of_a_channel_that_the_bot_does_not_see_have_no_events() {
    let (discord, guild) = club().await;
    let hidden = guild.opens_channel("hidden");
    guild.overwrites(hidden, Whom::Everyone, 0, may::VIEW_CHANNEL);
    let ana = guild.member("ana");
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 1 << 9).await;
    socket.next().await;
    ana.in_channel(hidden).writes("unseen", NO_FILES);
    ana.writes("seen", NO_FILES);
    let event = socket.next().await["d"].clone();
    assert_eq!(event["channel_id"], guild.channel_id().to_string());
}

#[tokio::test]
async fn members_are_listed_once_their_intent_is_switched_on() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let path = format!("guilds/{}/members?limit=10", guild.id());
    assert_eq!(
        code(&discord, "GET", &path, &Value::Null).await,
        (403, json!(50001))
    );
    discord.allow_privileged_intents();
    let (_, all) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!(
        all.as_array().map(Vec::len),
        Some(3),
        "the bot, the owner and ana"
    );
    let (_, one) = call(
        &discord,
        "GET",
        &format!("{path}&after={}", ana.id() - 1),
        &Value::Null,
    )
    .await;
    assert_eq!(one[0]["user"]["id"], ana.id().to_string());
}
