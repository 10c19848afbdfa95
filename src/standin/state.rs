//! What this Discord knows: people, guilds, messages, commands, interactions, sessions.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Display;
use std::time::Duration;

use serde_json::Value;

use crate::clock::{Clock, Id};
use crate::faults::{GatewayFaults, PlannedFault};
use crate::interactions::Interaction;
use crate::messages::StoredMessage;
use crate::permissions;
use crate::rates::Rates;
use crate::sessions::Session;
use crate::shelf::Shelf;
use crate::transcript::Transcript;

/// Somebody with an account.
#[derive(Clone, Debug)]
pub(crate) struct User {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) is_bot: bool,
    /// The language of their client, as Discord names it (`de`, `en-US`).
    pub(crate) locale: String,
}

/// Older ones are forgotten, so that a run under load does not fill the memory.
const MOST_SENT: usize = 1_000;

/// The language of who has chosen none.
const DEFAULT_LOCALE: &str = "en-US";

/// A role of a guild.
#[derive(Clone, Debug)]
pub(crate) struct Role {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) permissions: u64,
}

/// Stands for the guild where there is none, in direct messages; no snowflake is zero.
pub(crate) const NO_GUILD: Id = 0;

/// A text channel of a guild, or a person's direct messages with the bot.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub(crate) id: Id,
    /// [`NO_GUILD`] in direct messages.
    pub(crate) guild: Id,
    /// Empty in direct messages.
    pub(crate) name: String,
    /// The person whose direct messages with the bot these are.
    pub(crate) dm_with: Option<Id>,
    pub(crate) overwrites: Vec<Overwrite>,
}

impl Channel {
    pub(crate) fn of_guild(id: Id, guild: Id, name: &str) -> Self {
        Self {
            id,
            guild,
            name: name.to_owned(),
            dm_with: None,
            overwrites: Vec::new(),
        }
    }
}

/// What a channel allows or denies to a role or a member, beside what the guild says.
#[derive(Clone, Debug)]
pub(crate) struct Overwrite {
    pub(crate) target: Id,
    pub(crate) is_role: bool,
    pub(crate) allow: u64,
    pub(crate) deny: u64,
}

/// A guild with its people.
#[derive(Clone, Debug)]
pub(crate) struct Guild {
    pub(crate) id: Id,
    pub(crate) name: String,
    pub(crate) owner: Id,
    pub(crate) roles: Vec<Role>,
    pub(crate) channel: Id,
    /// Member to role ids; the role of everyone is not listed, as at Discord.
    pub(crate) members: BTreeMap<Id, Vec<Id>>,
    pub(crate) has_bot: bool,
    pub(crate) available: bool,
    /// The guild's preferred language.
    pub(crate) locale: String,
}

/// Where a command is registered: everywhere, or in one guild.
pub(crate) type Scope = Option<Id>;

/// Everything behind the lock.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) clock: Clock,
    pub(crate) transcript: Transcript,
    pub(crate) origin: String,
    pub(crate) foreign_origin: String,
    pub(crate) token: String,
    pub(crate) bot: User,
    pub(crate) host: User,
    pub(crate) privileged_intents: u64,
    pub(crate) users: BTreeMap<Id, User>,
    pub(crate) guilds: BTreeMap<Id, Guild>,
    pub(crate) channels: BTreeMap<Id, Channel>,
    /// People who take no direct messages from the bot.
    pub(crate) closed_to_bot: BTreeSet<Id>,
    /// The newest; older ones go, see [`crate::shelf`].
    pub(crate) messages: BTreeMap<Id, StoredMessage>,
    pub(crate) files: Shelf,
    pub(crate) commands: BTreeMap<Scope, Vec<Value>>,
    /// What the bot sent to be shown, each edit too; the newest.
    pub(crate) sent: VecDeque<Value>,
    /// The newest, too.
    pub(crate) interactions: BTreeMap<Id, Interaction>,
    /// Who typed last in a channel, and when.
    pub(crate) typing: BTreeMap<Id, (Id, Duration)>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) planned: Vec<PlannedFault>,
    pub(crate) gateway: GatewayFaults,
    pub(crate) rates: Rates,
    pub(crate) faults: Vec<String>,
    /// Nobody tests: what the bot does wrong is logged, and fails nothing.
    pub(crate) only_logs_faults: bool,
    /// Admins let everybody use every command, whatever its default permissions say.
    pub(crate) shows_all_commands: bool,
    pub(crate) foreign_requests: usize,
}

impl State {
    /// `secret` is what nobody can guess of the bot's token.
    pub(crate) fn new(origin: String, foreign_origin: String, secret: [u8; 32]) -> Self {
        let mut clock = Clock::new();
        let mut account = |name: &str, is_bot| User {
            id: clock.next_id(),
            name: name.to_owned(),
            is_bot,
            locale: DEFAULT_LOCALE.to_owned(),
        };
        let (bot, host) = (account("slimy", true), account("host", false));
        // The shape of a real token; the first part is the bot's id in base64 there, which no client checks.
        let token = format!("standin.{}.{}", bot.id, hex::encode(secret));
        let users = [(bot.id, bot.clone()), (host.id, host.clone())].into();
        Self {
            clock,
            transcript: Transcript::default(),
            origin,
            foreign_origin,
            token,
            bot,
            host,
            privileged_intents: 0,
            users,
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            closed_to_bot: BTreeSet::new(),
            messages: BTreeMap::new(),
            sent: VecDeque::new(),
            files: Shelf::default(),
            commands: BTreeMap::new(),
            interactions: BTreeMap::new(),
            typing: BTreeMap::new(),
            sessions: Vec::new(),
            planned: Vec::new(),
            gateway: GatewayFaults::default(),
            rates: Rates::default(),
            faults: Vec::new(),
            only_logs_faults: false,
            shows_all_commands: false,
            foreign_requests: 0,
        }
    }

    /// Writes a line of the transcript.
    pub(crate) fn note(&mut self, line: impl Display) {
        self.transcript.add(self.clock.elapsed(), line);
    }

    /// Keeps a message as the bot sent it.
    pub(crate) fn keep_sent(&mut self, body: &Value) {
        if self.sent.len() == MOST_SENT {
            self.sent.pop_front();
        }
        self.sent.push_back(body.clone());
    }

    /// Records something that the bot did and Discord would not take.
    pub(crate) fn fault(&mut self, what: String) {
        self.note(format_args!("FAULT {what}"));
        if self.only_logs_faults {
            return tracing::warn!(what, "Discord would not take this");
        }
        self.faults.push(what);
    }

    /// The account of that name; made when nobody has it yet.
    pub(crate) fn user_named(&mut self, name: &str) -> User {
        if let Some(user) = self.users.values().find(|user| user.name == name) {
            return user.clone();
        }
        let user = User {
            id: self.clock.next_id(),
            name: name.to_owned(),
            is_bot: false,
            locale: DEFAULT_LOCALE.to_owned(),
        };
        self.users.insert(user.id, user.clone());
        user
    }

    /// A new guild with its owner, its channel and the bot.
    pub(crate) fn found_guild(&mut self, name: &str) -> Id {
        let id = self.clock.next_id();
        let owner = self.user_named(&format!("owner of {name}")).id;
        let channel = Channel::of_guild(self.clock.next_id(), id, "general");
        // The role of everyone has the guild's own id.
        let everyone = Role {
            id,
            name: "@everyone".to_owned(),
            permissions: permissions::EVERYONE,
        };
        let guild = Guild {
            id,
            name: name.to_owned(),
            owner,
            roles: vec![everyone],
            channel: channel.id,
            members: [(owner, Vec::new()), (self.bot.id, Vec::new())].into(),
            has_bot: true,
            available: true,
            locale: DEFAULT_LOCALE.to_owned(),
        };
        self.channels.insert(channel.id, channel);
        self.guilds.insert(id, guild);
        id
    }

    /// One more text channel of a guild.
    pub(crate) fn open_channel(&mut self, guild: Id, name: &str) -> Id {
        let id = self.clock.next_id();
        self.channels.insert(id, Channel::of_guild(id, guild, name));
        id
    }

    /// The commands that people see in a guild: its own and the global ones; in direct messages
    /// ([`NO_GUILD`]) the global ones that are offered there.
    pub(crate) fn commands_in(&self, guild: Id) -> impl Iterator<Item = &Value> {
        [Some(guild), None]
            .into_iter()
            .filter_map(|scope| self.commands.get(&scope))
            .flatten()
            .filter(move |command| is_offered(command, guild))
    }

    /// The guild of a channel; [`NO_GUILD`] for direct messages.
    pub(crate) fn guild_of(&self, channel: Id) -> Id {
        self.channels
            .get(&channel)
            .map_or(NO_GUILD, |one| one.guild)
    }

    pub(crate) fn user(&self, id: Id) -> User {
        self.users.get(&id).cloned().unwrap_or_else(|| User {
            id,
            name: "deleted user".to_owned(),
            is_bot: false,
            locale: DEFAULT_LOCALE.to_owned(),
        })
    }
}

/// Contexts: 0 in guilds, 1 in direct messages with the bot; without any, `dm_permission` decides.
fn is_offered(command: &Value, guild: Id) -> bool {
    let is_direct = guild == NO_GUILD;
    match command["contexts"].as_array() {
        Some(all) => all.iter().any(|one| one == u64::from(is_direct)),
        None => !is_direct || command["dm_permission"] != false,
    }
}
