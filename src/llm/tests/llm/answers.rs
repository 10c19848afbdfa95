//! Answers that come whole.

use std::time::Duration;

use discord_standin::model::{Model, Outcome, Pace, Reply};
use serde_json::json;
use slimy_llm::{Event, FailureKind, Finish, Format, Image, Message, Part, Patience, Tool, Usage};
use tokio::time::timeout;

use crate::{all, client, client_of, question};

#[tokio::test]
async fn an_answer_comes_word_by_word_and_then_whole_with_what_it_took() {
    let model = Model::start().await;
    model.answers(Reply::says("Fifty-five  members.\nAll well.").counts(12, 4));
    let stream = client(&model).stream(&question("How many?")).await.unwrap();
    let (words, answer) = all(stream).await;
    assert_eq!(words, ["Fifty-five", "  members.", "\nAll", " well."]);
    let answer = answer.unwrap();
    assert_eq!(answer.text, "Fifty-five  members.\nAll well.");
    let usage = Usage {
        prompt_tokens: 12,
        completion_tokens: 4,
    };
    assert_eq!((answer.usage, answer.finish), (Some(usage), Finish::Stop));
    assert_eq!(answer.model, Model::READS);
}

#[tokio::test]
async fn it_makes_no_difference_how_the_stream_is_cut_or_commented() {
    let model = Model::start().await;
    model.answers(Reply::says("Grüße, 世界 👋").shredded().with_comments());
    let stream = client(&model).stream(&question("Hello")).await.unwrap();
    assert_eq!(all(stream).await.1.unwrap().text, "Grüße, 世界 👋");
}

#[tokio::test]
async fn the_first_words_are_there_before_the_last_are_said() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("one two three").paced(&pace));
    let mut stream = client(&model).stream(&question("Count")).await.unwrap();
    pace.releases(1);
    let first = stream.next().await.unwrap();
    assert_eq!(first, Some(Event::Text("one".to_owned())));
    assert_eq!(stream.so_far(), "one");
}

#[tokio::test]
async fn a_first_word_is_waited_for_longer_than_the_next() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("one two").paced(&pace));
    let patience = Patience {
        beginning: Duration::from_secs(20),
        silence: Duration::from_millis(50),
    };
    let client = client_of(&model, model.key(), patience);
    let mut stream = client.stream(&question("Think")).await.unwrap();
    let thinking = timeout(Duration::from_millis(300), stream.next()).await;
    assert!(thinking.is_err(), "{thinking:?}");
    pace.releases(1);
    let first = stream.next().await.unwrap();
    assert_eq!(first, Some(Event::Text("one".to_owned())));
    let silence = stream.next().await.unwrap_err();
    assert_eq!(silence.kind, FailureKind::Timeout);
}

#[tokio::test]
async fn an_answer_that_nobody_waits_for_any_more_is_cancelled() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("one two three").paced(&pace));
    let mut stream = client(&model).stream(&question("Count")).await.unwrap();
    pace.releases(1);
    stream.next().await.unwrap();
    drop(stream);
    assert_eq!(model.ended(1).await.outcome, Outcome::Cancelled);
}

#[tokio::test]
async fn an_answer_in_one_piece_is_the_same() {
    let model = Model::start().await;
    model.answers("Fifty-five members.");
    let answer = client(&model)
        .complete(&question("How many?"))
        .await
        .unwrap();
    assert_eq!(answer.text, "Fifty-five members.");
    assert!(
        answer
            .usage
            .is_some_and(|usage| usage.completion_tokens == 2)
    );
}

#[tokio::test]
async fn an_answer_as_long_as_it_may_be_says_so() {
    let model = Model::start().await;
    model.answers(Reply::says("and so on").out_of_room());
    let stream = client(&model).stream(&question("Tell")).await.unwrap();
    assert_eq!(all(stream).await.1.unwrap().finish, Finish::Length);
}

#[tokio::test]
async fn tools_are_called_and_their_results_are_told() {
    let model = Model::start().await;
    model.answers(Reply::calls("roster", json!({"top": 3})).and_calls("stats", json!({})));
    let mut request = question("Who leads?");
    request.tools = ["roster", "stats"]
        .map(|name| Tool {
            name,
            description: "What the club knows",
            parameters: json!({"type": "object", "properties": {"top": {"type": "integer"}}}),
        })
        .to_vec();
    let client = client(&model);
    for streams in [true, false] {
        let answer = if streams {
            all(client.stream(&request).await.unwrap()).await.1.unwrap()
        } else {
            model.answers(Reply::calls("roster", json!({"top": 3})).and_calls("stats", json!({})));
            client.complete(&request).await.unwrap()
        };
        assert_eq!(answer.finish, Finish::ToolCalls);
        let called: Vec<_> = answer
            .calls
            .iter()
            .map(|call| (call.name.as_str(), call.arguments.as_str()))
            .collect();
        assert_eq!(called, [("roster", r#"{"top":3}"#), ("stats", "{}")]);

        model.answers("Stone leads.");
        let mut next = request.clone();
        let results = answer.calls.iter().map(|call| Message::ToolResult {
            id: call.id.clone(),
            content: format!("result of {}", call.name),
        });
        let results: Vec<_> = results.collect();
        next.messages.push(Message::Assistant {
            text: answer.text,
            calls: answer.calls,
        });
        next.messages.extend(results);
        client.complete(&next).await.unwrap();
        let told = model.requests().last().unwrap().tool_results();
        let told: Vec<_> = told.iter().map(|(_, content)| content.as_str()).collect();
        assert_eq!(told, ["result of roster", "result of stats"]);
    }
}

#[tokio::test]
async fn pictures_travel_as_bytes() {
    let model = Model::start().await;
    model.answers("A picture.");
    let mut request = question("");
    request.model = Model::SEES.to_owned();
    request.messages = vec![Message::User(vec![
        Part::Text("What is it?".to_owned()),
        Part::Image(Image {
            content_type: "image/png".to_owned(),
            bytes: PIXEL.to_vec(),
        }),
    ])];
    client(&model).complete(&request).await.unwrap();
    let seen = &model.requests()[0].images;
    assert_eq!(seen.len(), 1);
    assert_eq!(
        (seen[0].size, seen[0].dimensions),
        (PIXEL.len(), Some((1, 1)))
    );
}

#[tokio::test]
async fn a_shape_is_asked_for() {
    let model = Model::start().await;
    model.answers(r#"{"members":[]}"#);
    let mut request = question("Read");
    request.format = Some(Format {
        name: "roster",
        schema: json!({"type": "object", "properties": {"members": {"type": "array", "items": {"type": "string"}}}, "required": ["members"], "additionalProperties": false}),
    });
    client(&model).complete(&request).await.unwrap();
    let asked = &model.requests()[0].body["response_format"];
    assert_eq!(asked["type"], "json_schema");
    assert_eq!(asked["json_schema"]["strict"], true);
}

/// A PNG of one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];
