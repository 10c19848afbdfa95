//! Gateway sessions and what is dispatched to them: only what their intents and shard ask for, kept
//! so that a RESUME gets what was missed.

mod log;

use axum::extract::ws::Utf8Bytes;
use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;

use crate::clock::Id;
use crate::messages::StoredMessage;
use crate::payload;
use crate::permissions;
use crate::state::State;
use crate::transcript::{brief, cut};

pub(crate) use log::{Log, Missed};

/// Gateway intents by Discord's bit numbers.
pub(crate) mod intent {
    pub(crate) const ALWAYS: u64 = 0;
    pub(crate) const GUILDS: u64 = 1;
    pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(crate) const PRESENCES: u64 = 1 << 8;
    pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
    const GUILD_MESSAGE_TYPING: u64 = 1 << 11;
    pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
    const DIRECT_MESSAGE_TYPING: u64 = 1 << 14;
    pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
    /// The intent for the messages of a guild, or for direct ones.
    pub(crate) fn of_messages(guild: crate::clock::Id) -> u64 {
        if guild == crate::state::NO_GUILD {
            DIRECT_MESSAGES
        } else {
            GUILD_MESSAGES
        }
    }

    /// The intent for who types in a guild, or in direct messages.
    pub(crate) fn of_typing(guild: crate::clock::Id) -> u64 {
        if guild == crate::state::NO_GUILD {
            DIRECT_MESSAGE_TYPING
        } else {
            GUILD_MESSAGE_TYPING
        }
    }

    /// All that Discord knows today; 17 to 19, 22 and 23 are none.
    pub(crate) const ALL: u64 = 0x331_ffff;
    /// Those that must be switched on in the developer portal first.
    pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT;
}

/// What the state tells a connected socket.
#[derive(Debug)]
pub(crate) enum Line {
    /// A payload to send, as text.
    Payload(Utf8Bytes),
    /// Close with this code.
    Close(u16, &'static str),
    /// Break the connection without a word.
    Drop,
    /// Neither say nor hear anything any more, and keep the connection.
    Freeze,
}

impl Line {
    pub(crate) fn of(payload: &Value) -> Self {
        Self::Payload(payload.to_string().into())
    }
}

/// A bot's session; it outlives its socket until it is closed for good.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) intents: u64,
    pub(crate) shard: (u64, u64),
    pub(crate) log: Log,
    pub(crate) line: Option<UnboundedSender<Line>>,
    /// Whether commands were registered since this session identified.
    pub(crate) has_registered: bool,
}

impl Session {
    pub(crate) fn is_ready(&self) -> bool {
        self.line.is_some() && self.log.has_begun()
    }

    fn wants(&self, intent: u64, guild: Option<Id>) -> bool {
        let listens = intent == intent::ALWAYS || self.intents & intent != 0;
        let (shard, shards) = self.shard;
        listens && guild.map_or(0, |id| (id >> 22) % shards.max(1)) == shard
    }

    /// Sends an event with its data, which is JSON already; twice when a test wants it so.
    fn send(&mut self, event: &str, data: &str, twice: bool) {
        let payload = self.log.add(event, data);
        if twice {
            self.tell(Line::Payload(payload.clone()));
        }
        self.tell(Line::Payload(payload));
    }

    /// Says it to the socket, when there is one; a socket that is gone is noticed by its own task.
    pub(crate) fn tell(&self, line: Line) {
        if let Some(socket) = &self.line {
            let _gone = socket.send(line);
        }
    }
}

impl State {
    /// Sends an event to every session whose intents and shard ask for it.
    pub(crate) fn dispatch(&mut self, event: &str, intent: u64, guild: Option<Id>, data: &Value) {
        let data = data.to_string();
        self.note(format_args!("discord → bot  {event} {}", cut(&data)));
        let twice = self.comes_twice(event);
        for session in &mut self.sessions {
            if session.wants(intent, guild) {
                session.send(event, &data, twice);
            }
        }
    }

    /// Sends an event to one session.
    pub(crate) fn dispatch_to(&mut self, session_id: &str, event: &str, data: &Value) {
        self.note(format_args!("discord → bot  {event} {}", brief(data)));
        if let Some(session) = self.sessions.iter_mut().find(|one| one.id == session_id) {
            session.send(event, &data.to_string(), false);
        }
    }

    /// Sends a message's event, without the content to sessions that may not read it. Ephemeral
    /// messages and channels that the bot does not see have no events.
    pub(crate) fn dispatch_message(&mut self, event: &str, message: &StoredMessage) {
        if message.ephemeral_for.is_some() || !permissions::bot_sees(self, message.channel) {
            return;
        }
        let full = payload::message_event(self, message, true).to_string();
        let withheld = payload::message_event(self, message, false).to_string();
        self.note(format_args!("discord → bot  {event} {}", cut(&full)));
        let twice = self.comes_twice(event);
        for session in &mut self.sessions {
            if session.wants(intent::of_messages(message.guild), Some(message.guild)) {
                let reads_all = session.intents & intent::MESSAGE_CONTENT != 0;
                session.send(event, if reads_all { &full } else { &withheld }, twice);
            }
        }
    }

    /// Whether a test asked for this event twice; it is asked for once.
    fn comes_twice(&mut self, event: &str) -> bool {
        let is_meant = self.gateway.repeated.as_deref() == Some(event);
        if is_meant {
            self.gateway.repeated = None;
            self.note(format_args!("{event} comes twice"));
        }
        is_meant
    }

    /// Somebody types in a channel that the bot sees.
    pub(crate) fn dispatch_typing(&mut self, who: Id, channel: Id) {
        if !permissions::bot_sees(self, channel) {
            return;
        }
        let guild = self.guild_of(channel);
        let data = payload::typing(self, who, channel);
        self.dispatch("TYPING_START", intent::of_typing(guild), Some(guild), &data);
    }

    /// `GUILD_CREATE` for the sessions: the bot joined, or the guild came back.
    pub(crate) fn dispatch_guild(&mut self, guild: Id) {
        let Some(guild) = self.guilds.get(&guild).cloned() else {
            return;
        };
        let data = payload::guild_create(self, &guild);
        self.dispatch("GUILD_CREATE", intent::GUILDS, Some(guild.id), &data);
    }
}
