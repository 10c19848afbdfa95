//! What a message holds: a text, or parts that are texts and images.

use serde_json::Value;

use super::{Verdict, full_list, missing, wrong_value};
use crate::model::image;
use crate::model::refusal::Refusal;

/// OpenAI's limit for one image.
const LARGEST_IMAGE: usize = 20 * 1024 * 1024;

/// Checks a message's content; only people show images, and only to a model that sees.
pub(super) fn check(path: &str, role: &str, content: &Value, sees: bool) -> Verdict {
    let param = format!("{path}.content");
    match content {
        Value::String(_) => Ok(()),
        Value::Array(_) => {
            for (place, part) in full_list(&param, content)?.iter().enumerate() {
                check_part(&format!("{param}[{place}]"), role, part, sees)?;
            }
            Ok(())
        }
        other => {
            let message = format!(
                "Invalid value for 'content': expected a string, got {}.",
                super::kind(other)
            );
            Err(Refusal::invalid(message).at(param))
        }
    }
}

fn check_part(path: &str, role: &str, part: &Value, sees: bool) -> Verdict {
    let param = format!("{path}.type");
    match part["type"].as_str() {
        None => Err(missing(&param)),
        Some("text") if part["text"].is_string() => Ok(()),
        Some("text") => Err(missing(&format!("{path}.text"))),
        Some("image_url") if role == "user" && sees => check_image(path, part),
        Some("image_url") if role == "user" => {
            let message = "Invalid content type. image_url is only supported by certain models.";
            Err(Refusal::invalid(message).at(param))
        }
        Some(other) if role == "user" => Err(wrong_value(&param, other, &["text", "image_url"])),
        Some(other) => Err(wrong_value(&param, other, &["text"])),
    }
}

fn check_image(path: &str, part: &Value) -> Verdict {
    let param = format!("{path}.image_url.url");
    let Some(url) = part["image_url"]["url"].as_str() else {
        return Err(missing(&param));
    };
    if !url.starts_with("data:") {
        // OpenAI would fetch it; the stand-in has no network, and a bot's links are dead by then.
        let message = format!("Error while downloading {url}.");
        return Err(Refusal::invalid(message)
            .at(param)
            .code("invalid_image_url"));
    }
    let Some((_, bytes)) = image::decode(url) else {
        let message = "Invalid base64 image_url.";
        return Err(Refusal::invalid(message).at(param).code("invalid_base64"));
    };
    if bytes.len() > LARGEST_IMAGE || !image::is_supported(&bytes) {
        let message = "You uploaded an unsupported image. Please make sure your image is below 20 \
            MB in size and is of one the following formats: ['png', 'jpeg', 'gif', 'webp'].";
        return Err(Refusal::invalid(message).code("invalid_image_format"));
    }
    Ok(())
}
