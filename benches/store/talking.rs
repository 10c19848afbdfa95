//! A conversation of ten thousand messages, opened and gone on with.

use std::time::Duration;

use bench_seed::{guild_id, user_id};
use slimy_store::{
    Clock, Db, Id, StoreError, SystemClock, Timestamp, batches,
    chat::{
        self, MessageStatus, NewConversation, NewMessage, Outcome,
        usage::{self, Budget, Limits, Reserve, Reserved, Spent},
    },
};

use crate::{
    measure::{PAGE, times},
    report::Report,
};

/// Messages of the conversation.
const MESSAGES: usize = 10_000;

/// How long opening it may take, and going on with it.
const BAR: Duration = Duration::from_millis(50);

/// How many messages a model is shown: four pages of them.
const SHOWN: usize = 4 * PAGE;

/// About as long as people and models write.
const WORDS: &str = "The club's power rose by four percent, most of it in the upper half. ";

/// Makes the conversation, measures it, and takes it away again.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let user = Id::from(user_id(0));
    let conversation = match long_conversation(db, &user).await {
        Ok(id) => id,
        Err(error) => return report.times("a long conversation", None, Err(error)),
    };
    let open = async || open(db, &user, &conversation).await;
    report.times("opening 10,000 messages", Some(BAR), times(open).await);
    let ask = async || ask(db, &user, &conversation).await;
    report.times("asking after 10,000 messages", Some(BAR), times(ask).await);
    let pay = async || pay(db, &user).await;
    report.times("reserving and settling a call", None, times(pay).await);
    let gone = chat::delete_forever(db, &conversation, &user, now()).await;
    gone.expect("the conversation goes again");
}

async fn long_conversation(db: &Db, user: &Id) -> Result<Id, StoreError> {
    let new = NewConversation {
        user_id: user.clone(),
        guild_id: Some(guild_id(0).into()),
        channel_id: None,
        title: None,
        private: true,
    };
    let id = chat::create_conversation(db, new, now()).await?.id;
    let mut said = Vec::with_capacity(MESSAGES);
    for _ in 0..MESSAGES / 2 {
        let question = NewMessage::question(id.clone(), user.clone(), WORDS, now());
        let asked = question.id.clone();
        let answer = NewMessage::answer(id.clone(), user.clone(), asked, "bench", now());
        let answer = NewMessage {
            status: MessageStatus::Complete,
            content: WORDS.repeat(5),
            ..answer
        };
        said.extend([question, answer]);
    }
    batches::messages(db, &said, |_| {}).await?;
    Ok(id)
}

/// What is read before a model is asked: the conversation, and what was said last.
async fn open(db: &Db, user: &Id, id: &Id) -> Result<usize, StoreError> {
    chat::find_conversation(db, id, user)
        .await?
        .ok_or(StoreError::NotFound)?;
    let (mut shown, mut before) = (0, i64::MAX);
    while shown < SHOWN {
        let some = chat::context(db, id, user, before, PAGE).await?;
        let Some(last) = some.last() else { break };
        before = last.position;
        shown += some.len();
    }
    Ok(shown)
}

/// What is written of a turn: the question and the answer that begins, and how it ends.
async fn ask(db: &Db, user: &Id, id: &Id) -> Result<(), StoreError> {
    let mut tx = db.begin().await?;
    let question = NewMessage::question(id.clone(), user.clone(), WORDS, now());
    let asked = chat::append(&mut tx, question).await?;
    chat::find_streaming(&mut tx, id).await?;
    let answer = NewMessage::answer(id.clone(), user.clone(), asked.id, "bench", now());
    let answer = chat::append(&mut tx, answer).await?;
    tx.commit().await?;
    let outcome = Outcome::new(MessageStatus::Complete, WORDS.repeat(5));
    chat::finish(db, &answer.id, &outcome, now()).await?;
    Ok(())
}

/// What the books cost: every budget is asked, and none is reached.
async fn pay(db: &Db, user: &Id) -> Result<(), StoreError> {
    let much = Limits {
        day: Some(i64::MAX),
        month: Some(i64::MAX),
    };
    let call = Reserve {
        user_id: user.clone(),
        guild_id: Some(guild_id(0).into()),
        model: "bench".to_owned(),
        day: "2026-01-01".to_owned(),
        month: "2026-01".to_owned(),
        tokens: 1_000,
        budget: Budget {
            person: much,
            guild: Some(much),
            host: much,
        },
    };
    let Reserved::Granted(id) = usage::reserve(db, &call, now()).await? else {
        return Err(StoreError::NotFound);
    };
    let spent = Spent {
        prompt_tokens: 600,
        completion_tokens: 100,
        ..Spent::default()
    };
    let mut tx = db.begin().await?;
    usage::settle(&mut tx, &id, &spent, now()).await?;
    tx.commit().await
}

fn now() -> Timestamp {
    SystemClock.now()
}
