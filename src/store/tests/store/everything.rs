//! A person and a guild with at least one row in every table that names them.

use std::collections::BTreeSet;

use slimy_store::audit::NewAuditEntry;
use slimy_store::chat::usage::{self, Budget, Reserve, Reserved, Spent};
use slimy_store::chat::{
    self, AttachmentKind, MessageStatus, NewAttachment, NewConversation, NewMessage, NewPost,
    Outcome,
};
use slimy_store::testing::TestDb;
use slimy_store::{Db, Id, Json, audit, checks, club, guilds, sessions};

use crate::club_history::{SIM, committed, members, snapshot};

use crate::support::{at, new_draft, person_in_guild, saved_analysis, some};

/// The person's key and the guild's.
pub(crate) async fn one_of_everything(db: &Db) -> (Id, Id) {
    let (user, guild) = person_in_guild(db).await;
    sessions::create(db, &user, at(1_000), at(0)).await.unwrap();
    saved_analysis(db, &user, &guild, "saved", at(1)).await;
    club::create_draft(db, new_draft(&user, &guild, "draft"), at(1))
        .await
        .unwrap();
    chat::consent::decide(db, &user, true, 1, at(1))
        .await
        .unwrap();
    one_conversation(db, &user, &guild).await;
    two_calls(db, &user, &guild).await;
    one_club(db, &user, &guild).await;
    one_setting(db, &user, &guild).await;
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

/// A member who is the person, with another name; a week that the person approved and rolled
/// back, with a value that they corrected twice; and an alert about it.
async fn one_club(db: &Db, user: &Id, guild: &Id) {
    let [ada] = members(db, guild, ["Ada"]).await;
    let rows = [(&ada, Some(100))];
    let owner = (user.clone(), guild.clone());
    let analysis = snapshot(db, &owner, ("2024-W45", SIM), &rows, at(2)).await;
    let alias = club::NewAlias {
        guild_id: guild.clone(),
        member_id: ada.clone(),
        alias: "Adda".to_owned(),
        alias_key: "adda".to_owned(),
        source: club::AliasSource::Fix,
        created_by: Some(user.clone()),
    };
    let correction = |value| club::NewCorrection {
        guild_id: guild.clone(),
        member_id: ada.clone(),
        metric: SIM,
        week: "2024-W45".to_owned(),
        value,
        reason: some("misread"),
        created_by: user.clone(),
    };
    let alert = club::NewAlert {
        guild_id: guild.clone(),
        kind: "saved".to_owned(),
        key: "saved:1".to_owned(),
        payload: Json(serde_json::json!({ "joined": ["Ada"] })),
        due_at: at(3),
    };
    committed!(db, |tx| async {
        club::add_alias(&mut tx, alias, at(2)).await?;
        club::set_correction(&mut tx, correction(1), at(2)).await?;
        club::set_correction(&mut tx, correction(2), at(3)).await?;
        let claimed = club::LinkStatus::Claimed;
        club::link_member(&mut tx, guild, &ada, user, claimed, at(2)).await?;
        club::confirm_link(&mut tx, guild, &ada, user, user, at(2)).await?;
        club::roll_back(&mut tx, guild, &analysis, user, at(3)).await?;
        club::queue_alert(&mut tx, alert, at(3)).await
    })
    .unwrap();
}

/// A change of the guild's settings, and one that waits.
async fn one_setting(db: &Db, user: &Id, guild: &Id) {
    let revision = guilds::NewRevision {
        guild_id: guild.clone(),
        user_id: Some(user.clone()),
        cause: guilds::Cause::Change,
        reverts: None,
        changes: Json(serde_json::json!({ "language": { "before": null, "after": "de" } })),
    };
    let proposal = guilds::NewProposal {
        guild_id: guild.clone(),
        user_id: user.clone(),
        content: Json(serde_json::json!({ "settings": { "language": "fr" } })),
        base: "0".to_owned(),
        expires_at: at(900),
    };
    committed!(db, |tx| async {
        guilds::record_revision(&mut tx, revision, at(2)).await?;
        guilds::propose(&mut tx, proposal, at(2)).await
    })
    .unwrap();
}

/// A question with a file and two answers, the second of which stands in Discord.
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
    let file = NewAttachment {
        message_id: question.clone(),
        kind: AttachmentKind::Image,
        file_name: "snail.png".to_owned(),
        content_type: "image/png".to_owned(),
        bytes: vec![0, 159, 255],
        tokens: 85,
    };
    chat::create_attachments(&mut tx, &[file], at(1))
        .await
        .unwrap();
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

/// A call of a model that ended, and one that is under way.
async fn two_calls(db: &Db, user: &Id, guild: &Id) {
    let call = Reserve {
        user_id: user.clone(),
        guild_id: Some(guild.clone()),
        model: "model".to_owned(),
        day: "2024-11-06".to_owned(),
        month: "2024-11".to_owned(),
        tokens: 100,
        budget: Budget::default(),
    };
    let first = usage::reserve(db, &call, at(1)).await.unwrap();
    let Reserved::Granted(first) = first else {
        panic!("{first:?}");
    };
    usage::reserve(db, &call, at(2)).await.unwrap();
    let spent = Spent {
        model: None,
        prompt_tokens: 20,
        completion_tokens: 10,
        cost_micros: 7,
    };
    let mut tx = db.begin().await.unwrap();
    assert!(usage::settle(&mut tx, &first, &spent, at(2)).await.unwrap());
    tx.commit().await.unwrap();
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

/// The columns that hold a key of `of`, `users` or `guilds`, by what the schema says refers to it
/// and by what is called so.
///
/// Not among them are `TABLE_search_keys`: SQLite's search indexes take numbers instead of keys, and
/// these tables say which number stands for which row. There is nothing in them to show or to hand
/// out beside the row that they are about, and they go with it, by a trigger or by `ON DELETE
/// CASCADE`: `announced.rs` deletes somebody and finds none of them left.
pub(crate) async fn keys_of(test: &TestDb, of: &str) -> BTreeSet<(String, String)> {
    let facts = checks::facts(&test.db).await.unwrap();
    let target = format!(" to {of}.id ");
    let referring = facts.iter().filter_map(|fact| {
        let (column, rest) = fact.strip_prefix("reference ")?.split_once(" to ")?;
        format!(" to {rest}").starts_with(&target).then_some(column)
    });
    let called = format!(".{} ", if of == "users" { "user_id" } else { "guild_id" });
    let called = facts.iter().filter_map(|fact| {
        let (table, _) = fact.split_once(&called)?;
        let end = table.len() + called.len() - 1;
        (!table.contains(' ')).then(|| &fact[..end])
    });
    let columns = referring.chain(called);
    let keys: BTreeSet<(String, String)> = columns
        .filter_map(|column| column.split_once('.'))
        .filter(|(table, _)| !table.ends_with("_search_keys"))
        .map(|(table, column)| (table.to_owned(), column.to_owned()))
        .collect();
    assert!(keys.len() >= 8, "{keys:?}");
    keys
}
