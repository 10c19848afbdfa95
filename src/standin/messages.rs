//! Messages as they are stored, as Discord shows them to programs, and as people read them.

use std::fmt::Write;
use std::time::Duration;

use serde_json::{Value, json};

use crate::clock::Id;
use crate::mentions::Mentions;
use crate::payload;
use crate::permissions;
use crate::rest::blank;
use crate::sessions::intent;
use crate::state::{NO_GUILD, State};
use crate::upload::Upload;

/// Message flag: only one person sees it.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// Message flag: "slimy is thinking…".
pub(crate) const LOADING: u64 = 1 << 7;

/// A message in a channel.
#[derive(Clone, Debug)]
pub(crate) struct StoredMessage {
    pub(crate) id: Id,
    pub(crate) guild: Id,
    pub(crate) channel: Id,
    pub(crate) author: Id,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Id>,
    pub(crate) mentions: Mentions,
    pub(crate) flags: u64,
    pub(crate) sent_at: String,
    /// The same on the stand-in's clock.
    pub(crate) sent: Duration,
    /// How often it was edited when it was old already.
    pub(crate) late_edits: u32,
    pub(crate) edited_at: Option<String>,
    pub(crate) ephemeral_for: Option<Id>,
    pub(crate) interaction: Option<Id>,
    pub(crate) replies_to: Option<Id>,
    /// Whether the reply calls the author of the other message.
    pub(crate) pings_replied: bool,
    pub(crate) nonce: Value,
    /// Grows with each edit, so that a person can wait for the next one.
    pub(crate) revision: u64,
}

impl StoredMessage {
    pub(crate) fn is_visible_to(&self, who: Id) -> bool {
        self.ephemeral_for.is_none_or(|only| only == who)
    }

    pub(crate) fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    pub(crate) fn to_json(&self, state: &State) -> Value {
        let attachments: Vec<_> = self
            .attachments
            .iter()
            .filter_map(|id| state.files.get(*id))
            .map(|file| file.to_json(state))
            .collect();
        let mentions: Vec<_> = self
            .mentions
            .users
            .iter()
            .map(|id| payload::user(&state.user(*id)))
            .collect();
        let mention_roles = self.mentions.roles.iter().map(Id::to_string);
        let mention_roles: Vec<_> = mention_roles.collect();
        let is_answer = self.interaction.is_some();
        let kind = match (is_answer, self.replies_to) {
            (true, _) => 20,
            (false, Some(_)) => 19,
            (false, None) => 0,
        };
        let mut message = json!({
            "id": self.id.to_string(), "channel_id": self.channel.to_string(), "type": kind,
            "author": payload::user(&state.user(self.author)), "content": self.content,
            "embeds": self.shown_embeds(&attachments), "components": self.components, "attachments": attachments,
            "mentions": mentions, "mention_roles": mention_roles,
            "mention_everyone": self.mentions.everyone,
            "pinned": false, "tts": false, "flags": self.flags, "timestamp": self.sent_at,
            "edited_timestamp": self.edited_at,
        });
        if !self.nonce.is_null() {
            message["nonce"] = self.nonce.clone();
        }
        if let Some(interaction) = self.interaction.and_then(|id| state.interactions.get(&id)) {
            message["application_id"] = json!(state.bot.id.to_string());
            message["webhook_id"] = json!(state.bot.id.to_string());
            message["interaction_metadata"] = interaction.metadata(state);
        }
        if let Some(original) = self.replies_to {
            message["message_reference"] = json!({
                "type": 0, "message_id": original.to_string(),
                "channel_id": self.channel.to_string(),
            });
            if self.guild != NO_GUILD {
                message["message_reference"]["guild_id"] = json!(self.guild.to_string());
            }
            message["referenced_message"] = state
                .messages
                .get(&original)
                .map_or(Value::Null, |original| original.to_json(state));
            // Only one message is carried along, not the whole conversation.
            if let Some(carried) = message["referenced_message"].as_object_mut() {
                carried.remove("referenced_message");
            }
        }
        message
    }

    /// `attachment://name` in an embed becomes that file's link of today, as clients see it.
    fn shown_embeds(&self, attachments: &[Value]) -> Vec<Value> {
        let mut embeds = self.embeds.clone();
        let parts = [
            ("image", "url"),
            ("thumbnail", "url"),
            ("author", "icon_url"),
            ("footer", "icon_url"),
        ];
        for embed in &mut embeds {
            for (part, key) in parts {
                let Some(url) = embed.get_mut(part).and_then(|part| part.get_mut(key)) else {
                    continue;
                };
                let name = url
                    .as_str()
                    .and_then(|url| url.strip_prefix("attachment://"));
                let file = attachments
                    .iter()
                    .find(|file| file["filename"].as_str() == name);
                if let Some(file) = file {
                    *url = file["url"].clone();
                }
            }
        }
        embeds
    }

    /// What a person reads: content, embeds from top to bottom, file names, buttons and selects.
    pub(crate) fn text(&self, state: &State) -> String {
        let mut text = String::new();
        push(&mut text, &self.content);
        for embed in &self.embeds {
            push_embed(&mut text, embed);
        }
        for file in self
            .attachments
            .iter()
            .filter_map(|id| state.files.get(*id))
        {
            push(&mut text, &format!("[file {}]", file.name));
        }
        for row in &self.components {
            let labels = row["components"]
                .as_array()
                .into_iter()
                .flatten()
                .map(label);
            push(&mut text, &labels.collect::<Vec<_>>().join(" "));
        }
        text
    }

    /// Buttons and selects of this message, row by row.
    pub(crate) fn controls(&self) -> impl Iterator<Item = &Value> {
        self.components
            .iter()
            .filter_map(|row| row["components"].as_array())
            .flatten()
    }
}

impl State {
    /// A person changes the text of their message.
    pub(crate) fn rewrite(&mut self, id: Id, text: &str) {
        let Some(mut message) = self.messages.get(&id).cloned() else {
            return;
        };
        text.clone_into(&mut message.content);
        message.mentions = Mentions::in_message(self, &message);
        if message.pings_replied {
            message.mentions.add_replied(self, message.replies_to);
        }
        message.edited_at = Some(self.clock.timestamp());
        message.revision += 1;
        self.keep_message(&message);
        self.dispatch_message("MESSAGE_UPDATE", &message);
    }

    /// Takes a message away and tells the sessions.
    pub(crate) fn remove_message(&mut self, message: &StoredMessage) {
        self.messages.remove(&message.id);
        if message.ephemeral_for.is_some() || !permissions::bot_sees(self, message.channel) {
            return;
        }
        let mut data = json!({
            "id": message.id.to_string(), "channel_id": message.channel.to_string(),
        });
        if message.guild != NO_GUILD {
            data["guild_id"] = json!(message.guild.to_string());
        }
        let intent = intent::of_messages(message.guild);
        self.dispatch("MESSAGE_DELETE", intent, Some(message.guild), &data);
    }

    /// Somebody writes into a channel; the bot sees it as its intents allow. A reply calls the
    /// author of the other message.
    pub(crate) fn post(
        &mut self,
        (author, channel): (Id, Id),
        text: &str,
        files: Vec<Upload>,
        replies_to: Option<Id>,
    ) -> Id {
        let reply = replies_to.map(|id| (id, true));
        self.write((author, channel), text, files, reply)
    }

    /// The same, where a reply says whether it calls the author of the other message.
    pub(crate) fn write(
        &mut self,
        (author, channel): (Id, Id),
        text: &str,
        files: Vec<Upload>,
        reply: Option<(Id, bool)>,
    ) -> Id {
        let files = files
            .into_iter()
            .map(|file| self.store_file(channel, file, false));
        let attachments = files.collect();
        let mut message = blank(self, channel, None);
        message.author = author;
        text.clone_into(&mut message.content);
        message.attachments = attachments;
        message.mentions = Mentions::in_message(self, &message);
        if let Some((original, pings)) = reply {
            message.replies_to = Some(original);
            message.pings_replied = pings;
        }
        if message.pings_replied {
            message.mentions.add_replied(self, message.replies_to);
        }
        self.keep_message(&message);
        self.dispatch_message("MESSAGE_CREATE", &message);
        message.id
    }
}

fn push(text: &mut String, line: &str) {
    if !line.is_empty() {
        let _infallible = writeln!(text, "{line}");
    }
}

fn push_embed(text: &mut String, embed: &Value) {
    let part = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    push(text, &part(&embed["author"]["name"]));
    push(text, &part(&embed["title"]));
    push(text, &part(&embed["description"]));
    for field in embed["fields"].as_array().into_iter().flatten() {
        push(text, &part(&field["name"]));
        push(text, &part(&field["value"]));
    }
    push(text, &part(&embed["footer"]["text"]));
}

fn label(control: &Value) -> String {
    let name = [
        &control["label"],
        &control["placeholder"],
        &control["emoji"]["name"],
    ]
    .into_iter()
    .find_map(Value::as_str)
    .unwrap_or_default();
    let options: Vec<_> = control["options"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|option| option["label"].as_str())
        .collect();
    if options.is_empty() {
        format!("[{name}]")
    } else {
        format!("[{name}: {}]", options.join(" | "))
    }
}
