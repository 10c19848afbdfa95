//! What the model says when nobody told it what to say: the question back, and what it is.

use super::{Image, Reply, Request};

/// A longer question is cut: the answer stays one message.
const LONGEST_QUOTE: usize = 300;

/// Says back the last question or the last tool's result.
pub(crate) fn answer(request: &Request) -> Reply {
    let is_told = request
        .messages()
        .last()
        .is_some_and(|last| last["role"] == "tool");
    let mut sentences = vec![match request.tool_results().pop() {
        Some((_, result)) if is_told => format!("The tool says: “{}”.", quote(&result)),
        _ => format!("You asked: “{}”.", quote(&request.question())),
    }];
    let images: Vec<String> = request.images.iter().map(describe).collect();
    if !images.is_empty() {
        sentences.push(format!("I was shown {}.", images.join(", ")));
    }
    let asked = request.said_by("user").len();
    if asked > 1 {
        sentences.push(format!("I know {asked} of your messages."));
    }
    sentences.push("This answer comes from a stand-in, not from a real model.".to_owned());
    Reply::says(sentences.join(" "))
}

fn describe(image: &Image) -> String {
    let kind = &image.content_type;
    match image.dimensions {
        Some((width, height)) => format!("an image ({kind}, {width} × {height})"),
        None => format!("an image ({kind}, {} bytes)", image.size),
    }
}

fn quote(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}
