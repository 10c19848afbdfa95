//! `/club show`, the page buttons of previews and analyses, and the completion of an analysis.

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::{
    Id, UserError,
    club::{self, Listed},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    autocomplete::{self, Choice},
    check::Request,
    component::Control,
    text::visible,
};

use super::{draft, sheet};

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
    let words = request.words;
    request.answer(sheet::answer(words, &sheet, 0)).await
}

/// Saved analyses whose title or summary has what was typed so far, newest first.
pub(super) async fn complete(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let found = club::suggest(services, &actor, &typed).await?;
        Ok(found.iter().map(|one| choice(words, one)).collect())
    })
    .await
}

/// An analysis with the day on which it was saved.
pub(super) fn choice(words: Words, analysis: &Listed) -> Choice {
    Choice {
        name: say!(
            words,
            "club-choice-analysis",
            title = visible(&analysis.title),
            day = words.day_at(analysis.saved_at.datetime())
        ),
        value: analysis.id.to_string(),
    }
}

control! {
    /// **Previous** and **Next**: a page (from 0) of the draft or analysis with this id.
    pub(crate) struct Page("club.page") { id: Id, page: usize }
}

impl Control for Page {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        draft::newest(request, &self.id).await?;
        draft::page(request, &self.id, None, self.page).await
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        draft::decided(request, &self.id, error).await
    }
}
