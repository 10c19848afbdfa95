//! Where an answer of several messages stands: it is changed for as long as it takes, and longer
//! than an interaction lives.

use std::{sync::Arc, time::Duration};

use poise::serenity_prelude::{
    Builder as _, ChannelId, CreateAllowedMentions, CreateInteractionResponseFollowup,
    CreateMessage, EditAttachments, EditInteractionResponse, EditMessage, Error, Http, HttpError,
    InteractionId, Message, MessageFlags, MessageId, MessageReference, MessageReferenceKind, Nonce,
    StatusCode,
};
use tokio::time::Instant;

use crate::{answer::Answer, error::Refusal, limits};

use super::{Visibility, hold};

/// Discord's tokens of interactions live 15 minutes ("Receiving and Responding", 2026); what is
/// sent within this time arrives before that.
const TOKEN_LIVES: Duration = Duration::from_secs(14 * 60 + 30);

/// Discord's codes ("Opcodes and Status Codes", 2026).
mod code {
    pub(super) const UNKNOWN_MESSAGE: isize = 10_008;
    pub(super) const UNKNOWN_WEBHOOK: isize = 10_015;
    pub(super) const TOO_MANY_LATE_EDITS: isize = 30_046;
    pub(super) const INVALID_TOKEN: isize = 50_027;
    pub(super) const NO_REPLY_WITHOUT_HISTORY: isize = 160_002;
}

/// Discord shows no previews of links. For one it fetches the page before anybody has pressed the
/// link, and a link of the model's may carry what the page's owner should not learn.
const UNFETCHED: MessageFlags = MessageFlags::SUPPRESS_EMBEDS;

/// The number of the first message that is sent to the channel beside an answer; no answer has so
/// many.
const BESIDE: usize = 0x80_0000;

/// A message of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    id: Option<MessageId>,
    reached: Reached,
}

/// How a message is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// It is the interaction's own answer, or the message with the pressed button.
    Original,
    /// It is beside that.
    FollowUp,
    /// It stands in the channel.
    Channel,
}

impl Place {
    /// "Thinking…", or the message with the pressed button, whose id is known of the latter alone.
    pub(crate) fn original(id: Option<MessageId>) -> Self {
        let reached = Reached::Original;
        Self { id, reached }
    }

    /// A message of the bot's own in the channel.
    pub(crate) fn in_channel(id: MessageId) -> Self {
        let (id, reached) = (Some(id), Reached::Channel);
        Self { id, reached }
    }

    /// Discord's id of the message, when it was shown.
    pub(crate) fn id(self) -> Option<MessageId> {
        self.id
    }
}

/// Why a message was not changed, and what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Somebody took the message away.
    Gone,
    /// It cannot be reached through the interaction any more.
    Lapsed,
    /// It is old, and was changed too often.
    Frozen,
    /// Too fast, or Discord is not well: it may work a little later.
    Passing(Refusal),
    /// It will not work.
    Lasting(Refusal),
}

impl From<&Error> for Trouble {
    fn from(error: &Error) -> Self {
        let refusal = Refusal::from(error);
        let Error::Http(error) = error else {
            return Self::Lasting(refusal);
        };
        let HttpError::UnsuccessfulRequest(answer) = error else {
            return Self::Passing(refusal);
        };
        match (answer.error.code, answer.status_code) {
            (code::UNKNOWN_MESSAGE, _) => Self::Gone,
            (code::UNKNOWN_WEBHOOK | code::INVALID_TOKEN, _) => Self::Lapsed,
            (code::TOO_MANY_LATE_EDITS, _) => Self::Frozen,
            (_, StatusCode::TOO_MANY_REQUESTS) => Self::Passing(refusal),
            (_, status) if status.is_server_error() => Self::Passing(refusal),
            _ => Self::Lasting(refusal),
        }
    }
}

/// The way to the messages of one answer: through the interaction while it lives, then through the
/// channel.
#[derive(Debug)]
pub(crate) struct Stand {
    http: Arc<Http>,
    token: Option<Token>,
    channel: Option<ChannelId>,
    replies_to: Option<MessageId>,
    to: Visibility,
    /// What this answers, by an id of Discord's: what is sent to the channel for it is told apart by
    /// that from everything else. None when it is not known.
    answers: Option<u64>,
    /// How many messages were sent to the channel.
    sent: usize,
    /// Whether the next one may have arrived already: nobody has said so.
    may_be_there: bool,
}

struct Token {
    text: String,
    until: Instant,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Stand {
    pub(super) fn of_interaction(
        http: Arc<Http>,
        (id, token): (InteractionId, &str),
        channel: Option<ChannelId>,
        to: Visibility,
    ) -> Self {
        let token = Token {
            text: token.to_owned(),
            until: Instant::now() + TOKEN_LIVES,
        };
        Self {
            http,
            token: Some(token),
            channel,
            replies_to: None,
            to,
            answers: Some(id.get()),
            sent: 0,
            may_be_there: false,
        }
    }

    /// In a channel, the first message as a reply to one there, which calls nobody.
    pub(crate) fn in_channel(
        http: Arc<Http>,
        channel: ChannelId,
        replies_to: Option<MessageId>,
    ) -> Self {
        Self {
            http,
            token: None,
            channel: Some(channel),
            replies_to,
            to: Visibility::Public,
            answers: replies_to.map(MessageId::get),
            sent: 0,
            may_be_there: false,
        }
    }

    /// The same for what is sent beside the answer to the same message: Discord is not to take one
    /// for the other.
    pub(crate) fn beside_the_answer(mut self) -> Self {
        self.sent = BESIDE;
        self
    }

    /// Discord's id of the channel, where all see it.
    pub(crate) fn open_channel_id(&self) -> Option<String> {
        let channel = self.open_channel().ok()?;
        Some(channel.to_string())
    }

    /// Goes on without the interaction. False when there is no other way: what only one person
    /// sees cannot be reached through its channel.
    pub(crate) fn lapse(&mut self) -> bool {
        self.token.take().is_some() && self.open_channel().is_ok()
    }

    /// Whether what stands there, which is reached through the channel, may be gone around: the
    /// interaction still takes messages, also where the bot may not see the channel.
    pub(crate) fn goes_around(&self, at: Place) -> bool {
        at.reached == Reached::Channel && self.token().is_some()
    }

    /// Says that somebody writes, which people see for ten seconds. Where "thinking…" stands they
    /// see that. Fails where the bot may not write.
    pub(crate) async fn type_on(&self) -> Result<(), Trouble> {
        if let (None, Some(channel)) = (&self.token, self.channel) {
            let typing = channel.broadcast_typing(&self.http).await;
            return typing.map_err(|error| Trouble::from(&error));
        }
        Ok(())
    }

    /// Puts `answer` in place of what stands there, files and all.
    pub(crate) async fn put(&self, at: Place, answer: Answer) -> Result<Place, Trouble> {
        hold(0, limits::fault(&answer));
        let shown = match (at.reached, self.token(), at.id) {
            (Reached::Original, Some(token), _) => {
                original(answer).execute(&self.http, token).await
            }
            (Reached::FollowUp, Some(token), Some(id)) => {
                let edit = beside(answer);
                edit.execute(&self.http, (Some(id), token)).await
            }
            (_, _, Some(id)) => {
                let channel = self.open_channel()?;
                channel.edit_message(&self.http, id, edit(answer)).await
            }
            (_, _, None) => return Err(Trouble::Lapsed),
        };
        let shown = shown.map_err(|error| Trouble::from(&error))?;
        Ok(Place {
            id: Some(shown.id),
            ..at
        })
    }

    /// Sends one more message.
    pub(crate) async fn add(&mut self, answer: Answer) -> Result<Place, Trouble> {
        hold(0, limits::fault(&answer));
        let (sent, reached) = if let Some(token) = self.token() {
            let message = beside(answer).ephemeral(self.to == Visibility::Private);
            let sent = message.execute(&self.http, (None, token)).await;
            let sent = sent.map_err(|error| Trouble::from(&error))?;
            (sent, Reached::FollowUp)
        } else {
            (self.send(answer).await?, Reached::Channel)
        };
        self.replies_to = None;
        let id = Some(sent.id);
        Ok(Place { id, reached })
    }

    /// Sends a message to the channel. Sent once more after nobody has said whether it arrived,
    /// there is still one of it.
    async fn send(&mut self, answer: Answer) -> Result<Message, Trouble> {
        let channel = self.open_channel()?;
        // Nobody knows when this is dropped in the middle.
        let may_be_there = std::mem::replace(&mut self.may_be_there, true);
        let draft = |replies_to| self.once(message(answer.clone(), channel, replies_to));
        let mut sent = channel
            .send_message(&self.http, draft(self.replies_to))
            .await;
        if self.replies_to.is_some() && is_refused_as_a_reply(&sent) {
            sent = channel.send_message(&self.http, draft(None)).await;
        }
        let sent = match sent.map_err(|error| Trouble::from(&error)) {
            // The one that arrived before may say something else.
            Ok(found) if may_be_there => {
                let edit = edit(answer);
                let edited = channel.edit_message(&self.http, found.id, edit).await;
                edited.map_err(|error| Trouble::from(&error))
            }
            sent => sent,
        };
        match &sent {
            Ok(_) => {
                self.may_be_there = false;
                self.sent += 1;
            }
            Err(Trouble::Passing(_)) => {}
            Err(_) => self.may_be_there = may_be_there,
        }
        sent
    }

    /// Discord takes a message of this number for this question once within a few minutes ("Create
    /// Message", `enforce_nonce`, 2026), and then answers with the one that it has. A nonce has at
    /// most 25 characters.
    fn once(&self, message: CreateMessage) -> CreateMessage {
        let Some(id) = self.answers else {
            return message;
        };
        let nonce = format!("{id:x}-{:x}", self.sent & 0xff_ffff);
        message.nonce(Nonce::String(nonce)).enforce_nonce(true)
    }

    /// Takes a message away; one that is gone is.
    pub(crate) async fn remove(&self, at: Place) -> Result<(), Trouble> {
        let removed = match (at.reached, self.token(), at.id) {
            (Reached::Original, Some(token), _) => {
                self.http.delete_original_interaction_response(token).await
            }
            (Reached::FollowUp, Some(token), Some(id)) => {
                self.http.delete_followup_message(token, id).await
            }
            (_, _, Some(id)) => {
                let channel = self.open_channel()?;
                self.http.delete_message(channel, id, None).await
            }
            (_, _, None) => return Ok(()),
        };
        match removed.map_err(|error| Trouble::from(&error)) {
            Err(Trouble::Gone) => Ok(()),
            other => other,
        }
    }

    fn token(&self) -> Option<&str> {
        let token = self.token.as_ref()?;
        (Instant::now() < token.until).then_some(token.text.as_str())
    }

    /// The channel, where all see it.
    fn open_channel(&self) -> Result<ChannelId, Trouble> {
        let channel = self.channel.filter(|_| self.to == Visibility::Public);
        channel.ok_or(Trouble::Lapsed)
    }
}

/// Discord refuses replies to who may not read what was said before.
fn is_refused_as_a_reply(sent: &Result<Message, Error>) -> bool {
    match sent {
        Err(Error::Http(HttpError::UnsuccessfulRequest(answer))) => {
            answer.error.code == code::NO_REPLY_WITHOUT_HISTORY
        }
        _ => false,
    }
}

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}

fn original(answer: Answer) -> EditInteractionResponse {
    let files = answer.files.into_iter();
    EditInteractionResponse::new()
        .content(answer.content)
        .allowed_mentions(nobody())
        .flags(UNFETCHED)
        .embeds(answer.embeds)
        .components(answer.rows)
        .attachments(files.fold(EditAttachments::new(), EditAttachments::add))
}

fn edit(answer: Answer) -> EditMessage {
    let files = answer.files.into_iter();
    EditMessage::new()
        .content(answer.content)
        .allowed_mentions(nobody())
        .flags(UNFETCHED)
        .embeds(answer.embeds)
        .components(answer.rows)
        .attachments(files.fold(EditAttachments::new(), EditAttachments::add))
}

/// A message beside the interaction's own answer, new or changed.
fn beside(answer: Answer) -> CreateInteractionResponseFollowup {
    CreateInteractionResponseFollowup::new()
        .content(answer.content)
        .allowed_mentions(nobody())
        .flags(UNFETCHED)
        .embeds(answer.embeds)
        .components(answer.rows)
        .add_files(answer.files)
}

fn message(answer: Answer, channel: ChannelId, replies_to: Option<MessageId>) -> CreateMessage {
    let message = CreateMessage::new()
        .content(answer.content)
        .allowed_mentions(nobody())
        .flags(UNFETCHED)
        .embeds(answer.embeds)
        .components(answer.rows)
        .add_files(answer.files);
    let Some(id) = replies_to else {
        return message;
    };
    let reference = MessageReference::new(MessageReferenceKind::Default, channel)
        .message_id(id)
        .fail_if_not_exists(false);
    message.reference_message(reference)
}

#[cfg(test)]
mod tests;
