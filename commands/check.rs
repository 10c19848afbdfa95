//! Who asks, from where, and what is written of it: the frame around every command and button.

use std::sync::atomic::Ordering;

use poise::serenity_prelude::{Context as Gateway, GuildId, Member, User};
use slimy_domain::{
    Services, audit,
    identity::{Person, Place, arrive},
    rights::{Actor, Membership},
};

use crate::{
    Context, Error,
    error::Refusal,
    reply::{Answer, Responder},
};

/// A command in the middle of being answered.
pub(crate) struct Request<'a> {
    pub(crate) actor: Actor,
    pub(crate) services: &'a Services,
    name: String,
    responder: Responder<'a>,
}

impl<'a> Request<'a> {
    /// Defers for all to see, then brings the person, the guild and their membership up to date.
    pub(crate) async fn open(ctx: Context<'a>) -> Result<Self, Error> {
        ctx.defer().await?;
        Self::deferred(ctx).await
    }

    async fn deferred(ctx: Context<'a>) -> Result<Self, Error> {
        let services = ctx.data().services.as_ref();
        let poise::Context::Application(application) = ctx else {
            unreachable!("no prefix command is registered");
        };
        Ok(Self {
            actor: actor(ctx).await?,
            services,
            name: name(ctx),
            responder: Responder {
                ctx: ctx.serenity_context(),
                id: application.interaction.id,
                token: &application.interaction.token,
            },
        })
    }

    /// Writes that the command worked, then shows `answer`: nobody sees a success that is not on
    /// disk.
    pub(crate) async fn answer(&self, answer: impl Into<Answer>) -> Result<(), Error> {
        audit::command(self.services, &self.actor, &self.name, None).await?;
        let answer = answer.into();
        if self.responder.edit(answer.clone()).await.is_ok() {
            return Ok(());
        }
        // It is done and written: from here on nothing may be told or audited as a failure.
        if let Err(error) = self.responder.edit(answer).await {
            let error = Refusal::from(&error);
            tracing::error!(request_id = self.actor.request_id, %error, "an answer could not be shown");
        }
        Ok(())
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
        let responder = Responder {
            ctx: ctx.serenity_context(),
            id: application.interaction.id,
            token: &application.interaction.token,
        };
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

/// The command's name as people know it: "club analyze", "Analyze club roster".
fn name(ctx: Context<'_>) -> String {
    let command = ctx.command();
    let name = command.context_menu_name.as_ref();
    name.unwrap_or(&command.qualified_name).clone().into_owned()
}

/// Who uses the command, with the database up to date about them.
pub(crate) async fn actor(ctx: Context<'_>) -> Result<Actor, Error> {
    let poise::Context::Application(application) = ctx else {
        unreachable!("no prefix command is registered");
    };
    let member = application.interaction.member.as_deref();
    let asker = Asker {
        user: ctx.author(),
        guild_id: ctx.guild_id(),
        member,
    };
    asker
        .arrive(ctx.serenity_context(), &ctx.data().services, ctx.id())
        .await
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
        let person = Person {
            discord_id: self.user.id.to_string(),
            username: self.user.name.clone(),
            global_name: self.user.global_name.clone(),
            avatar: self
                .user
                .avatar
                .map(|hash| avatar_url(self.user, &hash.to_string())),
        };
        let place = match self.guild_id {
            None => None,
            Some(guild_id) => Some(Place {
                discord_id: guild_id.to_string(),
                name: guild_name(gateway, guild_id).await?,
                roles: self.roles(),
            }),
        };
        let request_id = request_id.to_string();
        let known = arrive(services, &person, place.as_ref(), &request_id).await?;
        let manage_guild = self
            .member
            .and_then(|member| member.permissions)
            .is_some_and(|granted| granted.manage_guild() || granted.administrator());
        let roles = place.map(|place| place.roles).unwrap_or_default();
        let membership = known.guild_id.map(|guild_id| Membership {
            guild_id,
            roles,
            manage_guild,
        });
        Ok(Actor {
            user_id: known.user_id,
            membership,
            request_id,
        })
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
