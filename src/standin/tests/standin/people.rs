//! What people can do beyond typing and pressing, and what they and the bot see of it.

use discord_standin::{Guild, Standin};
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::bot::Bot;
use crate::limits::{club, send};
use crate::raw::{NO_FILES, Socket, call, read, register_go, request};

const GUILD_MESSAGES: u64 = 1 << 9;

fn row(controls: &Value) -> Value {
    json!({ "type": 1, "components": controls })
}

/// The bot posts a message on its own, with these controls.
async fn alert(discord: &Standin, guild: &Guild, controls: &Value) {
    let body = json!({ "content": "An alert", "components": [row(controls)] });
    let (status, error) = send(discord, guild, &body).await;
    assert_eq!(status, 200, "{error}");
}

#[tokio::test]
async fn a_message_of_their_own_is_edited_and_deleted_and_the_bot_hears_of_it() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let mut socket = Socket::ready(&discord, GUILD_MESSAGES).await;
    let message = ana.writes("one", NO_FILES);
    assert_eq!(socket.next().await["t"], "MESSAGE_CREATE");
    ana.edits(&message, &format!("two <@{}>", discord.bot_id()));
    let event = socket.next().await;
    assert_eq!(event["t"], "MESSAGE_UPDATE");
    assert_eq!(
        event["d"]["mentions"][0]["id"],
        discord.bot_id().to_string()
    );
    assert!(event["d"]["edited_timestamp"].is_string());
    assert!(ana.reads(&message)["content"].as_str() > Some("two"));
    ana.deletes(&message);
    assert_eq!(socket.next().await["t"], "MESSAGE_DELETE");
    assert_eq!(ana.reads(&message), Value::Null);
}

#[tokio::test]
#[should_panic(expected = "is not theirs")]
async fn nobody_edits_the_message_of_another() {
    let (_discord, guild) = club().await;
    let message = guild.member("ana").writes("one", NO_FILES);
    guild.member("bob").edits(&message, "two");
}

#[tokio::test]
async fn a_button_under_a_message_that_the_bot_posted_on_its_own_is_pressed() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let button = json!({ "type": 2, "style": 1, "label": "Mute", "custom_id": "mute" });
    alert(&discord, &guild, &json!([button])).await;
    let message = ana.sees("An alert").await;
    let mut socket = Socket::ready(&discord, 0).await;
    ana.presses_under(&message, "Mute").await;
    let event = socket.next().await["d"].clone();
    assert_eq!(event["type"], 3);
    assert_eq!(event["data"]["custom_id"], "mute");
    assert_eq!(event["message"]["id"], message.id().to_string());
}

#[tokio::test]
async fn people_roles_and_channels_are_chosen_by_name() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana").role("Crew");
    let kinds = [(5, "ana"), (6, "Crew"), (7, "Crew"), (8, "#general")];
    for (kind, name) in kinds {
        let select = json!({ "type": kind, "custom_id": "s" });
        alert(&discord, &guild, &json!([select])).await;
        let message = ana.sees("An alert").await;
        let mut socket = Socket::ready(&discord, 0).await;
        ana.chooses_under(&message, &[name]).await;
        let data = socket.next().await["d"]["data"].clone();
        let map = ["users", "roles", "roles", "channels"][kind - 5];
        let id = data["values"][0].as_str().expect("an id");
        assert!(data["resolved"][map][id].is_object(), "{data}");
    }
}

#[tokio::test]
#[should_panic(expected = "Choose 1 to 1.")]
async fn more_than_a_select_takes_cannot_be_chosen() {
    let (discord, guild) = club().await;
    let ana = guild.member("ana");
    let select = json!({ "type": 5, "custom_id": "s" });
    alert(&discord, &guild, &json!([select])).await;
    let message = ana.sees("An alert").await;
    ana.chooses_under(&message, &["ana", "owner of Club"]).await;
}

#[tokio::test]
async fn a_modal_opens_from_a_button_and_its_answer_changes_the_message() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let note = ana.types("/draft").send().await;
    note.sees("An empty note").await;
    let opened = ana.presses(&note, "Edit").await;
    assert_eq!(opened.modal().await["title"], "Edit the note");
    let filled = opened.fills(&[("Text", "hello")]).await;
    filled.sees("The note says hello").await;
    assert!(note.text().starts_with("The note says hello"));
    assert_eq!(guild.text().matches("note").count(), 1, "one message");
    bot.stop(&discord).await;
}

#[tokio::test]
#[should_panic(expected = "takes 0 to 20 characters")]
async fn a_modal_refuses_what_is_too_long() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let _bot = Bot::start(&discord).await;
    let asked = guild.member("ana").types("/note").send().await;
    asked.fills(&[("Your note", &"x".repeat(21))]).await;
}

#[tokio::test]
async fn the_bot_is_told_of_all_options_that_are_filled_so_far() {
    let (discord, guild) = club().await;
    let option = |name: &str, kind: u8| json!({ "type": kind, "name": name, "description": "d" });
    let mut who = option("who", 3);
    who["autocomplete"] = json!(true);
    let options = [option("week", 4), option("name", 3), who];
    let command = json!({ "name": "find", "description": "d", "options": options });
    let path = format!("applications/{}/commands", discord.bot_id());
    let (status, error) = call(&discord, "POST", &path, &command).await;
    assert_eq!(status, 201, "{error}");
    let mut socket = Socket::ready(&discord, 0).await;
    let ana = guild.member("ana");
    let asking = tokio::spawn(async move { ana.completes("/find week:47 who:Glim mer").await });
    let event = socket.next().await["d"].clone();
    let wanted = json!([
        { "name": "week", "type": 4, "value": 47 },
        { "name": "who", "type": 3, "value": "Glim mer", "focused": true },
    ]);
    assert_eq!(event["type"], 4);
    assert_eq!(event["data"]["options"], wanted);
    let (id, token) = (&event["id"], &event["token"]);
    let place = [id, token].map(|part| part.as_str().expect("a text"));
    let path = format!("interactions/{}/callback", place.join("/"));
    let choices = json!({ "choices": [{ "name": "Glimmerglob", "value": "m1" }] });
    call(
        &discord,
        "POST",
        &path,
        &json!({ "type": 8, "data": choices }),
    )
    .await;
    let choices = asking.await.expect("an answer");
    assert_eq!(choices[0].name, "Glimmerglob");
}

#[tokio::test]
async fn a_follow_up_brings_files_that_people_open() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let answer = guild.member("ana").types("/go").send().await;
    let id = answer.interaction_id();
    let first = format!("interactions/{id}/interaction-token-{id}/callback");
    let says = json!({ "type": 4, "data": { "content": "one" } });
    assert_eq!(call(&discord, "POST", &first, &says).await.0, 204);
    let form = Form::new()
        .text("payload_json", json!({ "content": "two" }).to_string())
        .part("files[0]", Part::bytes(b"a,b".to_vec()).file_name("t.csv"));
    let path = format!("webhooks/{}/interaction-token-{id}", discord.bot_id());
    let (status, error) = read(request(&discord, "POST", &path).multipart(form)).await;
    assert_eq!(status, 200, "{error}");
    assert_eq!(answer.files()[0].bytes, b"a,b");
    let message = answer.message().expect("a message");
    assert_eq!(guild.member("bob").opens(&message)[0].name, "t.csv");
}

#[tokio::test]
async fn a_message_older_than_an_hour_is_edited_a_few_times_only() {
    let (discord, guild) = club().await;
    let (_, message) = send(&discord, &guild, &json!({ "content": "0" })).await;
    let id = message["id"].as_str().expect("an id");
    let path = format!("channels/{}/messages/{id}", guild.channel_id());
    let hour = std::time::Duration::from_hours(1);
    discord.advance(hour);
    let mut statuses = Vec::new();
    for number in 0..7 {
        // Beyond the route's own limit.
        discord.advance(std::time::Duration::from_secs(5));
        let body = json!({ "content": number.to_string() });
        let (status, error) = call(&discord, "PATCH", &path, &body).await;
        statuses.push((status, error["code"].clone()));
    }
    assert_eq!(statuses[4], (200, Value::Null));
    assert_eq!(statuses[5], (400, json!(30046)));
}
