//! What a failed request may have cost, and what of it may be logged.

use std::time::Duration;

use discord_standin::model::{Failure as Planned, Model, Pace, Reply};
use slimy_llm::{Client, Endpoint, Failure, FailureKind, Patience, Usage};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::{all, client, client_of, question};

const KEY: &str = "sk-0123456789abcdef";

/// How a stream of these events ends.
async fn end_of(events: &[&str]) -> Failure {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let base = format!("http://{}/v1", listener.local_addr().unwrap());
    let data: String = events
        .iter()
        .flat_map(|event| ["data: ", *event, "\n\n"])
        .collect();
    let server = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            asked.push(socket.read_u8().await.unwrap());
        }
        let head = String::from_utf8(asked).unwrap().to_lowercase();
        let (_, length) = head.split_once("content-length: ").unwrap();
        let length: usize = length.lines().next().unwrap().parse().unwrap();
        socket.read_exact(&mut vec![0; length]).await.unwrap();
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
        socket.write_all(head.as_bytes()).await.unwrap();
        socket.write_all(data.as_bytes()).await.unwrap();
    });
    let endpoint = Endpoint::new(&base.parse().unwrap(), Some(KEY.to_owned().into())).unwrap();
    let client = Client::new(Client::http().unwrap(), endpoint);
    let (_, end) = all(client.stream(&question("Hello")).await.unwrap()).await;
    server.await.unwrap();
    end.unwrap_err()
}

#[tokio::test]
async fn a_key_that_a_stream_repeats_is_not_in_the_failure() {
    let error = format!(r#"{{"error":{{"message":"no such key: {KEY}"}}}}"#);
    let failure = end_of(&[&error]).await;
    assert!(failure.detail.contains("no such key: [key]"), "{failure}");
    let wrong_shape = end_of(&[&format!(r#"{{"choices":"{KEY}"}}"#)]).await;
    assert_eq!(wrong_shape.kind, FailureKind::Nonsense);
    assert!(!wrong_shape.detail.contains("0123"), "{wrong_shape}");
}

#[tokio::test]
async fn a_refusal_is_charged_for_and_logged_without_its_words() {
    let failure = end_of(&[
        r#"{"choices":[{"delta":{"refusal":"I will not tell of Ana."},"finish_reason":"stop"}]}"#,
        r#"{"choices":[],"usage":{"prompt_tokens":70,"completion_tokens":9}}"#,
        "[DONE]",
    ])
    .await;
    assert_eq!(failure.kind, FailureKind::RefusedContent);
    assert!(!failure.detail.contains("Ana"), "{failure}");
    let usage = Usage {
        prompt_tokens: 70,
        completion_tokens: 9,
    };
    assert_eq!((failure.was_taken, failure.usage), (true, Some(usage)));
}

#[tokio::test]
async fn what_was_refused_or_never_arrived_costs_nothing() {
    let model = Model::start().await;
    let asked = client(&model);
    for planned in [
        Planned::KeyRefused,
        Planned::ServerError,
        Planned::Gateway(504),
    ] {
        model.fails_next(planned);
        let failure = asked.stream(&question("a")).await.map(|_| ()).unwrap_err();
        assert!(!failure.was_taken, "{failure}");
    }
    // One without a connection of before.
    let asked = client(&model);
    drop(model);
    let failure = asked.stream(&question("a")).await.map(|_| ()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Unreachable);
    assert!(!failure.was_taken);
}

#[tokio::test]
async fn what_was_taken_and_came_to_nothing_may_cost() {
    let model = Model::start().await;
    for reply in [
        Reply::says("one two").errs_after(0),
        Reply::says("one two").cuts_after(1),
        Reply::empty(),
    ] {
        model.answers(reply);
        let (_, end) = all(client(&model).stream(&question("a")).await.unwrap()).await;
        assert!(end.unwrap_err().was_taken);
    }
    model.answers(Reply::empty().filtered().counts(30, 7));
    let whole = client(&model).complete(&question("a")).await.unwrap_err();
    assert_eq!(whole.kind, FailureKind::RefusedContent);
    assert_eq!(whole.usage.map(|usage| usage.completion_tokens), Some(7));

    let never = Pace::new();
    model.answers(Reply::says("one").silent_until(&never));
    let short = Duration::from_millis(200);
    let patience = Patience {
        beginning: short,
        silence: short,
    };
    let hasty = client_of(&model, model.key(), patience);
    let failure = hasty.stream(&question("a")).await.map(|_| ()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Timeout);
    assert!(failure.was_taken, "it has the question");
}
