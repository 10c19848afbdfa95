//! A person where they are, in a guild's channel or in direct messages with the bot: who they are
//! and what they do.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::answer::{Answer, Control};
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
use crate::upload::Upload;
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

    /// Writes a message where they are.
    pub fn writes<U: Into<Upload>>(
        &self,
        text: &str,
        files: impl IntoIterator<Item = U>,
    ) -> Message {
        let files = files.into_iter().map(Into::into).collect();
        self.posts(text, files, None)
    }

    /// Replies to a message, which calls its author.
    pub fn replies(&self, to: &Message, text: &str) -> Message {
        self.posts(text, Vec::new(), Some((to.id, true)))
    }

    /// Replies to a message without calling its author.
    pub fn replies_silently(&self, to: &Message, text: &str) -> Message {
        self.posts(text, Vec::new(), Some((to.id, false)))
    }

    fn posts(&self, text: &str, files: Vec<Upload>, reply: Option<(Id, bool)>) -> Message {
        let place = (self.id, self.channel);
        let id = self
            .world
            .update(|state| state.write(place, text, files, reply));
        Message {
            id,
            channel: self.channel,
        }
    }

    /// Waits until the channel where they are shows them this text, and gives its message.
    pub async fn sees(&self, wanted: &str) -> Message {
        let what = format!("the channel to show {wanted:?}");
        let shown = |state: &State| {
            let mut messages = state.messages.values();
            let found = messages.find(|message| {
                message.channel == self.channel
                    && message.is_visible_to(self.id)
                    && message.text(state).contains(wanted)
            })?;
            Some(Ok(found.id))
        };
        let id = self.world.wait_for(&what, shown).await;
        Message {
            id,
            channel: self.channel,
        }
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

    /// Types into an option that completes itself; gives what the bot suggests.
    ///
    /// # Panics
    /// With the transcript, when the option has no completion or nothing comes in time.
    pub async fn completes(&self, line: &str, option: &str, typed: &str) -> Vec<Choice> {
        let done = self.world.update(|state| {
            let line = Line::parse(state, self.guild, self.id, line)?;
            let data = line.completion(option, typed)?;
            let who = state.user(self.id).name;
            state.note(format_args!("{who} types {typed:?} into {option:?}"));
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

    /// Presses the button with that label under an answer, as soon as it is there.
    ///
    /// # Panics
    /// With the transcript, when the person cannot see it, it is greyed out, or it does not come.
    pub async fn presses(&self, on: &Answer, label: &str) -> Answer {
        let control = on.control_for(self, label).await;
        let data = json!({ "custom_id": control.body["custom_id"], "component_type": 2 });
        self.uses_control(&control, data, &format!("presses {label:?}"))
    }

    /// Chooses options by their labels in the first select of an answer.
    ///
    /// # Panics
    /// With the transcript, when there is no select that the person can use, or no such option.
    pub async fn chooses(&self, on: &Answer, labels: &[&str]) -> Answer {
        let control = on.select_for(self).await;
        let options = control.body["options"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let value_of = |label: &&str| options.iter().find(|option| option["label"] == **label);
        let values: Vec<_> = labels
            .iter()
            .map(|label| match value_of(label) {
                Some(option) => option["value"].clone(),
                None => self
                    .world
                    .fail(&format!("the select has no option {label:?}")),
            })
            .collect();
        let data = json!({
            "custom_id": control.body["custom_id"], "component_type": control.body["type"],
            "values": values,
        });
        self.uses_control(&control, data, &format!("chooses {labels:?}"))
    }

    /// Fills in the modal that an answer opened, each input by its label, and submits it.
    ///
    /// # Panics
    /// With the transcript, when no modal comes, or an input is not there, missing or too long.
    pub async fn fills(&self, on: &Answer, inputs: &[(&str, &str)]) -> Answer {
        let modal = on.modal().await;
        let done = self.world.update(|state| {
            let data = command_line::submission(&modal, inputs)?;
            let source = state
                .interactions
                .get(&on.interaction)
                .and_then(|one| one.source);
            let who = state.user(self.id).name;
            state.note(format_args!("{who} fills in {:?}", modal["title"]));
            Ok(self.interact(state, kind::MODAL, data, source))
        });
        self.answer(done)
    }

    fn uses_control(&self, control: &Control, data: Value, what: &str) -> Answer {
        let id = self.world.update(|state| {
            let who = state.user(self.id).name;
            state.note(format_args!("{who} {what}"));
            self.interact(state, kind::COMPONENT, data, Some(control.message))
        });
        self.answer(Ok(id))
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
