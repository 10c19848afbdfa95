//! What managers complete: members, aliases, corrections, weeks and time zones.

use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::club::{admin, known};
use slimy_words::say;

use crate::{
    Context,
    autocomplete::{self, Choice},
    text::visible,
};

/// Members by any spelling.
pub(super) async fn member(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let found = known::suggest_members(services, &actor, &typed).await?;
        let choices = found.into_iter().map(|member| {
            let mut name = visible(&member.name);
            if let Some(alias) = &member.alias {
                name = say!(
                    words,
                    "club-admin-choice-also",
                    name = name,
                    alias = visible(alias)
                );
            }
            let value = member.id.to_string();
            Choice { name, value }
        });
        Ok(choices.collect())
    })
    .await
}

/// Aliases, with whom they mean.
pub(super) async fn alias(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, _| async move {
        let found = admin::suggest_aliases(services, &actor, &typed).await?;
        let choices = found.into_iter().map(|one| Choice {
            name: format!("{} ({})", visible(&one.alias), visible(&one.member)),
            value: one.alias,
        });
        Ok(choices.collect())
    })
    .await
}

/// Corrections that count.
pub(super) async fn correction(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, words| async move {
        let found = admin::suggest_corrections(services, &actor, &typed).await?;
        let choices = found.into_iter().map(|one| Choice {
            name: say!(
                words,
                "club-admin-choice-correction",
                member = visible(&one.member),
                metric = one.metric.as_str(),
                week = &one.week,
                value = words.number(one.value)
            ),
            value: one.id.to_string(),
        });
        Ok(choices.collect())
    })
    .await
}

/// Weeks with a roster, the newest first.
pub(super) async fn week(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, _| async move {
        let found = admin::suggest_weeks(services, &actor, &typed).await?;
        let choices = found.into_iter().map(|week| Choice {
            name: week.clone(),
            value: week,
        });
        Ok(choices.collect())
    })
    .await
}

/// Time zones by any part of their name.
pub(super) async fn zone(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |_, _, _| async move {
        let choices = admin::suggest_zones(&typed).into_iter().map(|zone| Choice {
            name: zone.replace('_', " "),
            value: zone.to_owned(),
        });
        Ok(choices.collect())
    })
    .await
}
