//! A message's body: which keys it may have, how much text, and that it is not empty.

use serde_json::Value;

use super::{components, embeds, known_keys, list, mentions, text};
use crate::error::{Problems, join};

/// Content that people see, in characters.
const LONGEST_CONTENT: usize = 2_000;
/// Files of one message.
const MOST_FILES: usize = 10;
/// The flag of Components V2, which serenity 0.12 cannot read back.
const COMPONENTS_V2: u64 = 1 << 15;

/// Where a body goes decides which keys it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// POST of a channel message.
    Channel,
    /// PATCH of a channel message.
    ChannelEdit,
    /// The data of an interaction's first answer.
    Callback,
    /// POST of a follow-up.
    FollowUp,
    /// PATCH of an answer or follow-up.
    AnswerEdit,
}

const EVERYWHERE: [&str; 6] = [
    "content",
    "embeds",
    "allowed_mentions",
    "components",
    "attachments",
    "flags",
];

const REFERENCE_KEYS: [&str; 5] = [
    "type",
    "message_id",
    "channel_id",
    "guild_id",
    "fail_if_not_exists",
];

impl Kind {
    fn more_keys(self) -> &'static [&'static str] {
        match self {
            Self::Channel => &[
                "nonce",
                "enforce_nonce",
                "tts",
                "message_reference",
                "sticker_ids",
                "poll",
            ],
            Self::ChannelEdit => &[],
            Self::Callback => &["tts", "poll"],
            Self::FollowUp => &[
                "tts",
                "poll",
                "username",
                "avatar_url",
                "thread_name",
                "applied_tags",
            ],
            Self::AnswerEdit => &["poll"],
        }
    }
}

/// Checks a message's body against every rule but emptiness, which depends on what is there already.
pub(crate) fn check(kind: Kind, body: &Value, files: &[u64], path: &str, problems: &mut Problems) {
    let Some(object) = body.as_object() else {
        let message = "Only dictionaries may be used in a DictType";
        return problems.add(path, "DICT_TYPE_CONVERT", message);
    };
    let known = [EVERYWHERE.as_slice(), kind.more_keys()].concat();
    problems.only_keys(path, object, &known);
    known_keys(
        &body["message_reference"],
        &join(path, "message_reference"),
        &REFERENCE_KEYS,
        problems,
    );
    if let Some(content) = text(body, path, "content", problems) {
        problems.at_most(&join(path, "content"), content, LONGEST_CONTENT);
    }
    if body["flags"]
        .as_u64()
        .is_some_and(|flags| flags & COMPONENTS_V2 != 0)
    {
        let message = "Components V2 cannot be read back by the client library";
        problems.add(&join(path, "flags"), "FLAGS_NOT_SUPPORTED", message);
    }
    embeds::check(
        list(body, path, "embeds", problems),
        &join(path, "embeds"),
        problems,
    );
    let rows = list(body, path, "components", problems);
    components::check(rows, &join(path, "components"), problems);
    mentions::check(
        &body["allowed_mentions"],
        &join(path, "allowed_mentions"),
        problems,
    );
    check_attachments(
        list(body, path, "attachments", problems),
        files,
        path,
        problems,
    );
}

/// Whether the body alone would show nothing.
pub(crate) fn shows_nothing(body: &Value, files: usize) -> bool {
    let has = |key: &str| body[key].as_array().is_some_and(|items| !items.is_empty());
    let has_text = body["content"]
        .as_str()
        .is_some_and(|text| !text.trim().is_empty());
    !(has_text || has("embeds") || has("sticker_ids") || body["poll"].is_object() || files > 0)
}

/// Each new attachment names an uploaded file, each kept one an attachment of the message.
fn check_attachments(entries: &[Value], files: &[u64], path: &str, problems: &mut Problems) {
    let path = join(path, "attachments");
    if entries.len().max(files.len()) > MOST_FILES {
        problems.add(
            &path,
            "BASE_TYPE_MAX_LENGTH",
            format!("Must be {MOST_FILES} or fewer in length."),
        );
    }
    for (place, entry) in entries.iter().enumerate() {
        let at = join(&path, place);
        match entry.as_object() {
            None => problems.add(
                &at,
                "DICT_TYPE_CONVERT",
                "Only dictionaries may be used in a DictType",
            ),
            Some(object) => problems.only_keys(
                &at,
                object,
                &[
                    "id",
                    "filename",
                    "description",
                    "title",
                    "duration_secs",
                    "waveform",
                    "is_spoiler",
                ],
            ),
        }
        match attachment_id(&entry["id"]) {
            None => problems.required(&join(&at, "id")),
            // Small numbers are places in the upload, snowflakes are attachments that stay.
            Some(id) if id < 1_000 && !files.contains(&id) => {
                let message = format!("No file was uploaded as files[{id}]");
                problems.add(&join(&at, "id"), "ATTACHMENT_NOT_FOUND", message);
            }
            Some(_) => {}
        }
    }
}

/// Attachment ids come as integers and as strings; Discord takes both.
pub(crate) fn attachment_id(id: &Value) -> Option<u64> {
    id.as_u64().or_else(|| id.as_str()?.parse().ok())
}
