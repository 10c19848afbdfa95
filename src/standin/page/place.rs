//! Where people may be, and which bot is there.

use serde_json::Value;

use crate::clock::Id;
use crate::permissions;
use crate::sessions::Session;
use crate::state::State;

/// Whether this person sees the channel.
pub(super) fn may_see(state: &State, who: Id, channel: Id) -> bool {
    may(state, who, channel, permissions::VIEW_CHANNEL)
}

/// Whether this person may do that in the channel: in their own direct messages everything.
pub(super) fn may(state: &State, who: Id, channel: Id, permission: u64) -> bool {
    let Some(channel) = state.channels.get(&channel) else {
        return false;
    };
    match channel.dm_with {
        Some(person) => person == who,
        None => permissions::in_channel(state, channel, who) & permission != 0,
    }
}

/// The guild of a channel; none of its own in direct messages.
pub(super) fn guild_of(state: &State, channel: Id) -> Option<Id> {
    state.channels.get(&channel).map(|channel| channel.guild)
}

/// The channel of that id, when this person sees it.
pub(super) fn channel(state: &State, who: Id, wanted: &Value) -> Result<Id, String> {
    let id = wanted.as_str().and_then(|id| id.parse().ok());
    id.filter(|id| may_see(state, who, *id))
        .ok_or_else(|| "There is no such channel for this person.".to_owned())
}

/// The commands of all places.
pub(super) fn commands(state: &State) -> Vec<Value> {
    state.commands.values().flatten().cloned().collect()
}

/// Whether a bot is connected.
pub(super) fn is_bot_online(state: &State) -> bool {
    state.sessions.iter().any(Session::is_ready)
}
