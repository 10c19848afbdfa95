//! The languages of people and guilds, as interactions tell them.

use serde_json::{Value, json};

use crate::limits::club;
use crate::raw::{Socket, call, register_go};

#[tokio::test]
async fn interactions_say_which_language_the_person_and_the_guild_prefer() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let (ana, bob) = (guild.member("ana").speaks("de"), guild.member("bob"));
    guild.prefers_locale("fr");
    let mut socket = Socket::ready(&discord, 0).await;
    let mut told = Vec::new();
    for who in [&ana, &bob] {
        who.types("/go").send().await;
        let event = socket.next().await["d"].clone();
        assert_eq!(event["guild"]["locale"], "fr");
        told.push([event["locale"].clone(), event["guild_locale"].clone()]);
    }
    assert_eq!(json!(told), json!([["de", "fr"], ["en-US", "fr"]]));
    let path = format!("guilds/{}", guild.id());
    let (_, shown) = call(&discord, "GET", &path, &Value::Null).await;
    assert_eq!(shown["preferred_locale"], "fr");

    ana.in_direct_messages().types("/go").send().await;
    let event = socket.next().await["d"].clone();
    assert_eq!(event["locale"], "de");
    assert_eq!(event["guild_locale"], Value::Null);
}
