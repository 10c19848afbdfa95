//! `/conversations rename`: another title, typed at once or into a modal.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    chat::keeping::{self, Kept, MAX_TITLE, Renamed},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly, modal_at_once},
    component::{Control, Filled, Press as _},
    embed::{GOOD, card},
    modal::{Modal, TextInput},
    text::name,
};

use super::{open::ShowConversation, typing::complete, words::title as titled};

/// The modal's only input.
const TITLE: &str = "title";

/// Give a conversation another title
#[poise::command(slash_command)]
pub(super) async fn rename(
    ctx: Context<'_>,
    #[description = "Which conversation"]
    #[autocomplete = "complete"]
    conversation: String,
    #[description = "The new title (default: asks for it)"]
    #[max_length = 100]
    title: Option<String>,
) -> Result<(), Error> {
    let id = Id::from(conversation);
    if let Some(title) = title {
        return at_once_quietly(ctx, async {
            let request = Request::begin_quietly(ctx).await?;
            let renamed = keeping::rename(request.services, &request.actor, &id, &title).await?;
            request.write(answer(request.words, &renamed)).await
        })
        .await;
    }
    modal_at_once(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let found = keeping::find(request.services, &request.actor, Some(&id)).await?;
        let modal = modal(request.words, &found);
        Ok(request.opening(modal))
    })
    .await
}

control! {
    /// **Rename** under an open conversation.
    pub(crate) struct AskTitle("conversations.rename.ask") { id: Id }
}

impl Control for AskTitle {
    type Input = ();
    type Outcome = Modal;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Modal, Error> {
        let found = keeping::find(request.services, &request.actor, Some(&self.id)).await?;
        Ok(modal(request.words, &found))
    }
}

control! {
    /// The modal that asks for the title of the conversation with this id.
    pub(crate) struct SubmitTitle("conversations.rename.submit") { id: Id }
}

impl Control for SubmitTitle {
    type Input = Filled;
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let title = filled.text(TITLE)?;
        let renamed = keeping::rename(request.services, &request.actor, &self.id, title).await?;
        Ok(answer(request.words, &renamed))
    }
}

fn modal(words: Words, kept: &Kept) -> Modal {
    let form = SubmitTitle {
        id: kept.id.clone(),
    };
    let most = u16::try_from(MAX_TITLE).unwrap_or(u16::MAX);
    let title = TextInput::line(TITLE, &say!(words, "conversations-new-title"))
        .length(1, most)
        .value(kept.title.as_deref().unwrap_or_default());
    Modal::of(&form, &say!(words, "conversations-rename-title")).input(title)
}

fn answer(words: Words, renamed: &Renamed) -> Answer {
    let before = titled(words, renamed.before.as_deref());
    let after = name(&renamed.after, MAX_TITLE);
    let said = say!(
        words,
        "conversations-renamed-to",
        before = before,
        after = after
    );
    let embed = card(&say!(words, "conversations-renamed")).description(said);
    let show = ShowConversation {
        id: renamed.id.clone(),
    };
    let open = show.button(&say!(words, "conversations-open"), ButtonStyle::Secondary);
    Answer::from(embed.colour(GOOD)).row(CreateActionRow::Buttons(vec![open]))
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::{fault, modal_fault};

    #[test]
    fn the_modal_asks_for_the_title_with_the_old_one_filled_in() {
        let [here, _, untitled] = fixture::three();
        let modals = |language| {
            let modals = [&here, &untitled].map(|kept| {
                let modal = modal(Words::of(language), kept);
                assert_eq!(modal_fault(&modal), None);
                modal.into_discord()
            });
            serde_json::to_string_pretty(&modals).unwrap()
        };
        for language in Language::ALL {
            modals(language);
        }
        insta::assert_snapshot!(modals(Language::En));
    }

    #[test]
    fn both_titles_are_shown_and_neither_can_format() {
        let answers = [Some("*Snails*".to_owned()), None].map(|before| {
            let renamed = Renamed {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                before,
                after: "é".repeat(MAX_TITLE),
            };
            for language in Language::ALL {
                let answer = answer(Words::of(language), &renamed);
                assert_eq!(fault(&answer), None);
            }
            answer(Words::ENGLISH, &renamed)
        });
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }
}
