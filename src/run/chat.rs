//! The chat as the settings have it.

use anyhow::Context as _;
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use slimy_domain::chat::{Chat, Provider, Setup};
use slimy_llm::{Client, Endpoint};

use crate::config;

/// The chat; none when no model is named.
pub(super) fn set_up(settings: &config::Bot) -> anyhow::Result<Option<Chat>> {
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
