//! Direct messages between a person and the bot.

use crate::clock::Id;
use crate::state::{Channel, NO_GUILD, State};

impl State {
    /// The channel of a person's direct messages with the bot; opened when it is not there yet.
    pub(crate) fn direct_channel(&mut self, person: Id) -> Id {
        let mut channels = self.channels.values();
        if let Some(known) = channels.find(|one| one.dm_with == Some(person)) {
            return known.id;
        }
        let mut channel = Channel::of_guild(self.clock.next_id(), NO_GUILD, "");
        channel.dm_with = Some(person);
        let id = channel.id;
        self.channels.insert(id, channel);
        id
    }

    /// Whether the bot shares a guild with this person; otherwise it may not write to them.
    pub(crate) fn shares_guild_with_bot(&self, person: Id) -> bool {
        let mut guilds = self.guilds.values();
        guilds.any(|guild| guild.has_bot && guild.members.contains_key(&person))
    }
}
