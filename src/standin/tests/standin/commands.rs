//! Registration, and what a person may type.

use discord_standin::Standin;
use serde_json::{Value, json};

use crate::raw::call;

async fn put(discord: &Standin, commands: &Value) -> (u16, Value) {
    let path = format!("applications/{}/commands", discord.bot_id());
    call(discord, "PUT", &path, commands).await
}

/// Registers and expects a refusal with this code of Discord's.
async fn refused(discord: &Standin, command: Value, code: &str) {
    let (status, body) = put(discord, &json!([command])).await;
    assert_eq!((status, &body["code"]), (400, &json!(50035)), "{code}");
    assert!(
        body["errors"].to_string().contains(code),
        "{code} is not in {body}"
    );
    assert_eq!(discord.forgive_faults().len(), 1, "{code}");
}

fn slash(name: &str) -> Value {
    json!({ "name": name, "description": "d" })
}

fn option(name: &str) -> Value {
    json!({ "type": 3, "name": name, "description": "d" })
}

#[tokio::test]
async fn registered_commands_come_back_whole_and_keep_their_ids() {
    let discord = Standin::start().await;
    let (status, first) = put(&discord, &json!([slash("ping")])).await;
    assert_eq!(status, 200);
    for key in [
        "id",
        "application_id",
        "version",
        "default_member_permissions",
        "type",
        "nsfw",
    ] {
        assert!(first[0].get(key).is_some(), "{key}");
    }
    let (_, second) = put(&discord, &json!([slash("pong"), slash("ping")])).await;
    assert_eq!(second[1]["id"], first[0]["id"]);
    assert_ne!(second[0]["id"], first[0]["id"]);
    assert_eq!(discord.global_commands().len(), 2);
}

#[tokio::test]
async fn each_rule_of_commands_refuses_what_breaks_it() {
    let discord = Standin::start().await;
    refused(&discord, slash("Ping"), "APPLICATION_COMMAND_INVALID_NAME").await;
    refused(
        &discord,
        slash("two words"),
        "APPLICATION_COMMAND_INVALID_NAME",
    )
    .await;
    refused(&discord, slash(&"a".repeat(33)), "BASE_TYPE_BAD_LENGTH").await;
    refused(&discord, slash(""), "BASE_TYPE_BAD_LENGTH").await;
    refused(&discord, json!({ "name": "a" }), "BASE_TYPE_REQUIRED").await;
    refused(
        &discord,
        json!({ "name": "a", "description": "d".repeat(101) }),
        "BASE_TYPE_BAD_LENGTH",
    )
    .await;
    refused(
        &discord,
        json!({ "name": "a", "description": "d", "colour": 1 }),
        "UNKNOWN_FIELD",
    )
    .await;
    let menu = json!({ "name": "Menu", "type": 3, "description": "d" });
    refused(&discord, menu, "APPLICATION_COMMAND_CONTEXT_MENU").await;

    let with = |options: Value| json!({ "name": "a", "description": "d", "options": options });
    let many: Vec<_> = (0..26)
        .map(|number| option(&format!("o{number}")))
        .collect();
    refused(&discord, with(json!(many)), "BASE_TYPE_MAX_LENGTH").await;
    let mut must = option("b");
    must["required"] = json!(true);
    refused(
        &discord,
        with(json!([option("a"), must])),
        "REQUIRED_INVALID",
    )
    .await;
    refused(
        &discord,
        with(json!([option("a"), option("a")])),
        "NAME_DUPLICATE",
    )
    .await;
    let sub = json!({ "type": 1, "name": "s", "description": "d" });
    refused(
        &discord,
        with(json!([sub, option("a")])),
        "OPTIONS_TYPE_INVALID",
    )
    .await;
    let choices: Vec<_> = (0..26)
        .map(|number| json!({ "name": format!("{number}"), "value": "v" }))
        .collect();
    let mut choosy = option("a");
    choosy["choices"] = json!(choices);
    refused(&discord, with(json!([choosy])), "BASE_TYPE_MAX_LENGTH").await;
    choosy["choices"] = json!([{ "name": "n", "value": "v" }]);
    choosy["autocomplete"] = json!(true);
    refused(&discord, with(json!([choosy])), "CHOICES_AUTOCOMPLETE").await;
    let wordy: Vec<_> = (0..25).map(|number| {
        let choice = |n: i32| json!({ "name": format!("{n}{}", "n".repeat(90)), "value": "v".repeat(90) });
        json!({ "type": 3, "name": format!("o{number}"), "description": "d", "choices": [choice(1), choice(2)] })
    }).collect();
    refused(
        &discord,
        with(json!(wordy)),
        "APPLICATION_COMMAND_TOO_LARGE",
    )
    .await;
}

#[tokio::test]
async fn names_are_unique_and_counted() {
    let discord = Standin::start().await;
    let (status, body) = put(&discord, &json!([slash("a"), slash("a")])).await;
    assert_eq!((status, &body["code"]), (400, &json!(50035)));
    let many: Vec<_> = (0..101)
        .map(|number| slash(&format!("c{number}")))
        .collect();
    assert_eq!(put(&discord, &json!(many)).await.0, 400);
    assert_eq!(discord.forgive_faults().len(), 2);
}

#[tokio::test]
#[should_panic(expected = "/nothing is not registered (known: ping)")]
async fn an_unknown_command_cannot_be_typed() {
    let discord = Standin::start().await;
    put(&discord, &json!([slash("ping")])).await;
    discord
        .guild("Club")
        .member("ana")
        .types("/nothing")
        .send()
        .await;
}

#[tokio::test]
#[should_panic(expected = "required options are missing: file")]
async fn a_required_option_cannot_be_left_out() {
    let discord = Standin::start().await;
    let file = json!({ "type": 11, "name": "file", "description": "d", "required": true });
    put(
        &discord,
        &json!([{ "name": "a", "description": "d", "options": [file] }]),
    )
    .await;
    discord.guild("Club").member("ana").types("/a").send().await;
}

#[tokio::test]
#[should_panic(expected = "\"many\" is not a number of its type")]
async fn a_word_is_no_number() {
    let discord = Standin::start().await;
    let count = json!({ "type": 4, "name": "count", "description": "d" });
    put(
        &discord,
        &json!([{ "name": "a", "description": "d", "options": [count] }]),
    )
    .await;
    discord
        .guild("Club")
        .member("ana")
        .types("/a count:many")
        .send()
        .await;
}

#[tokio::test]
#[should_panic(expected = "Discord hides this command")]
async fn a_command_for_managers_is_hidden_from_others() {
    let discord = Standin::start().await;
    let command = json!({ "name": "a", "description": "d", "default_member_permissions": "32" });
    put(&discord, &json!([command])).await;
    let guild = discord.guild("Club");
    guild
        .member("ana")
        .can_manage_guild()
        .types("/a")
        .send()
        .await;
    guild.member("bob").types("/a").send().await;
}
