//! `/conversations delete`: asks once, then deletes.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    chat::keeping::{self, Deleted, Fault, Kept},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once_quietly},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
};

use super::{
    list::AllConversations,
    open::ShowConversation,
    typing::complete,
    words::{about, title},
};

/// Delete a conversation; asks once more
#[poise::command(slash_command)]
pub(super) async fn delete(
    ctx: Context<'_>,
    #[description = "Which conversation"]
    #[autocomplete = "complete"]
    conversation: String,
    #[description = "Gone at once, not only after 30 days (default: False)"] forever: Option<bool>,
) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let id = Id::from(conversation);
        let found = keeping::find(request.services, &request.actor, Some(&id)).await?;
        request
            .write(question(&found, forever.unwrap_or(false)))
            .await
    })
    .await
}

control! {
    /// **Delete** under an open conversation: the question.
    pub(crate) struct AskDelete("conversations.delete.ask") { id: Id }
}

impl Control for AskDelete {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let found = keeping::find(request.services, &request.actor, Some(&self.id)).await?;
        Ok(question(&found, false))
    }
}

control! {
    /// **Delete** and **Delete forever** under the question.
    pub(crate) struct ConfirmDelete("conversations.delete.confirm") { id: Id, forever: bool }
}

impl Control for ConfirmDelete {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let deleted = keeping::delete(services, actor, &self.id, self.forever).await?;
        Ok(answer(&deleted))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        let is_gone = *error == UserError::Keeping(Fault::NotFound);
        is_gone.then(|| {
            card("Deleted")
                .description("It is not there any more.")
                .into()
        })
    }
}

control! {
    /// **Keep** under the question.
    pub(crate) struct KeepConversation("conversations.delete.keep") { id: Id }
}

impl Control for KeepConversation {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(self.id))
    }
}

fn kept(id: Id) -> Answer {
    let open = ShowConversation { id }.button("Open", ButtonStyle::Secondary);
    Answer::from(card("Kept").description("Nothing was deleted."))
        .row(CreateActionRow::Buttons(vec![open]))
}

/// With `forever` only that is offered.
fn question(kept: &Kept, forever: bool) -> Answer {
    let what = format!("{}\n{}", title(kept.title.as_deref()), about(kept));
    let soft = "**Delete** takes it out of everything you see here, and after 30 days it is gone for good.\n";
    let hard = "**Delete forever** takes it away now, with its files.";
    let soft = if forever { "" } else { soft };
    let said = format!("{what}\n\n{soft}{hard} Nobody can bring it back.");
    let confirm = |forever| ConfirmDelete {
        id: kept.id.clone(),
        forever,
    };
    let mut buttons = Vec::new();
    if !forever {
        buttons.push(confirm(false).button("Delete", ButtonStyle::Danger));
    }
    let keep = KeepConversation {
        id: kept.id.clone(),
    };
    buttons.extend([
        confirm(true).button("Delete forever", ButtonStyle::Danger),
        keep.button("Keep", ButtonStyle::Secondary),
    ]);
    let embed = card("Delete this conversation?").description(said);
    Answer::from(embed.colour(CARE)).row(CreateActionRow::Buttons(buttons))
}

fn answer(deleted: &Deleted) -> Answer {
    let title = title(deleted.title.as_deref());
    let said = match deleted.kept_until {
        Some(until) => format!(
            "{title} is in no list and no search any more, and gone for good on <t:{}:D>.",
            until.seconds()
        ),
        None => format!("{title} is gone for good, with all that was said and attached."),
    };
    let all = AllConversations {}.button("All conversations", ButtonStyle::Secondary);
    Answer::from(card("Deleted").description(said).colour(GOOD))
        .row(CreateActionRow::Buttons(vec![all]))
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, *};
    use crate::limits::fault;

    #[test]
    fn the_question_names_what_would_be_deleted_and_says_for_how_long() {
        let [here, elsewhere, untitled] = fixture::three();
        let questions = [
            question(&here, false),
            question(&elsewhere, true),
            question(&untitled, false),
        ];
        assert!(questions.iter().all(|question| fault(question).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&questions).unwrap());
    }

    #[test]
    fn the_answer_says_when_it_is_gone_for_good() {
        let answers = [Some(fixture::at(0)), None].map(|kept_until| {
            answer(&Deleted {
                title: Some("*Snails*".to_owned()),
                kept_until,
            })
        });
        let answers = [&answers[0], &answers[1], &kept("c1".into())];
        assert!(answers.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&answers).unwrap());
    }
}
