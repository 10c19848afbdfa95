//! `/club delete`: asks once, then deletes.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    club::{self, Changeable, MAX_TITLE},
};

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
        request.write(question(&analysis)).await
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
        Ok(deleted_answer(&deleted))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        let is_gone = *error == UserError::AnalysisNotFound;
        is_gone.then(gone)
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

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept())
    }
}

fn deleted_answer(deleted: &Changeable) -> Answer {
    let title = name(&deleted.title, MAX_TITLE);
    let said = format!("{title} is in no list and no figure any more.");
    card("Deleted").description(said).colour(GOOD).into()
}

fn gone() -> Answer {
    card("Deleted").description("It was deleted before.").into()
}

fn kept() -> Answer {
    card("Kept").description("Nothing was deleted.").into()
}

fn question(analysis: &Changeable) -> Answer {
    let title = name(&analysis.title, MAX_TITLE);
    let summary = plain(&analysis.summary);
    let said =
        format!("{title}\n{summary}\n\nIts values go with it, and nobody can bring it back.");
    let confirm = Confirm {
        id: analysis.id.clone(),
    };
    let embed = card("Delete this analysis?").description(said).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        confirm.button("Delete", ButtonStyle::Danger),
        Keep {}.button("Keep", ButtonStyle::Secondary),
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault;

    #[test]
    fn the_question_names_what_would_be_deleted() {
        let question = question(&Changeable {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            title: "Week 47".to_owned(),
            summary: "55 members, 298.3 M sim power.".to_owned(),
        });
        assert_eq!(fault(&question), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&question).unwrap());
    }

    #[test]
    fn what_became_of_it_is_said() {
        let deleted = deleted_answer(&Changeable {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            title: "Week *47*".to_owned(),
            summary: String::new(),
        });
        let all = [deleted, gone(), kept()];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
