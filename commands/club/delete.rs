//! `/club delete`: asks once, then deletes.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{self, Changeable, MAX_TITLE},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
    text::{name, plain},
};

use super::show::complete;

/// Delete a saved analysis; asks once more
#[poise::command(slash_command, guild_only)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "Which analysis"]
    #[autocomplete = "complete"]
    analysis: String,
) -> Result<(), Error> {
    let id = Id::from(analysis);
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let analysis = club::changeable(request.services, &request.actor, &id).await?;
        let words = request.words;
        request.write(question(words, &analysis)).await
    })
    .await
}

control! {
    /// **Delete** under the question about the analysis with this id.
    pub(crate) struct Confirm("club.delete.confirm") { id: Id }
}

impl Control for Confirm {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let deleted = club::delete(request.services, &request.actor, &self.id).await?;
        Ok(deleted_answer(request.words, &deleted))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        let is_gone = *error == UserError::AnalysisNotFound;
        is_gone.then(|| gone(request.words))
    }
}

control! {
    /// **Keep** under the question.
    pub(crate) struct Keep("club.delete.keep") {}
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(request.words))
    }
}

fn deleted_answer(words: Words, deleted: &Changeable) -> Answer {
    let title = name(&deleted.title, MAX_TITLE);
    let said = say!(words, "club-deleted-title", title = title);
    let embed = card(&say!(words, "club-deleted")).description(said);
    embed.colour(GOOD).into()
}

fn gone(words: Words) -> Answer {
    let said = say!(words, "club-deleted-before");
    card(&say!(words, "club-deleted")).description(said).into()
}

fn kept(words: Words) -> Answer {
    let said = say!(words, "club-kept-all");
    card(&say!(words, "club-kept")).description(said).into()
}

fn question(words: Words, analysis: &Changeable) -> Answer {
    let title = name(&analysis.title, MAX_TITLE);
    let summary = plain(&analysis.summary);
    let said = format!(
        "{title}\n{summary}\n\n{}",
        say!(words, "club-delete-question")
    );
    let confirm = Confirm {
        id: analysis.id.clone(),
    };
    let embed = card(&say!(words, "club-delete-title"));
    Answer::from(embed.description(said).colour(CARE)).row(CreateActionRow::Buttons(vec![
        confirm.button(&say!(words, "club-delete"), ButtonStyle::Danger),
        Keep {}.button(&say!(words, "club-keep"), ButtonStyle::Secondary),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault;

    #[test]
    fn the_question_names_what_would_be_deleted() {
        let question = question(
            Words::ENGLISH,
            &Changeable {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                title: "Week 47".to_owned(),
                summary: "55 members, 298.3 M sim power.".to_owned(),
            },
        );
        assert_eq!(fault(&question), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&question).unwrap());
    }

    #[test]
    fn what_became_of_it_is_said() {
        let deleted = deleted_answer(
            Words::ENGLISH,
            &Changeable {
                id: "cmwrt8afl00067d2zeeb71pqc".into(),
                title: "Week *47*".to_owned(),
                summary: String::new(),
            },
        );
        let all = [deleted, gone(Words::ENGLISH), kept(Words::ENGLISH)];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
