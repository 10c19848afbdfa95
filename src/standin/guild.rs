//! A guild: its people, its channel, and what happens to it.

use std::sync::Arc;

use serde_json::json;

use crate::clock::Id;
use crate::member::Member;
use crate::payload;
use crate::sessions::intent;
use crate::state::{Overwrite, State};
use crate::upload::Upload;
use crate::world::World;

/// A guild of the stand-in.
#[derive(Clone, Debug)]
pub struct Guild {
    world: Arc<World>,
    id: Id,
}

/// Whom an overwrite of a channel is about.
#[derive(Clone, Copy, Debug)]
pub enum Whom<'a> {
    /// Everybody in the guild.
    Everyone,
    /// Who has the role of this name.
    Role(&'a str),
    /// A member, or the bot, by id.
    Member(Id),
}

/// A message that somebody posted to a channel.
#[derive(Clone, Debug)]
pub struct Message {
    pub(crate) id: Id,
    pub(crate) channel: Id,
}

impl Message {
    /// The message's snowflake.
    pub fn id(&self) -> Id {
        self.id
    }
}

impl Guild {
    pub(crate) fn new(world: Arc<World>, id: Id) -> Self {
        Self { world, id }
    }

    /// The guild's snowflake.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Its text channel's snowflake.
    pub fn channel_id(&self) -> Id {
        self.world.read(|state| self.look(state).channel)
    }

    /// Opens one more text channel and gives its snowflake (`CHANNEL_CREATE`).
    pub fn opens_channel(&self, name: &str) -> Id {
        self.world.update(|state| {
            let id = state.open_channel(self.id, name);
            if let Some(channel) = state.channels.get(&id) {
                let data = payload::channel_for_bot(state, channel);
                state.dispatch("CHANNEL_CREATE", intent::GUILDS, Some(self.id), &data);
            }
            id
        })
    }

    /// The guild prefers another language (`GUILD_UPDATE`), by Discord's name of it: `de`.
    pub fn prefers_locale(&self, locale: &str) {
        self.change(|state| {
            let guild = state.guilds.get_mut(&self.id)?;
            locale.clone_into(&mut guild.locale);
            let data = payload::guild(guild);
            state.dispatch("GUILD_UPDATE", intent::GUILDS, Some(self.id), &data);
            Some(())
        });
    }

    /// The member of that name, who joins when nobody of that name is here yet.
    pub fn member(&self, name: &str) -> Member {
        let id = self.world.update(|state| {
            let id = state.user_named(name).id;
            if let Some(guild) = state.guilds.get_mut(&self.id)
                && !guild.members.contains_key(&id)
            {
                guild.members.insert(id, Vec::new());
                state.note(format_args!("{name} joins"));
                joined(state, self.id, id);
            }
            id
        });
        Member::new(self.world.clone(), id, self.channel_id())
    }

    /// The guild's owner.
    pub fn owner(&self) -> Member {
        let owner = self.world.read(|state| self.look(state).owner);
        Member::new(self.world.clone(), owner, self.channel_id())
    }

    /// Hands the guild over to one of its members.
    pub fn belongs_to(&self, member: &Member) {
        self.world.update(|state| {
            if let Some(guild) = state.guilds.get_mut(&self.id) {
                guild.owner = member.id();
            }
        });
    }

    /// Somebody posts a message with files; the bot sees it as its intents allow.
    pub fn posts<U: Into<Upload>>(
        &self,
        author: &Member,
        text: &str,
        files: impl IntoIterator<Item = U>,
    ) -> Message {
        let files: Vec<Upload> = files.into_iter().map(Into::into).collect();
        let channel = self.channel_id();
        let id = self
            .world
            .update(|state| state.post((author.id(), channel), text, files, None));
        Message { id, channel }
    }

    /// A channel says anew what it allows and denies to somebody ([`crate::permissions`]).
    pub fn overwrites(&self, channel: Id, whom: Whom<'_>, allow: u64, deny: u64) {
        self.change(|state| {
            let guild = state.guilds.get(&self.id)?;
            let (target, is_role) = match whom {
                Whom::Everyone => (self.id, true),
                Whom::Role(name) => (guild.roles.iter().find(|role| role.name == name)?.id, true),
                Whom::Member(id) => (id, false),
            };
            let overwrite = Overwrite {
                target,
                is_role,
                allow,
                deny,
            };
            let channel = state.channels.get_mut(&channel)?;
            channel.overwrites.retain(|one| one.target != target);
            channel.overwrites.push(overwrite);
            let channel = channel.clone();
            let data = payload::channel_for_bot(state, &channel);
            state.dispatch("CHANNEL_UPDATE", intent::GUILDS, Some(self.id), &data);
            Some(())
        });
    }

    /// The guild gets another name (`GUILD_UPDATE`).
    pub fn renames(&self, name: &str) {
        self.change(|state| {
            let guild = state.guilds.get_mut(&self.id)?;
            name.clone_into(&mut guild.name);
            let data = payload::guild(guild);
            state.dispatch("GUILD_UPDATE", intent::GUILDS, Some(self.id), &data);
            Some(())
        });
    }

    /// The bot is thrown out (`GUILD_DELETE` without `unavailable`).
    pub fn removes_bot(&self) {
        self.change(|state| {
            let bot = state.bot.id;
            let guild = state.guilds.get_mut(&self.id)?;
            guild.has_bot = false;
            guild.members.remove(&bot);
            let data = json!({ "id": self.id.to_string() });
            state.dispatch("GUILD_DELETE", intent::GUILDS, Some(self.id), &data);
            Some(())
        });
    }

    /// The bot is invited (again).
    pub fn invites_bot(&self) {
        self.change(|state| {
            let bot = state.bot.id;
            let guild = state.guilds.get_mut(&self.id)?;
            guild.has_bot = true;
            guild.members.insert(bot, Vec::new());
            state.dispatch_guild(self.id);
            Some(())
        });
    }

    /// Discord has an outage (`GUILD_DELETE` with `unavailable`): the bot is still a member.
    pub fn becomes_unavailable(&self) {
        self.change(|state| {
            state.guilds.get_mut(&self.id)?.available = false;
            let data = json!({ "id": self.id.to_string(), "unavailable": true });
            state.dispatch("GUILD_DELETE", intent::GUILDS, Some(self.id), &data);
            Some(())
        });
    }

    /// The outage is over (`GUILD_CREATE`).
    pub fn returns(&self) {
        self.change(|state| {
            state.guilds.get_mut(&self.id)?.available = true;
            state.dispatch_guild(self.id);
            Some(())
        });
    }

    /// What everybody can read in the channel, oldest first.
    pub fn text(&self) -> String {
        self.world.read(|state| {
            let mine = state
                .messages
                .values()
                .filter(|message| message.guild == self.id);
            let open = mine.filter(|message| message.ephemeral_for.is_none());
            open.map(|message| message.text(state)).collect()
        })
    }

    /// Waits until the channel shows this text to everybody.
    pub async fn sees(&self, wanted: &str) {
        let what = format!("the channel to show {wanted:?}");
        let shown = |state: &State| {
            let mut messages = state.messages.values();
            let found = messages.any(|message| {
                message.guild == self.id
                    && message.ephemeral_for.is_none()
                    && message.text(state).contains(wanted)
            });
            found.then_some(Ok(()))
        };
        self.world.wait_for(&what, shown).await;
    }

    fn look<'a>(&self, state: &'a State) -> &'a crate::state::Guild {
        &state.guilds[&self.id]
    }

    fn change(&self, change: impl FnOnce(&mut State) -> Option<()>) {
        // A handle's guild is never removed, so there is always something to change.
        self.world.update(change).unwrap_or_default();
    }
}

fn joined(state: &mut State, guild: Id, user: Id) {
    let Some(of) = state.guilds.get(&guild) else {
        return;
    };
    let mut data = payload::member(state, of, user);
    data["guild_id"] = json!(guild.to_string());
    state.dispatch(
        "GUILD_MEMBER_ADD",
        intent::GUILD_MEMBERS,
        Some(guild),
        &data,
    );
}
