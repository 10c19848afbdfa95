//! A conversation as a document for programs: the records of all exports, one in the other.

use serde::Serialize;
use slimy_store::{
    chat::{Conversation, Message},
    export,
};

use super::export::Attached;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Head {
    #[serde(flatten)]
    conversation: export::Conversation,
    /// Which part of the export it is, from 1.
    part: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    #[serde(flatten)]
    message: export::Message,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attachments: &'a [Attached],
}

/// What stands above the messages of a part, counted from 1: an object up to its list of messages.
pub(super) fn head(row: &Conversation, part: usize) -> Result<String, serde_json::Error> {
    let conversation = export::Conversation::from(row.clone());
    let head = serde_json::to_string(&Head { conversation, part })?;
    let open = head.strip_suffix('}').unwrap_or(&head);
    Ok(format!("{open},\"messages\":["))
}

/// What stands below them.
pub(super) const FOOT: &str = "\n]}\n";

/// What stands there of one message; the first has no comma before it.
pub(super) fn message(
    message: Message,
    files: &[Attached],
    is_first: bool,
) -> Result<String, serde_json::Error> {
    let line = serde_json::to_string(&Line {
        message: message.into(),
        attachments: files,
    })?;
    let comma = if is_first { "" } else { "," };
    Ok(format!("{comma}\n{line}"))
}
