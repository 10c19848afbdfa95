//! A stored answer as people look at it, and where it stands in Discord.

use std::{sync::Arc, time::Duration};

use slimy_llm::FailureKind;
use slimy_store::{
    Id,
    chat::{self as store, Conversation, Message, MessageStatus, NewPost},
    users,
};
use tokio::sync::watch;

use super::{
    Draft, End, Fault, Scope, Span, State,
    access::{pressable, refused},
    attach::QUOTED,
};
use crate::{Error, Services, rights::Actor};

/// A stored answer with all that is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// `chat_messages.id`.
    pub answer: Id,
    /// `chat_messages.id` of its question.
    pub question: Id,
    /// `chat_conversations.id`.
    pub conversation: Id,
    /// The guild where it is held; none of direct messages.
    pub guild_id: Option<Id>,
    /// Discord's id of the person whose conversation it is.
    pub asker_discord_id: String,
    /// What the conversation is called.
    pub title: Option<String>,
    /// Whether it must not be shown where others read.
    pub private: bool,
    /// The answer as it is.
    pub draft: Draft,
    /// Which of the answers to its question it is, from 0.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// The answer before it.
    pub previous: Option<Id>,
    /// The answer after it.
    pub next: Option<Id>,
    /// Where it stands in Discord, part by part.
    pub posts: Vec<Posted>,
    /// Whose message it is about, as they call themselves, where nothing else in Discord shows
    /// that: the question quotes one and is no message itself.
    pub about: Option<String>,
}

/// A message of Discord's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Discord's id of the channel.
    pub channel_id: String,
    /// Discord's id of the message.
    pub discord_message_id: String,
}

/// The answer `answer`, for somebody who may press the buttons below it.
pub async fn shown(services: &Services, actor: &Actor, answer: &Id) -> Result<View, Error> {
    let (message, conversation) = pressable(services, actor, answer).await?;
    view(services, message, conversation).await
}

/// The draft of an answer that is on its way in this process.
pub fn watch(services: &Services, answer: &Id) -> Option<watch::Receiver<Draft>> {
    services.chat.as_ref()?.running.watch(answer)
}

/// Whether a message of Discord's is a question or an answer that is known here.
pub async fn is_known(services: &Services, discord_message_id: &str) -> Result<bool, Error> {
    let found = store::find_by_post(&services.db, discord_message_id).await?;
    Ok(found.is_some())
}

/// Writes down where an answer stands in Discord: all of it, part by part. What it no longer takes
/// is forgotten. Not for what only one person sees: nobody can reply to that.
pub async fn posted(services: &Services, answer: &Id, posts: &[Posted]) -> Result<(), Error> {
    let now = services.now();
    let mut tx = services.db.begin().await?;
    for old in store::posts(&mut tx, answer).await? {
        let stays = posts
            .iter()
            .any(|post| post.discord_message_id == old.discord_message_id);
        if !stays {
            store::remove_post(&mut tx, &old.discord_message_id).await?;
        }
    }
    for (part, post) in (0_i64..).zip(posts) {
        let post = NewPost {
            discord_message_id: post.discord_message_id.clone(),
            message_id: answer.clone(),
            channel_id: post.channel_id.clone(),
            part,
        };
        store::record_post(&mut tx, &post, now).await?;
    }
    Ok(tx.commit().await?)
}

/// An answer as it is now.
pub(super) async fn view(
    services: &Services,
    message: Message,
    conversation: Conversation,
) -> Result<View, Error> {
    let db = &services.db;
    let question = message.parent_id.clone();
    let question = question.ok_or_else(|| refused(Fault::Gone))?;
    let all = store::alternatives(db, &message.id).await?;
    let index = all.iter().position(|one| one.id == message.id).unwrap_or(0);
    let neighbour = |at: Option<usize>| Some(all.get(at?)?.id.clone());
    let (previous, next) = (
        neighbour(index.checked_sub(1)),
        neighbour(index.checked_add(1)),
    );
    let count = all.len().max(1);
    let posts = store::posts(db, &message.id).await?;
    let about = about(services, &message, &question, &conversation.user_id).await?;
    let asker = users::find(db, &conversation.user_id).await?;
    let draft = watch(services, &message.id).map(|draft| draft.borrow().clone());
    Ok(View {
        answer: message.id.clone(),
        question,
        conversation: conversation.id,
        guild_id: conversation.guild_id,
        asker_discord_id: asker.map(|asker| asker.discord_id).unwrap_or_default(),
        title: conversation.title,
        private: conversation.private,
        draft: draft.unwrap_or_else(|| stored(services, message, (index, count))),
        index,
        count,
        previous,
        next,
        posts: posts
            .into_iter()
            .map(|post| Posted {
                channel_id: post.channel_id,
                discord_message_id: post.discord_message_id,
            })
            .collect(),
        about,
    })
}

/// The author of what the question quotes, when the question is no message of Discord's.
async fn about(
    services: &Services,
    answer: &Message,
    question: &Id,
    owner: &Id,
) -> Result<Option<String>, Error> {
    let db = &services.db;
    // The question stands right before its answers.
    let at = answer.position - 1;
    let files = store::attachments(db, &answer.conversation_id, owner, at, at).await?;
    let mut files = files.into_iter();
    let quoted = files.find(|one| one.message_id == *question && one.content_type == QUOTED);
    let Some(quoted) = quoted else {
        return Ok(None);
    };
    let posts = store::posts(db, question).await?;
    Ok(posts.is_empty().then_some(quoted.file_name))
}

/// The draft of an answer that no task of this process is at.
fn stored(services: &Services, message: Message, alternative: (usize, usize)) -> Draft {
    let text = Arc::from(message.content.as_str());
    if message.status == MessageStatus::Streaming {
        return Draft {
            text,
            state: State::Writing,
        };
    }
    let setup = services.chat.as_ref().map(|chat| &chat.setup);
    let model = message.model.unwrap_or_default();
    let prompt_tokens = message.prompt_tokens.unwrap_or(0);
    let completion_tokens = message.completion_tokens.unwrap_or(0);
    let cost = setup.and_then(|setup| {
        let prices = &setup.prices;
        prices.cost(&model, prompt_tokens, completion_tokens)
    });
    let is_second = setup.is_some_and(|setup| {
        let second = setup.second.as_ref();
        model != setup.first.model && second.is_some_and(|second| second.model == model)
    });
    let unsigned = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
    let end = End {
        status: message.status,
        fault: message.error_kind.as_deref().and_then(fault),
        is_fallback: is_second,
        is_cut: message.finish_reason.as_deref() == Some("length"),
        model,
        prompt_tokens,
        completion_tokens,
        cost_micros: cost.unwrap_or(0),
        left_out: unsigned(message.left_out)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(0),
        tools: Vec::new(),
        duration: Duration::from_millis(unsigned(message.duration_ms).unwrap_or(0)),
        alternative,
    };
    Draft {
        text,
        state: State::Ended(Arc::new(end)),
    }
}

/// The fault of this stable name, of those that an answer can end with.
fn fault(kind: &str) -> Option<Fault> {
    const KINDS: [FailureKind; 11] = [
        FailureKind::KeyRefused,
        FailureKind::OutOfQuota,
        FailureKind::LimitReached,
        FailureKind::Overloaded,
        FailureKind::Timeout,
        FailureKind::Unreachable,
        FailureKind::RefusedContent,
        FailureKind::TooLong,
        FailureKind::WrongSetting,
        FailureKind::CutOff,
        FailureKind::Nonsense,
    ];
    let spent = [Scope::Person, Scope::Guild, Scope::Host]
        .into_iter()
        .flat_map(|scope| {
            [Span::Day, Span::Month]
                .into_iter()
                .map(move |span| Fault::BudgetSpent { scope, span })
        });
    let mut all = KINDS
        .into_iter()
        .map(Fault::Model)
        .chain(spent)
        .chain([Fault::TooLong, Fault::Gone]);
    all.find(|fault| fault.kind() == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_that_is_read_back_has_its_sentence() {
        for one in [
            Fault::Model(FailureKind::CutOff),
            Fault::BudgetSpent {
                scope: Scope::Guild,
                span: Span::Month,
            },
            Fault::TooLong,
        ] {
            assert_eq!(fault(one.kind()), Some(one));
        }
        assert_eq!(fault("of_another_release"), None);
    }
}
