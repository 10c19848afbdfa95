//! `/club rename`: another title, typed at once or into a modal.

use slimy_domain::{
    Id,
    club::{self, Changeable, MAX_TITLE, Renamed},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, modal_at_once},
    component::{Begins, Control, Filled},
    embed::{GOOD, card},
    modal::{Modal, TextInput},
    text::name,
};

use super::show::complete;

/// The modal's only input.
const TITLE: &str = "title";

/// Give a saved analysis another title
#[poise::command(slash_command, guild_only)]
pub(super) async fn rename(
    ctx: Context<'_>,
    #[description = "Which analysis"]
    #[autocomplete = "complete"]
    analysis: String,
    #[description = "The new title (default: asks for it)"]
    #[max_length = 100]
    title: Option<String>,
) -> Result<(), Error> {
    let id = Id::from(analysis);
    if let Some(title) = title {
        return at_once(ctx, async {
            let request = Request::begin(ctx).await?;
            let renamed = club::rename(request.services, &request.actor, &id, &title).await?;
            let words = request.words;
            request.write(answer(words, &renamed)).await
        })
        .await;
    }
    modal_at_once(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let analysis = club::changeable(request.services, &request.actor, &id).await?;
        let modal = modal(request.own, &analysis);
        Ok(request.opening(modal))
    })
    .await
}

control! {
    /// The modal that asks for the title of the analysis with this id.
    pub(crate) struct Rename("club.rename.submit") { id: Id }
}

impl Control for Rename {
    type Input = Filled;
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Openly;

    async fn perform(self, request: &Request<'_>, filled: Filled) -> Result<Answer, Error> {
        let title = filled.text(TITLE)?;
        let renamed = club::rename(request.services, &request.actor, &self.id, title).await?;
        Ok(answer(request.words, &renamed))
    }
}

fn modal(words: Words, analysis: &Changeable) -> Modal {
    let form = Rename {
        id: analysis.id.clone(),
    };
    let most = u16::try_from(MAX_TITLE).unwrap_or(u16::MAX);
    let title = TextInput::line(TITLE, &say!(words, "club-rename-title"))
        .length(1, most)
        .value(&analysis.title);
    Modal::of(&form, &say!(words, "club-rename-modal")).input(title)
}

fn answer(words: Words, renamed: &Renamed) -> Answer {
    let (before, after) = (
        name(&renamed.before, MAX_TITLE),
        name(&renamed.after, MAX_TITLE),
    );
    let said = say!(words, "club-renamed-to", before = before, after = after);
    let embed = card(&say!(words, "club-renamed")).description(said);
    embed.colour(GOOD).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::{fault, modal_fault};

    #[test]
    fn the_modal_asks_for_the_title_with_the_old_one_filled_in() {
        let modal = modal(
            Words::ENGLISH,
            &Changeable {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                title: "Week 47".to_owned(),
                summary: String::new(),
            },
        );
        assert_eq!(modal_fault(&modal), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&modal.into_discord()).unwrap());
    }

    #[test]
    fn both_titles_are_shown_and_neither_can_format() {
        let answer = answer(
            Words::ENGLISH,
            &Renamed {
                before: "*Week* 47".to_owned(),
                after: "é".repeat(MAX_TITLE),
            },
        );
        assert_eq!(fault(&answer), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }
}
