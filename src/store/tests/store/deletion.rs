//! What goes with what: the delete rules of the schema.

use slimy_store::testing::TestDb;
use slimy_store::{Id, on_both_engines};

use crate::support::{at, count, person_in_guild, raw, saved_analysis};

const TIMES: &str = "(SELECT created_at FROM users), (SELECT created_at FROM users)";

/// A person and a guild with one row of everything.
async fn one_of_everything(test: &TestDb) -> (Id, Id) {
    let (user, guild) = person_in_guild(&test.db).await;
    saved_analysis(&test.db, &user, &guild, "t", at(1)).await;
    let statements = [
        format!(
            "INSERT INTO sessions (id, user_id, token_hash, expires_at, created_at)
             VALUES ('s', '{user}', 'h', {TIMES})"
        ),
        format!(
            "INSERT INTO chat_conversations (id, user_id, guild_id, created_at, updated_at)
             VALUES ('c', '{user}', '{guild}', {TIMES})"
        ),
        format!(
            "INSERT INTO chat_messages (id, conversation_id, user_id, guild_id, role, content,
                 status, created_at, updated_at)
             VALUES ('m', 'c', '{user}', '{guild}', 'user', 'hello', 'complete', {TIMES})"
        ),
    ];
    raw(test, &statements).await.unwrap();
    (user, guild)
}

async fn rows(test: &TestDb, tables: &[&str]) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in tables {
        counts.push(count(test, &format!("SELECT count(*) FROM {table}")).await);
    }
    counts
}

on_both_engines! {
    async fn a_guild_takes_its_analyses_chat_and_members_with_it(test: TestDb) {
        one_of_everything(&test).await;
        raw(&test, &["DELETE FROM guilds".to_owned()]).await.unwrap();
        let gone = [
            "user_guilds", "club_analyses", "club_analysis_images", "club_metrics", "club_powers",
            "chat_conversations", "chat_messages",
        ];
        assert_eq!(rows(&test, &gone).await, [0; 7]);
        assert_eq!(rows(&test, &["users", "sessions"]).await, [1, 1]);
    }

    async fn a_person_takes_sessions_conversations_memberships_and_analyses_with_them(test: TestDb) {
        one_of_everything(&test).await;
        raw(&test, &["DELETE FROM users".to_owned()]).await.unwrap();
        let gone = [
            "sessions", "user_guilds", "club_analyses", "club_powers", "chat_conversations",
            "chat_messages",
        ];
        assert_eq!(rows(&test, &gone).await, [0; 6]);
        assert_eq!(rows(&test, &["guilds"]).await, [1]);
    }

    async fn a_conversation_takes_its_messages_with_it(test: TestDb) {
        one_of_everything(&test).await;
        raw(&test, &["DELETE FROM chat_conversations".to_owned()]).await.unwrap();
        assert_eq!(rows(&test, &["chat_messages", "users", "guilds"]).await, [0, 1, 1]);
    }

    async fn a_status_that_nobody_knows_is_refused(test: TestDb) {
        one_of_everything(&test).await;
        for statement in [
            "UPDATE club_analyses SET status = 'other'",
            "UPDATE club_analyses SET status = 'draft'",
            "UPDATE club_analyses SET metric = 'other'",
            "UPDATE club_analyses SET confidence = 2",
            "UPDATE chat_messages SET role = 'other'",
            "UPDATE chat_messages SET status = 'other'",
        ] {
            assert!(raw(&test, &[statement.to_owned()]).await.is_err(), "{statement}");
        }
    }
}
