//! Downloads, and every way in which they fail.

use std::time::Duration;

use discord_standin::{CdnFault, Standin, Upload};
use serde_json::{Value, json};

use crate::raw::{Socket, call, client};

/// The link of a file that somebody posted.
async fn link(discord: &Standin, upload: Upload) -> String {
    discord.allow_privileged_intents();
    let guild = discord.guild("Club");
    let message = guild.posts(&guild.member("ana"), "see", [upload]);
    let path = format!("channels/{}/messages/{}", guild.channel_id(), message.id());
    let (_, message) = call(discord, "GET", &path, &Value::Null).await;
    message["attachments"][0]["url"]
        .as_str()
        .expect("a link")
        .to_owned()
}

fn photo() -> Upload {
    Upload::new("photo 1.png", *b"0123456789")
}

#[tokio::test]
async fn a_file_comes_with_its_length_and_type() {
    let discord = Standin::start().await;
    let url = link(&discord, photo()).await;
    assert!(
        url.starts_with(discord.origin()) && url.contains("/photo_1.png?ex="),
        "{url}"
    );
    let response = client().get(url).send().await.expect("a response");
    assert_eq!(response.headers()["content-type"], "image/png");
    assert_eq!(response.content_length(), Some(10));
    assert_eq!(response.bytes().await.expect("bytes"), b"0123456789"[..]);
}

#[tokio::test]
async fn a_slow_download_never_ends() {
    let discord = Standin::start().await;
    let url = link(&discord, photo().that(CdnFault::NeverEnds)).await;
    let mut response = client().get(url).send().await.expect("headers");
    assert_eq!(response.content_length(), Some(10));
    assert_eq!(
        response.chunk().await.expect("a chunk").expect("half"),
        b"01234"[..]
    );
    let more = tokio::time::timeout(Duration::from_millis(50), response.chunk()).await;
    assert!(more.is_err());
}

#[tokio::test]
async fn a_broken_download_is_an_error() {
    let discord = Standin::start().await;
    let url = link(&discord, photo().that(CdnFault::BreaksOff)).await;
    let response = client().get(url).send().await.expect("headers");
    assert!(response.bytes().await.is_err());
}

#[tokio::test]
async fn a_wrong_type_and_a_dead_link_are_served_as_asked() {
    let discord = Standin::start().await;
    let url = link(
        &discord,
        photo().that(CdnFault::WrongType("text/html".to_owned())),
    )
    .await;
    let response = client().get(url).send().await.expect("a response");
    assert_eq!(response.headers()["content-type"], "text/html");
    let url = link(&discord, photo().that(CdnFault::Missing)).await;
    assert_eq!(
        client().get(url).send().await.expect("a response").status(),
        404
    );
}

#[tokio::test]
async fn another_host_serves_what_is_asked_and_counts_it() {
    let discord = Standin::start().await;
    let url = link(&discord, photo().that(CdnFault::RedirectsElsewhere)).await;
    let response = client().get(url).send().await.expect("a response");
    assert_eq!(response.status(), 302);
    let target = response.headers()["location"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(target.starts_with("http://localhost:"), "{target}");
    assert_eq!(discord.foreign_requests(), 0);
    assert_eq!(
        client()
            .get(target)
            .send()
            .await
            .expect("a response")
            .status(),
        200
    );
    assert_eq!(discord.foreign_requests(), 1);
    let url = link(&discord, photo().that(CdnFault::OnAnotherHost)).await;
    assert!(url.starts_with("http://localhost:"), "{url}");
}

/// The status of a download, and what it says.
async fn fetch(url: &str) -> (u16, String) {
    let response = client().get(url).send().await.expect("a response");
    let status = response.status().as_u16();
    (status, response.text().await.expect("a text"))
}

#[tokio::test]
async fn a_link_dies_after_a_day_and_a_new_one_is_given_out() {
    let discord = Standin::start().await;
    discord.allow_privileged_intents();
    let guild = discord.guild("Club");
    let message = guild.posts(&guild.member("ana"), "see", [photo()]);
    let path = format!("channels/{}/messages/{}", guild.channel_id(), message.id());
    let url = async || {
        let (_, message) = call(&discord, "GET", &path, &Value::Null).await;
        let url = message["attachments"][0]["url"].as_str();
        url.expect("a link").to_owned()
    };
    let old = url().await;
    assert_eq!(fetch(&old).await.0, 200);
    discord.advance(Duration::from_hours(24));
    let gone = "This content is no longer available.".to_owned();
    assert_eq!(fetch(&old).await, (404, gone.clone()));
    let new = url().await;
    assert_eq!(fetch(&new).await.0, 200);
    let (bare, query) = new.split_once('?').expect("a query");
    assert_eq!(fetch(bare).await, (404, gone.clone()), "no signature");
    let longer = format!("{bare}?{}", query.replacen("ex=", "ex=f", 1));
    assert_eq!(fetch(&longer).await, (404, gone), "a changed day");
}

#[tokio::test]
async fn the_link_of_an_option_dies_sooner() {
    let discord = Standin::start().await;
    let option = json!({ "type": 11, "name": "file", "description": "d" });
    let command = json!({ "name": "up", "description": "d", "options": [option] });
    let path = format!("applications/{}/commands", discord.bot_id());
    call(&discord, "POST", &path, &command).await;
    let ana = discord.guild("Club").member("ana");
    let mut socket = Socket::open(&discord).await;
    socket.next().await;
    socket.identify(discord.token(), 0).await;
    socket.next().await;
    ana.types("/up").attach("file", "a.png", *b"x").send().await;
    let event = socket.next().await["d"].clone();
    let files = event["data"]["resolved"]["attachments"].as_object();
    let file = files.and_then(|all| all.values().next()).expect("a file");
    let url = file["url"].as_str().expect("a link");
    assert_eq!(fetch(url).await.0, 200);
    discord.advance(Duration::from_hours(1));
    assert_eq!(fetch(url).await.0, 404);
}

#[tokio::test]
async fn a_slow_download_comes_whole_in_the_end() {
    let discord = Standin::start().await;
    let pause = Duration::from_millis(5);
    let url = link(&discord, photo().that(CdnFault::Slow(pause))).await;
    let before = tokio::time::Instant::now();
    assert_eq!(fetch(&url).await, (200, "0123456789".to_owned()));
    assert!(before.elapsed() >= pause * 10);
}
