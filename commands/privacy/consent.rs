//! `/privacy consent`: whether what somebody says to the bot is kept, and the notice that asks
//! them.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbed};
use slimy_domain::{
    Id, Services, Timestamp, chain,
    chat::consent::{self, Consent, Said},
    rights::Actor,
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Begins, Control, Press as _},
    embed::{CARE, GOOD, card, field},
    text::{plain, shorten},
};

/// Units of the models' names.
const MODELS: usize = 200;

/// Whether your chats with the bot are kept: see it and change it
#[poise::command(slash_command)]
pub(super) async fn consent(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let consent = consent::of(request.services, &request.actor).await?;
        let shown = shown(request.own, &consent, &request.actor.user_id);
        request.write(shown).await
    })
    .await
}

control! {
    /// **Keep my chats** and **Keep nothing**.
    pub(crate) struct Decide("privacy.consent.decide") {
        /// To whom the question is put: `users.id`.
        asked: Id,
        /// The wording that they saw.
        wording: i64,
        accepts: bool,
        /// Whether others see the question.
        openly: bool,
    }
}

impl Control for Decide {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        consent::check(actor, &self.asked)?;
        let consent = if !self.accepts {
            consent::decline(services, actor).await?
        } else if self.wording == consent::NOTICE {
            consent::accept(services, actor).await?
        } else {
            // They accept what they have read, and not what it has become.
            consent::of(services, actor).await?
        };
        let shown = shown(request.own, &consent, &actor.user_id);
        if !self.openly {
            return Ok(shown);
        }
        // What somebody has chosen is nobody else's business.
        request.follow_up_quietly(shown).await;
        Ok(Answer::text(say!(request.words, "consent-noted")))
    }
}

control! {
    /// **Delete what is stored**.
    pub(crate) struct Forget("privacy.consent.forget") { asked: Id }
}

impl Control for Forget {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor, words) = (request.services, &request.actor, request.own);
        consent::check(actor, &self.asked)?;
        let now = consent::of(services, actor).await?;
        if matches!(now.said, consent::Said::Accepted { .. }) {
            // They have accepted again since this was offered: it is not what they would lose now.
            return Ok(shown(words, &now, &actor.user_id));
        }
        let count = consent::forget(services, actor).await?;
        let consent = consent::of(services, actor).await?;
        let mut shown = shown(words, &consent, &actor.user_id);
        shown.content = say!(words, "consent-is-forgotten", count = count);
        Ok(shown)
    }
}

control! {
    /// The button below an answer of which nothing is kept: what holds for whoever presses.
    pub(crate) struct About("privacy.consent.about") {}
}

impl Control for About {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let consent = consent::of(request.services, &request.actor).await?;
        Ok(shown(request.own, &consent, &request.actor.user_id))
    }
}

/// The button that leads to it.
pub(crate) fn about(words: Words) -> CreateButton {
    let label = say!(words, "consent-about");
    About {}.button(&label, ButtonStyle::Secondary)
}

/// The notice, when it is time to put it before the actor; `openly` where others see it. What fails
/// here is logged: they have their answer, and are asked another time.
pub(crate) async fn notice(
    services: &Services,
    actor: &Actor,
    words: Words,
    openly: bool,
) -> Option<Answer> {
    let due = async {
        if consent::is_due(services, actor).await? {
            Ok(Some(consent::of(services, actor).await?))
        } else {
            Ok::<_, slimy_domain::Error>(None)
        }
    };
    let due = due.await.inspect_err(|error| {
        tracing::warn!(error = chain(error), "the notice about chats is not shown");
    });
    let consent = due.ok().flatten()?;
    Some(asking(words, &consent, &actor.user_id, openly))
}

/// What holds for somebody, and what they can do about it.
fn shown(words: Words, consent: &Consent, asked: &Id) -> Answer {
    let (holds, colour) = match consent.said {
        Said::Nothing => (say!(words, "consent-is-unasked"), CARE),
        Said::Accepted { at } => (say!(words, "consent-is-accepted", day = day(at)), GOOD),
        Said::Declined { at } => (say!(words, "consent-is-declined", day = day(at)), CARE),
    };
    let is_accepted = matches!(consent.said, Said::Accepted { .. });
    let mut lines = vec![holds];
    if !is_accepted {
        lines.push(say!(words, "consent-without"));
    }
    if !is_accepted && consent.has_kept {
        lines.push(say!(words, "consent-still-kept"));
    }
    let embed = card(&say!(words, "consent-title")).description(lines.join("\n"));
    let mut buttons = Vec::new();
    if !is_accepted {
        buttons.push(decide(words, asked, true, false));
    }
    if !matches!(consent.said, Said::Declined { .. }) {
        buttons.push(decide(words, asked, false, false));
    }
    if !is_accepted && consent.has_kept {
        let forget = Forget {
            asked: asked.clone(),
        };
        let label = say!(words, "consent-forget");
        buttons.push(forget.button(&label, ButtonStyle::Danger));
    }
    Answer::from(explained(words, embed.colour(colour), consent))
        .row(CreateActionRow::Buttons(buttons))
}

/// The notice with its buttons.
fn asking(words: Words, consent: &Consent, asked: &Id, openly: bool) -> Answer {
    let said = [
        say!(words, "consent-notice"),
        say!(words, "consent-without"),
    ];
    let embed = card(&say!(words, "consent-notice-title")).description(said.join("\n"));
    let buttons = [true, false].map(|accepts| decide(words, asked, accepts, openly));
    Answer::from(explained(words, embed, consent)).row(CreateActionRow::Buttons(buttons.into()))
}

/// The embed with what is kept, where it goes, how long, and whose it is.
fn explained(words: Words, embed: CreateEmbed, consent: &Consent) -> CreateEmbed {
    let models = shorten(&consent.models.join(", "), MODELS);
    let models = plain(if models.is_empty() { "–" } else { &models });
    let parts = [
        (
            say!(words, "consent-what"),
            say!(words, "consent-what-it-is"),
        ),
        (
            say!(words, "consent-where"),
            say!(words, "consent-where-it-goes", model = models),
        ),
        (
            say!(words, "consent-how-long"),
            say!(words, "consent-how-long-it-is"),
        ),
        (
            say!(words, "consent-rights"),
            say!(words, "consent-rights-are"),
        ),
    ];
    embed.fields(parts.map(|(name, said)| field(&name, &said, false)))
}

fn decide(words: Words, asked: &Id, accepts: bool, openly: bool) -> CreateButton {
    let control = Decide {
        asked: asked.clone(),
        wording: consent::NOTICE,
        accepts,
        openly,
    };
    if accepts {
        control.button(&say!(words, "consent-accept"), ButtonStyle::Success)
    } else {
        control.button(&say!(words, "consent-decline"), ButtonStyle::Secondary)
    }
}

/// The day as Discord shows it to each reader.
fn day(at: Timestamp) -> String {
    format!("<t:{}:D>", at.seconds())
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn consent(said: Said, has_kept: bool) -> Consent {
        Consent {
            said,
            has_kept,
            models: vec!["gpt-5-mini".to_owned(), "small_@everyone".to_owned()],
        }
    }

    fn all(words: Words) -> Vec<Answer> {
        let asked = Id::from("cmwrt8afl00067d2zeeb71pqc");
        let at = Timestamp::from_micros(1_795_500_000_000_000).unwrap();
        let holds = |said, has_kept| shown(words, &consent(said, has_kept), &asked);
        vec![
            asking(words, &consent(Said::Nothing, false), &asked, true),
            holds(Said::Nothing, false),
            holds(Said::Nothing, true),
            holds(Said::Accepted { at }, true),
            holds(Said::Declined { at }, true),
            holds(Said::Declined { at }, false),
        ]
    }

    #[test]
    fn the_notice_and_what_holds_say_all_that_is_promised() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }

    #[test]
    fn discord_takes_them_in_every_language() {
        for language in Language::ALL {
            for answer in all(Words::of(language)) {
                assert_eq!(fault(&answer), None, "{}", language.code());
            }
        }
    }
}
