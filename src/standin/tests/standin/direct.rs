//! Direct messages: no guild, another intent, content for all to read, and who may write.

use discord_standin::Standin;
use serde_json::{Value, json};

use crate::bot::Bot;
use crate::raw::{NO_FILES, Socket, call};

const DIRECT_MESSAGES: u64 = 1 << 12;

#[tokio::test]
async fn commands_are_answered_in_direct_messages_and_menus_of_people_are_used() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let bob = guild.member("bob");
    let there = ana.in_direct_messages();
    there.types("/ping").send().await.sees("pong").await;
    let greeted = there.uses_user_menu("Greet", &there);
    greeted.sees("Hello ana in private").await;
    let greeted = ana.uses_user_menu("Greet", &bob);
    greeted.sees("Hello bob in a guild").await;
    let preview = there.types("/pick").send().await;
    let picked = there.chooses(&preview, &["green"]).await;
    picked.sees("picked green").await;
    let asked = there.types("/note").send().await;
    let noted = asked.fills(&[("Your note", "hi")]).await;
    noted.sees("noted: hi").await;
    assert!(!guild.text().contains("pong"));
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_direct_message_is_read_whole_and_answered() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana").in_direct_messages();
    ana.writes("hello", NO_FILES);
    ana.sees("I heard you").await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn an_interaction_in_direct_messages_has_a_user_and_no_guild() {
    let discord = Standin::start().await;
    crate::raw::register_go(&discord).await;
    let ana = discord.guild("Club").member("ana").in_direct_messages();
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), DIRECT_MESSAGES).await;
    socket.next().await;
    ana.types("/go").send().await;
    let event = socket.next().await["d"].clone();
    assert_eq!(event["user"]["id"], ana.id().to_string());
    assert_eq!(
        (&event["context"], &event["channel"]["type"]),
        (&json!(1), &json!(1))
    );
    assert!(event.get("member").is_none() && event.get("guild_id").is_none());
    ana.writes("hello", NO_FILES);
    let event = socket.next().await["d"].clone();
    assert_eq!(event["content"], "hello");
    assert!(event.get("member").is_none() && event.get("guild_id").is_none());
}

#[tokio::test]
async fn direct_messages_come_only_for_their_intent() {
    let discord = Standin::start().await;
    let ana = discord.guild("Club").member("ana");
    let mut deaf = Socket::open(&discord).await;
    deaf.next().await;
    deaf.identify(discord.token(), 1 << 9).await;
    assert_eq!(deaf.next().await["t"], "READY");
    ana.in_direct_messages().writes("unheard", NO_FILES);
    ana.writes("heard", NO_FILES);
    let event = deaf.next().await["d"].clone();
    assert_eq!(event["channel_id"], ana.channel_id().to_string());
}

#[tokio::test]
#[should_panic(expected = "/go is not registered")]
async fn a_command_for_guilds_only_cannot_be_typed_in_direct_messages() {
    let discord = Standin::start().await;
    let path = format!("applications/{}/commands", discord.bot_id());
    let command = json!({ "name": "go", "description": "Goes", "contexts": [0] });
    call(&discord, "POST", &path, &command).await;
    let ana = discord.guild("Club").member("ana");
    ana.types("/go").send().await;
    ana.in_direct_messages().types("/go").send().await;
}

async fn open(discord: &Standin, recipient: u64) -> (u16, Value) {
    let wish = json!({ "recipient_id": recipient.to_string() });
    call(discord, "POST", "users/@me/channels", &wish).await
}

#[tokio::test]
async fn the_bot_opens_direct_messages_once_and_writes_until_it_may_not() {
    let discord = Standin::start().await;
    let guild = discord.guild("Club");
    let ana = guild.member("ana");
    let (status, channel) = open(&discord, ana.id()).await;
    assert_eq!((status, &channel["type"]), (200, &json!(1)));
    assert_eq!(channel["recipients"][0]["username"], "ana");
    assert_eq!(open(&discord, ana.id()).await.1["id"], channel["id"]);

    let path = format!(
        "channels/{}/messages",
        channel["id"].as_str().expect("an id")
    );
    let hello = json!({ "content": "hello" });
    assert_eq!(call(&discord, "POST", &path, &hello).await.0, 200);
    ana.in_direct_messages().sees("hello").await;
    ana.takes_no_direct_messages();
    let (status, error) = call(&discord, "POST", &path, &hello).await;
    assert_eq!((status, &error["code"]), (403, &json!(50007)));
    guild.removes_bot();
    let (status, error) = call(&discord, "POST", &path, &hello).await;
    assert_eq!((status, &error["code"]), (403, &json!(50278)));
}

#[tokio::test]
async fn nobody_and_the_bot_itself_have_no_direct_messages() {
    let discord = Standin::start().await;
    let (status, error) = open(&discord, 1).await;
    assert_eq!((status, &error["code"]), (400, &json!(50033)));
    let (status, error) = open(&discord, discord.bot_id()).await;
    assert_eq!((status, &error["code"]), (403, &json!(50007)));
    let wish = json!({ "recipient_id": discord.host_id().to_string(), "more": 1 });
    let (status, _) = call(&discord, "POST", "users/@me/channels", &wish).await;
    assert_eq!((status, discord.forgive_faults().len()), (400, 1));
}
