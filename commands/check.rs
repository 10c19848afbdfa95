//! Who asks, from where, and what is written of it: the frame around every command and button.

mod asker;
mod at_once;
mod spoken;

use std::{
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use poise::serenity_prelude::{self as serenity, ChannelId, MessageId};
use slimy_domain::{Services, Timestamp, audit, club::Posted, rights::Actor};
use slimy_words::Words;

use crate::{
    Context, Error,
    answer::Answer,
    error::Refusal,
    modal::Modal,
    rates,
    reply::{Responder, Stand, Visibility},
    rights,
};

pub(crate) use asker::{Asker, is_thread, parent};
pub(crate) use at_once::{at_once, at_once_quietly, modal_at_once};
pub(crate) use spoken::{Locales, Spoken, locales, own_words};

/// Progress is shown at most this often, as Discord asks of edits.
const PROGRESS_EVERY: Duration = Duration::from_secs(1);

/// A command, or a control, in the middle of being answered.
pub(crate) struct Request<'a> {
    pub(crate) actor: Actor,
    pub(crate) services: &'a Arc<Services>,
    /// Discord's id of the channel.
    pub(crate) channel_id: String,
    /// Discord's id of the channel that it is a thread of; none when it is no thread.
    pub(crate) parent_id: Option<String>,
    /// Discord's id of the message with the control; none of a command.
    pub(crate) message_id: Option<String>,
    /// For whoever sees the answer: the person's own words where they alone do, else the guild's.
    pub(crate) words: Words,
    /// For what the person alone sees.
    pub(crate) own: Words,
    name: String,
    responder: Responder<'a>,
    progress: Mutex<Option<Timestamp>>,
}

impl<'a> Request<'a> {
    pub(crate) fn new(
        actor: Actor,
        services: &'a Arc<Services>,
        name: String,
        Spoken { words, own }: Spoken,
        channel_id: String,
        responder: Responder<'a>,
    ) -> Self {
        Self {
            actor,
            services,
            channel_id,
            parent_id: None,
            message_id: None,
            words,
            own,
            name,
            responder,
            progress: Mutex::default(),
        }
    }

    /// The same of a control below this message.
    pub(crate) fn below(self, message_id: Option<String>) -> Self {
        Self { message_id, ..self }
    }

    /// The same in a thread of this channel.
    pub(crate) fn within(self, parent_id: Option<String>) -> Self {
        Self { parent_id, ..self }
    }

    /// Defers for all to see, then begins.
    pub(crate) async fn open(ctx: Context<'a>) -> Result<Self, Error> {
        ctx.defer().await?;
        Self::begin(ctx).await
    }

    /// The same with an answer that only the person sees.
    pub(crate) async fn open_quietly(ctx: Context<'a>) -> Result<Self, Error> {
        ctx.defer_ephemeral().await?;
        Self::begin_quietly(ctx).await
    }

    /// Brings the person, the guild and their membership up to date, and holds the table of rights
    /// against them. Without deferring, for [`at_once`].
    pub(crate) async fn begin(ctx: Context<'a>) -> Result<Self, Error> {
        Self::begin_for(ctx, Visibility::Public).await
    }

    /// The same for an answer that only the person sees: for [`at_once_quietly`] and
    /// [`modal_at_once`].
    pub(crate) async fn begin_quietly(ctx: Context<'a>) -> Result<Self, Error> {
        Self::begin_for(ctx, Visibility::Private).await
    }

    async fn begin_for(ctx: Context<'a>, to: Visibility) -> Result<Self, Error> {
        let actor = actor(ctx).await?;
        let (services, name) = (&ctx.data().services, name(ctx));
        rights::guard(services, &actor, &name).await?;
        let channel_id = ctx.channel_id().to_string();
        let poise::Context::Application(application) = ctx else {
            unreachable!("no prefix command is registered");
        };
        let parent_id = parent(application.interaction.channel.as_ref());
        ctx.data().tongues.seen(ctx.author().id, locales(ctx).own);
        let spoken = Spoken::find(services, &actor, locales(ctx), to).await?;
        let request = Self::new(actor, services, name, spoken, channel_id, responder(ctx));
        Ok(request.within(parent_id))
    }

    /// The way to Discord beside the interaction.
    pub(crate) fn http(&self) -> Arc<serenity::Http> {
        Arc::clone(&self.responder.ctx.http)
    }

    /// Where an answer of several messages stands, also when this has long been done.
    pub(crate) fn stand(&self, to: Visibility) -> Stand {
        self.responder.stand(&self.channel_id, to)
    }

    /// Writes that it worked. What is shown after that may take its time.
    pub(crate) async fn done(&self) -> Result<(), Error> {
        audit::command(self.services, &self.actor, &self.name, None).await?;
        Ok(())
    }

    /// Writes that the command worked, then shows `answer` in place of "thinking…": nobody sees a
    /// success that is not on disk.
    pub(crate) async fn answer(&self, answer: impl Into<Answer>) -> Result<(), Error> {
        self.post(answer).await?;
        Ok(())
    }

    /// The same; gives the message that it is in, when it could be shown.
    pub(crate) async fn post(&self, answer: impl Into<Answer>) -> Result<Option<Posted>, Error> {
        let shown = self.write(answer).await?.show().await;
        Ok(shown.map(|message_id| Posted {
            channel_id: self.channel_id.clone(),
            message_id: message_id.to_string(),
        }))
    }

    /// Puts `answer` in place of another message of the bot's. Where the bot may not, for it does
    /// not see the channel or the message is gone, that is only logged.
    pub(crate) async fn replace(&self, message: &Posted, answer: Answer) {
        let ids = (message.channel_id.parse(), message.message_id.parse());
        let (Ok(channel), Ok(message)) = ids else {
            return;
        };
        let (channel, message) = (ChannelId::new(channel), MessageId::new(message));
        if let Err(error) = self.responder.replace(channel, message, answer).await {
            let error = Refusal::from(&error);
            tracing::info!(request_id = self.actor.request_id, %error, "an older message stays as it is");
        }
    }

    /// Writes that the command worked; after that the answer can be shown.
    pub(crate) async fn write(&self, answer: impl Into<Answer>) -> Result<Written<'a>, Error> {
        audit::command(self.services, &self.actor, &self.name, None).await?;
        Ok(Written {
            answer: answer.into(),
            responder: self.responder,
        })
    }

    /// Says that `modal` is to open; [`modal_at_once`] writes that the command worked, and opens it.
    pub(crate) fn opening(self, modal: Modal) -> Opening<'a> {
        Opening {
            request: self,
            modal,
        }
    }

    /// Shows how far the work is, in place of "thinking…". What comes within a second of the last
    /// is left out, and a failure is only logged: the answer follows all the same.
    pub(crate) async fn progress(&self, sentence: &str) {
        if !self.is_time_for_progress() {
            return;
        }
        if let Err(error) = self.responder.edit(Answer::text(sentence)).await {
            let error = Refusal::from(&error);
            tracing::debug!(request_id = self.actor.request_id, %error, "progress could not be shown");
        }
    }

    fn is_time_for_progress(&self) -> bool {
        let now = self.services.now();
        let mut last = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = last.is_none_or(|last| last + PROGRESS_EVERY <= now);
        if is_time {
            *last = Some(now);
        }
        is_time
    }

    /// Sends one more message for all to see, after the answer. The answer stands when it fails,
    /// so a failure is only logged; tells whether it was sent.
    pub(crate) async fn follow_up(&self, answer: impl Into<Answer>) -> bool {
        self.send(answer.into(), Visibility::Public).await
    }

    /// The same for the person alone.
    pub(crate) async fn follow_up_quietly(&self, answer: impl Into<Answer>) -> bool {
        self.send(answer.into(), Visibility::Private).await
    }

    async fn send(&self, answer: Answer, to: Visibility) -> bool {
        let sent = self.responder.follow_up(answer, to).await;
        if let Err(error) = &sent {
            let error = Refusal::from(error);
            tracing::error!(request_id = self.actor.request_id, %error, "a message beside the answer could not be sent");
        }
        sent.is_ok()
    }

    /// Tells only the person something beside the answer. When that fails the answer stands all
    /// the same, so the failure is only logged.
    pub(crate) async fn whisper(&self, sentence: &str) {
        if let Err(error) = self.responder.whisper(sentence).await {
            let error = Refusal::from(&error);
            tracing::warn!(request_id = self.actor.request_id, %error, "a person could not be told");
        }
    }

    /// Tells only the person `sentence`, and writes nothing.
    pub(crate) async fn turn_away(ctx: Context<'_>, sentence: &str) {
        let Some(_turn) = rates::turn().await else {
            return;
        };
        if let Err(error) = responder(ctx).refuse_at_once(sentence).await {
            let error = Refusal::from(&error);
            tracing::debug!(request_id = ctx.id(), %error, "a person could not be told");
        }
    }

    /// Writes that the command failed, and tells only the person why. What fails here is logged:
    /// there is nobody left to tell.
    pub(crate) async fn refuse(ctx: Context<'_>, sentence: &str, kind: &str) {
        let poise::Context::Application(application) = ctx else {
            return;
        };
        let responder = responder(ctx);
        // An answer that was deferred can wait for the log; a first answer has only 3 s, and the
        // database may be away.
        let told = if application.has_sent_initial_response.load(Ordering::SeqCst) {
            write_failure(ctx, kind).await;
            responder.refuse_deferred(sentence).await
        } else {
            let told = responder.refuse_at_once(sentence).await;
            write_failure(ctx, kind).await;
            match told {
                Ok(()) => Ok(()),
                // The deferral may have arrived although we were told otherwise.
                Err(_) => responder.refuse_deferred(sentence).await,
            }
        };
        if let Err(error) = told {
            let error = Refusal::from(&error);
            tracing::warn!(request_id = ctx.id(), %error, "a person could not be told");
        }
    }
}

/// The answer to a command whose entry is on disk. From here on nothing may be told or audited as a
/// failure: what cannot be shown is logged.
#[must_use = "somebody waits for the answer"]
pub(crate) struct Written<'a> {
    answer: Answer,
    responder: Responder<'a>,
}

impl<'a> Written<'a> {
    /// The answer to a control whose entry is on disk, or which needs none.
    pub(crate) fn new(answer: Answer, responder: Responder<'a>) -> Self {
        Self { answer, responder }
    }

    /// Puts it in place of "thinking…", or of the message with the pressed button.
    /// Gives the message's id, when that worked.
    pub(crate) async fn show(self) -> Option<MessageId> {
        let Self { answer, responder } = self;
        if let Ok(shown) = responder.edit(answer.clone()).await {
            return Some(shown);
        }
        let shown = responder.edit(answer).await;
        let id = shown.as_ref().ok().copied();
        log_unseen(responder, shown);
        id
    }

    /// Shows it as the first answer. Where Discord said nothing or no, an answer may be there all
    /// the same, ours or a deferral: then that is what can be changed, and if not, nothing is there.
    async fn show_first(self, to: Visibility) {
        let Self { answer, responder } = self;
        if responder.respond(answer.clone(), to).await.is_ok()
            || responder.edit(answer.clone()).await.is_ok()
        {
            return;
        }
        log_unseen(responder, responder.respond(answer, to).await);
    }

    /// Shows it where nobody knows whether the deferral to `to`, or the acknowledgement, arrived.
    pub(crate) async fn show_undeferred(self, to: Option<Visibility>) {
        let Some(to) = to else {
            let Self { answer, responder } = self;
            if responder.update(answer.clone()).await.is_err() {
                log_unseen(responder, responder.edit(answer).await);
            }
            return;
        };
        self.show_first(to).await;
    }
}

/// The modal that a command opens, when the entry is on disk.
#[must_use = "somebody waits for the modal"]
pub(crate) struct Opening<'a> {
    request: Request<'a>,
    modal: Modal,
}

fn log_unseen<T>(responder: Responder<'_>, shown: Result<T, serenity::Error>) {
    if let Err(error) = shown {
        let (request_id, error) = (responder.id.get(), Refusal::from(&error));
        tracing::error!(request_id, %error, "an answer could not be shown");
    }
}

async fn write_failure(ctx: Context<'_>, kind: &str) {
    let written = async {
        let actor = actor(ctx).await?;
        let services = &ctx.data().services;
        audit::command(services, &actor, &name(ctx), Some(kind)).await?;
        Ok::<(), Error>(())
    };
    if let Err(error) = written.await {
        let error = slimy_domain::chain(&error);
        tracing::error!(
            request_id = ctx.id(),
            error,
            "a failed command was not audited"
        );
    }
}

fn responder(ctx: Context<'_>) -> Responder<'_> {
    let poise::Context::Application(application) = ctx else {
        unreachable!("no prefix command is registered");
    };
    Responder {
        ctx: ctx.serenity_context(),
        id: application.interaction.id,
        token: &application.interaction.token,
    }
}

/// The command's name as people know it: "club analyze", "Analyze club roster".
pub(crate) fn name(ctx: Context<'_>) -> String {
    let command = ctx.command();
    let name = command.context_menu_name.as_ref();
    name.unwrap_or(&command.qualified_name).clone().into_owned()
}

/// Who uses the command, with the database up to date about them.
pub(crate) async fn actor(ctx: Context<'_>) -> Result<Actor, Error> {
    let services = &ctx.data().services;
    let asker = asker(ctx);
    asker
        .arrive(ctx.serenity_context(), services, ctx.id())
        .await
}

/// Who types, without a write when they are known.
pub(crate) async fn recognise(ctx: Context<'_>) -> Result<Actor, Error> {
    let services = &ctx.data().services;
    let asker = asker(ctx);
    asker
        .recognised(ctx.serenity_context(), services, ctx.id())
        .await
}

fn asker(ctx: Context<'_>) -> Asker<'_> {
    let poise::Context::Application(application) = ctx else {
        unreachable!("no prefix command is registered");
    };
    Asker {
        user: &application.interaction.user,
        guild_id: application.interaction.guild_id,
        member: application.interaction.member.as_deref().map(Into::into),
    }
}
