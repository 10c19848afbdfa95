//! The two shapes of an answer.

use std::time::Duration;

use discord_standin::model::{Model, Outcome, Pace, Reply};
use serde_json::json;
use tokio::time::Instant;

use crate::ask::{ask, chunks, events, post, question, streamed, text};

#[tokio::test]
async fn a_stream_is_a_role_then_words_then_a_reason_then_done() {
    let model = Model::start().await;
    model.answers("Fifty-five  members.\nAll well.");
    let events = events(&model, &streamed("How many?")).await;
    assert_eq!(events.last().expect("an event"), "[DONE]");
    let chunks = chunks(&events);
    let first = &chunks[0]["choices"][0];
    assert_eq!(first["delta"]["role"], "assistant");
    assert_eq!(first["delta"]["content"], "");
    let words: Vec<_> = chunks[1..chunks.len() - 1]
        .iter()
        .map(|chunk| chunk["choices"][0]["delta"]["content"].clone())
        .collect();
    assert_eq!(words, ["Fifty-five", "  members.", "\nAll", " well."]);
    let last = &chunks.last().expect("a chunk")["choices"][0];
    assert_eq!(
        (&last["finish_reason"], &last["delta"]),
        (&json!("stop"), &json!({}))
    );
    for chunk in &chunks {
        assert_eq!(chunk["object"], "chat.completion.chunk");
        assert_eq!(chunk["id"], chunks[0]["id"]);
        assert_eq!(chunk["model"], Model::READS);
        assert!(chunk.get("usage").is_none(), "nobody asked for usage");
    }
}

#[tokio::test]
async fn usage_comes_in_a_last_chunk_without_choices_when_it_is_asked_for() {
    let model = Model::start().await;
    model.answers("one two three");
    let mut body = streamed("Count");
    body["stream_options"] = json!({ "include_usage": true });
    let chunks = chunks(&events(&model, &body).await);
    let (last, others) = chunks.split_last().expect("chunks");
    assert!(
        others
            .iter()
            .all(|chunk| chunk["usage"].is_null() && chunk.get("usage").is_some())
    );
    assert_eq!(last["choices"], json!([]));
    let prompt = model.requests()[0].prompt_tokens();
    assert_eq!(
        last["usage"],
        json!({
            "prompt_tokens": prompt, "completion_tokens": 3, "total_tokens": prompt + 3,
        })
    );
}

#[tokio::test]
async fn an_answer_that_is_not_streamed_is_one_object() {
    let model = Model::start().await;
    model.answers(Reply::says("Fifty-five members.").counts(1_000, 20));
    let (status, answer) = ask(&model, &question("How many?")).await;
    assert_eq!(status, 200);
    assert_eq!(answer["object"], "chat.completion");
    let choice = &answer["choices"][0];
    assert_eq!(choice["message"]["role"], "assistant");
    assert_eq!(choice["message"]["content"], "Fifty-five members.");
    assert_eq!(choice["finish_reason"], "stop");
    assert_eq!(answer["usage"]["total_tokens"], 1_020);
    assert_eq!(model.ended(1).await.outcome, Outcome::Answered);
}

#[tokio::test]
async fn words_come_as_the_test_releases_them() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("one two three").paced(&pace));
    let mut response = post(&model, &streamed("Count")).await;
    let mut seen = String::new();
    while !seen.contains("assistant") {
        seen += &next(&mut response).await;
    }
    assert!(!seen.contains("one"), "{seen}");
    pace.releases(2);
    while !seen.contains("two") {
        seen += &next(&mut response).await;
    }
    assert!(!seen.contains("three"), "{seen}");
    assert_eq!(model.asked(1).await.outcome, Outcome::Pending);
    pace.releases_all();
    let rest = response.text().await.expect("the rest");
    assert!(
        rest.contains("three") && rest.ends_with("data: [DONE]\n\n"),
        "{rest}"
    );
    assert_eq!(model.ended(1).await.outcome, Outcome::Answered);
}

#[tokio::test]
async fn not_even_headers_come_before_a_silent_answer_is_released() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("Here I am.").silent_until(&pace));
    let body = streamed("Are you there?");
    let mut waiting = Box::pin(post(&model, &body));
    tokio::select! {
        _ = &mut waiting => panic!("headers came"),
        request = model.asked(1) => assert_eq!(request.outcome, Outcome::Pending),
    }
    pace.releases(1);
    let response = waiting.await;
    assert!(response.text().await.expect("a stream").contains("Here"));
}

#[tokio::test]
async fn a_slow_answer_takes_its_time_before_each_word() {
    let model = Model::start().await;
    let pause = Duration::from_millis(5);
    for body in [streamed("Count"), question("Count")] {
        model.answers(Reply::says("one two three four").slow(pause));
        let begun = Instant::now();
        post(&model, &body).await.text().await.expect("an answer");
        assert!(begun.elapsed() >= 4 * pause);
    }
}

#[tokio::test]
async fn an_answer_is_cut_to_the_requests_limit() {
    let model = Model::start().await;
    for limit in ["max_tokens", "max_completion_tokens"] {
        model.answers("one two three four");
        let mut body = question("Count");
        body[limit] = json!(2);
        let (_, answer) = ask(&model, &body).await;
        let choice = &answer["choices"][0];
        assert_eq!(choice["message"]["content"], "one two");
        assert_eq!(choice["finish_reason"], "length");
        assert_eq!(answer["usage"]["completion_tokens"], 2);
    }
}

#[tokio::test]
async fn without_a_script_it_says_back_the_question_and_what_it_is() {
    let model = Model::start().await;
    let events = events(&model, &streamed("What is the club's power?")).await;
    let chunks = chunks(&events);
    assert!(chunks.len() > 8, "word by word");
    assert_eq!(
        text(&chunks),
        "You asked: “What is the club's power?”. This answer comes from a stand-in, not from a \
         real model."
    );
}

async fn next(response: &mut reqwest::Response) -> String {
    let chunk = response.chunk().await.expect("a chunk").expect("more");
    String::from_utf8(chunk.to_vec()).expect("text")
}
