//! A conversation out of an export as a document for people.

use slimy_store::export::{Conversation, Message};

use crate::chat::keeping::open_fence;

/// What stands above the messages. `place` is the name of the server that it is held in.
pub(super) fn head(conversation: &Conversation, place: Option<&str>) -> String {
    let title = conversation.title.as_deref().unwrap_or("Conversation");
    let place = place.unwrap_or("direct messages");
    let private = if conversation.private {
        ", private"
    } else {
        ""
    };
    let deleted = match conversation.deleted_at {
        Some(at) => format!(
            "- Deleted {}, kept for a while\n",
            at.0.datetime().format(TIME)
        ),
        None => String::new(),
    };
    format!(
        "# {title}\n\n- Held in {place}{private}\n- Begun {}, last changed {}\n{deleted}- Id {}\n",
        conversation.created_at.0.datetime().format(TIME),
        conversation.updated_at.0.datetime().format(TIME),
        conversation.id
    )
}

const TIME: &str = "%Y-%m-%d %H:%M:%S UTC";

/// What stands there of one message.
pub(super) fn message(message: &Message) -> String {
    let who = match message.role.as_str() {
        "user" => "You",
        "assistant" => message.model.as_deref().unwrap_or("Answer"),
        _ => "Program",
    };
    let mut about = vec![message.created_at.0.datetime().format(TIME).to_string()];
    if message.alternative > 0 || !message.chosen {
        about.push(format!("answer {}", message.alternative + 1));
    }
    if !message.chosen {
        about.push("not chosen".to_owned());
    }
    if message.status != "complete" {
        about.push(message.status.clone());
    }
    let mut text = format!("\n## {who}, {}\n\n{}\n", about.join(", "), message.content);
    if let Some(fence) = open_fence(&message.content) {
        text.push_str(&fence);
        text.push('\n');
    }
    for file in &message.attachments {
        let path = path(file.id.as_str(), &file.file_name);
        let name = bare(&file.file_name);
        text.extend(["\nAttached: [", &name, "](../", &path, ")\n"]);
    }
    text
}

/// Where a file of a question is in the zip file.
pub(super) fn path(id: &str, name: &str) -> String {
    format!("files/{id}-{}", plain(name))
}

/// Where a conversation is in the zip file, without its ending.
pub(super) fn stem(conversation: &Conversation) -> String {
    let begun = conversation.created_at.0.datetime().format("%Y-%m-%d");
    format!("conversations/{begun}-{}", conversation.id)
}

/// Characters of a file's name in the name of a file.
const NAME: usize = 60;

/// A file's name of which every system takes every character; its end counts most.
fn plain(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let plain = |c: char| if is_plain(c) { c } else { '_' };
    let characters: Vec<char> = name.chars().map(plain).collect();
    let from = characters.len().saturating_sub(NAME);
    characters[from..].iter().collect()
}

/// A file's name as a link's text.
fn bare(name: &str) -> String {
    let bare = |c: char| {
        if matches!(c, '[' | ']' | '\\') {
            '_'
        } else {
            c
        }
    };
    name.chars().filter(|c| !c.is_control()).map(bare).collect()
}
