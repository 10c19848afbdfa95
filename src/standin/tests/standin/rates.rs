//! Rate limits: what the headers say, and what comes of not reading them.

use std::time::Duration;

use discord_standin::Standin;
use reqwest::Response;
use serde_json::{Value, json};

use crate::limits::club;
use crate::raw::{call, client, register_go, request};

async fn ask(discord: &Standin, method: &str, path: &str, body: &Value) -> Response {
    let request = request(discord, method, path).json(body);
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    request.send().await.expect("a response")
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().expect("a text"))
}

#[tokio::test]
async fn a_sixth_message_in_five_seconds_waits_in_its_channel_only() {
    let (discord, guild) = club().await;
    let other = guild.opens_channel("other");
    let path = format!("channels/{}/messages", guild.channel_id());
    let hello = json!({ "content": "x" });
    for left in (0..5).rev() {
        let sent = ask(&discord, "POST", &path, &hello).await;
        assert_eq!(sent.status(), 200);
        assert_eq!(header(&sent, "x-ratelimit-limit"), "5");
        assert_eq!(header(&sent, "x-ratelimit-remaining"), left.to_string());
        assert!(!header(&sent, "x-ratelimit-bucket").is_empty());
        let reset: f64 = header(&sent, "x-ratelimit-reset").parse().expect("seconds");
        assert!(reset > 1_785_542_400.0);
    }
    let refused = ask(&discord, "POST", &path, &hello).await;
    assert_eq!(refused.status(), 429);
    assert_eq!(header(&refused, "x-ratelimit-scope"), "user");
    assert_eq!(header(&refused, "x-ratelimit-remaining"), "0");
    assert!(!header(&refused, "retry-after").is_empty());
    let body: Value = refused.json().await.expect("JSON");
    assert_eq!((&body["global"], &body["code"]), (&json!(false), &json!(0)));
    assert_eq!(body["message"], "You are being rate limited.");
    let wait = body["retry_after"].as_f64().expect("seconds");
    assert!(wait > 0.0 && wait <= 5.0, "{wait}");

    let elsewhere = format!("channels/{other}/messages");
    assert_eq!(
        ask(&discord, "POST", &elsewhere, &hello).await.status(),
        200
    );
    discord.advance(Duration::from_secs_f64(wait));
    assert_eq!(ask(&discord, "POST", &path, &hello).await.status(), 200);
}

#[tokio::test]
async fn who_is_wrong_ten_thousand_times_in_ten_minutes_is_shut_out_until_they_are_over() {
    let discord = Standin::start().await;
    let client = client();
    let url = format!("{}/api/v10/users/@me", discord.origin());
    let ask = async |token: &str| {
        let token = format!("Bot {token}");
        let asked = client.get(&url).header("authorization", token).send().await;
        let answer = asked.expect("a response");
        let status = answer.status().as_u16();
        (status, answer.text().await.expect("a text"))
    };
    for _ in 0..9_999 {
        assert_eq!(ask("wrong").await.0, 401);
    }
    assert_eq!(ask(discord.token()).await.0, 200);
    assert_eq!(ask("wrong").await.0, 401);
    let shut_out = ask(discord.token()).await;
    assert_eq!(shut_out, (429, "error code: 1015".to_owned()));
    discord.advance(Duration::from_mins(10));
    assert_eq!(ask(discord.token()).await.0, 200);
}

#[tokio::test]
async fn fifty_requests_a_second_are_the_most_and_interactions_do_not_count() {
    let (discord, guild) = club().await;
    register_go(&discord).await;
    let answer = guild.member("ana").types("/go").send().await;
    let mut refused = None;
    // Routes of their own, so that none of them is full first; a slow machine needs a few more.
    for channel in 0..1_000 {
        let path = format!("channels/{channel}");
        let response = ask(&discord, "GET", &path, &Value::Null).await;
        if response.status() == 429 {
            refused = Some(response);
            break;
        }
    }
    let refused = refused.expect("a refusal");
    assert_eq!(header(&refused, "x-ratelimit-global"), "true");
    assert_eq!(header(&refused, "x-ratelimit-scope"), "global");
    let body: Value = refused.json().await.expect("JSON");
    assert_eq!(body["global"], true);
    let id = answer.interaction_id();
    let path = format!("interactions/{id}/interaction-token-{id}/callback");
    let hello = json!({ "type": 4, "data": { "content": "x" } });
    assert_eq!(call(&discord, "POST", &path, &hello).await.0, 204);
}
