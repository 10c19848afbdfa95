//! Images in a request.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use discord_standin::model::{Image, Model};
use serde_json::{Value, json};

use crate::ask::ask;

/// The beginning of a PNG of 640 × 480, which is all that anybody looks at.
fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(640_u32.to_be_bytes());
    bytes.extend(480_u32.to_be_bytes());
    bytes
}

fn data_url(content_type: &str, bytes: &[u8]) -> String {
    format!(
        "data:{content_type};base64,{}",
        BASE64_STANDARD.encode(bytes)
    )
}

fn showing(model: &str, urls: &[String]) -> Value {
    let mut parts = vec![json!({ "type": "text", "text": "What is this?" })];
    parts.extend(
        urls.iter()
            .map(|url| json!({ "type": "image_url", "image_url": { "url": url } })),
    );
    json!({ "model": model, "messages": [{ "role": "user", "content": parts }] })
}

#[tokio::test]
async fn images_are_recorded_with_type_size_and_dimensions() {
    let model = Model::start().await;
    let urls = [
        data_url("image/png", &png()),
        data_url("image/gif", b"GIF89a...."),
    ];
    let (status, answer) = ask(&model, &showing(Model::SEES, &urls)).await;
    assert_eq!(status, 200);
    let request = model.ended(1).await;
    let expected = [
        Image {
            content_type: "image/png".to_owned(),
            size: 24,
            dimensions: Some((640, 480)),
        },
        Image {
            content_type: "image/gif".to_owned(),
            size: 10,
            dimensions: None,
        },
    ];
    assert_eq!(request.images, expected);
    assert_eq!(request.question(), "What is this?");
    let kept = &request.body["messages"][0]["content"][1]["image_url"]["url"];
    assert_eq!(kept, "data:image/png;base64,… (24 bytes)");
    let said = answer["choices"][0]["message"]["content"]
        .as_str()
        .expect("text");
    let shown = "I was shown an image (image/png, 640 × 480), an image (image/gif, 10 bytes).";
    assert!(said.contains(shown), "{said}");
}

#[tokio::test]
async fn an_image_costs_tokens() {
    let model = Model::start().await;
    ask(&model, &showing(Model::SEES, &[])).await;
    ask(
        &model,
        &showing(Model::SEES, &[data_url("image/png", &png())]),
    )
    .await;
    let [without, with] = model.requests().try_into().expect("two requests");
    assert_eq!(with.prompt_tokens() - without.prompt_tokens(), 85);
}

#[tokio::test]
async fn a_blind_model_and_a_bad_image_refuse() {
    let model = Model::start().await;
    let good = data_url("image/png", &png());
    let refusals = [
        (Model::READS, good, "Invalid content type", Value::Null),
        (
            Model::SEES,
            "data:image/png;base64,!!!".to_owned(),
            "Invalid base64",
            json!("invalid_base64"),
        ),
        (
            Model::SEES,
            data_url("image/png", b"BM not a PNG"),
            "unsupported image",
            json!("invalid_image_format"),
        ),
        (
            Model::SEES,
            "http://127.0.0.1:9/a.png".to_owned(),
            "Error while downloading",
            json!("invalid_image_url"),
        ),
    ];
    for (name, url, message, code) in refusals {
        let (status, body) = ask(&model, &showing(name, &[url])).await;
        let error = &body["error"];
        assert_eq!((status, &error["code"]), (400, &code), "{body}");
        assert!(
            error["message"].as_str().expect("text").contains(message),
            "{body}"
        );
    }
    assert_eq!(model.forgive_faults().len(), 4);
}

#[tokio::test]
async fn only_people_show_images() {
    let model = Model::start().await;
    let mut body = showing(Model::SEES, &[data_url("image/png", &png())]);
    body["messages"][0]["role"] = json!("system");
    let (status, answer) = ask(&model, &body).await;
    assert_eq!(
        (status, &answer["error"]["param"]),
        (400, &json!("messages[0].content[1].type"))
    );
    model.forgive_faults();
}
