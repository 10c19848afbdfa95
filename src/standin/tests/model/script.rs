//! What is said when: the script, the habit, and the record of requests.

use discord_standin::model::{Model, Outcome, Reply};
use serde_json::json;

use crate::ask::{ask, client, question};

async fn said(model: &Model, text: &str) -> String {
    let (status, answer) = ask(model, &question(text)).await;
    match answer["choices"][0]["message"]["content"].as_str() {
        Some(words) => words.to_owned(),
        None => status.to_string(),
    }
}

#[tokio::test]
async fn turns_are_taken_once_each_in_the_scripts_order() {
    let model = Model::start().await;
    model.fails_next(429);
    model.fails_next(503);
    model.answers("At last.");
    let mut heard = Vec::new();
    for _ in 0..3 {
        heard.push(said(&model, "Hm?").await);
    }
    assert_eq!(heard, ["429", "503", "At last."]);
    assert_eq!(model.turns_left(), 0);
    assert!(said(&model, "Hm?").await.contains("stand-in"));
}

#[tokio::test]
async fn an_answer_to_a_question_waits_for_that_question() {
    let model = Model::start().await;
    model.answers_to("Bob", "It is Bob's.");
    model.answers_to("Ana", "It is Ana's.");
    assert_eq!(said(&model, "What does Ana have?").await, "It is Ana's.");
    assert!(
        said(&model, "What does Cid have?")
            .await
            .contains("stand-in")
    );
    assert_eq!(said(&model, "What does Bob have?").await, "It is Bob's.");
}

#[tokio::test]
async fn a_habit_answers_what_the_script_does_not() {
    let model = Model::start().await;
    model.usually(|request| Reply::says(request.question().to_uppercase()));
    model.answers("Scripted.");
    assert_eq!(said(&model, "loud").await, "Scripted.");
    assert_eq!(said(&model, "loud").await, "LOUD");
}

#[tokio::test]
async fn a_request_is_kept_as_it_came() {
    let model = Model::start().await;
    let body = json!({ "model": Model::READS, "temperature": 0.5, "messages": [
        { "role": "system", "content": "You are Slimy." },
        { "role": "user", "content": [{ "type": "text", "text": "First?" }] },
        { "role": "assistant", "content": "Yes." },
        { "role": "user", "name": "ana", "content": "Second?" },
    ]});
    let (_, answer) = ask(&model, &body).await;
    let said = answer["choices"][0]["message"]["content"]
        .as_str()
        .expect("text");
    assert!(
        said.contains("“Second?”") && said.contains("I know 2 of your messages"),
        "{said}"
    );
    let request = model.ended(1).await;
    assert_eq!((request.number, request.outcome), (1, Outcome::Answered));
    assert_eq!(request.body, body);
    assert_eq!(request.model(), Model::READS);
    assert_eq!(request.said_by("system"), ["You are Slimy."]);
    assert_eq!(request.said_by("user"), ["First?", "Second?"]);
    assert_eq!(
        (request.question().as_str(), request.streams()),
        ("Second?", false)
    );
}

#[tokio::test]
async fn only_the_newest_requests_are_kept() {
    let model = Model::start().await;
    let client = client();
    for number in 0..300 {
        let url = format!("{}/chat/completions", model.base_url());
        let request = client.post(url).bearer_auth(model.key());
        let request = request.json(&question(&number.to_string()));
        request.send().await.expect("a response");
    }
    assert_eq!(model.requests().len(), 256);
    assert_eq!(model.ended(300).await.question(), "299");
    assert_eq!(model.requests()[0].number, 45);
}

#[tokio::test]
#[should_panic(expected = "request 1 is forgotten")]
async fn a_forgotten_request_is_not_waited_for() {
    let model = Model::start().await;
    for _ in 0..257 {
        ask(&model, &question("Hm?")).await;
    }
    model.asked(1).await;
}
