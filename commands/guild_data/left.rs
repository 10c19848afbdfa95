//! What a server's owner is told when the bot was removed from it.

use std::sync::Arc;

use poise::serenity_prelude::{CreateMessage, Http, UserId};
use slimy_domain::{Services, chain, guild::Left, settings};
use slimy_words::{Words, say};

use crate::{embed::card, error::Refusal, text::name};

/// Units of a server's name: what Discord takes.
const NAME: usize = 100;

/// Tells the owner of a server in a direct message until when its data is kept. Discord does not
/// say who removed the bot, and not everybody takes messages from it once it is gone: a failure is
/// only logged.
pub async fn tell_owner(http: &Arc<Http>, services: &Services, owner: UserId, left: &Left) {
    let words = match settings::words(services, &left.id).await {
        Ok(words) => words,
        Err(error) => {
            let error = chain(&error);
            tracing::warn!(error, "a server's language is not known");
            Words::ENGLISH
        }
    };
    let message = CreateMessage::new().embed(farewell(words, left));
    if let Err(error) = owner.direct_message(http, message).await {
        let error = Refusal::from(&error);
        tracing::info!(%error, "a server's owner could not be told that its data is kept for a while");
    }
}

fn farewell(words: Words, left: &Left) -> poise::serenity_prelude::CreateEmbed {
    let until = format!("<t:{}:D>", left.kept_until.seconds());
    let name = name(&left.name, NAME);
    let said = say!(words, "guild-data-left", name = name, until = until);
    card("Slimy").description(said)
}

#[cfg(test)]
mod tests {
    use slimy_domain::Timestamp;

    use super::*;

    #[test]
    fn the_owner_is_told_until_when_in_the_servers_language() {
        let left = Left {
            id: "g1".into(),
            name: "Slimy *Club*".to_owned(),
            kept_until: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
        };
        let told = slimy_words::Language::ALL.map(|language| farewell(Words::of(language), &left));
        insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    }
}
