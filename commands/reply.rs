//! The few shapes that an answer has, and the only place that sends one.

use poise::serenity_prelude::{
    Builder as _, Context, CreateActionRow, CreateAllowedMentions, CreateEmbed,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    EditInteractionResponse, Error, InteractionId,
};

use crate::{
    error::Refusal,
    text::{parts, shorten},
};

/// Characters that a message's content may have.
const MAX_CONTENT: usize = 2_000;

/// Messages in which one answer is told, at most: twenty images with their reasons are four.
const MAX_PARTS: usize = 5;

/// What a person sees: an embed with its buttons.
#[derive(Debug, Clone, serde::Serialize)]
pub(crate) struct Answer {
    pub(crate) embed: CreateEmbed,
    pub(crate) rows: Vec<CreateActionRow>,
}

impl From<CreateEmbed> for Answer {
    fn from(embed: CreateEmbed) -> Self {
        Self {
            embed,
            rows: Vec::new(),
        }
    }
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
        let response = CreateInteractionResponse::Acknowledge;
        response.execute(self.ctx, (self.id, self.token)).await
    }

    /// Puts `answer` in place of the deferred answer, or of the message with the pressed button.
    pub(crate) async fn edit(self, answer: Answer) -> Result<(), Error> {
        let edit = EditInteractionResponse::new()
            .content("")
            .allowed_mentions(CreateAllowedMentions::new())
            .embed(answer.embed)
            .components(answer.rows);
        edit.execute(self.ctx, self.token).await?;
        Ok(())
    }

    /// Tells only the person, beside the answer.
    pub(crate) async fn whisper(self, sentence: &str) -> Result<(), Error> {
        for part in parts(sentence, MAX_CONTENT).into_iter().take(MAX_PARTS) {
            let followup = CreateInteractionResponseFollowup::new()
                .content(part)
                .allowed_mentions(CreateAllowedMentions::new())
                .ephemeral(true);
            followup.execute(self.ctx, (None, self.token)).await?;
        }
        Ok(())
    }

    /// Tells only the person, as the first answer.
    pub(crate) async fn refuse_at_once(self, sentence: &str) -> Result<(), Error> {
        let message = CreateInteractionResponseMessage::new()
            .content(shorten(sentence, MAX_CONTENT))
            .allowed_mentions(CreateAllowedMentions::new())
            .ephemeral(true);
        let response = CreateInteractionResponse::Message(message);
        response.execute(self.ctx, (self.id, self.token)).await
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
