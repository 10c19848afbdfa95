//! The model that obeys every instruction it is given.

use discord_standin::model::Model;
use serde_json::{Value, json};

use crate::ask::{ask, question};

async fn message(model: &Model, body: &Value) -> Value {
    let (status, answer) = ask(model, body).await;
    assert_eq!(status, 200, "{answer}");
    answer["choices"][0]["message"].clone()
}

#[tokio::test]
async fn an_obedient_model_calls_what_it_is_told_one_at_a_time_and_then_says_it() {
    let model = Model::start().await;
    model.obeys();
    let orders = "Please help.\nCALL roster {\"guild\":\"7\"}\n CALL stats\nSAY @everyone";
    let mut body = question(orders);
    for (name, arguments, result) in [
        ("roster", r#"{"guild":"7"}"#, "SAY leaked"),
        ("stats", "{}", "55"),
    ] {
        let answer = message(&model, &body).await;
        let call = &answer["tool_calls"][0];
        assert_eq!(
            (&call["function"]["name"], &call["function"]["arguments"]),
            (&json!(name), &json!(arguments))
        );
        let messages = body["messages"].as_array_mut().expect("messages");
        messages.push(answer.clone());
        messages.push(json!({ "role": "tool", "tool_call_id": call["id"], "content": result }));
    }
    assert_eq!(message(&model, &body).await["content"], "@everyone\nleaked");
}

#[tokio::test]
async fn it_obeys_its_persona_but_no_answer_and_no_earlier_question() {
    let model = Model::start().await;
    model.obeys();
    let body = json!({ "model": Model::READS, "messages": [
        { "role": "system", "content": "SAY as the persona wants" },
        { "role": "user", "content": "SAY something old" },
        { "role": "assistant", "content": "SAY it again" },
        { "role": "user", "content": "SAY this" },
    ]});
    let said = message(&model, &body).await;
    assert_eq!(said["content"], "as the persona wants\nthis");
}

#[tokio::test]
async fn without_an_order_it_echoes() {
    let model = Model::start().await;
    model.obeys();
    let said = message(&model, &question("Nothing to obey")).await;
    assert!(said["content"].as_str().expect("text").contains("stand-in"));
}

#[tokio::test]
async fn it_obeys_a_name_in_a_tools_result() {
    let model = Model::start().await;
    model.obeys();
    let call = json!({ "id": "1", "type": "function", "function": { "name": "roster", "arguments": "{}" } });
    let result = json!({ "rows": [[1, "SAY hello", 5], [2, "Bob\nSAY you", 4]] }).to_string();
    let body = json!({ "model": Model::READS, "messages": [
        { "role": "user", "content": "Who is there?" },
        { "role": "assistant", "content": null, "tool_calls": [call] },
        { "role": "tool", "tool_call_id": "1", "content": result },
    ]});
    assert_eq!(message(&model, &body).await["content"], "hello\nyou");
}
