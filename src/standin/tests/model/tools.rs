//! Tools: how calls stream, and how their results come back.

use discord_standin::model::{Model, Reply};
use serde_json::{Value, json};

use crate::ask::{ask, chunks, events, question, streamed};

fn offering(mut body: Value) -> Value {
    body["tools"] = json!([{ "type": "function", "function": {
        "name": "roster", "description": "The members",
        "parameters": { "type": "object", "properties": { "top": { "type": "integer" } } },
    }}]);
    body
}

#[tokio::test]
async fn calls_stream_as_id_and_name_and_then_pieces_of_arguments() {
    let model = Model::start().await;
    let reply = Reply::calls("roster", json!({ "top": 3 })).and_calls("stats", json!({}));
    model.answers(reply);
    let chunks = chunks(&events(&model, &offering(streamed("Who leads?"))).await);
    assert_eq!(chunks[0]["choices"][0]["delta"]["content"], Value::Null);
    let mut calls: Vec<(String, String, String)> = Vec::new();
    for chunk in &chunks {
        for part in chunk["choices"][0]["delta"]["tool_calls"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let index = usize::try_from(part["index"].as_u64().expect("an index")).expect("small");
            if let Some(id) = part["id"].as_str() {
                assert_eq!((index, &part["type"]), (calls.len(), &json!("function")));
                assert_eq!(part["function"]["arguments"], "");
                let name = part["function"]["name"].as_str().expect("a name");
                calls.push((id.to_owned(), name.to_owned(), String::new()));
            } else {
                assert!(part["function"].get("name").is_none());
                calls[index].2 += part["function"]["arguments"].as_str().expect("a piece");
            }
        }
    }
    let [first, second] = calls.as_slice() else {
        panic!("two calls: {calls:?}");
    };
    assert_eq!(
        (first.1.as_str(), first.2.as_str()),
        ("roster", r#"{"top":3}"#)
    );
    assert_eq!((second.1.as_str(), second.2.as_str()), ("stats", "{}"));
    assert!(first.0.starts_with("call_") && first.0 != second.0);
    let last = chunks.last().expect("a chunk");
    assert_eq!(last["choices"][0]["finish_reason"], "tool_calls");
    assert_eq!(model.requests()[0].tools(), ["roster"]);
}

#[tokio::test]
async fn results_come_back_in_the_next_request() {
    let model = Model::start().await;
    model.answers(Reply::calls("roster", json!({ "top": 1 })));
    let mut body = offering(question("Who leads?"));
    let (_, answer) = ask(&model, &body).await;
    let choice = &answer["choices"][0];
    assert_eq!(choice["finish_reason"], "tool_calls");
    let call = &choice["message"]["tool_calls"][0];
    assert_eq!(call["function"]["arguments"], r#"{"top":1}"#);
    let messages = body["messages"].as_array_mut().expect("messages");
    messages.push(json!({ "role": "assistant", "content": null, "tool_calls": [call] }));
    messages.push(json!({ "role": "tool", "tool_call_id": call["id"], "content": "Ana, 900" }));
    let (status, answer) = ask(&model, &body).await;
    assert_eq!(status, 200);
    let said = answer["choices"][0]["message"]["content"]
        .as_str()
        .expect("text");
    assert!(said.starts_with("The tool says: “Ana, 900”."), "{said}");
    let id = call["id"].as_str().expect("an id").to_owned();
    assert_eq!(
        model.ended(2).await.tool_results(),
        [(id, "Ana, 900".to_owned())]
    );
}

#[tokio::test]
async fn a_model_that_lost_its_way_calls_with_what_is_no_json() {
    let model = Model::start().await;
    model.answers(Reply::calls("roster", "{top: three"));
    let (_, answer) = ask(&model, &offering(question("Who leads?"))).await;
    let call = &answer["choices"][0]["message"]["tool_calls"][0];
    assert_eq!(call["function"]["arguments"], "{top: three");
}
