//! `/guild-data delete`: says what would go, what would stay and why, and asks for the server's name.

use slimy_domain::privacy::{
    Fate, Gone,
    guild::{self, Stored},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Filled},
    modal::Modal,
    privacy::{
        confirm::{self, Typed},
        of_fate,
    },
    text::name,
};

/// Units of a server's name: what Discord takes.
const NAME: usize = 100;

/// Delete all that is stored of this server; asks once more
#[poise::command(slash_command, guild_only)]
pub(super) async fn delete(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let stored = guild::show(request.services, &request.actor).await?;
        request.write(question(request.own, &stored)).await
    })
    .await
}

control! {
    /// **Delete everything** under the question: asks for the name.
    pub(crate) struct AskName("guild-data.delete.ask") {}
}

impl Control for AskName {
    type Input = ();
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Modal, Error> {
        let name = guild::name(request.services, &request.actor).await?;
        Ok(modal(request.own, &name))
    }
}

control! {
    /// The name.
    pub(crate) struct Submit("guild-data.delete.submit") {}
}

impl Control for Submit {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let typed = filled.text("name")?;
        let gone = guild::delete(request.services, &request.actor, typed).await?;
        Ok(answer(request.own, &gone))
    }
}

fn question(words: Words, stored: &Stored) -> Answer {
    let said = format!(
        "{}\n\n{}\n{}\n{}\n{}\n{}\n\n{}",
        name(&stored.name, NAME),
        say!(words, "privacy-delete-goes"),
        of_fate(words, &stored.held, &[Fate::Goes]),
        say!(words, "guild-data-delete-stays"),
        of_fate(words, &stored.held, &[Fate::Freed, Fate::Stays]),
        say!(words, "guild-data-delete-why"),
        say!(words, "guild-data-delete-hint"),
    );
    let title = say!(words, "guild-data-delete-title");
    confirm::question(words, &title, &said, &AskName {})
}

fn modal(words: Words, name: &str) -> Modal {
    let label = say!(words, "guild-data-delete-input");
    let title = say!(words, "guild-data-delete-modal");
    let typed = Typed {
        name: "name",
        label: &label,
        asked: name,
        most: 200,
    };
    confirm::modal(&Submit {}, &title, &typed)
}

fn answer(words: Words, gone: &Gone) -> Answer {
    confirm::outcome(words, &say!(words, "guild-data-delete-done"), gone)
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::{limits::fault, privacy::much};

    #[test]
    fn a_servers_question_and_its_outcome_are_told_in_every_language() {
        let stored = Stored {
            name: "Slimy **Club** <@1>".to_owned(),
            held: much(),
        };
        let gone = confirm::much_gone();
        let answers = Language::ALL.map(|language| {
            let words = Words::of(language);
            let answers = [question(words, &stored), answer(words, &gone)];
            assert!(answers.iter().all(|answer| fault(answer).is_none()));
            answers
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }

    #[test]
    fn the_name_is_asked_for_in_every_language_and_nothing_of_it_is_cut() {
        for language in Language::ALL {
            let words = Words::of(language);
            let name = "\u{1F40C}".repeat(NAME);
            let (title, label) = (
                say!(words, "guild-data-delete-modal"),
                say!(words, "guild-data-delete-input"),
            );
            confirm::assert_whole(&modal(words, &name), &title, &label);
        }
    }
}
