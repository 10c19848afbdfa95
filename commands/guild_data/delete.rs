//! `/guild-data delete`: says what would go, what would stay and why, and asks for the server's name.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::privacy::{
    Fate, Gone,
    guild::{self, Stored},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Filled, Press as _},
    embed::{CARE, GOOD, body, card},
    modal::{Modal, TextInput},
    privacy::{Keep, list, of_fate},
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
    let embed = card(&say!(words, "guild-data-delete-title")).description(body(&said));
    Answer::from(embed.colour(CARE)).row(CreateActionRow::Buttons(vec![
        AskName {}.button(&say!(words, "privacy-delete-button"), ButtonStyle::Danger),
        Keep {}.button(&say!(words, "privacy-delete-keep"), ButtonStyle::Secondary),
    ]))
}

fn modal(words: Words, name: &str) -> Modal {
    let label = say!(words, "guild-data-delete-input");
    let input = TextInput::line("name", &label).placeholder(name);
    let title = say!(words, "guild-data-delete-modal");
    Modal::of(&Submit {}, &title).input(input.length(1, 200))
}

fn answer(words: Words, gone: &Gone) -> Answer {
    let said = say!(words, "guild-data-delete-done");
    let rows = list(words, gone.rows.iter().copied());
    let title = say!(words, "privacy-delete-done-title");
    let embed = card(&title).description(body(&format!("{said}\n{rows}")));
    embed.colour(GOOD).into()
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::{
        limits::{INPUT_LABEL, MODAL_TITLE, fault, modal_fault},
        privacy::much,
    };

    #[test]
    fn a_servers_question_and_its_outcome_are_told_in_every_language() {
        let stored = Stored {
            name: "Slimy **Club** <@1>".to_owned(),
            held: much(),
        };
        let gone = Gone {
            discord_id: None,
            rows: much().iter().map(|one| (one.holding, one.rows)).collect(),
        };
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
            assert_eq!(modal_fault(&modal(words, &name)), None);
            let title = say!(words, "guild-data-delete-modal");
            assert!(title.encode_utf16().count() <= MODAL_TITLE, "{title}");
            let label = say!(words, "guild-data-delete-input");
            assert!(label.encode_utf16().count() <= INPUT_LABEL, "{label}");
        }
    }
}
