//! In which language somebody is spoken to.

use slimy_domain::{Services, rights::Actor, settings};
use slimy_words::{Language, Words};

use crate::{Context, Error, reply::Visibility};

/// What Discord says with every interaction.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Locales<'a> {
    /// The person's own language.
    pub(crate) own: &'a str,
    /// The one that the server's admins chose in Discord; none in a direct message.
    pub(crate) guild: Option<&'a str>,
}

impl Locales<'_> {
    /// For what the person alone reads, before anything is known of the guild's settings: their own
    /// language, else that of the server in Discord, else English.
    pub(crate) fn own(self) -> Words {
        let found = Language::from_discord(self.own);
        let found = found.or_else(|| self.guild.and_then(Language::from_discord));
        Words::of(found.unwrap_or_default())
    }
}

/// The words of an interaction: for whoever sees its answer, and the person's own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spoken {
    /// For whoever sees the answer.
    pub(crate) words: Words,
    /// For what the person alone sees. Days begin as in the guild.
    pub(crate) own: Words,
}

impl Spoken {
    /// In a guild its settings say what is said for all to see; elsewhere there is only the person.
    pub(crate) async fn find(
        services: &Services,
        actor: &Actor,
        locales: Locales<'_>,
        to: Visibility,
    ) -> Result<Self, Error> {
        let own = locales.own();
        let Some(guild_id) = actor.guild_id() else {
            return Ok(Self { words: own, own });
        };
        let guild = settings::words(services, guild_id).await?;
        let own = match Language::from_discord(locales.own) {
            Some(language) => guild.in_language(language),
            None => guild,
        };
        let words = match to {
            Visibility::Public => guild,
            Visibility::Private => own,
        };
        Ok(Self { words, own })
    }
}

/// What Discord says of the languages with a command or a completion.
pub(crate) fn locales(ctx: Context<'_>) -> Locales<'_> {
    let poise::Context::Application(application) = ctx else {
        unreachable!("no prefix command is registered");
    };
    Locales {
        own: &application.interaction.locale,
        guild: application.interaction.guild_locale.as_deref(),
    }
}

/// The words of a completion, and of a refusal.
pub(crate) fn own_words(ctx: Context<'_>) -> Words {
    locales(ctx).own()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_whose_language_the_bot_does_not_speak_is_told_in_that_of_the_server() {
        let own = |own, guild| Locales { own, guild }.own().language;
        assert_eq!(own("de", Some("fr")), Language::De);
        assert_eq!(own("es-419", None), Language::Es);
        assert_eq!(own("ko", Some("fr")), Language::Fr);
        assert_eq!(own("ko", Some("ko")), Language::En);
        assert_eq!(own("ko", None), Language::En);
    }
}
