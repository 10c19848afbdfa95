//! A conversation as a document for people.

use slimy_store::{
    Timestamp,
    chat::{Conversation, Message, MessageStatus, Role},
};

use super::{Kept, Whence, export::Attached, fences::open_fence};

/// What stands above the messages of a part, counted from 1.
pub(super) fn head(row: &Conversation, kept: &Kept, part: usize) -> String {
    let title = kept.title.as_deref().unwrap_or("Conversation");
    let whence = match &kept.whence {
        Whence::Direct => "direct messages".to_owned(),
        Whence::Server { name, .. } => name.clone(),
    };
    let private = if kept.private { ", private" } else { "" };
    let more = match part {
        1 => String::new(),
        part => format!("- Part {part}\n"),
    };
    format!(
        "# {title}\n\n{more}- Held in {whence}{private}\n- Begun {}, last changed {}\n- Id {}\n",
        time(row.created_at),
        time(row.updated_at),
        row.id
    )
}

/// What stands there of one message.
pub(super) fn message(message: &Message, files: &[Attached]) -> String {
    let who = match message.role {
        Role::User => "You",
        Role::Assistant => message.model.as_deref().unwrap_or("Answer"),
        Role::System => "Program",
    };
    let mut about = vec![time(message.created_at)];
    if message.alternative > 0 || !message.chosen {
        about.push(format!("answer {}", message.alternative + 1));
    }
    if !message.chosen {
        about.push("not chosen".to_owned());
    }
    about.extend(state(message.status).map(str::to_owned));
    let mut text = format!("\n## {who}, {}\n\n{}\n", about.join(", "), message.content);
    if let Some(fence) = open_fence(&message.content) {
        text.push_str(&fence);
        text.push('\n');
    }
    for file in files {
        let name = bare(&file.name);
        text.extend(["\nAttached: [", &name, "](", &file.path, ")\n"]);
    }
    text
}

/// How far a message got that is not whole.
fn state(status: MessageStatus) -> Option<&'static str> {
    match status {
        MessageStatus::Complete => None,
        MessageStatus::Streaming => Some("still coming in"),
        MessageStatus::Stopped => Some("stopped"),
        MessageStatus::Failed => Some("failed"),
        MessageStatus::Interrupted => Some("interrupted"),
    }
}

/// A file's name as a link's text.
fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_control())
        .map(|c| {
            if matches!(c, '[' | ']' | '\\') {
                '_'
            } else {
                c
            }
        })
        .collect()
}

fn time(at: Timestamp) -> String {
    at.datetime().format("%Y-%m-%d %H:%M:%S UTC").to_string()
}
