//! A conversation as a document for people.

use slimy_store::chat::{Conversation, Message};
use slimy_words::Words;

use super::{
    Kept, Whence,
    document::{self, Heading, Line},
    export::Attached,
};

/// What stands above the messages of a part, counted from 1.
pub(super) fn head(row: &Conversation, kept: &Kept, part: usize, words: Words) -> String {
    let heading = Heading {
        title: kept.title.clone(),
        place: match &kept.whence {
            Whence::Direct => None,
            Whence::Server { name, .. } => Some(name.clone()),
        },
        is_private: kept.private,
        begun: row.created_at,
        changed: row.updated_at,
        deleted: None,
        id: &row.id,
        part,
    };
    document::head(heading, words)
}

/// What stands there of one message.
pub(super) fn message(message: &Message, files: &[Attached], words: Words) -> String {
    let files = files.iter();
    let files = files.map(|file| (file.name.as_str(), file.path.clone()));
    let line = Line {
        role: message.role,
        model: message.model.as_deref(),
        at: message.created_at,
        alternative: message.alternative,
        is_chosen: message.chosen,
        status: Some(message.status),
        content: &message.content,
    };
    document::line(&line, files, words)
}
