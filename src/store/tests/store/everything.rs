//! A person and a guild with at least one row in every table that names them.

use std::collections::BTreeSet;

use slimy_store::audit::NewAuditEntry;
use slimy_store::chat::{self, MessageStatus, NewConversation, NewMessage, NewPost, Outcome};
use slimy_store::testing::TestDb;
use slimy_store::{Db, Id, audit, checks, club, sessions};

use crate::support::{at, new_draft, person_in_guild, saved_analysis, some};

/// The person's key and the guild's.
pub(crate) async fn one_of_everything(db: &Db) -> (Id, Id) {
    let (user, guild) = person_in_guild(db).await;
    sessions::create(db, &user, at(1_000), at(0)).await.unwrap();
    saved_analysis(db, &user, &guild, "saved", at(1)).await;
    club::create_draft(db, new_draft(&user, &guild, "draft"), at(1))
        .await
        .unwrap();
    one_conversation(db, &user, &guild).await;
    let by = NewAuditEntry {
        user_id: Some(user.clone()),
        guild_id: Some(guild.clone()),
        ip_address: some("192.168.1.1"),
        user_agent: some("Mozilla/5.0"),
        session_id: some("s"),
        ..NewAuditEntry::new("command.club.show", "command", "1", at(2))
    };
    let about = NewAuditEntry::new("user.create", "user", user.as_str(), at(2));
    audit::create_many(db, &[by, about]).await.unwrap();
    (user, guild)
}

/// A question with two answers, the second of which stands in Discord.
async fn one_conversation(db: &Db, user: &Id, guild: &Id) {
    let new = NewConversation {
        user_id: user.clone(),
        guild_id: Some(guild.clone()),
        channel_id: some("33"),
        title: some("About snails"),
        private: false,
    };
    let id = chat::create_conversation(db, new, at(1)).await.unwrap().id;
    let mut tx = db.begin().await.unwrap();
    let question = NewMessage::question(id.clone(), user.clone(), "How fast is a snail?", at(1));
    let question = chat::append(&mut tx, question).await.unwrap().id;
    let answer = NewMessage::answer(id, user.clone(), question, "model", at(2));
    let answer = chat::append(&mut tx, answer).await.unwrap().id;
    tx.commit().await.unwrap();
    let outcome = Outcome::new(MessageStatus::Complete, "Slow.");
    chat::finish(db, &answer, &outcome, at(3)).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let other = chat::create_alternative(&mut tx, &answer, "model", at(4))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let post = NewPost {
        discord_message_id: "77".to_owned(),
        message_id: other.id,
        channel_id: "33".to_owned(),
        part: 0,
    };
    chat::record_post(db, &post, at(4)).await.unwrap();
}

/// The tables that have this column.
pub(crate) async fn tables_with(test: &TestDb, column: &str) -> BTreeSet<String> {
    let facts = checks::facts(&test.db).await.unwrap();
    let column = format!(".{column} ");
    let tables = facts.iter().filter_map(|fact| fact.split_once(&column));
    tables
        .map(|(table, _)| table.to_owned())
        .filter(|table| !table.contains(' '))
        .collect()
}
