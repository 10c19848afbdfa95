//! The document that people read a conversation in, whichever file it goes into. Its times are in
//! UTC, and say so: a file is read long after it was made, and elsewhere.

use slimy_store::{
    Id, Timestamp,
    chat::{MessageStatus, Role},
};
use slimy_words::{Words, say};

use super::open_fence;

/// What stands above what was said.
pub(crate) struct Heading<'a> {
    /// What the conversation is called.
    pub(crate) title: Option<String>,
    /// The name of the server that it is held in; none for direct messages.
    pub(crate) place: Option<String>,
    pub(crate) is_private: bool,
    pub(crate) begun: Timestamp,
    pub(crate) changed: Timestamp,
    /// When it was deleted, where it is still kept.
    pub(crate) deleted: Option<Timestamp>,
    pub(crate) id: &'a Id,
    /// Which part of it this is, from 1.
    pub(crate) part: usize,
}

/// Something that was said.
pub(crate) struct Line<'a> {
    pub(crate) role: Role,
    /// The model that said it.
    pub(crate) model: Option<&'a str>,
    pub(crate) at: Timestamp,
    /// Which of the answers at its place it is, from 0.
    pub(crate) alternative: i64,
    pub(crate) is_chosen: bool,
    /// How far it got, where that is known.
    pub(crate) status: Option<MessageStatus>,
    pub(crate) content: &'a str,
}

/// The head of the document.
pub(crate) fn head(heading: Heading<'_>, words: Words) -> String {
    let title = heading.title;
    let title = title.unwrap_or_else(|| say!(words, "conversations-file-title"));
    let place = heading.place;
    let place = place.unwrap_or_else(|| say!(words, "conversations-direct"));
    let held = if heading.is_private {
        say!(words, "conversations-file-held-privately", place = place)
    } else {
        say!(words, "conversations-file-held", place = place)
    };
    let (begun, changed) = (time(heading.begun), time(heading.changed));
    let begun = say!(
        words,
        "conversations-file-begun",
        begun = begun,
        changed = changed
    );
    let more = match heading.part {
        1 => String::new(),
        part => format!(
            "- {}\n",
            say!(words, "conversations-file-part", part = part)
        ),
    };
    let deleted = heading.deleted.map(|at| {
        let deleted = say!(words, "conversations-file-deleted", deleted = time(at));
        format!("- {deleted}\n")
    });
    let deleted = deleted.unwrap_or_default();
    let id = say!(words, "conversations-file-id", id = heading.id.as_str());
    format!("# {title}\n\n{more}- {held}\n- {begun}\n{deleted}- {id}\n")
}

/// What stands there of one message, with its files by their names and where they are.
pub(crate) fn line<'a>(
    said: &Line<'_>,
    files: impl Iterator<Item = (&'a str, String)>,
    words: Words,
) -> String {
    let who = match said.role {
        Role::User => say!(words, "conversations-you"),
        Role::Assistant => {
            let model = said.model.map(str::to_owned);
            model.unwrap_or_else(|| say!(words, "conversations-answer"))
        }
        Role::System => say!(words, "conversations-program"),
    };
    let mut about = vec![time(said.at)];
    if said.alternative > 0 || !said.is_chosen {
        let answer = said.alternative + 1;
        about.push(say!(words, "conversations-file-answer", answer = answer));
    }
    if !said.is_chosen {
        about.push(say!(words, "conversations-file-not-chosen"));
    }
    about.extend(said.status.and_then(|status| state(words, status)));
    let about = about.join(&say!(words, "text-list-between"));
    let mut text = format!("\n## {who}, {about}\n\n{}\n", said.content);
    if let Some(fence) = open_fence(said.content) {
        text.push_str(&fence);
        text.push('\n');
    }
    for (name, path) in files {
        let link = format!("[{}]({path})", bare(name));
        let attached = say!(words, "conversations-attached", files = link);
        text.extend(["\n", &attached, "\n"]);
    }
    text
}

/// How far a message got that is not whole.
pub fn state(words: Words, status: MessageStatus) -> Option<String> {
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
