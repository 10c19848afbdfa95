//! Completing what somebody types: fast, never loud, and only what they may see.

use std::{future::Future, time::Duration};

use poise::serenity_prelude::{AutocompleteChoice, CreateAutocompleteResponse};
use slimy_domain::{Services, chain, rights::Actor};
use slimy_words::Words;

use crate::{
    Context, Error,
    check::{self, Spoken, locales},
    limits, rates,
    reply::Visibility,
    rights,
    text::{shorten, visible},
};

/// Discord waits 3 s, and somebody who types not nearly as long.
const PATIENCE: Duration = Duration::from_secs(2);

/// A suggestion: what is shown, and what the command is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// Foreign text is welcome: nothing in it has a meaning to Discord.
    pub(crate) name: String,
    /// At most 100 characters; a choice with more is left out.
    pub(crate) value: String,
}

/// The answer of a completion: `find` gives the choices, best first. The person is identified
/// without a write where that is possible, the command's rights are held against them, and when
/// anything fails nothing is suggested: the command itself will say what is wrong. What is shown is
/// in the person's own language.
///
/// ```ignore
/// async fn complete(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
///     autocomplete::suggest(ctx, |services, actor, words| async move {
///         let found = club::suggest(services, &actor, typed).await?;
///         Ok(found.into_iter().map(|one| choice(words, one)).collect())
///     })
///     .await
/// }
/// ```
pub(crate) async fn suggest<'a, F, Found>(ctx: Context<'a>, find: F) -> CreateAutocompleteResponse
where
    F: FnOnce(&'a Services, Actor, Words) -> Found,
    Found: Future<Output = Result<Vec<Choice>, Error>>,
{
    // Who types too fast is completed nothing for a moment.
    if !rates::may_type(ctx) {
        return CreateAutocompleteResponse::new();
    }
    let work = async {
        let services = ctx.data().services.as_ref();
        let actor = check::recognise(ctx).await?;
        rights::guard_completion(services, &actor, &check::name(ctx), option(ctx)).await?;
        let spoken = Spoken::find(services, &actor, locales(ctx), Visibility::Private).await?;
        find(services, actor, spoken.own).await
    };
    let found = match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(found)) => found,
        Ok(Err(error)) => {
            // Somebody who may not is no event.
            if error.user().is_none() {
                let error = chain(&error);
                tracing::warn!(request_id = ctx.id(), error, "nothing to suggest");
            }
            Vec::new()
        }
        Err(_) => {
            tracing::warn!(request_id = ctx.id(), "nothing to suggest in time");
            Vec::new()
        }
    };
    CreateAutocompleteResponse::new().set_choices(fitting(found))
}

/// The option that is completed, by its English name.
fn option(ctx: Context<'_>) -> &str {
    let poise::Context::Application(application) = ctx else {
        return "";
    };
    let typed = application.interaction.data.autocomplete();
    typed.map_or("", |typed| typed.name)
}

/// What Discord takes of `found`.
fn fitting(found: Vec<Choice>) -> Vec<AutocompleteChoice> {
    let choices = found.into_iter().filter_map(|choice| {
        let name = shorten(visible(&choice.name).trim(), limits::OPTION);
        let fits =
            !name.is_empty() && (1..=limits::OPTION).contains(&choice.value.encode_utf16().count());
        fits.then(|| AutocompleteChoice::new(name, choice.value))
    });
    choices.take(limits::OPTIONS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_would_not_take_is_cut_or_left_out() {
        let choice = |name: &str, value: &str| Choice {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        let mut found = vec![
            choice(&"é".repeat(101), "long"),
            choice("\u{200b} ", "nameless"),
            choice("a", &"x".repeat(101)),
            choice("b", ""),
        ];
        found.extend((0..30).map(|n| choice(&n.to_string(), &n.to_string())));
        let fitting = serde_json::to_value(fitting(found)).unwrap();
        let fitting = fitting.as_array().unwrap();
        assert_eq!(fitting.len(), 25);
        assert_eq!(fitting[0]["name"], format!("{}…", "é".repeat(99)));
        assert_eq!(fitting[1]["name"], "0");
    }
}
