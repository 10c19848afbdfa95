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

use crate::{
    Context, Error,
    autocomplete::{self, Choice},
    text::visible,
};

use super::words::days;

/// Weeks that are offered before analyses.
const WEEKS: usize = 15;

/// Members by any spelling.
pub(super) async fn member(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor| async move {
        let found = known::suggest_members(services, &actor, &typed).await?;
        Ok(found.iter().map(of_member).collect())
    })
    .await
}

fn of_member(member: &SuggestedMember) -> Choice {
    let mut name = visible(&member.name);
    if let Some(alias) = &member.alias {
        name = format!("{name} (also {})", visible(alias));
    }
    if member.departed {
        name.push_str(" – departed");
    }
    let value = member.id.to_string();
    Choice { name, value }
}

/// Weeks with a snapshot, the newest first.
pub(super) async fn week(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor| async move {
        weeks(services, &actor, &typed).await
    })
    .await
}

/// Weeks, then analyses.
pub(super) async fn side(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor| async move {
        let mut choices = weeks(services, &actor, &typed).await?;
        choices.truncate(WEEKS);
        let found = club::suggest(services, &actor, &typed).await?;
        choices.extend(found.into_iter().map(|analysis| Choice {
            name: format!(
                "{} ({})",
                visible(&analysis.title),
                analysis.saved_at.datetime().date_naive()
            ),
            value: analysis.id.to_string(),
        }));
        Ok(choices)
    })
    .await
}

async fn weeks(services: &Services, actor: &Actor, typed: &str) -> Result<Vec<Choice>, Error> {
    let found = known::suggest_weeks(services, actor, typed, label).await?;
    let choices = found.iter().map(|suggested| Choice {
        name: label(suggested),
        value: suggested.week.to_string(),
    });
    Ok(choices.collect())
}

/// "2026-W47 · Nov 20–26".
fn label(suggested: &SuggestedWeek) -> String {
    let days = days(suggested.from, suggested.to);
    format!("{} · {days}", suggested.week)
}
