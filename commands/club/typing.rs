//! What the commands about a known club complete: members, weeks, and weeks or analyses.

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::{
    Services,
    club::{
        self,
        known::{self, SuggestedMember, SuggestedWeek},
    },
    rights::Actor,
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    autocomplete::{self, Choice},
    text::visible,
};

use super::{show::choice, words::days};

/// Weeks that are offered before analyses.
const WEEKS: usize = 15;

/// Members by any spelling.
pub(super) async fn member(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let found = known::suggest_members(services, &actor, &typed).await?;
        Ok(found.iter().map(|one| of_member(words, one)).collect())
    })
    .await
}

fn of_member(words: Words, member: &SuggestedMember) -> Choice {
    let mut name = visible(&member.name);
    if let Some(alias) = &member.alias {
        let alias = visible(alias);
        name = say!(words, "club-choice-also", name = name, alias = alias);
    }
    if member.departed {
        name = say!(words, "club-choice-departed", name = name);
    }
    let value = member.id.to_string();
    Choice { name, value }
}

/// Weeks with a snapshot, the newest first.
pub(super) async fn week(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        weeks(services, &actor, &typed, words).await
    })
    .await
}

/// Weeks, then analyses.
pub(super) async fn side(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let mut choices = weeks(services, &actor, &typed, words).await?;
        choices.truncate(WEEKS);
        let found = club::suggest(services, &actor, &typed).await?;
        choices.extend(found.iter().map(|one| choice(words, one)));
        Ok(choices)
    })
    .await
}

async fn weeks(
    services: &Services,
    actor: &Actor,
    typed: &str,
    words: Words,
) -> Result<Vec<Choice>, Error> {
    let label = |suggested: &SuggestedWeek| label(words, suggested);
    let found = known::suggest_weeks(services, actor, typed, label).await?;
    let choices = found.iter().map(|suggested| Choice {
        name: label(suggested),
        value: suggested.week.to_string(),
    });
    Ok(choices.collect())
}

/// "2026-W47 · Nov 20, 2026 to Nov 26, 2026".
fn label(words: Words, suggested: &SuggestedWeek) -> String {
    say!(
        words,
        "club-choice-week",
        week = suggested.week.to_string(),
        days = days(words, suggested.from, suggested.to)
    )
}
