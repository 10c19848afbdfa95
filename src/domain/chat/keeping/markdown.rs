//! A conversation as a document for people.

use slimy_store::{
    Timestamp,
    chat::{Conversation, Message, MessageStatus, Role},
};

use slimy_words::{Words, say};

use super::{Kept, Whence, export::Attached, fences::open_fence};

/// What stands above the messages of a part, counted from 1.
pub(super) fn head(row: &Conversation, kept: &Kept, part: usize, words: Words) -> String {
    let title = kept.title.clone();
    let title = title.unwrap_or_else(|| say!(words, "conversations-file-title"));
    let place = match &kept.whence {
        Whence::Direct => say!(words, "conversations-direct"),
        Whence::Server { name, .. } => name.clone(),
    };
    let held = if kept.private {
        say!(words, "conversations-file-held-privately", place = place)
    } else {
        say!(words, "conversations-file-held", place = place)
    };
    let (begun, changed) = (time(row.created_at), time(row.updated_at));
    let begun = say!(
        words,
        "conversations-file-begun",
        begun = begun,
        changed = changed
    );
    let more = match part {
        1 => String::new(),
        part => format!(
            "- {}\n",
            say!(words, "conversations-file-part", part = part)
        ),
    };
    let id = say!(words, "conversations-file-id", id = row.id.as_str());
    format!("# {title}\n\n{more}- {held}\n- {begun}\n- {id}\n")
}

/// What stands there of one message.
pub(super) fn message(message: &Message, files: &[Attached], words: Words) -> String {
    let who = match message.role {
        Role::User => say!(words, "conversations-you"),
        Role::Assistant => {
            let model = message.model.clone();
            model.unwrap_or_else(|| say!(words, "conversations-answer"))
        }
        Role::System => say!(words, "conversations-program"),
    };
    let mut about = vec![time(message.created_at)];
    if message.alternative > 0 || !message.chosen {
        let answer = message.alternative + 1;
        about.push(say!(words, "conversations-file-answer", answer = answer));
    }
    if !message.chosen {
        about.push(say!(words, "conversations-file-not-chosen"));
    }
    about.extend(state(message.status, words));
    let about = about.join(&say!(words, "text-list-between"));
    let mut text = format!("\n## {who}, {about}\n\n{}\n", message.content);
    if let Some(fence) = open_fence(&message.content) {
        text.push_str(&fence);
        text.push('\n');
    }
    for file in files {
        let link = format!("[{}]({})", bare(&file.name), file.path);
        let attached = say!(words, "conversations-attached", files = link);
        text.extend(["\n", &attached, "\n"]);
    }
    text
}

/// How far a message got that is not whole.
fn state(status: MessageStatus, words: Words) -> Option<String> {
    match status {
        MessageStatus::Complete => None,
        MessageStatus::Streaming => Some(say!(words, "conversations-coming-in")),
        MessageStatus::Stopped => Some(say!(words, "conversations-stopped")),
        MessageStatus::Failed => Some(say!(words, "conversations-failed")),
        MessageStatus::Interrupted => Some(say!(words, "conversations-interrupted")),
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
