//! `/privacy delete`: says what would go, what would stay and why, and asks for a word.

use std::{fmt::Write as _, sync::Arc};

use poise::serenity_prelude::{CreateMessage, Http, UserId};
use slimy_domain::privacy::{self, Fate, Gone, Held};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Filled, Later},
    embed::card,
    error::Refusal,
    modal::Modal,
    reply::{Place, Visibility},
};

use super::{
    confirm::{self, Typed},
    of_fate,
};

/// Delete all that is stored about you; asks once more
#[poise::command(slash_command)]
pub(super) async fn delete(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let held = privacy::show(request.services, &request.actor).await?;
        request.write(question(request.own, &held)).await
    })
    .await
}

control! {
    /// **Delete everything** under the question: asks for the word.
    pub(crate) struct AskWord("privacy.delete.ask") {}
}

impl Control for AskWord {
    type Input = ();
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Modal, Error> {
        Ok(modal(request.own))
    }
}

control! {
    /// The word.
    pub(crate) struct Submit("privacy.delete.submit") {}
}

impl Control for Submit {
    type Input = Filled;
    type Outcome = Later;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Later, Error> {
        let (services, actor, words) = (request.services, &request.actor, request.own);
        let word = say!(words, "privacy-delete-word");
        let gone = privacy::delete(services, actor, filled.text("word")?, &word).await?;
        let stand = request.stand(Visibility::Private);
        let http = request.http();
        Ok(Box::pin(async move {
            let told = answer(words, &gone);
            let place = Place::original(None);
            // It may have taken longer than the interaction lives.
            if stand.put(place, told.clone()).await.is_err()
                && stand.put(place, told.clone()).await.is_err()
            {
                tell_directly(&http, &gone, told).await;
            }
        }))
    }
}

control! {
    /// **Keep** under the question.
    pub(crate) struct Keep("privacy.delete.keep") {}
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(request.own))
    }
}

/// Tells somebody in a direct message, who is nobody to us any more.
async fn tell_directly(http: &Arc<Http>, gone: &Gone, answer: Answer) {
    let Some(id) = gone.discord_id.as_ref().and_then(|id| id.parse().ok()) else {
        return;
    };
    let message = CreateMessage::new().embeds(answer.embeds);
    if let Err(error) = UserId::new(id).direct_message(http, message).await {
        let error = Refusal::from(&error);
        tracing::warn!(%error, "somebody could not be told that their data is deleted");
    }
}

/// That nothing was deleted.
pub(crate) fn kept(words: Words) -> Answer {
    let said = say!(words, "privacy-delete-kept");
    let title = say!(words, "privacy-delete-kept-title");
    card(&title).description(said).into()
}

fn question(words: Words, held: &[Held]) -> Answer {
    let mut said = format!(
        "{}\n{}",
        say!(words, "privacy-delete-goes"),
        of_fate(words, held, &[Fate::Goes])
    );
    let freed = of_fate(words, held, &[Fate::Freed, Fate::Stays]);
    if !freed.is_empty() {
        let stays = say!(words, "privacy-delete-freed");
        let _ = write!(said, "\n{stays}\n{freed}");
    }
    let why = say!(words, "privacy-delete-why");
    let hint = say!(words, "privacy-delete-hint");
    let _ = write!(said, "\n{why}\n\n{hint}");
    let title = say!(words, "privacy-delete-title");
    confirm::question(words, &title, &said, &AskWord {})
}

fn modal(words: Words) -> Modal {
    let word = say!(words, "privacy-delete-word");
    let label = say!(words, "privacy-delete-input", word = word.as_str());
    let title = say!(words, "privacy-delete-modal");
    let typed = Typed {
        name: "word",
        label: &label,
        asked: &word,
        most: 100,
    };
    confirm::modal(&Submit {}, &title, &typed)
}

fn answer(words: Words, gone: &Gone) -> Answer {
    confirm::outcome(words, &say!(words, "privacy-delete-done"), gone)
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::kinds::much, *};
    use crate::limits::fault;

    #[test]
    fn the_question_says_what_goes_what_stays_and_why_in_every_language() {
        let answers = Language::ALL.map(|language| {
            let answer = question(Words::of(language), &much());
            assert_eq!(fault(&answer), None);
            answer
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }

    #[test]
    fn the_outcome_is_told_in_every_language() {
        let gone = confirm::much_gone();
        let answers = Language::ALL.map(|language| {
            let words = Words::of(language);
            let answers = [answer(words, &gone), kept(words)];
            assert!(answers.iter().all(|answer| fault(answer).is_none()));
            answers
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }

    #[test]
    fn the_word_is_asked_for_in_every_language_and_nothing_of_it_is_cut() {
        for language in Language::ALL {
            let words = Words::of(language);
            let modal = modal(words);
            let word = say!(words, "privacy-delete-word");
            assert_eq!(modal.inputs[0].placeholder, word);
            let label = say!(words, "privacy-delete-input", word = word.as_str());
            assert!(label.contains(&word), "{label}");
            confirm::assert_whole(&modal, &say!(words, "privacy-delete-modal"), &label);
        }
    }
}
