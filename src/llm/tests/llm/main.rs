//! The client against the stand-in for a language model.

mod answers;
mod charged;
mod failures;

use std::time::Duration;

use discord_standin::model::Model;
use secrecy::SecretString;
use slimy_llm::{Client, Endpoint, Event, Failure, Message, Patience, Request, Stream};

/// A client of `model` that is not patient for long.
fn client(model: &Model) -> Client {
    client_with(model, model.key())
}

fn client_with(model: &Model, key: &str) -> Client {
    let patience = Patience {
        beginning: Duration::from_secs(20),
        silence: Duration::from_secs(20),
    };
    client_of(model, key, patience)
}

fn client_of(model: &Model, key: &str, patience: Patience) -> Client {
    let base = model.base_url().parse().expect("an address");
    let key = SecretString::from(key.to_owned());
    let endpoint = Endpoint::new(&base, Some(key)).expect("http");
    let http = Client::http().expect("a client");
    Client::new(http, endpoint.with_patience(patience))
}

fn question(text: &str) -> Request {
    Request {
        model: Model::READS.to_owned(),
        messages: vec![Message::System("Be brief.".to_owned()), Message::user(text)],
        max_tokens: 500,
        temperature: None,
        tools: Vec::new(),
        format: None,
    }
}

/// All that a stream brings: its words, and how it ends.
async fn all(mut stream: Stream) -> (Vec<String>, Result<slimy_llm::Answer, Failure>) {
    let mut words = Vec::new();
    loop {
        match stream.next().await {
            Ok(Some(Event::Text(text))) => words.push(text),
            Ok(Some(Event::End(answer))) => {
                assert_eq!(stream.next().await, Ok(None), "nothing follows the end");
                return (words, Ok(answer));
            }
            Ok(None) => panic!("an end without an answer"),
            Err(failure) => {
                assert_eq!(stream.so_far(), words.concat(), "what came is kept");
                assert_eq!(stream.next().await, Ok(None), "nothing follows a failure");
                return (words, Err(failure));
            }
        }
    }
}
