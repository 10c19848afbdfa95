//! Who asks, from where, and what is written of it: the frame around every command and button.

use std::{
    sync::{Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use poise::{
    BoxFuture,
    serenity_prelude::{self as serenity, Context as Gateway, GuildId, Member, User},
};
use slimy_domain::{
    Services, Timestamp, audit,
    identity::{self, Known, Person, Place},
    rights::{Actor, Membership},
};

use crate::{
    Context, Error,
    answer::Answer,
    error::Refusal,
    modal::Modal,
    reply::{Responder, Visibility},
    rights,
};

/// How long a command that is usually quick may take before people see "thinking…". Discord waits
/// 3 s for the first answer; the rest is for the way there.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long a command may work before its modal has to open: Discord waits 3 s.
const BEFORE_MODAL: Duration = Duration::from_secs(2);
/// Progress is shown at most this often, as Discord asks of edits.
const PROGRESS_EVERY: Duration = Duration::from_secs(1);

/// Shows what a command that is usually quick comes to as its first answer, which takes one request
/// and not two; only where that takes longer, people see "thinking…" meanwhile. The work is on the
/// heap: a command's own future stays small.
pub(crate) fn at_once<'a>(
    ctx: Context<'a>,
    work: impl Future<Output = Result<Written<'a>, Error>> + Send + 'a,
) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(show_at_once(ctx, Visibility::Public, Box::pin(work)))
}

/// The same with an answer that only the person sees.
pub(crate) fn at_once_quietly<'a>(
    ctx: Context<'a>,
    work: impl Future<Output = Result<Written<'a>, Error>> + Send + 'a,
) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(show_at_once(ctx, Visibility::Private, Box::pin(work)))
}

async fn show_at_once<'a>(
    ctx: Context<'a>,
    to: Visibility,
    mut work: BoxFuture<'a, Result<Written<'a>, Error>>,
) -> Result<(), Error> {
    if let Ok(written) = tokio::time::timeout(AT_ONCE, &mut work).await {
        written?.show_first(to).await;
        return Ok(());
    }
    let deferred = match to {
        Visibility::Public => ctx.defer().await,
        Visibility::Private => ctx.defer_ephemeral().await,
    };
    match deferred {
        Ok(()) => work.await?.show().await,
        // Whether or not the deferral arrived, the answer may.
        Err(error) => {
            let error = Refusal::from(&error);
            tracing::warn!(request_id = ctx.id(), %error, "an answer was not deferred");
            work.await?.show_first(to).await;
        }
    }
    Ok(())
}

/// Opens the modal that a command comes to. It has to be the first response, so the work has two
/// seconds, and people never see "thinking…".
pub(crate) fn modal_at_once<'a>(
    ctx: Context<'a>,
    work: impl Future<Output = Result<Opening<'a>, Error>> + Send + 'a,
) -> BoxFuture<'a, Result<(), Error>> {
    Box::pin(open_at_once(ctx, Box::pin(work)))
}

async fn open_at_once<'a>(
    ctx: Context<'a>,
    work: BoxFuture<'a, Result<Opening<'a>, Error>>,
) -> Result<(), Error> {
    let worked = tokio::time::timeout(BEFORE_MODAL, work).await;
    let Opening { request, modal } = worked.map_err(|_| Error::Late)??;
    // No clock runs here: an entry that is on its way cannot be taken back, and a refusal would
    // write a second one.
    audit::command(request.services, &request.actor, &request.name, None).await?;
    let responder = request.responder;
    if let poise::Context::Application(application) = ctx {
        let has_responded = application.has_sent_initial_response;
        has_responded.store(true, Ordering::SeqCst);
    }
    if let Err(error) = responder.open(modal).await {
        let error = Refusal::from(&error);
        tracing::error!(request_id = ctx.id(), %error, "a modal could not be opened");
    }
    Ok(())
}

/// A command, or a control, in the middle of being answered.
pub(crate) struct Request<'a> {
    pub(crate) actor: Actor,
    pub(crate) services: &'a Services,
    /// Discord's id of the channel.
    pub(crate) channel_id: String,
    name: String,
    responder: Responder<'a>,
    progress: Mutex<Option<Timestamp>>,
}

impl<'a> Request<'a> {
    pub(crate) fn new(
        actor: Actor,
        services: &'a Services,
        name: String,
        channel_id: String,
        responder: Responder<'a>,
    ) -> Self {
        Self {
            actor,
            services,
            channel_id,
            name,
            responder,
            progress: Mutex::default(),
        }
    }

    /// Defers for all to see, then begins.
    pub(crate) async fn open(ctx: Context<'a>) -> Result<Self, Error> {
        ctx.defer().await?;
        Self::begin(ctx).await
    }

    /// The same with an answer that only the person sees.
    pub(crate) async fn open_quietly(ctx: Context<'a>) -> Result<Self, Error> {
        ctx.defer_ephemeral().await?;
        Self::begin(ctx).await
    }

    /// Brings the person, the guild and their membership up to date, and holds the table of rights
    /// against them. Without deferring, for [`at_once`] and [`modal_at_once`].
    pub(crate) async fn begin(ctx: Context<'a>) -> Result<Self, Error> {
        let actor = actor(ctx).await?;
        let (services, name) = (ctx.data().services.as_ref(), name(ctx));
        rights::guard(services, &actor, &name).await?;
        let channel_id = ctx.channel_id().to_string();
        Ok(Self::new(actor, services, name, channel_id, responder(ctx)))
    }

    /// Writes that the command worked, then shows `answer` in place of "thinking…": nobody sees a
    /// success that is not on disk.
    pub(crate) async fn answer(&self, answer: impl Into<Answer>) -> Result<(), Error> {
        self.write(answer).await?.show().await;
        Ok(())
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
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "answers in parts will take it; its tests do")
    )]
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
    pub(crate) async fn show(self) {
        let Self { answer, responder } = self;
        if responder.edit(answer.clone()).await.is_err() {
            log_unseen(responder, responder.edit(answer).await);
        }
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

fn log_unseen(responder: Responder<'_>, shown: Result<(), serenity::Error>) {
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
        member: application.interaction.member.as_deref(),
    }
}

/// A person as an interaction describes them.
pub(crate) struct Asker<'a> {
    pub(crate) user: &'a User,
    pub(crate) guild_id: Option<GuildId>,
    pub(crate) member: Option<&'a Member>,
}

impl Asker<'_> {
    /// Upserts what is new or changed, and says who they are to us.
    pub(crate) async fn arrive(
        &self,
        gateway: &Gateway,
        services: &Services,
        request_id: u64,
    ) -> Result<Actor, Error> {
        let (person, place) = self.described(gateway).await?;
        let request = request_id.to_string();
        let known = identity::arrive(services, &person, place.as_ref(), &request).await?;
        Ok(self.actor(known, place, request))
    }

    /// Says who they are to us as it was last written; only somebody new is written.
    async fn recognised(
        &self,
        gateway: &Gateway,
        services: &Services,
        request_id: u64,
    ) -> Result<Actor, Error> {
        let (person, place) = self.described(gateway).await?;
        let request = request_id.to_string();
        let known = identity::recognise(services, &person, place.as_ref(), &request).await?;
        Ok(self.actor(known, place, request))
    }

    async fn described(&self, gateway: &Gateway) -> Result<(Person, Option<Place>), Error> {
        let avatar = self.user.avatar;
        let person = Person {
            discord_id: self.user.id.to_string(),
            username: self.user.name.clone(),
            global_name: self.user.global_name.clone(),
            avatar: avatar.map(|hash| avatar_url(self.user, &hash.to_string())),
        };
        let place = match self.guild_id {
            None => None,
            Some(guild_id) => Some(Place {
                discord_id: guild_id.to_string(),
                name: guild_name(gateway, guild_id).await?,
                roles: self.roles(),
            }),
        };
        Ok((person, place))
    }

    fn actor(&self, known: Known, place: Option<Place>, request_id: String) -> Actor {
        let granted = self.member.and_then(|member| member.permissions);
        let manage_guild =
            granted.is_some_and(|granted| granted.manage_guild() || granted.administrator());
        let manage_messages =
            granted.is_some_and(|granted| granted.manage_messages() || granted.administrator());
        let roles = place.map(|place| place.roles).unwrap_or_default();
        let membership = known.guild_id.map(|guild_id| Membership {
            guild_id,
            roles,
            manage_guild,
            manage_messages,
        });
        Actor {
            user_id: known.user_id,
            membership,
            request_id,
        }
    }

    /// The roles in a fixed order, so that the same roles are the same text.
    fn roles(&self) -> Vec<String> {
        let held = self.member.map(|member| member.roles.as_slice());
        let mut ids: Vec<u64> = held
            .unwrap_or_default()
            .iter()
            .map(|role| role.get())
            .collect();
        ids.sort_unstable();
        ids.iter().map(u64::to_string).collect()
    }
}

/// The name from the gateway's cache; asked for only when the cache does not have the guild.
async fn guild_name(gateway: &Gateway, guild_id: GuildId) -> Result<String, Error> {
    if let Some(name) = guild_id.name(&gateway.cache) {
        return Ok(name);
    }
    Ok(guild_id.to_partial_guild(&gateway.http).await?.name)
}

/// Where Discord serves the avatar with this hash; Discord documents the path under "Image
/// Formatting".
fn avatar_url(user: &User, hash: &str) -> String {
    format!("https://cdn.discordapp.com/avatars/{}/{hash}.png", user.id)
}
