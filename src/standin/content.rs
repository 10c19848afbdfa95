//! What programs read of messages: all of it, or nothing but the frame, where Discord withholds the
//! content from who lacks the intent.

use serde_json::{Value, json};

use crate::messages::StoredMessage;
use crate::sessions::intent;
use crate::state::{NO_GUILD, State};

/// Whether the intent is switched on for the application, which is what counts over REST.
pub(crate) fn reads_all(state: &State) -> bool {
    state.privileged_intents & intent::MESSAGE_CONTENT != 0
}

/// The message for a program that reads all content or only what everybody may: what the bot wrote,
/// direct messages, and what mentions the bot, as replies that ping it do. A message that is
/// answered has its own rule.
pub(crate) fn as_read(state: &State, message: &StoredMessage, reads_all: bool) -> Value {
    let mut data = message.to_json(state);
    if reads_all {
        return data;
    }
    if !is_open(state, message) {
        empty(&mut data);
    }
    let original = message.replies_to.and_then(|id| state.messages.get(&id));
    if original.is_some_and(|original| !is_open(state, original)) {
        empty(&mut data["referenced_message"]);
    }
    data
}

fn is_open(state: &State, message: &StoredMessage) -> bool {
    message.author == state.bot.id
        || message.guild == NO_GUILD
        || message.mentions.users.contains(&state.bot.id)
}

fn empty(message: &mut Value) {
    message["content"] = json!("");
    for list in ["embeds", "attachments", "components"] {
        message[list] = json!([]);
    }
}
