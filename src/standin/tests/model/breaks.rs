//! Answers that begin well and go wrong.

use discord_standin::model::{Model, Outcome, Reply};
use serde_json::{Value, json};

use crate::ask::{ask, chunks, data, events, post, question, streamed, text};

/// All that arrives before the end, and whether the connection broke.
async fn arrives(model: &Model, body: &Value) -> (String, bool) {
    let mut response = post(model, body).await;
    let mut bytes = Vec::new();
    let is_broken = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) => break false,
            Err(_) => break true,
        }
    };
    (String::from_utf8(bytes).expect("text"), is_broken)
}

#[tokio::test]
async fn a_connection_breaks_after_as_many_words_as_were_said() {
    let model = Model::start().await;
    model.answers(Reply::says("one two three four").cuts_after(2));
    let (seen, is_broken) = arrives(&model, &streamed("Count")).await;
    assert!(is_broken);
    assert_eq!(text(&chunks(&data(&seen))), "one two");
    assert!(
        !seen.contains("[DONE]") && !seen.contains("\"stop\""),
        "{seen}"
    );
    assert_eq!(model.ended(1).await.outcome, Outcome::CutOff);
}

#[tokio::test]
async fn a_stream_stops_short_as_if_all_were_well() {
    let model = Model::start().await;
    model.answers(Reply::says("one two three four").stops_short_after(3));
    let (seen, is_broken) = arrives(&model, &streamed("Count")).await;
    assert!(!is_broken);
    assert_eq!(text(&chunks(&data(&seen))), "one two three");
    assert!(
        !seen.contains("[DONE]") && !seen.contains("\"stop\""),
        "{seen}"
    );
    assert_eq!(model.ended(1).await.outcome, Outcome::CutOff);
}

#[tokio::test]
async fn a_whole_answer_breaks_off_or_stops_short_in_the_middle_of_its_json() {
    let model = Model::start().await;
    model.answers(Reply::says("one two").cuts_after(1));
    model.answers(Reply::says("one two").stops_short_after(1));
    let (seen, is_broken) = arrives(&model, &question("Count")).await;
    assert!(is_broken && !seen.is_empty(), "{seen}");
    let (seen, is_broken) = arrives(&model, &question("Count")).await;
    assert!(
        !is_broken && serde_json::from_str::<Value>(&seen).is_err(),
        "{seen}"
    );
}

#[tokio::test]
async fn a_garbled_chunk_is_no_json_and_the_others_are() {
    let model = Model::start().await;
    model.answers(Reply::says("one two three").garbles(2));
    let events = events(&model, &streamed("Count")).await;
    let readable: Vec<Value> = events
        .iter()
        .filter_map(|event| serde_json::from_str(event).ok())
        .collect();
    // The garbled one and [DONE].
    assert_eq!(readable.len(), events.len() - 2);
    assert_eq!(text(&readable), "one three");
    model.answers(Reply::says("one two three").garbles(1));
    let body = post(&model, &question("Count"))
        .await
        .text()
        .await
        .expect("a body");
    assert!(serde_json::from_str::<Value>(&body).is_err(), "{body}");
}

#[tokio::test]
async fn an_error_in_the_middle_comes_as_an_event() {
    let model = Model::start().await;
    model.answers(Reply::says("one two three").errs_after(1));
    let events = events(&model, &streamed("Count")).await;
    let chunks = chunks(&events);
    assert_eq!(text(&chunks), "one");
    assert_eq!(
        chunks.last().expect("an event")["error"]["type"],
        "server_error"
    );
    assert!(!events.contains(&"[DONE]".to_owned()));
    assert_eq!(model.ended(1).await.outcome, Outcome::CutOff);
    model.answers(Reply::says("one two three").errs_after(1));
    let (status, body) = ask(&model, &question("Count")).await;
    assert_eq!(
        (status, &body["error"]["type"]),
        (500, &json!("server_error"))
    );
    assert_eq!(model.ended(2).await.outcome, Outcome::Refused(500));
}

#[tokio::test]
async fn an_empty_answer_has_a_role_and_a_reason_and_no_word() {
    let model = Model::start().await;
    model.answers(Reply::empty());
    let chunks = chunks(&events(&model, &streamed("Anything?")).await);
    assert_eq!((chunks.len(), text(&chunks).as_str()), (2, ""));
    assert_eq!(chunks[1]["choices"][0]["finish_reason"], "stop");
    model.answers(Reply::empty());
    let (_, answer) = ask(&model, &question("Anything?")).await;
    assert_eq!(answer["choices"][0]["message"]["content"], "");
}

#[tokio::test]
async fn the_reason_of_an_end_is_the_filter_or_the_room() {
    let model = Model::start().await;
    let ends = [
        (Reply::says("I may").filtered(), "content_filter"),
        (Reply::says("And so").out_of_room(), "length"),
    ];
    for (reply, reason) in ends {
        model.answers(reply.clone());
        let chunks = chunks(&events(&model, &streamed("Tell me")).await);
        let last = chunks.last().expect("a chunk");
        assert_eq!(last["choices"][0]["finish_reason"], reason);
        model.answers(reply);
        let (_, answer) = ask(&model, &question("Tell me")).await;
        assert_eq!(answer["choices"][0]["finish_reason"], reason);
    }
}

#[tokio::test]
async fn a_shredded_stream_is_the_same_stream() {
    let model = Model::start().await;
    model.answers(Reply::says("Grüße – 55 “members”").shredded());
    let mut response = post(&model, &streamed("Count")).await;
    let first = response.chunk().await.expect("a chunk").expect("bytes");
    assert!(
        first.len() < 20,
        "a few bytes, not a whole event: {first:?}"
    );
    let mut all = first.to_vec();
    while let Some(chunk) = response.chunk().await.expect("a chunk") {
        all.extend_from_slice(&chunk);
    }
    let events = data(&String::from_utf8(all).expect("text"));
    assert_eq!(events.last().expect("an event"), "[DONE]");
    assert_eq!(text(&chunks(&events)), "Grüße – 55 “members”");
}

#[tokio::test]
async fn comments_stand_between_the_events() {
    let model = Model::start().await;
    model.answers(Reply::says("one two").with_comments());
    let response = post(&model, &streamed("Count")).await;
    let seen = response.text().await.expect("a stream");
    let (comments, events): (Vec<&str>, Vec<&str>) = seen
        .split_terminator("\n\n")
        .partition(|event| event.starts_with(": "));
    assert_eq!((comments.len(), events.len()), (5, 5));
    assert_eq!(
        text(&chunks(&data(&(events.join("\n\n") + "\n\n")))),
        "one two"
    );
}
