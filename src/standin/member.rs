//! A person where they are, in a guild's channel or in direct messages with the bot: who they are
//! and what they do.

mod pressing;
mod writing;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::clock::Id;
use crate::command_line::{self, Line};
use crate::guild::Message;
use crate::interactions::{NewInteraction, kind};
use crate::payload;
use crate::permissions;
use crate::rules::command::kind_of;
use crate::sessions::intent;
use crate::state::{Role, State};
use crate::typing::Typed;
use crate::world::World;

/// A member of a guild, who types, presses and fills in.
#[derive(Clone, Debug)]
pub struct Member {
    world: Arc<World>,
    id: Id,
    guild: Id,
    channel: Id,
}

/// A suggestion of an autocompletion.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What the person reads.
    pub name: String,
    /// What the option becomes.
    pub value: Value,
}

impl Member {
    pub(crate) fn new(world: Arc<World>, id: Id, channel: Id) -> Self {
        let guild = world.read(|state| state.guild_of(channel));
        Self {
            world,
            id,
            guild,
            channel,
        }
    }

    /// The same person in their direct messages with the bot.
    #[must_use]
    pub fn in_direct_messages(&self) -> Self {
        let channel = self.world.update(|state| state.direct_channel(self.id));
        Self::new(self.world.clone(), self.id, channel)
    }

    /// The same person in another channel.
    #[must_use]
    pub fn in_channel(&self, channel: Id) -> Self {
        Self::new(self.world.clone(), self.id, channel)
    }

    /// The channel where they are.
    pub fn channel_id(&self) -> Id {
        self.channel
    }

    /// From now on the bot cannot write to them directly (50007).
    pub fn takes_no_direct_messages(&self) {
        self.world
            .update(|state| state.closed_to_bot.insert(self.id));
    }

    /// The person's snowflake.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The person's name.
    pub fn name(&self) -> String {
        self.world.read(|state| state.user(self.id).name)
    }

    /// Their client speaks another language from now on, by Discord's name of it: `de`.
    #[must_use]
    pub fn speaks(self, locale: &str) -> Self {
        self.world.update(|state| {
            if let Some(user) = state.users.get_mut(&self.id) {
                locale.clone_into(&mut user.locale);
            }
        });
        self
    }

    /// Gives them a role with "Manage Server".
    #[must_use]
    pub fn can_manage_guild(self) -> Self {
        self.gets_role("Managers", permissions::MANAGE_GUILD)
    }

    /// Gives them the role of that name, which is made when it is not there yet.
    #[must_use]
    pub fn role(self, name: &str) -> Self {
        self.gets_role(name, 0)
    }

    /// Takes the role of that name from them.
    pub fn loses_role(&self, name: &str) {
        self.world.update(|state| {
            let guild = state.guilds.get_mut(&self.guild)?;
            let role = guild.roles.iter().find(|role| role.name == name)?.id;
            guild.members.get_mut(&self.id)?.retain(|one| *one != role);
            Some(())
        });
    }

    /// Types a slash command: `ana.types("/club analyze").option("title", "Week 47")`. Options may
    /// also stand in the line, as Discord's client shows them: `/club show analysis:Week 47`.
    pub fn types(&self, line: &str) -> Typed {
        Typed::new(self.world.clone(), self.id, self.channel, line)
    }

    /// Uses a command of a message's menu.
    ///
    /// # Panics
    /// With the transcript, when no such command is registered.
    pub fn uses_menu(&self, command: &str, on: &Message) -> Answer {
        self.uses_menu_of(3, command, |state| {
            let message = state
                .messages
                .get(&on.id)
                .filter(|_| on.channel == self.channel)
                .filter(|message| message.is_visible_to(self.id))
                .ok_or("the message is not there any more")?;
            let resolved = json!({ "messages": { on.id.to_string(): message.to_json(state) } });
            Ok((on.id, resolved))
        })
    }

    /// Uses a command of a person's menu.
    ///
    /// # Panics
    /// With the transcript, when no such command is registered.
    pub fn uses_user_menu(&self, command: &str, on: &Member) -> Answer {
        self.uses_menu_of(2, command, |state| {
            let user = payload::user(&state.user(on.id));
            let mut resolved = json!({ "users": { on.id.to_string(): user } });
            if let Some(guild) = state.guilds.get(&self.guild)
                && guild.members.contains_key(&on.id)
            {
                let mut member = payload::partial_member(guild, on.id);
                member["permissions"] = json!(permissions::of_member(guild, on.id).to_string());
                resolved["members"] = json!({ on.id.to_string(): member });
            }
            Ok((on.id, resolved))
        })
    }

    fn uses_menu_of(
        &self,
        menu: u64,
        command: &str,
        target: impl FnOnce(&State) -> Result<(Id, Value), String>,
    ) -> Answer {
        let done = self.world.update(|state| {
            let found = state
                .commands_in(self.guild)
                .find(|one| kind_of(one) == menu && one["name"] == command)
                .cloned()
                .ok_or_else(|| format!("no menu has {command:?}"))?;
            command_line::may_use_any(state, self.channel, self.id)?;
            command_line::may_use(state, self.guild, self.id, &found)?;
            let (target, resolved) = target(state)?;
            let data = json!({
                "id": found["id"], "name": found["name"], "type": menu,
                "target_id": target.to_string(), "resolved": resolved,
            });
            let who = state.user(self.id).name;
            state.note(format_args!("{who} uses the menu {command:?}"));
            Ok(self.interact(state, kind::COMMAND, data, None))
        });
        self.answer(done)
    }

    /// Types a command up to an option that completes itself; gives what the bot suggests. The
    /// bot is told of the options before it, too: `ana.completes("/club show analysis:Week 4")`.
    ///
    /// # Panics
    /// With the transcript, when the option has no completion or nothing comes in time.
    pub async fn completes(&self, text: &str) -> Vec<Choice> {
        let done = self.world.update(|state| {
            command_line::may_use_any(state, self.channel, self.id)?;
            let line = Line::parse(state, self.guild, self.id, text)?;
            let last = line.last_option();
            let last = last.ok_or_else(|| format!("{text:?} has no option to complete"))?;
            let place = (self.guild, self.channel);
            let data = line.completion(state, place, Vec::new(), &last)?;
            let who = state.user(self.id).name;
            state.note(format_args!("{who} types {text:?}"));
            Ok(self.interact(state, kind::AUTOCOMPLETE, data, None))
        });
        let answer = self.answer(done);
        let choices = answer.wait("suggestions", |_, one| one.choices.clone().map(Ok));
        let choices = choices.await;
        let choices = choices.as_array().into_iter().flatten();
        choices
            .map(|choice| Choice {
                name: choice["name"].as_str().unwrap_or_default().to_owned(),
                value: choice["value"].clone(),
            })
            .collect()
    }

    fn interact(&self, state: &mut State, kind: u8, data: Value, source: Option<Id>) -> Id {
        let pressed = source.and_then(|id| state.messages.get(&id));
        let channel = pressed.map_or(self.channel, |message| message.channel);
        state.interact(&NewInteraction {
            kind,
            user: self.id,
            channel,
            data,
            source,
        })
    }

    fn answer(&self, done: Result<Id, String>) -> Answer {
        match done {
            Ok(id) => Answer::new(self.world.clone(), id, self.id),
            Err(why) => self.world.fail(&why),
        }
    }

    fn gets_role(self, name: &str, permissions: u64) -> Self {
        self.world.update(|state| {
            let id = state.clock.next_id();
            let guild = state.guilds.get_mut(&self.guild)?;
            let known = guild.roles.iter().find(|role| role.name == name);
            let role = if let Some(role) = known {
                role.id
            } else {
                let role = Role {
                    id,
                    name: name.to_owned(),
                    permissions: permissions::EVERYONE | permissions,
                };
                let data = json!({
                    "guild_id": self.guild.to_string(),
                    "role": payload::role(&role, guild.roles.len()),
                });
                guild.roles.push(role);
                state.dispatch("GUILD_ROLE_CREATE", intent::GUILDS, Some(self.guild), &data);
                id
            };
            let mine = state
                .guilds
                .get_mut(&self.guild)?
                .members
                .get_mut(&self.id)?;
            if !mine.contains(&role) {
                mine.push(role);
            }
            Some(())
        });
        self
    }
}
