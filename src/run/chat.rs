//! The chat as the settings have it.

use anyhow::Context as _;
use poise::serenity_prelude::Http;
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use slimy_commands::Refusal;
use slimy_domain::chat::{Chat, Provider, Setup};
use slimy_llm::{Client, Endpoint};

use crate::config;

/// The chat; none when no model is named.
pub(super) async fn set_up(settings: &config::Bot, discord: &Http) -> anyhow::Result<Option<Chat>> {
    let (models, chat) = (&settings.models, &settings.chat);
    let (Some(model), Some(base)) = (&chat.model, &models.base) else {
        return Ok(None);
    };
    let first = provider(base, &models.key, model)?.context("OPENAI_BASE_URL is no address")?;
    let second = match &chat.fallback {
        Some(other) => {
            let second = provider(&other.base, &other.key, &other.model)?;
            Some(second.context("CHAT_FALLBACK_BASE_URL is no address")?)
        }
        None => None,
    };
    let setup = Setup {
        first,
        second,
        context_tokens: chat.context_tokens,
        answer_tokens: chat.answer_tokens,
        prices: chat.prices.clone(),
        budget: chat.budget,
        cooldown: chat.cooldown,
        owners: owners(settings, discord).await,
    };
    Ok(Some(Chat::new(setup)))
}

/// None when `base` is no address.
fn provider(
    base: &Url,
    key: &SecretString,
    model: &config::Model,
) -> anyhow::Result<Option<Provider>> {
    let key = (!key.expose_secret().is_empty()).then(|| key.clone());
    let Some(endpoint) = Endpoint::new(base, key) else {
        return Ok(None);
    };
    Ok(Some(Provider {
        client: Client::new(super::model_client(base)?, endpoint),
        model: model.name.clone(),
        sees: model.sees,
    }))
}

/// The bot's hosts: who the settings name, or else the application's owner. When Discord does not
/// say who that is, nobody sees what only hosts do.
async fn owners(settings: &config::Bot, discord: &Http) -> Vec<String> {
    if !settings.discord.owners.is_empty() {
        return settings.discord.owners.clone();
    }
    match discord.get_current_application_info().await {
        Ok(application) => match (application.team, application.owner) {
            (Some(team), _) => vec![team.owner_user_id.to_string()],
            (None, owner) => owner.into_iter().map(|one| one.id.to_string()).collect(),
        },
        Err(error) => {
            let error = Refusal::from(&error);
            tracing::warn!(%error, "the application's owner is not known: set DISCORD_OWNER_IDS");
            Vec::new()
        }
    }
}
