//! The only place that sends an answer.

mod stand;

use std::sync::Arc;

use poise::serenity_prelude::{
    Builder as _, ChannelId, Context, CreateAllowedMentions, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, EditAttachments,
    EditInteractionResponse, EditMessage, Error, InteractionId, MessageId,
};

use crate::{
    answer::Answer,
    error::Refusal,
    limits::{self, CONTENT},
    modal::Modal,
    text::{parts, shorten},
};

pub(crate) use stand::{Place, Stand, Trouble};

/// Messages in which one answer is told, at most: twenty images with their reasons are four.
const MAX_PARTS: usize = 5;

/// Who sees a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visibility {
    /// Everybody in the channel.
    Public,
    /// The person who asked.
    Private,
}

/// An interaction that can be answered.
#[derive(Clone, Copy)]
pub(crate) struct Responder<'a> {
    pub(crate) ctx: &'a Context,
    pub(crate) id: InteractionId,
    pub(crate) token: &'a str,
}

impl Responder<'_> {
    /// Says that the message with the pressed button will change, within the 3 s.
    pub(crate) async fn acknowledge(self) -> Result<(), Error> {
        self.first(CreateInteractionResponse::Acknowledge).await
    }

    /// Says that a new message will come, within the 3 s.
    pub(crate) async fn defer(self, to: Visibility) -> Result<(), Error> {
        let message = CreateInteractionResponseMessage::new().ephemeral(to == Visibility::Private);
        self.first(CreateInteractionResponse::Defer(message)).await
    }

    /// Opens `modal`, as the first response.
    pub(crate) async fn open(self, modal: Modal) -> Result<(), Error> {
        let request_id = self.id.get();
        hold(request_id, limits::modal_fault(&modal));
        self.first(CreateInteractionResponse::Modal(modal.into_discord()))
            .await
    }

    /// Shows `answer` as the first response.
    pub(crate) async fn respond(self, answer: Answer, to: Visibility) -> Result<(), Error> {
        let message = self.message(answer).ephemeral(to == Visibility::Private);
        self.first(CreateInteractionResponse::Message(message))
            .await
    }

    /// Puts `answer` in place of the message with the pressed button, as the first response.
    pub(crate) async fn update(self, answer: Answer) -> Result<(), Error> {
        let message = self.message(answer);
        self.first(CreateInteractionResponse::UpdateMessage(message))
            .await
    }

    fn message(self, answer: Answer) -> CreateInteractionResponseMessage {
        hold(self.id.get(), limits::fault(&answer));
        CreateInteractionResponseMessage::new()
            .content(answer.content)
            .allowed_mentions(CreateAllowedMentions::new())
            .embeds(answer.embeds)
            .components(answer.rows)
            .add_files(answer.files)
    }

    async fn first(self, response: CreateInteractionResponse) -> Result<(), Error> {
        response.execute(self.ctx, (self.id, self.token)).await
    }

    /// Puts `answer` in place of the deferred answer, or of the message with the pressed button:
    /// nothing of what stood there stays, the files neither.
    /// Gives that message's id.
    pub(crate) async fn edit(self, answer: Answer) -> Result<MessageId, Error> {
        hold(self.id.get(), limits::fault(&answer));
        let files = answer.files.into_iter();
        let edit = EditInteractionResponse::new()
            .content(answer.content)
            .allowed_mentions(CreateAllowedMentions::new())
            .embeds(answer.embeds)
            .components(answer.rows)
            .attachments(files.fold(EditAttachments::new(), EditAttachments::add));
        let shown = edit.execute(self.ctx, self.token).await?;
        Ok(shown.id)
    }

    /// Puts `answer` in place of a message of the bot's own that another interaction has shown.
    /// Takes the right to see the channel.
    pub(crate) async fn replace(
        self,
        channel: ChannelId,
        message: MessageId,
        answer: Answer,
    ) -> Result<(), Error> {
        hold(self.id.get(), limits::fault(&answer));
        let edit = EditMessage::new()
            .content(answer.content)
            .allowed_mentions(CreateAllowedMentions::new())
            .embeds(answer.embeds)
            .components(answer.rows);
        channel.edit_message(&self.ctx.http, message, edit).await?;
        Ok(())
    }

    /// Where an answer of several messages stands, in the channel with this id of Discord's.
    pub(crate) fn stand(self, channel_id: &str, to: Visibility) -> Stand {
        Stand::of_interaction(
            Arc::clone(&self.ctx.http),
            (self.id, self.token),
            channel_id.parse().ok(),
            to,
        )
    }

    /// Sends one more message, beside the answer.
    pub(crate) async fn follow_up(self, answer: Answer, to: Visibility) -> Result<(), Error> {
        hold(self.id.get(), limits::fault(&answer));
        let followup = CreateInteractionResponseFollowup::new()
            .content(answer.content)
            .allowed_mentions(CreateAllowedMentions::new())
            .embeds(answer.embeds)
            .components(answer.rows)
            .add_files(answer.files)
            .ephemeral(to == Visibility::Private);
        followup.execute(self.ctx, (None, self.token)).await?;
        Ok(())
    }

    /// Tells only the person, beside the answer.
    pub(crate) async fn whisper(self, sentence: &str) -> Result<(), Error> {
        for part in parts(sentence, CONTENT).into_iter().take(MAX_PARTS) {
            self.follow_up(Answer::text(part), Visibility::Private)
                .await?;
        }
        Ok(())
    }

    /// Tells only the person, as the first answer.
    pub(crate) async fn refuse_at_once(self, sentence: &str) -> Result<(), Error> {
        let answer = Answer::text(shorten(sentence, CONTENT));
        self.respond(answer, Visibility::Private).await
    }

    /// Tells only the person, in place of an answer that was deferred for all to see. A follow-up
    /// to a public deferral would take its place and be public, so the deferral goes first.
    pub(crate) async fn refuse_deferred(self, sentence: &str) -> Result<(), Error> {
        let http = &self.ctx.http;
        if let Err(error) = http.delete_original_interaction_response(self.token).await {
            let error = Refusal::from(&error);
            tracing::warn!(request_id = self.id.get(), %error, "a deferral could not be taken back");
        }
        self.whisper(sentence).await
    }
}

/// A message that Discord will not take is a bug: builds for development and tests stop at it,
/// and otherwise the log says what Discord will not say.
fn hold(request_id: u64, fault: Option<String>) {
    if let Some(fault) = fault {
        debug_assert!(false, "Discord does not take this: {fault}");
        tracing::error!(request_id, fault, "an answer is over Discord's limits");
    }
}
