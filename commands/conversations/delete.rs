//! `/conversations delete`: asks once, then deletes.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id, UserError,
    chat::keeping::{self, Deleted, Fault, Kept},
};
use slimy_words::{Words, say};

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
            .write(question(request.words, &found, forever.unwrap_or(false)))
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
        Ok(question(request.words, &found, false))
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
        Ok(answer(request.words, &deleted))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        let words = request.words;
        let is_gone = *error == UserError::Keeping(Fault::NotFound);
        is_gone.then(|| {
            card(&say!(words, "conversations-deleted"))
                .description(say!(words, "conversations-deleted-before"))
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

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(request.words, self.id))
    }
}

fn kept(words: Words, id: Id) -> Answer {
    let open = say!(words, "conversations-open");
    let open = ShowConversation { id }.button(&open, ButtonStyle::Secondary);
    let embed = card(&say!(words, "conversations-kept"));
    Answer::from(embed.description(say!(words, "conversations-kept-all")))
        .row(CreateActionRow::Buttons(vec![open]))
}

/// With `forever` only that is offered.
fn question(words: Words, kept: &Kept, forever: bool) -> Answer {
    let title = title(words, kept.title.as_deref());
    let soft = (!forever).then(|| say!(words, "conversations-delete-soft"));
    let hard = say!(words, "conversations-delete-hard");
    let lines = [title, about(words, kept), String::new()];
    let lines: Vec<String> = lines.into_iter().chain(soft).chain([hard]).collect();
    let confirm = |forever| ConfirmDelete {
        id: kept.id.clone(),
        forever,
    };
    let mut buttons = Vec::new();
    if !forever {
        let delete = say!(words, "conversations-delete");
        buttons.push(confirm(false).button(&delete, ButtonStyle::Danger));
    }
    let keep = KeepConversation {
        id: kept.id.clone(),
    };
    let forever = say!(words, "conversations-delete-forever");
    buttons.extend([
        confirm(true).button(&forever, ButtonStyle::Danger),
        keep.button(&say!(words, "conversations-keep"), ButtonStyle::Secondary),
    ]);
    let embed = card(&say!(words, "conversations-delete-title")).description(lines.join("\n"));
    Answer::from(embed.colour(CARE)).row(CreateActionRow::Buttons(buttons))
}

fn answer(words: Words, deleted: &Deleted) -> Answer {
    let title = title(words, deleted.title.as_deref());
    let said = if let Some(until) = deleted.kept_until {
        let when = format!("<t:{}:D>", until.seconds());
        say!(
            words,
            "conversations-deleted-until",
            title = title,
            when = when
        )
    } else {
        say!(words, "conversations-deleted-forever", title = title)
    };
    let all = say!(words, "conversations-all");
    let all = AllConversations {}.button(&all, ButtonStyle::Secondary);
    let embed = card(&say!(words, "conversations-deleted"));
    Answer::from(embed.description(said).colour(GOOD)).row(CreateActionRow::Buttons(vec![all]))
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    #[test]
    fn the_question_names_what_would_be_deleted_and_says_for_how_long() {
        let [here, elsewhere, untitled] = fixture::three();
        let questions = |language| {
            let words = Words::of(language);
            let questions = [
                question(words, &here, false),
                question(words, &elsewhere, true),
                question(words, &untitled, false),
            ];
            assert!(questions.iter().all(|question| fault(question).is_none()));
            serde_json::to_string_pretty(&questions).unwrap()
        };
        insta::assert_snapshot!(questions(Language::En));
        for language in Language::ALL {
            insta::assert_snapshot!(format!("in_{}", language.code()), questions(language));
        }
    }

    #[test]
    fn the_answer_says_when_it_is_gone_for_good() {
        let answers = |language| {
            let words = Words::of(language);
            let answers = [Some(fixture::at(0)), None].map(|kept_until| {
                let deleted = Deleted {
                    title: Some("*Snails*".to_owned()),
                    kept_until,
                };
                answer(words, &deleted)
            });
            let answers = [&answers[0], &answers[1], &kept(words, "c1".into())];
            assert!(answers.iter().all(|answer| fault(answer).is_none()));
            serde_json::to_string_pretty(&answers).unwrap()
        };
        for language in Language::ALL {
            answers(language);
        }
        insta::assert_snapshot!(answers(Language::En));
    }
}
