//! What `/audit` completes: actions, kinds of things, and days.

use chrono::{Days, NaiveDate};
use poise::serenity_prelude::CreateAutocompleteResponse;
use slimy_domain::audit;

use crate::{
    Context,
    autocomplete::{self, Choice},
};

/// How long ago the days are that are offered.
const AGO: [u64; 7] = [0, 1, 2, 7, 14, 30, 90];

/// Actions that this server has, and what several of them begin with.
pub(super) async fn action(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, _| async move {
        let found = audit::suggest_actions(services, &actor, &typed).await?;
        Ok(found.into_iter().map(same).collect())
    })
    .await
}

/// Kinds of things that this server's entries are about.
pub(super) async fn resource(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.to_owned();
    autocomplete::suggest(ctx, |services, actor, _| async move {
        let found = audit::suggest_resources(services, &actor, &typed).await?;
        Ok(found.into_iter().map(same).collect())
    })
    .await
}

/// The days of late, as the person's language writes them.
pub(super) async fn day(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let typed = typed.trim().to_lowercase();
    autocomplete::suggest(ctx, |services, _, words| async move {
        let today = services.now().datetime().date_naive();
        let days = AGO.into_iter().map(|ago| today - Days::new(ago));
        let typed_day = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
        let choice = |day: NaiveDate| Choice {
            name: words.day(day),
            value: day.to_string(),
        };
        let fits =
            |one: &Choice| one.name.to_lowercase().contains(&typed) || one.value.contains(&typed);
        let offered = typed_day.into_iter().chain(days).map(choice).filter(fits);
        Ok(offered.collect())
    })
    .await
}

fn same(name: String) -> Choice {
    Choice {
        name: name.clone(),
        value: name,
    }
}
