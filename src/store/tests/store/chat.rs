//! Chat: what was said, in its order, by whom, and how it ended.

mod alternatives;
mod answers;
mod attachments;
mod closing;
mod consent;
mod context;
mod conversations;
mod counts;
mod deletion;
mod ended;
mod heard;
mod messages;
mod posts;
mod search;
mod streaming;
mod usage;

use slimy_store::chat::{
    self, Conversation, Message, MessageStatus, NewConversation, NewMessage, Outcome,
};
use slimy_store::{Db, Id, PageRequest, Timestamp, users};

use crate::support::{at, new_user, some};

/// A person with this Discord id.
async fn person(db: &Db, discord_id: &str) -> Id {
    let user = users::upsert(db, new_user(discord_id), at(0)).await;
    user.unwrap().row.id
}

fn new_conversation(user: &Id, title: Option<&str>) -> NewConversation {
    NewConversation {
        user_id: user.clone(),
        guild_id: None,
        channel_id: some("33"),
        title: title.map(str::to_owned),
        private: false,
    }
}

/// A conversation without a word in it.
async fn conversation(db: &Db, user: &Id, title: Option<&str>, when: Timestamp) -> Conversation {
    let new = new_conversation(user, title);
    chat::create_conversation(db, new, when).await.unwrap()
}

/// A person with a conversation.
async fn person_who_talks(db: &Db) -> (Id, Id) {
    let user = person(db, "11").await;
    let id = conversation(db, &user, None, at(0)).await.id;
    (user, id)
}

/// The person says something.
async fn say(db: &Db, user: &Id, conversation: &Id, content: &str, when: Timestamp) -> Message {
    let mut tx = db.begin().await.unwrap();
    let new = NewMessage::question(conversation.clone(), user.clone(), content, when);
    let said = chat::append(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    said
}

/// The model begins to answer.
async fn begin_answer(db: &Db, question: &Message, when: Timestamp) -> Message {
    let mut tx = db.begin().await.unwrap();
    let new = NewMessage::answer(
        question.conversation_id.clone(),
        question.user_id.clone().unwrap(),
        question.id.clone(),
        "small-1",
        when,
    );
    let answer = chat::append(&mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    answer
}

/// A question and its whole answer.
async fn turn(db: &Db, user: &Id, conversation: &Id, words: [&str; 2], when: Timestamp) -> Message {
    let question = say(db, user, conversation, words[0], when).await;
    let answer = begin_answer(db, &question, when).await;
    let outcome = Outcome::new(MessageStatus::Complete, words[1]);
    chat::finish(db, &answer.id, &outcome, when).await.unwrap();
    chat::find_message(db, &answer.id).await.unwrap().unwrap()
}

/// What was said in a conversation, from its beginning: its newest 100 messages.
async fn said(db: &Db, user: &Id, conversation: &Id) -> Vec<Message> {
    let page = chat::messages(db, conversation, user, &PageRequest::first(100)).await;
    let mut items = page.unwrap().items;
    items.reverse();
    items
}

fn contents(messages: &[Message]) -> Vec<&str> {
    messages
        .iter()
        .map(|message| message.content.as_str())
        .collect()
}
