//! How a conversation is named in a line.

use slimy_domain::chat::keeping::{Kept, MAX_TITLE, Whence};

use crate::text::{name, plain, shorten, visible};

/// Units of a server's name.
const SERVER: usize = 60;

/// A title in a sentence.
pub(super) fn title(title: Option<&str>) -> String {
    title.map_or_else(|| "(untitled)".to_owned(), |title| name(title, MAX_TITLE))
}

/// A title where nothing has a meaning.
pub(super) fn label(title: Option<&str>) -> String {
    title.map_or_else(|| "Untitled".to_owned(), visible)
}

/// A conversation under its title: where it is held, whether it is private, how long it is.
pub(super) fn about(kept: &Kept) -> String {
    let mut parts = vec![whence(kept), messages(kept.messages)];
    if kept.private {
        parts.push("private".to_owned());
    }
    parts.join(" · ")
}

/// The same where nothing has a meaning.
pub(super) fn about_plainly(kept: &Kept) -> String {
    let whence = match &kept.whence {
        Whence::Direct => "direct messages".to_owned(),
        Whence::Server { .. } if kept.is_here => "this server".to_owned(),
        Whence::Server { name, .. } => shorten(&visible(name), SERVER),
    };
    let private = if kept.private { " · private" } else { "" };
    format!("{whence} · {}{private}", messages(kept.messages))
}

/// Where it is held. The channel of another server could only be shown as a number.
fn whence(kept: &Kept) -> String {
    match &kept.whence {
        Whence::Direct => "direct messages".to_owned(),
        Whence::Server {
            channel_id: Some(channel_id),
            ..
        } if kept.is_here => format!("<#{channel_id}>"),
        Whence::Server { .. } if kept.is_here => "this server".to_owned(),
        Whence::Server { name, .. } => plain(&shorten(&visible(name), SERVER)),
    }
}

/// "12 messages".
pub(super) fn messages(count: usize) -> String {
    counted(count, "message")
}

/// "1 file", "2 files".
pub(super) fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}
