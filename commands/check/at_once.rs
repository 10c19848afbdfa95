//! Answering a command that is usually quick: its answer, or its modal, is the first response.

use std::{sync::atomic::Ordering, time::Duration};

use poise::BoxFuture;
use slimy_domain::audit;

use super::{Opening, Written};
use crate::{Context, Error, error::Refusal, reply::Visibility};

/// How long a command that is usually quick may take before people see "thinking…". Discord waits
/// 3 s for the first answer; the rest is for the way there.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long a command may work before its modal has to open: Discord waits 3 s.
const BEFORE_MODAL: Duration = Duration::from_secs(2);

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
        Ok(()) => {
            work.await?.show().await;
        }
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
