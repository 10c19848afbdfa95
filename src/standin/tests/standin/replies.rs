//! Replies and mentions, and the content that they open to the bot.

use discord_standin::{Guild, Standin};
use serde_json::{Value, json};

use crate::limits::{club, refused, send};
use crate::raw::{NO_FILES, Socket, call};

/// A session that hears guild messages and may not read their content.
async fn listener(discord: &Standin) -> Socket {
    let mut socket = Socket::open(discord).await;
    socket.next().await;
    socket.identify(discord.token(), 1 << 9).await;
    assert_eq!(socket.next().await["t"], "READY");
    socket
}

/// A message that the bot wrote, as Discord shows it.
async fn from_bot(discord: &Standin, guild: &Guild, body: Value) -> Value {
    let (status, message) = send(discord, guild, &body).await;
    assert_eq!(status, 200, "{message}");
    message
}

fn ids(list: &Value) -> Vec<&str> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|one| one["id"].as_str()).collect()
}

#[tokio::test]
async fn a_reply_that_calls_the_bot_is_read_and_a_silent_one_is_not() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    from_bot(&discord, &guild, json!({ "content": "Ready" })).await;
    let message = ana.sees("Ready").await;
    let mut socket = listener(&discord).await;
    ana.replies(&message, "thanks");
    let event = socket.next().await["d"].clone();
    assert_eq!(
        (&event["content"], &event["type"]),
        (&json!("thanks"), &json!(19))
    );
    assert_eq!(event["referenced_message"]["content"], "Ready");
    assert_eq!(
        event["message_reference"]["message_id"],
        message.id().to_string()
    );
    assert_eq!(ids(&event["mentions"]), [discord.bot_id().to_string()]);
    assert!(event["mentions"][0]["member"]["joined_at"].is_string());

    ana.replies_silently(&message, "psst");
    let event = socket.next().await["d"].clone();
    assert_eq!(
        (&event["content"], &event["mentions"]),
        (&json!(""), &json!([]))
    );
    assert_eq!(event["referenced_message"]["content"], "Ready");
}

#[tokio::test]
async fn what_a_mention_answers_stays_withheld_when_it_does_not_mention_the_bot() {
    let (discord, guild) = club().await;
    let (ana, bob) = (guild.member("ana"), guild.member("bob"));
    let private = bob.writes("private", NO_FILES);
    let mut socket = listener(&discord).await;
    ana.replies(&private, &format!("<@{}> look", discord.bot_id()));
    let event = socket.next().await["d"].clone();
    assert!(
        event["content"]
            .as_str()
            .expect("content")
            .ends_with("look")
    );
    assert_eq!(event["referenced_message"]["content"], "");
    let path = format!("channels/{}/messages", guild.channel_id());
    let (_, list) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!(list[1]["content"], "", "REST withholds the same");
    discord.allow_privileged_intents();
    let (_, list) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!(list[1]["content"], "private");
    let (_, list) = call(&discord, "GET", &format!("{path}?limit=1"), &Value::Null).await;
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    let (status, _) = call(&discord, "GET", &format!("{path}?limit=101"), &Value::Null).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn the_bot_mentions_only_whom_its_allowed_mentions_let_through() {
    let (discord, guild) = club().await;
    let (ana, bob) = (guild.member("ana").role("Crew"), guild.member("bob"));
    let (_, roles) = call(
        &discord,
        "GET",
        &format!("guilds/{}/roles", guild.id()),
        &Value::Null,
    )
    .await;
    let crew = roles[1]["id"].as_str().expect("a role");
    let text = format!("<@{}> <@{}> <@&{crew}> @everyone", ana.id(), bob.id());
    let all = from_bot(&discord, &guild, json!({ "content": text })).await;
    assert_eq!(ids(&all["mentions"]).len(), 2);
    assert_eq!(all["mention_roles"], json!([crew]));
    assert_eq!(all["mention_everyone"], true);
    let none = json!({ "content": text, "allowed_mentions": { "parse": [] } });
    let none = from_bot(&discord, &guild, none).await;
    assert_eq!(
        (&none["mentions"], &none["mention_roles"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(none["mention_everyone"], false);
    let one = json!({ "users": [bob.id().to_string()] });
    let one = json!({ "content": text, "allowed_mentions": one });
    let one = from_bot(&discord, &guild, one).await;
    assert_eq!(ids(&one["mentions"]), [bob.id().to_string()]);
}

#[tokio::test]
async fn the_bots_reply_calls_the_other_unless_it_says_not_to() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let asked = ana.writes("question", NO_FILES);
    let reference = json!({ "message_id": asked.id().to_string() });
    let loud = json!({ "content": "answer", "message_reference": reference });
    let loud = from_bot(&discord, &guild, loud).await;
    assert_eq!(ids(&loud["mentions"]), [ana.id().to_string()]);
    let quiet = json!({
        "content": "answer", "message_reference": reference, "allowed_mentions": { "parse": [] },
    });
    assert_eq!(
        from_bot(&discord, &guild, quiet).await["mentions"],
        json!([])
    );
}

#[tokio::test]
async fn a_reply_to_nothing_is_refused_unless_it_may_go_without() {
    let (discord, guild) = club().await;
    let lost = json!({ "content": "x", "message_reference": { "message_id": "1" } });
    let (status, error) = send(&discord, &guild, &lost).await;
    assert_eq!((status, &error["code"]), (400, &json!(50035)));
    let code = &error["errors"]["message_reference"]["_errors"][0]["code"];
    assert_eq!(code, "REPLIES_UNKNOWN_MESSAGE");
    let mut lenient = lost;
    lenient["message_reference"]["fail_if_not_exists"] = json!(false);
    let message = from_bot(&discord, &guild, lenient).await;
    assert_eq!(message["type"], 0);
    let unknown = json!({ "message_id": "1", "colour": 1 });
    let unknown = json!({ "content": "x", "message_reference": unknown });
    refused(unknown, "message_reference.colour", "UNKNOWN_FIELD").await;
}
