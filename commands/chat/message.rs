//! Messages that are meant for the bot: a mention of it, a reply to it that calls it, a direct
//! message. They carry their text without the privileged intent.

use std::{sync::Arc, time::Duration};

use poise::serenity_prelude::{ChannelId, Context as Gateway, Message, MessageType, UserId};
use slimy_domain::{
    audit, chain,
    chat::{self, Fault, Place, Question, Way},
    rates::TooFast,
    rights::Actor,
    settings,
};
use slimy_words::{Language, Words, say};

use crate::{
    Data, Error,
    answer::Answer,
    check::Asker,
    limits::CONTENT,
    privacy, rates,
    reply::{Stand, Trouble},
    text::shorten,
};

use super::{
    present::Presenter,
    said::{self, author, forwards, mentions_of, quote, spoken, unshown},
    told,
    wall::Wall,
};

/// The message menu that asks about a message.
const MENU: &str = "cmd-ask-slimy";
/// In the audit log: the bot may not write where it was asked.
const CANNOT_SEND: &str = "cannot_send";

/// Whether a message may be meant for the bot, as far as that shows without knowing who it is.
pub fn may_be_heard(message: &Message) -> bool {
    let is_person = !message.author.bot && message.webhook_id.is_none();
    let is_said = matches!(
        message.kind,
        MessageType::Regular | MessageType::InlineReply
    );
    is_person && is_said && (message.guild_id.is_none() || !message.mentions.is_empty())
}

/// Answers a message that is meant for the bot.
pub async fn heard(gateway: &Gateway, message: &Message, data: &Data) {
    let me = gateway.cache.current_user().id;
    let Some(way) = way(message, me) else {
        return;
    };
    let heard = Heard {
        gateway,
        message,
        data,
        me,
        way,
    };
    let who = (message.author.id, message.guild_id);
    if let Err(fast) = rates::pass(&data.services, who, rates::MESSAGE) {
        return heard.turn_away(fast).await;
    }
    let actor = match heard.actor().await {
        Ok(actor) => actor,
        Err(error) => {
            let words = heard.words_of_server();
            let sentence = error.sentence(message.id.get(), words);
            return heard.tell(&sentence).await;
        }
    };
    let words = heard.words(&actor).await;
    if let Err(error) = Box::pin(heard.answer(&actor, words)).await {
        if error.kind() == Fault::HeardElsewhere.kind() {
            // Another process of the bot answers it, and writes what became of it.
            tracing::debug!(message = %message.id, "a message is answered elsewhere");
            return;
        }
        heard.write(&actor, Some(error.kind())).await;
        if heard.is_told(&error) {
            let sentence = error.sentence(message.id.get(), words);
            heard.tell(&sentence).await;
        }
    }
}

impl Heard<'_> {
    /// Tells somebody who writes too often how long to wait, once in a while: it stands there for
    /// all to see. Nothing is looked up for them.
    async fn turn_away(&self, fast: TooFast) {
        let (told, now) = (&self.data.told, self.data.services.now());
        if told.pass(self.message.author.id, TooFast::KIND, told::HELP_EVERY, now) {
            self.tell(&fast.say(self.words_of_server())).await;
        }
    }

    /// The words of the server as Discord has them, without asking its settings.
    fn words_of_server(&self) -> Words {
        let Some(guild) = self.message.guild_id else {
            return self.own();
        };
        let guild = self.gateway.cache.guild(guild);
        let language = guild.and_then(|guild| Language::from_discord(&guild.preferred_locale));
        Words::of(language.unwrap_or_default())
    }

    /// The guild's words, and the person's own in a direct message. English where the settings of
    /// the guild cannot be had.
    async fn words(&self, actor: &Actor) -> Words {
        let Some(guild_id) = actor.guild_id() else {
            return self.own();
        };
        let found = settings::words(&self.data.services, guild_id).await;
        found.unwrap_or(Words::ENGLISH)
    }

    /// A message says nothing of its author's language: it is as their Discord's last was.
    fn own(&self) -> Words {
        self.data.tongues.of(self.message.author.id)
    }
}

/// How the bot is spoken to, if it is: by its name in the text, by a reply that calls it, or
/// where nobody else is. What calls everybody or a role does not call it.
fn way(message: &Message, me: UserId) -> Option<Way> {
    if !may_be_heard(message) || message.author.id == me {
        return None;
    }
    if message.guild_id.is_none() {
        return Some(Way::Direct);
    }
    if !message.mentions.iter().any(|user| user.id == me) {
        return None;
    }
    if replied_to(message).is_some_and(|to| to.author.id == me) {
        return Some(Way::Reply);
    }
    let is_named = mentions_of(me)
        .iter()
        .any(|name| message.content.contains(name));
    is_named.then_some(Way::Mention)
}

fn replied_to(message: &Message) -> Option<&Message> {
    let is_reply = message.kind == MessageType::InlineReply;
    message.referenced_message.as_deref().filter(|_| is_reply)
}

/// A message that is meant for the bot.
struct Heard<'a> {
    gateway: &'a Gateway,
    message: &'a Message,
    data: &'a Data,
    me: UserId,
    way: Way,
}

impl Heard<'_> {
    async fn actor(&self) -> Result<Actor, Error> {
        let asker = Asker {
            user: &self.message.author,
            guild_id: self.message.guild_id,
            member: self.message.member.as_deref().map(Into::into),
        };
        let request_id = self.message.id.get();
        asker
            .arrive(self.gateway, &self.data.services, request_id)
            .await
    }

    async fn answer(&self, actor: &Actor, words: Words) -> Result<(), Error> {
        let services = &self.data.services;
        let question = self.question(words).await;
        let is_bare = question.text.is_empty() && question.quoted.is_none();
        if is_bare && question.files.is_empty() {
            let kind = Fault::Empty.kind();
            self.write(actor, Some(kind)).await;
            if self.is_first(kind, told::HELP_EVERY) {
                self.tell(&self.help(words)).await;
            }
            return Ok(());
        }
        chat::admits(services, actor, &question.place).await?;
        // Nobody pays for what nobody can read.
        if let Err(Trouble::Lasting(why)) = self.stand().type_on().await {
            tracing::debug!(%why, message = %self.message.id, "an answer could not be sent");
            self.write(actor, Some(CANNOT_SEND)).await;
            return Ok(());
        }
        let turn = chat::ask(services, actor, question).await?;
        self.write(actor, None).await;
        let presenter = Presenter {
            services: Arc::clone(services),
            actor: actor.clone(),
            wall: Wall::blank(self.stand(), None),
            about: None,
            words,
            is_kept: turn.is_kept,
        };
        let is_kept = turn.is_kept;
        presenter.present(turn).await;
        if !is_kept {
            self.notify(actor, words).await;
        }
        Ok(())
    }

    async fn question(&self, words: Words) -> Question {
        let message = self.message;
        let quoted = self.quoted().await;
        let parent = match message.guild_id {
            Some(_) => self.data.threads.parent(self.gateway, message.channel_id),
            None => return self.asked(words, quoted, None),
        };
        let parent = parent.await;
        self.asked(words, quoted, parent)
    }

    /// The message that is replied to. An answer is known without, and what else the bot has said
    /// is not, as a club's card.
    async fn quoted(&self) -> Option<&Message> {
        let to = replied_to(self.message)?;
        if to.author.id != self.me {
            return Some(to);
        }
        let known = chat::is_known(&self.data.services, &to.id.to_string()).await;
        match known {
            Ok(is_known) => (!is_known).then_some(to),
            Err(error) => {
                let (message, error) = (self.message.id, chain(&error));
                tracing::warn!(%message, error, "it is not known what is replied to");
                None
            }
        }
    }

    fn asked(&self, words: Words, quoted: Option<&Message>, parent: Option<ChannelId>) -> Question {
        let message = self.message;
        let text = spoken(message, self.me);
        let mut files = said::files(message);
        let mut borrowed = forwards(message);
        if let (true, Some(quoted)) = (files.is_empty(), quoted) {
            files = said::files(quoted);
            borrowed = true;
        }
        let about = quoted.or_else(|| borrowed.then_some(message));
        Question {
            quoted: quoted.and_then(|one| quote(one).or_else(|| unshown(one, &text, words))),
            author: about.map(|one| author(one, self.me)),
            text,
            files,
            borrowed,
            place: Place {
                channel_id: message.channel_id.to_string(),
                parent_id: parent.map(|id| id.to_string()),
            },
            private: false,
            fresh: false,
            discord_message_id: Some(message.id.to_string()),
            in_reply_to: replied_to(message).map(|to| to.id.to_string()),
            way: self.way,
            words,
        }
    }

    /// What somebody is told who has said nothing.
    fn help(&self, words: Words) -> String {
        let to = replied_to(self.message);
        if to.is_some_and(|to| to.author.id != self.me) {
            // Discord shows its words to people alone.
            let menu = words.find(MENU).unwrap_or_default();
            say!(words, "chat-unreadable", menu = menu)
        } else {
            say!(words, "chat-help")
        }
    }

    /// Whether the person is told why there is no answer: in a guild not the same again and again.
    fn is_told(&self, error: &Error) -> bool {
        let apart = error.user().and_then(told::apart);
        apart.is_none_or(|apart| self.is_first(error.kind(), apart))
    }

    /// Whether the person was not told this of late; where nobody else reads, that does not matter.
    fn is_first(&self, what: &'static str, apart: Duration) -> bool {
        let (told, who) = (&self.data.told, self.message.author.id);
        let now = self.data.services.now();
        self.message.guild_id.is_none() || told.pass(who, what, apart, now)
    }

    /// Writes what became of it. The answer stands all the same when that fails.
    async fn write(&self, actor: &Actor, failure: Option<&str>) {
        let name = format!("chat.{}", self.way.as_str());
        let written = audit::command(&self.data.services, actor, &name, failure).await;
        if let Err(error) = written {
            let (message, error) = (self.message.id, chain(&error));
            tracing::error!(%message, error, "a message was not audited");
        }
    }

    /// Puts the notice about chats before the person, when it is time to: as a reply to their
    /// message, with buttons that only they can press.
    async fn notify(&self, actor: &Actor, words: Words) {
        let services = &self.data.services;
        let openly = self.message.guild_id.is_some();
        let Some(notice) = privacy::notice(services, actor, words, openly).await else {
            return;
        };
        if let Err(trouble) = self.stand().beside_the_answer().add(notice).await {
            tracing::debug!(?trouble, message = %self.message.id, "the notice about chats is not shown");
        }
    }

    /// Says a sentence, where the bot may.
    async fn tell(&self, sentence: &str) {
        let answer = Answer::text(shorten(sentence, CONTENT));
        if let Err(trouble) = self.stand().add(answer).await {
            tracing::debug!(?trouble, message = %self.message.id, "a person could not be told");
        }
    }

    fn stand(&self) -> Stand {
        let http = Arc::clone(&self.gateway.http);
        Stand::in_channel(http, self.message.channel_id, Some(self.message.id))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::{Value, json};

    use super::*;

    pub(in crate::chat) const ME: u64 = 9;

    pub(in crate::chat) fn user(id: u64) -> Value {
        json!({"id": id.to_string(), "username": format!("user{id}"), "discriminator": "0"})
    }

    /// A message of user 1 in a guild, with these fields in place of the usual ones.
    pub(in crate::chat) fn message(fields: &Value) -> Message {
        let mut message = json!({
            "id": "33", "channel_id": "44", "guild_id": "55", "type": 0, "content": "Hello.",
            "author": user(1), "mentions": [], "attachments": [], "embeds": [],
            "mention_roles": [], "mention_everyone": false, "pinned": false, "tts": false,
            "timestamp": "2026-11-22T20:00:00.000000+00:00", "edited_timestamp": null,
        });
        for (name, value) in fields.as_object().unwrap() {
            message[name] = value.clone();
        }
        if message["guild_id"].is_null() {
            message.as_object_mut().unwrap().remove("guild_id");
        }
        serde_json::from_value(message).unwrap()
    }

    fn reply_to(author: u64, mentions: &Value, content: &str) -> Message {
        let mut referenced = serde_json::to_value(message(&json!({}))).unwrap();
        referenced["author"] = user(author);
        message(&json!({
            "type": 19, "content": content, "mentions": mentions,
            "message_reference": {"message_id": "33", "channel_id": "44"},
            "referenced_message": referenced,
        }))
    }

    #[test]
    fn the_bot_is_spoken_to_by_its_name_by_a_reply_that_calls_it_or_in_private() {
        let of = |message: &Message| way(message, ME.into());
        let called = json!([user(ME)]);
        let named = json!({"content": "<@9> Hello.", "mentions": called});
        assert_eq!(of(&message(&named)), Some(Way::Mention));
        assert_eq!(of(&reply_to(ME, &called, "Why?")), Some(Way::Reply));
        let about = reply_to(2, &called, "What does <@!9> say?");
        assert_eq!(of(&about), Some(Way::Mention));
        let direct = message(&json!({"guild_id": null}));
        assert_eq!(of(&direct), Some(Way::Direct));
    }

    #[test]
    fn nothing_else_is_meant_for_the_bot() {
        let called = json!([user(ME)]);
        let bot = json!({"id": "1", "username": "other", "discriminator": "0", "bot": true});
        let silent = [
            message(&json!({})),
            message(&json!({"content": "@everyone", "mention_everyone": true})),
            message(&json!({"content": "<@&9>", "mention_roles": ["9"]})),
            message(&json!({"content": "<@2>", "mentions": [user(2)]})),
            reply_to(ME, &json!([]), "Between us."),
            reply_to(2, &json!([user(2)]), "Hello."),
            message(&json!({"content": "<@9>", "mentions": called, "author": bot})),
            message(&json!({"content": "<@9>", "mentions": called, "webhook_id": "7"})),
            message(&json!({"content": "<@9>", "mentions": called, "author": user(ME)})),
            message(&json!({"content": "<@9>", "mentions": called, "type": 6})),
            message(&json!({"guild_id": null, "author": bot})),
        ];
        for message in silent {
            assert_eq!(way(&message, ME.into()), None, "{message:?}");
        }
    }
}
