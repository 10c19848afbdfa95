//! `/club show`, and the page buttons of previews and analyses.

use poise::serenity_prelude::{AutocompleteChoice, CreateAutocompleteResponse};
use slimy_domain::{Id, Services, chain, club, rights::Actor};

use crate::{
    Context, Error,
    check::{self, Request},
    reply::Answer,
    text::{shorten, visible},
};

use super::sheet;

/// Characters of a choice's name, by Discord's limits.
const MAX_CHOICE: usize = 100;

/// Show a saved analysis: the newest, or the one you name
#[poise::command(slash_command, guild_only)]
pub(super) async fn show(
    ctx: Context<'_>,
    #[description = "Which analysis (default: the newest)"]
    #[autocomplete = "complete"]
    analysis: Option<String>,
) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let id = analysis.map(Id::from);
    let sheet = club::show(request.services, &request.actor, id.as_ref()).await?;
    request.answer(sheet::answer(&sheet, 0)).await
}

/// Saved analyses whose title or summary has what was typed so far, newest first.
async fn complete(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let choices = suggest(ctx, typed).await.unwrap_or_else(|error| {
        // Somebody who types is not interrupted; the command itself will say what is wrong.
        tracing::warn!(
            request_id = ctx.id(),
            error = chain(&error),
            "nothing to suggest"
        );
        Vec::new()
    });
    CreateAutocompleteResponse::new().set_choices(choices)
}

async fn suggest(ctx: Context<'_>, typed: &str) -> Result<Vec<AutocompleteChoice>, Error> {
    let actor = check::actor(ctx).await?;
    let found = club::suggest(&ctx.data().services, &actor, typed).await?;
    let choices = found.into_iter().map(|analysis| {
        let when = analysis.saved_at.datetime().date_naive();
        let name = format!("{} ({when})", visible(&analysis.title));
        AutocompleteChoice::new(shorten(&name, MAX_CHOICE), analysis.id.to_string())
    });
    Ok(choices.collect())
}

/// Another page of a draft or analysis.
pub(crate) async fn page(
    services: &Services,
    actor: &Actor,
    id: &Id,
    page: usize,
) -> Result<Answer, Error> {
    let sheet = club::sheet(services, actor, id).await?;
    Ok(sheet::answer(&sheet, page))
}
