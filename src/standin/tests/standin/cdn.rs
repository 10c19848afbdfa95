//! Downloads, and every way in which they fail.

use std::time::Duration;

use discord_standin::{CdnFault, Standin, Upload};
use serde_json::Value;

use crate::raw::{call, client};

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
        url.starts_with(discord.origin()) && url.ends_with("/photo_1.png"),
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
