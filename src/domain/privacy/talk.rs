//! A conversation out of an export as a document for people: the same as the one that they take
//! away by itself.

use slimy_store::{
    chat::{MessageStatus, Role},
    export::{Conversation, Message},
};
use slimy_words::Words;

use crate::chat::keeping::document::{self, Heading, Line};

/// What stands above the messages. `place` is the name of the server that it is held in.
pub(super) fn head(conversation: &Conversation, place: Option<String>, words: Words) -> String {
    let heading = Heading {
        title: conversation.title.clone(),
        place,
        is_private: conversation.private,
        begun: conversation.created_at.0,
        changed: conversation.updated_at.0,
        deleted: conversation.deleted_at.map(|at| at.0),
        id: &conversation.id,
        part: 1,
    };
    document::head(heading, words)
}

/// What stands there of one message.
pub(super) fn message(message: &Message, words: Words) -> String {
    let files = message.attachments.iter();
    let files = files.map(|file| {
        let path = path(file.id.as_str(), &file.file_name);
        (file.file_name.as_str(), format!("../{path}"))
    });
    let line = Line {
        // What this version does not know, the program said.
        role: Role::try_from(message.role.clone()).unwrap_or(Role::System),
        model: message.model.as_deref(),
        at: message.created_at.0,
        alternative: message.alternative,
        is_chosen: message.chosen,
        status: MessageStatus::try_from(message.status.clone()).ok(),
        content: &message.content,
    };
    document::line(&line, files, words)
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
