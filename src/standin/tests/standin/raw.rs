//! Requests and sockets without a client library, for what no client library would send.

use discord_standin::Standin;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

/// A request as the bot: status and body.
pub(crate) async fn call(
    discord: &Standin,
    method: &str,
    path: &str,
    body: &Value,
) -> (u16, Value) {
    call_as(discord, discord.token(), method, path, body).await
}

/// A request with any token.
pub(crate) async fn call_as(
    discord: &Standin,
    token: &str,
    method: &str,
    path: &str,
    body: &Value,
) -> (u16, Value) {
    let request = request(discord, method, path).header("authorization", format!("Bot {token}"));
    let request = if body.is_null() {
        request
    } else {
        request.json(body)
    };
    read(request).await
}

pub(crate) fn request(discord: &Standin, method: &str, path: &str) -> reqwest::RequestBuilder {
    let url = format!("{}/api/v10/{path}", discord.origin());
    client().request(method.parse().expect("a method"), url)
}

pub(crate) async fn read(request: reqwest::RequestBuilder) -> (u16, Value) {
    let response = request.send().await.expect("a response");
    let status = response.status().as_u16();
    let text = response.text().await.expect("a body");
    (status, serde_json::from_str(&text).unwrap_or(Value::Null))
}

pub(crate) fn client() -> reqwest::Client {
    let builder = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    builder.build().expect("a client")
}

/// Nothing attached.
pub(crate) const NO_FILES: [(&str, &[u8]); 0] = [];

type Stream =
    tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// A bare gateway connection.
pub(crate) struct Socket(Stream);

impl Socket {
    pub(crate) async fn open(discord: &Standin) -> Self {
        Self::open_as(discord, "?v=10&encoding=json").await
    }

    /// One that wishes for something else.
    pub(crate) async fn open_as(discord: &Standin, wish: &str) -> Self {
        let url = format!("{}/{wish}", discord.origin().replacen("http", "ws", 1));
        let (stream, _) = tokio_tungstenite::connect_async(url)
            .await
            .expect("a socket");
        Self(stream)
    }

    /// One that has identified and was told so.
    pub(crate) async fn ready(discord: &Standin, intents: u64) -> Self {
        let mut socket = Self::open(discord).await;
        socket.next().await;
        socket.identify(discord.token(), intents).await;
        assert_eq!(socket.next().await["t"], "READY");
        socket
    }

    pub(crate) async fn say(&mut self, payload: &Value) {
        // A socket that Discord closed meanwhile shows in the next read.
        let _gone = self.0.send(Message::text(payload.to_string())).await;
    }

    pub(crate) async fn says_text(&mut self, text: &str) {
        let _gone = self.0.send(Message::text(text)).await;
    }

    pub(crate) async fn identify(&mut self, token: &str, intents: u64) {
        let wish = json!({ "token": token, "intents": intents, "properties": {} });
        self.say(&json!({ "op": 2, "d": wish })).await;
    }

    pub(crate) async fn next(&mut self) -> Value {
        match self.0.next().await {
            Some(Ok(Message::Text(text))) => serde_json::from_str(&text).expect("JSON"),
            other => panic!("no payload: {other:?}"),
        }
    }

    /// Closes and waits until the other side has closed, too.
    pub(crate) async fn closes(mut self) {
        self.0.close(None).await.expect("a close frame that leaves");
        while let Some(message) = self.0.next().await {
            message.expect("a whole handshake");
        }
    }

    /// Reads on until the close and gives its code.
    pub(crate) async fn close_code(&mut self) -> u16 {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
                Some(Ok(_)) => {}
                other => panic!("no close frame: {other:?}"),
            }
        }
    }
}

/// Registers one command without options, so that people can type `/go`.
pub(crate) async fn register_go(discord: &Standin) {
    let path = format!("applications/{}/commands", discord.bot_id());
    let command = json!({ "name": "go", "description": "Goes" });
    let (status, body) = call(discord, "POST", &path, &command).await;
    assert_eq!(status, 201, "{body}");
}
