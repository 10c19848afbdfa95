//! Pages in the user's browser cannot use this Discord: not its REST, gateway or CDN.

use discord_standin::Standin;
use serde_json::Value;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::raw::{client, read, request};

async fn status(discord: &Standin, header: (&str, &str)) -> u16 {
    let request = request(discord, "GET", "users/@me");
    let request = request.header("authorization", format!("Bot {}", discord.token()));
    read(request.header(header.0, header.1)).await.0
}

#[tokio::test]
async fn what_a_browser_sends_is_refused_even_with_the_token() {
    let discord = Standin::start().await;
    assert_eq!(status(&discord, ("accept", "*/*")).await, 200);
    assert_eq!(status(&discord, ("origin", "https://a.example")).await, 403);
    assert_eq!(status(&discord, ("origin", discord.origin())).await, 403);
    assert_eq!(
        status(&discord, ("sec-fetch-site", "cross-site")).await,
        403
    );
    assert_eq!(status(&discord, ("sec-fetch-mode", "no-cors")).await, 403);
}

#[tokio::test]
async fn another_name_for_this_address_is_refused() {
    let discord = Standin::start().await;
    for host in [
        "a.example",
        "a.example:80",
        "127.0.0.1.a.example",
        "localhost.",
    ] {
        assert_eq!(status(&discord, ("host", host)).await, 421, "{host}");
    }
    assert_eq!(status(&discord, ("host", "localhost:3000")).await, 200);
}

#[tokio::test]
async fn a_page_opens_no_gateway_and_no_file() {
    let discord = Standin::start().await;
    let url = discord.origin().replace("http", "ws");
    let mut wish = url.as_str().into_client_request().expect("a request");
    let origin = "https://a.example".parse().expect("a header");
    wish.headers_mut().insert("origin", origin);
    let refused = tokio_tungstenite::connect_async(wish).await;
    assert!(refused.is_err_and(|error| error.to_string().contains("403")));
    let file = format!("{}/attachments/1/2/a.png", discord.origin());
    let file = client().get(file).header("origin", "https://a.example");
    let (status, body) = read(file).await;
    assert_eq!((status, body["code"].clone()), (403, Value::from(0)));
}

#[tokio::test]
async fn nobody_can_guess_the_token() {
    let (one, other) = (Standin::start().await, Standin::start().await);
    assert_ne!(one.token(), other.token());
    let secret = one.token().rsplit('.').next().expect("a part");
    assert_eq!(secret.len(), 64, "256 bits in hexadecimal digits");
}
