//! What a person is told when something fails, and what we log.

#[cfg(test)]
mod refusals;

use poise::{FrameworkError, serenity_prelude as serenity};
use slimy_domain::{UserError, rates::TooFast};
use slimy_words::{Words, say};

use crate::{
    Context, Data,
    check::{self, Request},
    rates,
};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules said no, or could not work.
    #[error(transparent)]
    Domain(#[from] slimy_domain::Error),
    /// Discord did not take what we sent.
    #[error("Discord did not take the answer: {0}")]
    Discord(Refusal),
    /// A chart could not be drawn.
    #[error("a chart was not drawn: {0}")]
    Chart(String),
    /// A modal could not open in time.
    #[error("Discord does not wait any longer for the modal")]
    Late,
    /// Something that is not in the table of rights was used, or answered what it cannot.
    #[error("{0} is not in the table of rights, or not what its list says")]
    Unlisted(String),
}

/// What Discord, or the way there, said: without the address of the request, which holds the
/// interaction's token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(String);

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&serenity::Error> for Refusal {
    fn from(error: &serenity::Error) -> Self {
        use serenity::{Error, HttpError};
        Self(match error {
            // serenity's own words for an answer that is not Discord's, as of a proxy that is down.
            Error::Http(HttpError::UnsuccessfulRequest(answer)) if answer.error.code == -1 => {
                format!("status {}", answer.status_code)
            }
            Error::Http(HttpError::UnsuccessfulRequest(answer)) => format!(
                "status {}, code {}, {}",
                answer.status_code, answer.error.code, answer.error.message
            ),
            Error::Http(HttpError::Request(request)) if request.is_timeout() => {
                "no answer in time".to_owned()
            }
            Error::Http(HttpError::Request(request)) if request.is_connect() => {
                "no connection".to_owned()
            }
            Error::Http(_) => "the request broke off".to_owned(),
            other => other.to_string(),
        })
    }
}

impl From<serenity::Error> for Error {
    fn from(error: serenity::Error) -> Self {
        Self::Discord(Refusal::from(&error))
    }
}

impl From<UserError> for Error {
    fn from(error: UserError) -> Self {
        Self::Domain(error.into())
    }
}

impl Error {
    /// The sentence for the person, when it is they who can do something about it.
    pub(crate) fn user(&self) -> Option<&UserError> {
        match self {
            Self::Domain(slimy_domain::Error::User(error)) => Some(error),
            _ => None,
        }
    }

    /// What stands in the audit log: the kind of a person's fault, or that it was ours.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Domain(slimy_domain::Error::User(error)) => error.kind(),
            Self::Domain(_) | Self::Unlisted(_) => "internal",
            Self::Discord(_) => "discord",
            Self::Late => "late",
            Self::Chart(_) => "chart",
        }
    }

    /// The sentence for the person. What is ours is logged here, once, under a reference that
    /// the person is shown.
    pub(crate) fn sentence(&self, request_id: u64, words: Words) -> String {
        if let Some(error) = self.user() {
            return crate::text::refusal(error, words);
        }
        let reference = reference(request_id);
        let error = slimy_domain::chain(self);
        tracing::error!(reference, request_id, error, "a command failed");
        ours(words, &reference)
    }
}

/// What a person is told of a failure that is ours.
fn ours(words: Words, reference: &str) -> String {
    say!(words, "errors-ours", reference = reference)
}

/// The last eight hexadecimal digits of the interaction's id: short enough to be read out.
fn reference(request_id: u64) -> String {
    format!("{:08x}", request_id & 0xffff_ffff)
}

/// What poise calls when a command did not end well.
pub async fn on_error(error: FrameworkError<'_, Data, Error>) {
    let (ctx, error) = match error {
        FrameworkError::Command { ctx, error, .. } => (ctx, Failure::Error(error)),
        // poise asks this before it asks how often they did.
        FrameworkError::GuildOnly { ctx, .. } => match rates::pass_command(ctx) {
            Ok(()) => (ctx, Failure::Error(UserError::NotInGuild.into())),
            Err(fast) => return turn_away(ctx, fast).await,
        },
        FrameworkError::CommandCheckFailed {
            ctx,
            error: Some(error),
            ..
        } => match error.user() {
            Some(UserError::TooFast(fast)) => return turn_away(ctx, *fast).await,
            _ => (ctx, Failure::Error(error)),
        },
        FrameworkError::CommandPanic { ctx, payload, .. } => (
            ctx,
            Failure::Bug(payload.unwrap_or_else(|| "panic".to_owned())),
        ),
        FrameworkError::UnknownInteraction { interaction, .. } => {
            tracing::warn!(command = %interaction.data.name, "an unknown command was used");
            return;
        }
        FrameworkError::EventHandler { error, event, .. } => {
            let error = slimy_domain::chain(&error);
            tracing::error!(
                event = event.snake_case_name(),
                error,
                "an event was not handled"
            );
            return;
        }
        other => match other.ctx() {
            Some(ctx) => (ctx, Failure::Bug(other.to_string())),
            None => return tracing::error!(error = %other, "the framework failed"),
        },
    };
    let words = check::own_words(ctx);
    let (sentence, kind) = match &error {
        Failure::Error(error) => (error.sentence(ctx.id(), words), error.kind()),
        Failure::Bug(what) => {
            let reference = reference(ctx.id());
            tracing::error!(reference, request_id = ctx.id(), what, "a command broke");
            (ours(words, &reference), "internal")
        }
    };
    Request::refuse(ctx, &sentence, kind).await;
}

/// Tells somebody who asks too often how long to wait, and does nothing else: they are counted.
async fn turn_away(ctx: Context<'_>, fast: TooFast) {
    Request::turn_away(ctx, &fast.say(check::own_words(ctx))).await;
}

enum Failure {
    Error(Error),
    Bug(String),
}
