//! How a conversation is named in a line.

use slimy_domain::chat::keeping::{Kept, MAX_TITLE, Whence};
use slimy_words::{Words, say};

use crate::text::{name, plain, shorten, visible};

/// Units of a server's name.
const SERVER: usize = 60;

/// A title in a sentence.
pub(super) fn title(words: Words, title: Option<&str>) -> String {
    title.map_or_else(
        || say!(words, "conversations-untitled-aside"),
        |title| name(title, MAX_TITLE),
    )
}

/// A title where nothing has a meaning.
pub(super) fn label(words: Words, title: Option<&str>) -> String {
    title.map_or_else(|| say!(words, "conversations-untitled"), visible)
}

/// A conversation under its title: where it is held, whether it is private, how long it is.
pub(super) fn about(words: Words, kept: &Kept) -> String {
    described(words, kept, whence(words, kept))
}

/// The same where nothing has a meaning.
pub(super) fn about_plainly(words: Words, kept: &Kept) -> String {
    let whence = match &kept.whence {
        Whence::Direct => say!(words, "conversations-direct"),
        Whence::Server { .. } if kept.is_here => say!(words, "conversations-here"),
        Whence::Server { name, .. } => shorten(&visible(name), SERVER),
    };
    described(words, kept, whence)
}

fn described(words: Words, kept: &Kept, whence: String) -> String {
    let mut parts = vec![whence, messages(words, kept.messages)];
    if kept.private {
        parts.push(say!(words, "conversations-private"));
    }
    parts.join(" · ")
}

/// Where it is held. The channel of another server could only be shown as a number.
fn whence(words: Words, kept: &Kept) -> String {
    match &kept.whence {
        Whence::Direct => say!(words, "conversations-direct"),
        Whence::Server {
            channel_id: Some(channel_id),
            ..
        } if kept.is_here => format!("<#{channel_id}>"),
        Whence::Server { .. } if kept.is_here => say!(words, "conversations-here"),
        Whence::Server { name, .. } => plain(&shorten(&visible(name), SERVER)),
    }
}

/// "12 messages".
pub(super) fn messages(words: Words, count: usize) -> String {
    say!(words, "conversations-messages", count = count)
}
