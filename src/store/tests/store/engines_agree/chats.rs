//! Conversations and what is said in them.

use slimy_store::chat::{
    self, AttachmentKind, ConversationFilter, Message, MessageStatus, NewAttachment,
    NewConversation, NewMessage, NewPost, Outcome, Transcript,
};
use slimy_store::{StoreError, Tx};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Begin,
    Find,
    List,
    Rename,
    Title,
    Ask,
    Answer,
    Import,
    Progress,
    Finish,
    Interrupt,
    InterruptOne,
    Streaming,
    Another,
    Choose,
    Read,
    Context,
    Attach,
    Files,
    Close,
    Reopen,
    Move,
    Alternatives,
    Post,
    Posts,
    Unpost,
    Transcript,
    Delete,
    DeleteForever,
    Purge,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Begin,
        Self::Begin,
        Self::Find,
        Self::List,
        Self::Rename,
        Self::Title,
        Self::Ask,
        Self::Ask,
        Self::Ask,
        Self::Answer,
        Self::Answer,
        Self::Answer,
        Self::Import,
        Self::Progress,
        Self::Finish,
        Self::Finish,
        Self::Interrupt,
        Self::InterruptOne,
        Self::Streaming,
        Self::Another,
        Self::Another,
        Self::Choose,
        Self::Read,
        Self::Read,
        Self::Context,
        Self::Attach,
        Self::Attach,
        Self::Files,
        Self::Close,
        Self::Reopen,
        Self::Move,
        Self::Alternatives,
        Self::Post,
        Self::Posts,
        Self::Unpost,
        Self::Transcript,
        Self::Delete,
        Self::DeleteForever,
        Self::Purge,
    ];
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (conversation, message) = (world.conversation(op.n), world.message(op.b + op.n));
    let (user, at) = (world.user(op.a), op.at.time());
    match verb {
        Verb::Begin | Verb::Find | Verb::List => about_conversations(world, verb, op).await,
        Verb::Close | Verb::Reopen | Verb::Move => about_going_on(world, verb, op).await,
        Verb::InterruptOne | Verb::Streaming => about_streaming(world, verb, op).await,
        Verb::Attach | Verb::Files => about_files(world, verb, op).await,
        Verb::Context => {
            let before = i64::try_from(op.a).unwrap_or(0) + 1;
            world.say(&chat::context(db, &conversation, &user, before, op.n).await)
        }
        Verb::Rename => world.say(&chat::rename(db, &conversation, &user, &op.text, at).await),
        Verb::Title => world.say(&chat::title_if_untitled(db, &conversation, &op.text).await),
        Verb::Ask | Verb::Answer | Verb::Import | Verb::Another => {
            let done = say_something(world, verb, op).await;
            if let Ok(said) = &done {
                world
                    .messages
                    .extend(said.iter().map(|message| message.id.clone()));
            }
            world.say(&done)
        }
        Verb::Progress => world.say(&chat::save_progress(db, &message, &op.text, at).await),
        Verb::Finish => world.say(&chat::finish(db, &message, &outcome(op), at).await),
        Verb::Interrupt => world.say(&chat::mark_interrupted(db, op.until.time(), at).await),
        Verb::Choose => {
            let mut tx = db.begin().await.unwrap();
            let done = chat::choose_alternative(&mut tx, &message).await;
            let done = end(tx, done).await;
            world.say(&done)
        }
        Verb::Read => {
            let page = world.page(&op.page);
            let one = chat::find_message(db, &message).await;
            let said = world.say(&one);
            let read = chat::messages(db, &conversation, &user, &page).await;
            said + &world.say_page(&read)
        }
        Verb::Alternatives => world.say(&chat::alternatives(db, &message).await),
        Verb::Post | Verb::Posts | Verb::Unpost => about_posts(world, verb, op).await,
        Verb::Transcript => {
            let mut transcript = Transcript::of(conversation, user);
            let first = transcript.next(db).await;
            world.say(&(first, transcript.next(db).await))
        }
        Verb::Delete => world.say(&chat::delete_conversation(db, &conversation, &user, at).await),
        Verb::DeleteForever => world.say(&chat::delete_forever(db, &conversation, &user, at).await),
        Verb::Purge => world.say(&chat::purge_deleted(db, at, 100 * op.n).await),
    }
}

async fn about_conversations(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (user, guild) = (world.user(op.a), world.guild(op.b));
    match verb {
        Verb::Begin => {
            let new = NewConversation {
                user_id: user,
                guild_id: op.flag.map(|_| guild),
                channel_id: op.other.clone(),
                title: op.other.clone(),
                private: op.flag == Some(true),
            };
            let done = chat::create_conversation(db, new, op.at.time()).await;
            if let Ok(row) = &done {
                world.conversations.push(row.id.clone());
            }
            world.say(&done)
        }
        Verb::Find => {
            let found = chat::find_conversation(db, &world.conversation(op.n), &user).await;
            let private = op.flag == Some(true);
            let channel = op.other.as_deref().unwrap_or_default();
            world.say(&(found, chat::find_current(db, &user, channel, private).await))
        }
        _ => {
            let filter = ConversationFilter {
                guild_id: (op.n == 0).then_some(guild),
                channel_id: op.other.clone().filter(|_| op.n == 1),
                private: op.flag,
                ..ConversationFilter::of(user)
            };
            let page = world.page(&op.page);
            world.say_page(&chat::list_conversations(db, &filter, &page).await)
        }
    }
}

async fn say_something(world: &World<'_>, verb: Verb, op: &Op) -> Result<Vec<Message>, StoreError> {
    let (conversation, question) = (world.conversation(op.n), world.message(op.b + op.n));
    let (user, at) = (world.user(op.a), op.at.time());
    let asked = NewMessage::question(conversation.clone(), user.clone(), &op.text, at);
    let answered = NewMessage::answer(conversation, user, question.clone(), &op.text, at);
    let mut tx = world.db().begin().await?;
    let done = match verb {
        Verb::Ask => chat::append(&mut tx, asked)
            .await
            .map(|message| vec![message]),
        Verb::Answer => chat::append(&mut tx, answered)
            .await
            .map(|message| vec![message]),
        Verb::Another => {
            let made = chat::create_alternative(&mut tx, &question, &op.text, at).await;
            made.map(|message| vec![message])
        }
        _ => {
            let answer = NewMessage {
                parent_id: Some(asked.id.clone()),
                status: MessageStatus::Complete,
                ..answered
            };
            chat::create_messages(&mut tx, &[asked, answer])
                .await
                .map(|_| vec![])
        }
    };
    end(tx, done).await
}

/// Commits what was done; undoes what was refused.
async fn end<T>(tx: Tx, done: Result<T, StoreError>) -> Result<T, StoreError> {
    match done {
        Ok(done) => tx.commit().await.map(|()| done),
        Err(error) => {
            tx.rollback().await?;
            Err(error)
        }
    }
}

async fn about_going_on(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let (db, at) = (world.db(), op.at.time());
    let (user, id) = (world.user(op.a), world.conversation(op.n));
    let guild = op.flag.map(|_| world.guild(op.b));
    let done = match verb {
        Verb::Close => chat::close(db, &id, &user, at).await,
        Verb::Reopen => chat::reopen(db, &id, &user, at).await,
        _ => chat::move_here(db, &id, &user, guild.as_ref(), &op.text, at).await,
    };
    world.say(&done)
}

async fn about_streaming(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (conversation, message) = (world.conversation(op.n), world.message(op.b + op.n));
    if let Verb::InterruptOne = verb {
        let mut tx = db.begin().await.unwrap();
        let done = chat::interrupt_one(&mut tx, &message, op.until.time(), op.at.time()).await;
        let done = end(tx, done).await;
        return world.say(&done);
    }
    let streaming = chat::find_streaming(db, &conversation).await;
    let abandoned = chat::list_abandoned(db, op.until.time(), op.n).await;
    world.say(&(streaming, abandoned))
}

async fn about_files(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    if let Verb::Files = verb {
        let (user, conversation) = (world.user(op.a), world.conversation(op.n));
        let found = chat::attachments(db, &conversation, &user, 0, 9).await;
        let first = found.as_ref().ok().and_then(|found| found.first());
        let bytes = match first {
            Some(file) => Some(chat::attachment_bytes(db, &file.id).await),
            None => None,
        };
        return world.say(&(found, bytes));
    }
    let file = NewAttachment {
        message_id: world.message(op.b + op.n),
        kind: AttachmentKind::Text,
        file_name: op.text.clone(),
        content_type: op.other.clone().unwrap_or_default(),
        bytes: op.text.clone().into_bytes(),
        tokens: 1,
    };
    let files = vec![file; op.a + 1];
    let mut tx = db.begin().await.unwrap();
    let done = chat::create_attachments(&mut tx, &files, op.at.time()).await;
    let done = end(tx, done).await;
    world.say(&done)
}

async fn about_posts(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let message = world.message(op.b + op.n);
    match verb {
        Verb::Post => {
            let post = NewPost {
                discord_message_id: op.a.to_string(),
                message_id: message,
                channel_id: op.text.clone(),
                part: i64::try_from(op.n).unwrap_or(0),
            };
            world.say(&chat::record_post(db, &post, op.at.time()).await)
        }
        Verb::Posts => {
            let posts = chat::posts(db, &message).await;
            world.say(&(posts, chat::find_by_post(db, &op.a.to_string()).await))
        }
        _ => world.say(&chat::remove_post(db, &op.a.to_string()).await),
    }
}

fn outcome(op: &Op) -> Outcome {
    let status = match op.n {
        0 => MessageStatus::Complete,
        1 => MessageStatus::Stopped,
        2 => MessageStatus::Failed,
        _ => MessageStatus::Interrupted,
    };
    Outcome {
        model: op.other.clone(),
        prompt_tokens: op.flag.map(i64::from),
        finish_reason: op.other.clone(),
        duration_ms: op.flag.map(|_| i64::MAX),
        tokens: op.flag.map(i64::from),
        left_out: op.flag.map(|_| 3),
        ..Outcome::new(status, op.text.clone())
    }
}
