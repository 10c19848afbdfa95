//! People who have talked with the bot: their conversations are put into the database.

use discord_standin::Member;
use slimy_store::{
    Id, Timestamp,
    chat::{
        self, AttachmentKind, Conversation, Message, MessageStatus, NewAttachment, NewConversation,
        NewMessage, Outcome,
    },
    guilds, users,
};

use crate::{bot::Scene, chat::scene::has_accepted};

/// A moment, so many seconds after another.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros((1_795_500_000 + seconds) * 1_000_000).expect("it is in the calendar")
}

/// The key of a person, whom the bot gets to know, and who has accepted that their chats are kept.
pub(super) async fn key(scene: &Scene, who: &Member) -> Id {
    let seen = who.types("/status").send().await;
    seen.sees("Slimy is up").await;
    has_accepted(scene, who).await;
    let found = users::find_by_discord_id(&scene.test.db, &who.id().to_string()).await;
    found
        .expect("the store answers")
        .expect("they are known")
        .id
}

/// The key of the scene's guild.
pub(super) async fn club(scene: &Scene) -> Id {
    let id = scene.guild.id().to_string();
    let found = guilds::find_by_discord_id(&scene.test.db, &id).await;
    found.expect("the store answers").expect("it is known").id
}

/// A conversation of somebody's in a guild and channel, or directly.
pub(super) async fn conversation(
    scene: &Scene,
    owner: &Id,
    guild: Option<&Id>,
    title: &str,
    when: i64,
) -> Id {
    let new = NewConversation {
        user_id: owner.clone(),
        guild_id: guild.cloned(),
        channel_id: Some(scene.ana.channel_id().to_string()),
        title: Some(title.to_owned()),
        private: false,
    };
    let begun = chat::create_conversation(&scene.test.db, new, at(when)).await;
    begun.expect("it begins").id
}

/// A question and its answer.
pub(super) async fn turn(
    scene: &Scene,
    owner: &Id,
    id: &Id,
    words: [&str; 2],
    when: i64,
) -> [Message; 2] {
    let db = &scene.test.db;
    let mut tx = db.begin().await.expect("a transaction begins");
    let question = NewMessage::question(id.clone(), owner.clone(), words[0], at(when));
    let question = chat::append(&mut tx, question).await.expect("it is asked");
    let of = question.id.clone();
    let answer = NewMessage::answer(id.clone(), owner.clone(), of, "small-1", at(when));
    let answer = chat::append(&mut tx, answer).await.expect("it is answered");
    tx.commit().await.expect("it is stored");
    let outcome = Outcome::new(MessageStatus::Complete, words[1]);
    let ended = chat::finish(db, &answer.id, &outcome, at(when)).await;
    ended.expect("it ends");
    [question, answer]
}

/// A file that is attached to a question.
pub(super) async fn attach(scene: &Scene, to: &Message, name: &str, bytes: &[u8]) {
    let file = NewAttachment {
        message_id: to.id.clone(),
        kind: AttachmentKind::Image,
        file_name: name.to_owned(),
        content_type: "image/png".to_owned(),
        bytes: bytes.to_vec(),
        tokens: 85,
    };
    let mut tx = scene.test.db.begin().await.expect("a transaction begins");
    let attached = chat::create_attachments(&mut tx, &[file], at(1)).await;
    attached.expect("it is attached");
    tx.commit().await.expect("it is stored");
}

/// The conversation, if its owner can still find it.
pub(super) async fn find(scene: &Scene, id: &Id, owner: &Id) -> Option<Conversation> {
    let found = chat::find_conversation(&scene.test.db, id, owner).await;
    found.expect("the store answers")
}
